import ImageBuilderLint
import Workspace

extension Linter {
    /// Builds a linter with the pages of a user's folder and the state of a file.
    /// - Throws: mistakes in the options, in the state and in the pages, which are named by their path from here.
    static func build(
        _ options: Options, ruleFolder: Path?, current: NamedFile? = nil
    ) throws(CommandError) -> Linter {
        var options = options
        if let current {
            do throws(InputError) {
                options.current = StateFile(name: current.name, bytes: try current.read())
            } catch {
                throw CommandError("\(current.name): \(error.message)")
            }
        }
        do throws(ConfigurationError) {
            if let ruleFolder { options.pages = try RuleFolder.pages(of: ruleFolder) }
            return try Linter(options)
        } catch {
            let paths = options.pages.map(\.path)
            throw CommandError(
                error.messages.map { message in
                    guard let ruleFolder, paths.contains(where: { message.hasPrefix($0 + ":") }) else { return message }
                    return "\(ruleFolder.text)/\(message)"
                })
        }
    }
}
