package import RequestLint

/// Something to judge.
package struct Input: Sendable {
    package enum Place: Sendable {
        case file(Path)
        case standardInput
    }

    package let place: Place
    /// The name in reports.
    package let name: String
    package let origin: Linter.Origin
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
