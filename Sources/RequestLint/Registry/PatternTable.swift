// Patterns of the model and of rule pages, by PCRE2 where they say more than which characters a text has. Raw pointers to compiled patterns stay inside this file: each is
// written once by an atomic exchange, never changed afterwards, and freed with the table.
import CPCRE2
import Synchronization

/// What became of a match.
package enum PatternResult: Sendable {
    case match
    case noMatch
    /// A limit of the matcher was reached; nothing is known.
    case gaveUp
}

/// Compiled patterns: each is compiled on first use and shared by all threads, and once more to machine code, which takes
/// longer than a few matches do, by those who match often.
package final class PatternTable: @unchecked Sendable {
    private let patterns: BlobTable<PatternRecord>
    private let text: BlobTable<UInt8>
    /// Twice as many as there are patterns: those of machine code follow the others.
    private let compiled: UnsafeMutablePointer<Atomic<UnsafeMutableRawPointer?>>
    private var slots: Int { patterns.count * 2 }

    init(_ patterns: BlobTable<PatternRecord>, text: BlobTable<UInt8>) {
        self.patterns = patterns
        self.text = text
        compiled = .allocate(capacity: max(patterns.count * 2, 1))
        for index in 0..<patterns.count * 2 { (compiled + index).initialize(to: Atomic(nil)) }
    }

    deinit {
        for index in 0..<slots {
            if let code = compiled[index].load(ordering: .acquiring) {
                pcre2_code_free_8(OpaquePointer(code))
            }
        }
        compiled.deinitialize(count: slots)
        compiled.deallocate()
    }

    /// The pattern as it was compiled.
    package func source(_ index: Int) -> String { text.string(patterns[index].text) }

    /// Matches a text that is known to be valid UTF-8 against a whole-string pattern.
    @inline(__always)
    package func match(
        _ index: Int, _ subject: borrowing Span<UInt8>, _ memory: @autoclosure () -> MatchMemory
    ) -> PatternResult {
        if patterns[index].isSimple != 0 { return patterns[index].characters.matches(subject) ? .match : .noMatch }
        return matchByPCRE2(index, subject, memory())
    }

    /// The same without the short cut for simple patterns.
    func matchByPCRE2(
        _ index: Int, _ subject: borrowing Span<UInt8>, _ memory: MatchMemory
    ) -> PatternResult {
        guard !memory.avoids(index) else { return .gaveUp }
        let isOften = memory.countMatch()
        var result = run(index, subject, memory, isMachine: isOften)
        // Each has limits of its own. That both were asked makes the answer the same whoever was asked first.
        if result < PCRE2_ERROR_NOMATCH { result = run(index, subject, memory, isMachine: !isOften) }
        if result >= 0 { return .match }
        if result == PCRE2_ERROR_NOMATCH { return .noMatch }
        memory.noteGivingUp(index)
        return .gaveUp
    }

    /// Matches by machine code or by the interpreter.
    /// - Returns: as PCRE2 says it.
    private func run(_ index: Int, _ subject: borrowing Span<UInt8>, _ memory: MatchMemory, isMachine: Bool) -> Int32 {
        guard let code = code(index, isMachine: isMachine) else { return PCRE2_ERROR_NOMEMORY }
        return subject.withUnsafeBufferPointer { buffer in
            let start = buffer.baseAddress ?? Self.emptySubject
            return isMachine
                ? pcre2_jit_match_8(code, start, buffer.count, 0, PCRE2_NO_UTF_CHECK, memory.data, memory.context)
                : pcre2_match_8(code, start, buffer.count, 0, PCRE2_NO_UTF_CHECK, memory.data, memory.context)
        }
    }

    private func code(_ index: Int, isMachine: Bool) -> OpaquePointer? {
        precondition(index >= 0 && index < patterns.count, "a pattern lies outside the table")
        let slot = isMachine ? patterns.count + index : index
        if let code = compiled[slot].load(ordering: .acquiring) { return OpaquePointer(code) }
        guard let fresh = PatternCompiler.compile(text.bytes(patterns[index].text)).code else {
            return nil
        }
        if isMachine { pcre2_jit_compile_8(fresh, PCRE2_JIT_COMPLETE) }
        let (exchanged, original) = compiled[slot].compareExchange(
            expected: nil, desired: UnsafeMutableRawPointer(fresh), ordering: .acquiringAndReleasing)
        if exchanged { return fresh }
        pcre2_code_free_8(fresh)
        return original.map { OpaquePointer($0) }
    }

    /// PCRE2 wants an address even for an empty subject.
    private static var emptySubject: UnsafePointer<UInt8> {
        UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    }
}

