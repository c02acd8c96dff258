/// What is learned while requests are screened and judged, which makes the next ones cheap: what is done at a place, which member follows
/// which, and texts that were well. It belongs to one desk and one set of rules.
final class ScreeningMemory {
    /// What the last request was: files and streams hold many of a kind.
    var guess: Screener.Guess?
    private let plans: NumberRow<MemberPlan>
    /// By member: its key as most writers write it, `"name":`.
    private let keys: ByteRows
    private let texts = KnownTexts()

    private static let longestKey = 64

    init(_ registry: Registry) {
        plans = NumberRow(repeating: MemberPlan(), count: registry.members.count + registry.shapes.count)
        keys = ByteRows(registry.members.count, width: Self.longestKey)
    }

    // MARK: Places

    /// What is done at a place that was met before: a member by its record, or behind all members a shape.
    @inline(__always)
    func plan(at place: Int) -> PlanReference { PlanReference(plans.pointer(to: place), place: place) }

    /// The same, made up where nobody asked before.
    @inline(__always)
    func plan(at place: Int, _ registry: Registry, _ rules: ActiveRules) -> PlanReference {
        if !plans[place].isKnown { learn(place, registry, rules) }
        return plan(at: place)
    }

    private func learn(_ place: Int, _ registry: Registry, _ rules: ActiveRules) {
        let follower = plans[place].follower
        plans[place] = MemberPlan(registry, rules, place: place)
        plans[place].follower = follower
        guard place < registry.members.count else { return }
        let name = registry.text.span(registry.members[place].name)
        guard name.count + 3 <= Self.longestKey else { return }
        keys.write(UInt8(ascii: "\""), row: place, at: 0)
        keys.write(name, row: place, at: 1)
        keys.write(UInt8(ascii: "\""), row: place, at: name.count + 1)
        keys.write(UInt8(ascii: ":"), row: place, at: name.count + 2)
        plans[place].keyLength = UInt8(name.count + 3)
    }

    /// The member that stood behind a place last, where its key is in front, which the scanner passes then.
    @inline(__always)
    func follower(of place: Int, _ scanner: inout JSONScanner) -> Int? {
        let follower = Int(plans[place].follower) &- 1
        guard follower >= 0 else { return nil }
        let length = Int(plans[follower].keyLength)
        return length > 0 && scanner.skip(length, where: { keys.holds($0, row: follower) }) ? follower : nil
    }

    /// The member that stood behind a place last, where it has this name.
    @inline(__always)
    func follower(of place: Int, named name: borrowing Span<UInt8>) -> Int? {
        let follower = Int(plans[place].follower) &- 1
        guard follower >= 0 else { return nil }
        return Int(plans[follower].keyLength) == name.count + 3 && keys.holds(name, row: follower, at: 1) ? follower : nil
    }

    func note(_ member: Int, behind last: Int) { plans[last].follower = UInt32(member) + 1 }

    // MARK: Texts

    /// Whether a text was well at a place before.
    @inline(never)
    func knows(_ text: borrowing Span<UInt8>, at place: Int) -> Bool {
        let balance = plans[place].balance
        guard texts.hold(text, at: place) else {
            plans[place].balance = balance - 1
            if balance == 0 { plans[place].needs.remove(.memory) }
            return false
        }
        if balance < Int8.max { plans[place].balance = balance + 1 }
        return true
    }

    func remember(_ text: borrowing Span<UInt8>, at place: Int) { texts.insert(text, at: place) }
}

/// Short texts that were well, each in the row that its bytes choose: a newer one replaces an older one there.
private struct KnownTexts: ~Copyable {
    private static let rows = 1024
    private static let width = 64
    /// By row: the text's place and length.
    private let tags = NumberRow<UInt32>(repeating: .max, count: rows)
    private let bytes = ByteRows(rows, width: width)

    @inline(__always)
    func hold(_ text: borrowing Span<UInt8>, at place: Int) -> Bool {
        let row = Self.row(text, place)
        return tags[row] == Self.tag(text, place) && bytes.holds(text, row: row)
    }

    func insert(_ text: borrowing Span<UInt8>, at place: Int) {
        guard text.count <= Self.width else { return }
        let row = Self.row(text, place)
        tags[row] = Self.tag(text, place)
        bytes.write(text, row: row)
    }

    /// Longer texts than a row has room for have tags that no row has.
    @inline(__always)
    private static func tag(_ text: borrowing Span<UInt8>, _ place: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: place &<< 8 | min(text.count, 255))
    }

    @inline(__always)
    private static func row(_ text: borrowing Span<UInt8>, _ place: Int) -> Int {
        let (first, last) = text.ends
        var mixed = UInt64(truncatingIfNeeded: place) &* 0xC2B2_AE3D_27D4_EB4F ^ first ^ last &* 0x9E37_79B9_7F4A_7C15
        if text.count >= 16 { mixed ^= text.word(at: (text.count &- 8) / 2) &* 0xD6E8_FEB8_6659_FD93 }
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    }
}
