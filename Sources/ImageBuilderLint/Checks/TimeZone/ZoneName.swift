import RequestLint

/// A name that stands in tzdata.
struct ZoneName {
    private let number: Int
    private let zones: DataTable
    /// Whether it is no link to another.
    let isZoneItself: Bool

    init(_ name: borrowing Span<UInt8>, _ number: Int, _ zones: DataTable) {
        self.number = number
        self.zones = zones
        isZoneItself = zones.value(number, equals: "=")
    }

    var name: String { zones.key(number) }

    /// The zone that the name stands for.
    var target: String { isZoneItself ? name : zones.value(number) }

    /// Whether it is a name from before zones were called after cities: `US/Eastern`, `Japan`. Links between cities
    /// (`Europe/Stockholm`) are none of these, for both names are in use; nor are `UTC` and `GMT`.
    var isFormerName: Bool {
        guard !isZoneItself, name != "UTC", name != "GMT" else { return false }
        guard let slash = name.firstIndex(of: "/") else { return true }
        return ["Brazil", "Canada", "Chile", "Mexico", "US"].contains(String(name[..<slash]))
    }

    /// Whether another name stands in tzdata too.
    func isKnown(_ other: String) -> Bool { zones[other] != nil }

    // MARK: Of a name's bytes

    /// Whether the API's pattern and bounds take a text: letters and digits, then parts behind slashes that may also have
    /// `-`, `_` and `+`; three to a hundred characters in all.
    static func isTaken(_ text: borrowing Span<UInt8>) -> Bool {
        guard (3...100).contains(text.count) else { return false }
        var isFirstPart = true
        var length = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "/") {
                guard length >= (isFirstPart ? 2 : 1) else { return false }
                isFirstPart = false
                length = 0
                continue
            }
            let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
            guard byte.isLowerCaseLetter || byte.isUpperCaseLetter || byte.isDigit || isSign && !isFirstPart
            else { return false }
            length += 1
        }
        return length >= (isFirstPart ? 2 : 1)
    }

    /// Whether it is one of `Etc/GMT+1` to `Etc/GMT-14`, where `+` means behind UTC.
    static func hasReversedSign(_ name: borrowing Span<UInt8>) -> Bool {
        name.count > 8 && name.starts(with: "Etc/GMT") && name[8] != UInt8(ascii: "0")
    }

    /// What such a name means, and the name with the other sign.
    static func signs(of name: String) -> (actual: String, other: String) {
        let tail = name.dropFirst("Etc/GMT".count)
        let hours = tail.dropFirst()
        let isBehind = tail.first == "+"
        return ("UTC\(isBehind ? "-" : "+")\(hours)", "Etc/GMT\(isBehind ? "-" : "+")\(hours)")
    }

    /// Names that look like a zone with daylight saving time and have none. (`HST` is Hawaii, which has none either.)
    static func fixedOffset(of name: borrowing Span<UInt8>) -> (offset: String, city: String)? {
        if name.equals("EST") { return ("UTC-5", "America/New_York") }
        if name.equals("MST") { return ("UTC-7", "America/Denver") }
        return nil
    }
}
