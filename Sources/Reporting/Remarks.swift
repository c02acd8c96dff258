import RequestLint

extension FileReport {
    /// One thing that a report says.
    enum Remark {
        case diagnostic(Diagnostic)
        case notice(Notice)
    }

    /// What a report says in the order of the source, so that the pieces into which a stream happens to be cut can't be
    /// told. What is said of the whole comes last.
    func forEachRemark(_ body: (Remark) -> Void) {
        var rest = notices.filter { $0.region != nil }[...]
        for diagnostic in diagnostics {
            while let notice = rest.first, let region = notice.region,
                region.start.offset < diagnostic.region.start.offset
            {
                body(.notice(notice))
                rest.removeFirst()
            }
            body(.diagnostic(diagnostic))
        }
        for notice in rest { body(.notice(notice)) }
        for notice in notices where notice.region == nil { body(.notice(notice)) }
    }
}
