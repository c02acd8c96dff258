/// What is learned while requests are screened, which makes the next ones cheap: what texts of a place are judged by, which
/// member follows which, and texts that were well. A place is a member by its record, or behind all members a shape. It belongs
/// to one desk and one set of rules.
final class ScreeningMemory {
    /// What the last request was: files and streams hold many of a kind.
    var guess: Screener.Guess?
    private let needs: NumberRow<TextNeeds>
    /// By a member, or a shape for the first one: the member that stood behind it last, plus one.
    private let followers: NumberRow<UInt32>
    private let texts = KnownTexts()
    /// By place: whether remembering its texts is worth the effort, which it is not where each has another.
    private let balances: NumberRow<Int8>

    /// So many texts more that are new than known show that those of a place are all different.
    private static let patience: Int8 = 24

    init(_ registry: Registry) {
        let places = registry.members.count + registry.shapes.count
        needs = NumberRow(repeating: .unknown, count: places)
        followers = NumberRow(repeating: 0, count: places)
        balances = NumberRow(repeating: Self.patience, count: places)
    }

    // MARK: Members

    @inline(__always)
    func member(behind last: Int) -> Int? {
        let follower = followers[last]
        return follower == 0 ? nil : Int(follower) &- 1
    }

    func note(_ member: Int, behind last: Int) { followers[last] = UInt32(member) + 1 }

    // MARK: Texts

    /// What texts of a place are judged by; `unknown` where that is not learned yet.
    @inline(__always)
    func needs(at place: Int) -> TextNeeds { needs[place] }

    func note(_ needs: TextNeeds, at place: Int) { self.needs[place] = needs }

    /// Whether a text was well at a place before.
    @inline(__always)
    func knows(_ text: borrowing Span<UInt8>, at place: Int) -> Bool {
        guard texts.hold(text, at: place) else {
            balances[place] -= 1
            if balances[place] < 0 { needs[place].remove(.memory) }
            return false
        }
        if balances[place] < Int8.max { balances[place] += 1 }
        return true
    }

    func remember(_ text: borrowing Span<UInt8>, at place: Int) { texts.insert(text, at: place) }
}

/// What the texts of a place are judged by.
struct TextNeeds: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    static let length = TextNeeds(rawValue: 1)
    static let values = TextNeeds(rawValue: 2)
    static let pattern = TextNeeds(rawValue: 4)
    static let checks = TextNeeds(rawValue: 8)
    /// Whether those that were well are remembered.
    static let memory = TextNeeds(rawValue: 16)
    static let unknown = TextNeeds(rawValue: 128)
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
        var mixed = UInt64(truncatingIfNeeded: place) &* 0xC2B2_AE3D_27D4_EB4F
        if text.count >= 8 {
            mixed ^= text.word(at: 0) ^ text.word(at: text.count &- 8) &* 0x9E37_79B9_7F4A_7C15
                ^ text.word(at: (text.count &- 8) / 2) &* 0xD6E8_FEB8_6659_FD93
        } else {
            for index in 0..<text.count { mixed = (mixed ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15 }
        }
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    }
}
