package import Documents

/// What is said of a stream as a whole, while the reports of its pieces come by in their order.
package struct StreamTally {
    private let name: String
    private let isNamed: Bool
    private var requests = 0
    private var hasNotices = false
    /// Lines that mention the service and hold no request.
    private var unrecognised = 0

    /// So many lines show what is wrong with the others; exports of events may hold millions that only mention the service.
    private static let mostUnrecognised = 10

    package init(name: String, origin: Linter.Origin) {
        self.name = name
        isNamed = origin != .found
    }

    /// - Returns: what is to be reported of the piece.
    package mutating func add(_ report: FileReport) -> FileReport {
        requests += report.requests
        hasNotices = hasNotices || !report.notices.isEmpty
        let before = unrecognised
        unrecognised += report.notices.count { $0.kind == .noRequest }
        guard unrecognised > Self.mostUnrecognised else { return report }
        return report.keeping(unrecognised: max(0, Self.mostUnrecognised - before))
    }

    /// What is left to say at the end; nil: nothing.
    package func end(at position: StreamPosition) -> FileReport? {
        var notices: [Notice] = []
        if unrecognised > Self.mostUnrecognised {
            let count = unrecognised - Self.mostUnrecognised
            notices.append(
                Notice(
                    kind: .noRequest,
                    message: "\(count) more \(count == 1 ? "line mentions" : "lines mention") the service and hold\(count == 1 ? "s" : "") no request that is recognised. Name the operation with `--operation` if they do."))
        }
        if requests == 0, !hasNotices, isNamed {
            notices.append(
                Notice(
                    kind: .noRequest,
                    message: "No line holds a request that is recognised, so nothing was judged. Name the operation with `--operation` if they do."))
        }
        // A stream without lines has no pieces, and is a file all the same.
        guard position == .start || !notices.isEmpty else { return nil }
        return FileReport(
            file: name, diagnostics: [], notices: notices, requests: 0, suppressed: 0, start: position, source: [])
    }
}

extension FileReport {
    /// The report with only so many of the notices that no request is recognised.
    fileprivate func keeping(unrecognised count: Int) -> FileReport {
        var left = count
        let kept = notices.filter { notice in
            guard notice.kind == .noRequest else { return true }
            left -= 1
            return left >= 0
        }
        return with(notices: kept)
    }

    func adding(_ notices: [Notice]) -> FileReport {
        notices.isEmpty ? self : with(notices: self.notices + notices)
    }

    private func with(notices: [Notice]) -> FileReport {
        FileReport(
            file: file, diagnostics: diagnostics, notices: notices, requests: requests, suppressed: suppressed,
            comparisons: comparisons, linesPassedOver: linesPassedOver, start: start, source: source)
    }
}
