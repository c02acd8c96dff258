import Reporting
import Workspace

/// What `--color` says.
enum ColorChoice: String, CaseIterable {
    case auto, always, never

    /// The mode for standard output. The option outranks the environment, and `NO_COLOR` its opposites.
    func mode(isTerminal: Bool, variable: (String) -> String?) -> ColorMode {
        switch self {
        case .always: return .always
        case .never: return .never
        case .auto: break
        }
        if variable("NO_COLOR") != nil { return .never }
        for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
            if let value = variable(name), value != "0", value != "false" { return .always }
        }
        let isDumb = variable("TERM") == nil || variable("TERM") == "dumb"
        return isTerminal && !isDumb ? .always : .never
    }

    /// The mode for this process's standard output.
    var mode: ColorMode {
        mode(isTerminal: FileDescriptor.standardOutput.isTerminal, variable: Machine.variable)
    }
}
