import ImageBuilderLint
import Workspace

extension Linter {
    /// Builds a linter with the pages of a user's folder.
    /// - Throws: mistakes in the options and in the pages, which are named by their path from here.
    static func build(_ options: Options, ruleFolder: Path?) throws(CommandError) -> Linter {
        var options = options
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
