/// A rule page as it is written: front matter, prose and examples.
package struct RulePage: Sendable {
    /// `category/name`.
    package var id = ""
    /// Where the page lies, for messages.
    package var path = ""
    package var severity = Severity.info
    package var evidence = Evidence.unknown
    package var places: [String] = []
    package var check = ""
    package var problem = ""
    package var isOnByDefault = true
    package var sources: [String] = []
    /// The text of a finding, for checks whose words the page brings.
    package var message: String?
    package var parameters: [String: [String]] = [:]
    package var title = ""
    /// The Markdown behind the front matter.
    package var body = ""
    package var examples: [RuleExample] = []
    /// Files that examples name as their inputs.
    package var files: [RuleExampleFile] = []
    /// Lines of the front matter's keys, for messages.
    package var lines: [String: Int] = [:]
}

/// An example of a rule page: a fenced block with the marks under its lines taken out.
package struct RuleExample: Sendable {
    package enum Section: Sendable {
        case rejected, accepted
    }

    package var section: Section
    /// The language of the block: `json`, `yaml` or `hcl`.
    package var language: String
    /// An operation, one of `forms`, or `fixed` for what the fixes make of the example above.
    package var form: String
    /// `today=2026-11-23`, `current=state.json` and the like.
    package var inputs: [String: String]
    /// The text without the marks.
    package var text: String
    package var marks: [Mark]
    /// The line of the page on which the block's text starts.
    package var line: Int

    /// Forms in which an example may be written instead of an operation's request.
    package static let forms = ["CloudFormation", "CloudTrail", "Terraform"]

    /// What a page expects of a place of its example.
    package struct Mark: Sendable, Hashable {
        /// Bytes of the example's text.
        package var range: Range<Int>
        package var message: String
        /// Whether the message is the beginning of the real one.
        package var isPrefix: Bool
        package var isRelated: Bool
        /// The pointer, where the page gives one.
        package var pointer: String?
    }
}

/// A file beside the examples of a page: a fenced block whose form is a file's name.
package struct RuleExampleFile: Sendable {
    package var name: String
    package var text: String
    /// The line of the page on which the block starts.
    package var line: Int
}

/// A mistake in a page, with its line.
package struct PageMistake: Error, Sendable, CustomStringConvertible {
    package let path: String
    package let line: Int
    package let message: String

    package var description: String { "\(path):\(line): \(message)" }
}

/// A file that a registry is compiled from: a page, the model, a table.
package struct RuleSource: Sendable {
    /// The path under the rules folder.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
