import CByteScan

/// What the first bytes of a source say about its encoding, and the check of one UTF-8 sequence.
package enum Encoding {
    /// The length of a UTF-8 byte order mark at the start.
    static func markLength(_ bytes: borrowing Span<UInt8>) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// What keeps a source from being read at all: its size, or an encoding of two or four bytes a character.
    static func problem(of source: Source, limits: ReadLimits) -> SyntaxProblem? {
        let bytes = source.bytes
        func whole(_ kind: SyntaxProblem.Kind, _ message: String) -> SyntaxProblem {
            SyntaxProblem(
                kind: kind, range: SourceRange(start: 0, end: min(bytes.count, 3)), message: message,
                isFatal: true)
        }
        if bytes.count > limits.bytes {
            return whole(
                .limit,
                "The \(source.noun) has \(bytes.count) bytes; \(source.noun)s over \(limits.bytes) are not read. Split it.")
        }
        // Two letters or signs of ASCII begin neither.
        if bytes.count >= 2, (0x01...0x7F).contains(bytes[0]), (0x01...0x7F).contains(bytes[1]) { return nil }
        let head = Array(bytes.prefix(4))
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
        // Without a mark, the zero bytes around the first character tell.
        let isWide =
            marks.contains { head.starts(with: $0) } || (head.count >= 2 && (head[0] == 0) != (head[1] == 0))
            || (head.count == 4 && head.prefix(3).allSatisfy { $0 == 0 } && head[3] != 0)
        guard isWide else { return nil }
        return whole(
            .encoding,
            "The \(source.noun) is in UTF-16 or UTF-32; requests are read as UTF-8. Save it as UTF-8.")
    }

    /// JSON has no byte order mark; YAML has.
    static func markProblem(of source: Source) -> SyntaxProblem {
        SyntaxProblem(
            kind: .encoding, range: SourceRange(start: 0, end: 3),
            message: "The \(source.noun) starts with a byte order mark, which JSON does not allow and many readers refuse. Save it as UTF-8 without one.",
            isFatal: false)
    }

    /// The first byte from an index on that is not ASCII; the end where there is none.
    static func asciiEnd(of bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        let rest = bytes.extracting(start..<bytes.count)
        return start + rest.withUnsafeBufferPointer { buffer in
            // What has an address has so many bytes there.
            buffer.baseAddress.map { byte_scan_ascii($0, buffer.count) } ?? 0
        }
    }

    /// The first byte that is no part of a UTF-8 character.
    static func firstInvalid(_ bytes: borrowing Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            index = asciiEnd(of: bytes, from: index)
            guard index < bytes.count else { return nil }
            let length = sequenceLength(bytes, index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// The length of the valid multi-byte sequence at an offset; 0 where none is.
    package static func sequenceLength(_ bytes: borrowing Span<UInt8>, _ offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        let lead = bytes[offset]
        func follows(_ index: Int, _ range: ClosedRange<UInt8>, _ bytes: borrowing Span<UInt8>) -> Bool {
            offset + index < bytes.count && range.contains(bytes[offset + index])
        }
        switch lead {
        case 0xC2...0xDF:
            return follows(1, 0x80...0xBF, bytes) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> =
                lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
            return follows(1, second, bytes) && follows(2, 0x80...0xBF, bytes) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> =
                lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            return follows(1, second, bytes) && follows(2, 0x80...0xBF, bytes)
                && follows(3, 0x80...0xBF, bytes) ? 4 : 0
        default: return 0
        }
    }
}
