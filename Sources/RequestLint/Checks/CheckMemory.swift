/// What checks remember of texts that are well, so that they are judged once: schedules, accounts and
/// Regions are the same in many requests. It belongs to one desk and one set of rules, is bounded, and forgets what is
/// older. What it does not know is judged.
package final class CheckMemory {
    let matching = MatchMemory()
    private let sound = SoundTexts()
    /// By row: what is known of the start that the row of bytes has; of none, where its length is 0.
    private let starts = NumberRow(repeating: SoundStart.Mark(), count: rows)
    private let startBytes = ByteRows(rows, width: longestStart)
    /// One thread at a time uses the memory, so nothing can overlap an access; the dynamic check would cost more than the access.
    @exclusivity(unchecked) private var guesses = GuessMemory()
    @exclusivity(unchecked) private var nextNumber: UInt32 = 1
    /// How many requests were begun. Of the first one nothing is kept: most files have no other.
    @exclusivity(unchecked) private var requests = 0

    private static let rows = 16
    private static let longestStart = 128

    package init() {}

    /// Begins a new request.
    func begin() {
        requests += 1
        // Starts that are known keep their numbers; new ones get others.
        if nextNumber > SoundStart.Mark.none / 2 { forgetStarts() }
    }

    private func forgetStarts() {
        for row in 0..<Self.rows { starts[row] = SoundStart.Mark() }
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
        if isStart(of: text, in: 0) { return starts[0] }
        let row = Self.row(text)
        return isStart(of: text, in: row) ? starts[row] : nil
    }

    @inline(__always)
    private func isStart(of text: borrowing Span<UInt8>, in row: Int) -> Bool {
        let length = starts[row].length
        return length > 0 && text.count >= length && startBytes.holds(text.extracting(0..<length), row: row)
    }

    func rememberStart(
        of text: borrowing Span<UInt8>, length: Int, isOwn: Bool, word: UInt32
    ) -> SoundStart.Mark? {
        let row = isOwn ? 0 : Self.row(text)
        guard length <= Self.longestStart else { return nil }
        startBytes.write(text.extracting(0..<length), row: row)
        starts[row] = SoundStart.Mark(length: length, word: word, number: nextNumber)
        nextNumber = min(nextNumber + 1, SoundStart.Mark.none)
        return starts[row]
    }

    /// The row of a start that is not the request's own, by what most of them differ in.
    private static func row(_ text: borrowing Span<UInt8>) -> Int {
        guard text.count >= 36 else { return 1 }
        let mixed = (text.word(at: 20) ^ text.word(at: 28)) &* 0x9E37_79B9_7F4A_7C15
        return 1 + Int(truncatingIfNeeded: mixed >> 60) % (rows - 1)
    }
}

/// The start of a text that was well.
package enum SoundStart {
    /// What is known of it.
    package struct Mark: BitwiseCopyable {
        package fileprivate(set) var length = 0
        package fileprivate(set) var word: UInt32 = 0
        /// The same for the same start, as long as one request is judged; `none` where the numbers of the request are used up.
        package fileprivate(set) var number = Mark.none

        package static let none: UInt32 = 0xFFF
    }
}

/// Texts that were found to be well, alone or two together, each at the place that its bytes choose: a newer one replaces an
/// older one there.
private struct SoundTexts: ~Copyable {
    private struct Row: BitwiseCopyable {
        var tag: UInt64 = 0
        /// The lengths of the texts; of a row that has none, no length.
        var first = UInt32.max
        var second: UInt32 = 0
    }

    private static let count = 1024
    private static let width = 96
    private let rows = NumberRow(repeating: Row(), count: count)
    private let bytes = ByteRows(count, width: width)

    func holds(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) -> Bool {
        let number = Self.number(tag, first, second)
        let row = rows[number]
        guard row.tag == tag, Int(row.first) == first.count, Int(row.second) == second.count else { return false }
        return bytes.holds(first, row: number) && bytes.holds(second, row: number, at: first.count)
    }

    func insert(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) {
        guard first.count + second.count <= Self.width else { return }
        let number = Self.number(tag, first, second)
        rows[number] = Row(tag: tag, first: UInt32(first.count), second: UInt32(second.count))
        bytes.write(first, row: number)
        bytes.write(second, row: number, at: first.count)
    }

    private static func number(_ tag: UInt64, _ first: borrowing Span<UInt8>, _ second: borrowing Span<UInt8>) -> Int {
        let mixed = (tag &+ Self.mix(first)) &* 0x9E37_79B9_7F4A_7C15 &+ Self.mix(second)
        return Int(truncatingIfNeeded: (mixed &* 0xC2B2_AE3D_27D4_EB4F) >> 54)
    }

    private static func mix(_ text: borrowing Span<UInt8>) -> UInt64 {
        let (first, last) = text.ends
        return first ^ last &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    }
}
