/// Remarks on steps that do not go round evenly: `*/25` in Minute gives 0, 25, 50 and then 0 again, ten minutes later.
enum StepRemarks {
    static func add(
        _ cron: CronExpression, _ text: borrowing Span<UInt8>, to remarks: inout [ScheduleRemark]
    ) {
        let fields = FieldList(ofCron: text)
        for field in [CronField.minute, .hour, .day, .month] where goesRound(field, cron) {
            addItems(of: field, fields[field], text, to: &remarks)
        }
    }

    /// Whether the field's last value is followed by its first one in the next hour, day, month or year.
    private static func goesRound(_ field: CronField, _ cron: CronExpression) -> Bool {
        switch field {
        case .minute: cron.hours & cron.hours >> 1 != 0 || cron.hours & 1 != 0 && cron.hours >> 23 & 1 != 0
        case .hour: cron.days.isEveryDay
        case .day: cron.months & cron.months >> 1 != 0 || cron.months >> 1 & 1 != 0 && cron.months >> 12 & 1 != 0
        case .month: cron.years.hasNeighbours
        case .weekday, .year: false
        }
    }

    private static func addItems(
        of field: CronField, _ range: Range<Int>, _ text: borrowing Span<UInt8>, to remarks: inout [ScheduleRemark]
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = text.first(UInt8(ascii: ","), in: start..<range.upperBound) ?? range.upperBound
            if let step = OpenStep(text, start..<end, field), !step.isEven {
                remarks.append(.init(range: start..<end, reason: field == .day ? .unevenDays(step) : .unevenStep(step)))
            }
            start = end + 1
        }
    }
}

/// An item such as `*/25` or `5/25`, which steps on to the field's last value.
struct OpenStep: Sendable, Hashable {
    let field: CronField
    let first: Int
    let step: Int

    /// Nil where the item is none, or reaches one value only.
    init?(_ text: borrowing Span<UInt8>, _ item: Range<Int>, _ field: CronField) {
        guard let slash = text.first(UInt8(ascii: "/"), in: item),
            let step = text.number(slash + 1..<item.upperBound), step > 1
        else { return nil }
        let base = item.lowerBound..<slash
        let isOpen = base.isEmpty || text.holds(UInt8(ascii: "*"), base)
        guard let first = isOpen ? field.values.lowerBound : text.number(base) ?? field.value(named: base, in: text),
            first + step <= field.values.upperBound
        else { return nil }
        self.field = field
        self.first = first
        self.step = step
    }

    /// Whether the last value and the next round's first are a step apart, or meant not to be: `20/15` in Minute.
    var isEven: Bool { field != .day && field.values.count % step == 0 }

    var values: [Int] { Array(stride(from: first, through: field.values.upperBound, by: step)) }

    var last: Int { first + (field.values.upperBound - first) / step * step }

    /// From the last value to the next round's first one; not for days, as months have no one length.
    var lastGap: Int { first + field.values.count - last }
}