/// The memory that matching writes to; one a worker.
package final class MatchMemory {
    fileprivate let data: OpaquePointer?
    fileprivate let context: OpaquePointer?
    private var matches = 0
    /// Whoever has matched so often is likely to go on.
    static let often = 24

    /// - Returns: whether there were many matches before.
    fileprivate func countMatch() -> Bool {
        if matches < Self.often { matches += 1 }
        return matches == Self.often
    }

    /// How often a match of each pattern gave up.
    private var failures: [Int: Int] = [:]

    /// A pattern that gave up so often is not tried again on this file or piece of a stream: each try costs milliseconds, and
    /// a file may hold millions of values.
    package static let mostFailures = 100

    fileprivate func avoids(_ pattern: Int) -> Bool {
        !failures.isEmpty && failures[pattern, default: 0] >= Self.mostFailures
    }

    /// Begins with another file or piece.
    func forgetFailures() { failures.removeAll() }

    fileprivate func noteGivingUp(_ pattern: Int) { failures[pattern, default: 0] += 1 }

    package init() {
        data = pcre2_match_data_create_8(1, nil)
        context = pcre2_match_context_create_8(nil)
        // A pattern that an enemy wrote ends here; the service's own never come near.
        pcre2_set_match_limit_8(context, 1_000_000)
        pcre2_set_depth_limit_8(context, 10_000)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_match_context_free_8(context)
    }
}

/// Compiles patterns the way ECMA-262 reads them.
enum PatternCompiler {
    /// - Returns: the compiled pattern, or PCRE2's words and the offset of the mistake.
    static func compile(
        _ pattern: [UInt8]
    ) -> (code: OpaquePointer?, mistake: String?, offset: Int) {
        var number: Int32 = 0
        var offset = 0
        let options =
            PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY
            | PCRE2_NEVER_BACKSLASH_C
        let code = pattern.withUnsafeBufferPointer { buffer in
            pcre2_compile_8(buffer.baseAddress, buffer.count, options, &number, &offset, nil)
        }
        guard let code else {
            var words = [UInt8](repeating: 0, count: 256)
            let length = pcre2_get_error_message_8(number, &words, words.count)
            let text = String(decoding: words.prefix(max(0, Int(length))), as: UTF8.self)
            return (nil, text, offset)
        }
        return (code, nil, 0)
    }

    /// Whether a pattern compiles; the mistake in words where it does not.
    static func mistake(in pattern: String) -> String? {
        let result = compile(Array(pattern.utf8))
        if let code = result.code {
            pcre2_code_free_8(code)
            return nil
        }
        return "\(result.mistake ?? "not a pattern") (at offset \(result.offset))"
    }

    private static let space = #"\t\n\x{0b}\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"#

    /// Rewrites what PCRE2 reads in another way than ECMA-262: `.`, `\s` and `\S`, `\u0041`, and brackets in classes.
    static func rewritten(_ pattern: String) -> String {
        var result = String.UnicodeScalarView()
        var inClass = false
        var rest = Substring(pattern).unicodeScalars
        while let sign = rest.popFirst() {
            switch sign {
            case "\\":
                guard let kind = rest.popFirst() else {
                    result.append("\\")
                    continue
                }
                result.append(contentsOf: escape(kind, &rest, inClass: inClass).unicodeScalars)
            case "[":
                // PCRE2 reads `[[:` as a POSIX class; ECMA-262 reads a bracket.
                if inClass { result.append("\\") }
                result.append(sign)
                inClass = true
            case "]":
                inClass = false
                result.append(sign)
            // ECMA-262 ends lines in four ways, PCRE2 in one.
            case "." where !inClass: result.append(contentsOf: #"[^\n\r\x{2028}\x{2029}]"#.unicodeScalars)
            default: result.append(sign)
            }
        }
        return String(result)
    }

    private static func escape(
        _ kind: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView, inClass: Bool
    ) -> String {
        switch kind {
        case "s": return inClass ? space : "[\(space)]"
        case "S" where !inClass: return "[^\(space)]"
        case "u":
            guard let unit = hexUnit(rest.prefix(4)) else { return "\\u" }
            rest.removeFirst(4)
            // Two halves of a surrogate pair are one character.
            if unit & 0xFC00 == 0xD800, rest.starts(with: "\\u".unicodeScalars),
                let low = hexUnit(rest.dropFirst(2).prefix(4)), low & 0xFC00 == 0xDC00
            {
                rest.removeFirst(6)
                return #"\x{\#(String(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), radix: 16))}"#
            }
            return #"\x{\#(String(unit, radix: 16))}"#
        default: return "\\" + String(kind)
        }
    }

    private static func hexUnit(_ digits: Substring.UnicodeScalarView) -> UInt32? {
        digits.count == 4 && digits.allSatisfy(\.properties.isASCIIHexDigit) ? UInt32(String(digits), radix: 16) : nil
    }
}
