package import RequestLint

/// Something to judge.
package struct Input: Sendable {
    package enum Origin: Sendable {
        case file(Path)
        case standardInput
    }

    package let origin: Origin
    /// The name in reports.
    package let name: String
    /// Whether the user named it, and not a folder that it lies in.
    package let isNamed: Bool
}

/// One entry of a run, in the order of the report.
package enum RunItem: Sendable {
    case input(Input)
    /// What is to be said of a folder, which is never judged itself.
    case folder(FileReport)

    /// The name in reports, which gives the order.
    var name: String {
        switch self {
        case .input(let input): input.name
        case .folder(let report): report.file
        }
    }
}
