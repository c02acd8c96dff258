import RequestLint

extension FileReport {
    /// One thing that a report says.
    enum Remark {
        case diagnostic(Diagnostic)
        case notice(Notice)
    }

    /// What a report says in the order of the source, so that the pieces into which a stream happens to be cut can't be
    /// told. What is said of the whole comes last.
    var remarks: [Remark] {
        var result: [Remark] = []
        result.reserveCapacity(diagnostics.count + notices.count)
        var rest = notices.filter { $0.region != nil }[...]
        for diagnostic in diagnostics {
            while let notice = rest.first, let region = notice.region,
                region.start.offset < diagnostic.region.start.offset
            {
                result.append(.notice(notice))
                rest.removeFirst()
            }
            result.append(.diagnostic(diagnostic))
        }
        result += rest.map { .notice($0) }
        return result + notices.filter { $0.region == nil }.map { .notice($0) }
    }
}
