/// What the clocks of a time zone show: when they are moved, and how far they are ahead of UTC.
///
///     guard let berlin = TimeZoneRules(named: "Europe/Berlin") else { return }
///     let instant = Instant(secondsSince1970: 1_795_426_200)
///     berlin.offset(at: instant).description      // "+01:00"
///     berlin.wallTime(at: instant).description    // "2026-11-23T10:30"
///
/// The rules come from tzdata (https://www.iana.org/time-zones) and are compiled in: ``release`` says which. They hold
/// from 1970 to 2199; earlier instants get the offset of 1970. Rules are small values, and no question to them allocates.
public struct TimeZoneRules: Sendable, Hashable {
    let recorded: RecordedChanges
    let rule: ClockRule

    init(recorded: RecordedChanges, rule: ClockRule) {
        self.recorded = recorded
        self.rule = rule
    }

    /// The rules of a zone or a link of tzdata, such as `Europe/Berlin` or `US/Eastern`; nil where there is none of exactly
    /// this name.
    public init?(named name: String) {
        let bytes = Array(name.utf8)
        self.init(named: bytes.span)
    }

    /// The rules of a zone or a link of tzdata.
    ///
    /// - Parameter name: in UTF-8.
    public init?(named name: borrowing Span<UInt8>) {
        let histories = ZoneData.histories.bytes
        guard let line = ZoneDirectory.position(of: name),
            let bar = histories.first(UInt8(ascii: "|"), in: line..<histories.count),
            let rule = ClockRuleReader.read(histories, line..<bar)
        else { return nil }
        recorded = RecordedChanges(histories, at: bar + 1)
        self.rule = rule
    }

    /// Coordinated Universal Time: the zone of a schedule that names none.
    public static let utc = TimeZoneRules(recorded: .none, rule: ClockRule(standard: 0, daylight: nil))

    /// The release of tzdata that is compiled in, such as `2026f`.
    public static var release: String { ZoneData.release.description }

    /// The names of all zones and links, in the order of their bytes.
    public static var names: [String] { ZoneDirectory.names }

    /// How far the zone's clocks are ahead of UTC.
    public func offset(at instant: Instant) -> UTCOffset {
        UTCOffset(seconds: period(at: instant.secondsSince1970).offset)
    }

    /// The minute that the zone's clocks show.
    public func wallTime(at instant: Instant) -> WallTime {
        instant.wallTime(offset(at: instant))
    }

    /// - Parameter instant: seconds since 1970.
    func period(at instant: Int) -> OffsetPeriod {
        if let period = recorded.period(at: instant) { return period }
        let period = rule.period(at: instant)
        return OffsetPeriod(start: max(period.start, recorded.end), end: period.end, offset: period.offset)
    }
}
