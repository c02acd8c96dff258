/// An offset from UTC, as people write it where a time zone belongs: `+01:00`, `UTC+1`, `GMT-0330`, `Z`.
struct UTCOffset {
    /// Minutes ahead of UTC.
    let minutes: Int

    /// - Returns: nil where the text is no offset.
    init?(_ text: String) {
        var rest = text.uppercased()[...]
        if rest.hasPrefix("ETC/U") { rest = rest.dropFirst(4) }
        if rest == "Z" || rest == "UT" {
            minutes = 0
            return
        }
        for prefix in ["UTC", "GMT", "UT"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        rest = rest.drop { $0 == " " }
        // The real minus sign is written too.
        guard let sign = rest.first, sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
        let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        var digits = parts.joined()
        guard (1...2).contains(parts.count), !digits.isEmpty,
            digits.allSatisfy({ ("0"..."9").contains($0) }),
            parts.count == 1 || (parts[1].count == 2 && (1...2).contains(parts[0].count)),
            digits.count <= 4
        else { return nil }
        if digits.count <= 2 && parts.count == 1 { digits += "00" }
        guard let number = Int(digits), number / 100 <= 14, number % 100 < 60 else { return nil }
        let size = number / 100 * 60 + number % 100
        minutes = sign == "+" ? size : -size
    }

    var isWholeHours: Bool { minutes % 60 == 0 }

    /// A zone with this offset: of the whole hours the one without daylight saving time, of the others a city; nil where
    /// there is none.
    var zone: String? {
        if minutes == 0 { return "UTC" }
        guard isWholeHours else { return Self.cities[minutes] }
        let hours = minutes / 60
        // The names have the sign reversed, and reach from UTC-12 to UTC+14.
        guard (-12...14).contains(hours) else { return nil }
        return "Etc/GMT" + (hours > 0 ? "-" : "+") + String(abs(hours))
    }

    /// Cities whose standard time is not a whole number of hours from UTC.
    private static let cities = [
        -570: "Pacific/Marquesas", -210: "America/St_Johns", 210: "Asia/Tehran", 270: "Asia/Kabul",
        330: "Asia/Kolkata", 345: "Asia/Kathmandu", 390: "Asia/Yangon", 525: "Australia/Eucla",
        570: "Australia/Darwin", 630: "Australia/Lord_Howe", 765: "Pacific/Chatham",
    ]
}
