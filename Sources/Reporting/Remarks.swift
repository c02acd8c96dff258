import RequestLint

extension FileReport {
    /// One thing that a report says, by its number in the report: to hand a diagnostic around would count all its texts.
    enum Remark {
        case diagnostic(Int)
        case notice(Int)
    }

    /// What a report says in the order of the source, so that the pieces into which a stream happens to be cut can't be
    /// told. What is said of the whole comes last.
    func forEachRemark(_ body: (Remark) -> Void) {
        if notices.isEmpty {
            for number in diagnostics.indices { body(.diagnostic(number)) }
            return
        }
        var rest = notices.indices.filter { notices[$0].region != nil }[...]
        for number in diagnostics.indices {
            while let notice = rest.first, let region = notices[notice].region,
                region.start.offset < diagnostics[number].region.start.offset
            {
                body(.notice(notice))
                rest.removeFirst()
            }
            body(.diagnostic(number))
        }
        for notice in rest { body(.notice(notice)) }
        for notice in notices.indices where notices[notice].region == nil { body(.notice(notice)) }
    }
}
