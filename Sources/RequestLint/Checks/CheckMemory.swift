/// What the checks of one worker remember of texts that are well, so that they are judged once: schedules, accounts and
/// Regions are the same in many requests. It belongs to one worker and one set of rules, is bounded, and forgets what is
/// older. What it does not know is judged.
package final class CheckMemory {
    let matching = MatchMemory()
    /// One worker owns the memory, so nothing can overlap an access; the dynamic check would cost more than the access.
    @exclusivity(unchecked) private var sound = SoundTexts()
    @exclusivity(unchecked) private var starts = [SoundStart](repeating: SoundStart(), count: rows)
    @exclusivity(unchecked) private var guesses = GuessMemory()
    @exclusivity(unchecked) private var nextNumber: UInt32 = 1
    /// How many requests were begun. Of the first one nothing is kept: most files have no other.
    @exclusivity(unchecked) private var requests = 0

    private static let rows = 16

    package init() {}

    /// Begins a new request.
    func begin() {
        requests += 1
        // Starts that are known keep their numbers; new ones get others.
        if nextNumber > SoundStart.Mark.none / 2 { forgetStarts() }
    }

    private func forgetStarts() {
        starts = Array(repeating: SoundStart(), count: Self.rows)
        nextNumber = 1
    }

    // MARK: Whole texts

    /// Whether a check found nothing wrong with these texts before.
    /// - Parameter tag: what else the judgement depends on; the check and its place among it.
    func knows(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) -> Bool {
        sound.holds(tag, first, second)
    }

    func remember(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) {
        if requests > 1 { sound.insert(tag, first, second) }
    }

    // MARK: Wrong texts

    func guess(_ tag: UInt64, _ text: borrowing Span<UInt8>) -> (any Sendable)? { guesses.guess(tag, text) }

    func remember(_ guess: any Sendable, _ tag: UInt64, _ text: borrowing Span<UInt8>) { guesses.insert(guess, tag, text) }

    // MARK: Starts of texts

    func start(of text: borrowing Span<UInt8>) -> SoundStart.Mark? {
        if starts[0].isStart(of: text) { return starts[0].mark }
        let row = Self.row(text)
        return starts[row].isStart(of: text) ? starts[row].mark : nil
    }

    func rememberStart(
        of text: borrowing Span<UInt8>, length: Int, isOwn: Bool, word: UInt32
    ) -> SoundStart.Mark? {
        let row = isOwn ? 0 : Self.row(text)
        guard starts[row].set(text.extracting(0..<length), word: word, number: nextNumber) else { return nil }
        nextNumber = min(nextNumber + 1, SoundStart.Mark.none)
        return starts[row].mark
    }

    /// The row of a start that is not the request's own, by what most of them differ in.
    private static func row(_ text: borrowing Span<UInt8>) -> Int {
        guard text.count >= 36 else { return 1 }
        let mixed = (text.word(at: 20) ^ text.word(at: 28)) &* 0x9E37_79B9_7F4A_7C15
        return 1 + Int(truncatingIfNeeded: mixed >> 60) % (rows - 1)
    }
}

/// The start of a text, up to 128 bytes.
package struct SoundStart {
    /// What is known of it.
    package struct Mark {
        package fileprivate(set) var length = 0
        package fileprivate(set) var word: UInt32 = 0
        /// The same for the same start, as long as one request is judged; `none` where the numbers of the request are used up.
        package fileprivate(set) var number = Mark.none

        package static let none: UInt32 = 0xFFF
    }

    private var bytes: [UInt8] = []
    fileprivate var mark = Mark()

    fileprivate func isStart(of text: borrowing Span<UInt8>) -> Bool {
        mark.length > 0 && text.count >= mark.length && text.extracting(0..<mark.length).equals(bytes.span)
    }

    /// - Returns: whether it is short enough to be kept.
    fileprivate mutating func set(_ start: borrowing Span<UInt8>, word: UInt32, number: UInt32) -> Bool {
        guard start.count <= 128 else { return false }
        start.withUnsafeBufferPointer { bytes.replaceSubrange(bytes.indices, with: $0) }
        mark = Mark(length: start.count, word: word, number: number)
        return true
    }
}

/// Texts that were found to be well, alone or two together, each at the place that its bytes choose: a newer one replaces an
/// older one there.
private struct SoundTexts {
    private struct Row {
        var tag: UInt64 = 0
        var first = 0
        var second = 0
        var isUsed = false
    }

    private static let count = 256
    private static let width = 96
    private var rows: [Row] = []
    private var bytes: [UInt8] = []

    func holds(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) -> Bool {
        guard !rows.isEmpty else { return false }
        let number = Self.number(tag, first, second)
        let row = rows[number]
        guard row.isUsed, row.tag == tag, row.first == first.count, row.second == second.count else { return false }
        let start = number * Self.width
        let kept = bytes.span
        return kept.extracting(start..<start + row.first).equals(first)
            && kept.extracting(start + row.first..<start + row.first + row.second).equals(second)
    }

    mutating func insert(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) {
        guard first.count + second.count <= Self.width else { return }
        if rows.isEmpty {
            rows = Array(repeating: Row(), count: Self.count)
            bytes = Array(repeating: 0, count: Self.count * Self.width)
        }
        let number = Self.number(tag, first, second)
        rows[number] = Row(tag: tag, first: first.count, second: second.count, isUsed: true)
        let start = number * Self.width
        for index in 0..<first.count { bytes[start + index] = first[index] }
        for index in 0..<second.count { bytes[start + first.count + index] = second[index] }
    }

    private static func number(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) -> Int {
        let mixed = (tag &+ Self.mix(first)) &* 0x9E37_79B9_7F4A_7C15 &+ Self.mix(second)
        return Int(truncatingIfNeeded: (mixed &* 0xC2B2_AE3D_27D4_EB4F) >> 56)
    }

    private static func mix(_ text: borrowing Span<UInt8>) -> UInt64 {
        guard text.count >= 8 else {
            var word: UInt64 = 0
            for index in 0..<text.count { word = word << 8 | UInt64(text[index]) }
            return word
        }
        return text.word(at: 0) ^ text.word(at: text.count - 8) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    }
}
