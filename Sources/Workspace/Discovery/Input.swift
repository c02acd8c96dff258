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
    /// Whether it is read piece by piece, a JSON value a line.
    package let isStream: Bool

    init(place: Place, name: String, origin: Linter.Origin, isStream: Bool = false) {
        self.place = place
        self.name = name
        self.origin = origin
        self.isStream = isStream
    }
}

/// What the user said of the form of the inputs.
package enum InputFormat: String, Sendable, CaseIterable {
    /// It is found out from names and content.
    case auto
    /// A JSON value a line.
    case ndjson

    func isStream(_ name: String) -> Bool { self == .ndjson || Language.isLines(name) }
}

/// One entry of a run, in the order of the report.
package enum RunItem: Sendable {
    case input(Input)
    /// What is to be said of a folder, which is never judged itself.
    case folder(FileReport)

    /// The input, if it is a stream.
    var stream: Input? {
        guard case .input(let input) = self, input.isStream else { return nil }
        return input
    }

    /// The name in reports, which gives the order.
    var name: String {
        switch self {
        case .input(let input): input.name
        case .folder(let report): report.file
        }
    }
}
