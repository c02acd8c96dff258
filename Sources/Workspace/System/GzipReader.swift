import CZLib

/// Decompresses gzip piece by piece, in memory that depends on neither the compressed nor the decompressed size.
///
/// Members that follow each other are one text, as RFC 1952 has it, and zeros behind the last one are padding.
package struct GzipReader: ~Copyable {
    /// Gives the next bytes of the compressed text, as many as it likes; none at its end.
    package typealias Source = () throws(InputError) -> [UInt8]

    /// Why a text can't be decompressed.
    package enum Failure: Error {
        /// The compressed text can't be read.
        case source(InputError)
        /// It ends inside a member.
        case truncated
        /// It is no gzip from some byte on; zlib's own words where it has any.
        case corrupt(String)
    }

    /// Of deflate's output, at most so many bytes stand for one of its input: https://zlib.net/zlib_tech.html.
    package static let greatestRatio = 1_032

    /// Whether a text begins as gzip does.
    package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    private let source: Source
    private let inflater: Inflater
    private var input: [UInt8] = []
    /// How much of the input was consumed.
    private var start = 0
    private var isInsideMember = false
    private var hasMember = false
    private var isAtEnd = false

    package init(_ source: @escaping Source) throws(Failure) {
        self.source = source
        inflater = try Inflater()
    }

    /// The next bytes of the text, never none; nil at its end.
    package mutating func next() throws(Failure) -> [UInt8]? {
        while !isAtEnd {
            if start == input.count { try refill() }
            if !isInsideMember, !isAtEnd, !beginMember() { continue }
            if isAtEnd { break }
            let step = try inflater.step(input[start...])
            start += step.consumed
            if step.isEndOfMember {
                isInsideMember = false
                inflater.reset()
            }
            if !step.output.isEmpty { return step.output }
        }
        return nil
    }

    private mutating func refill() throws(Failure) {
        do throws(InputError) {
            input = try source()
        } catch {
            throw .source(error)
        }
        start = 0
        guard input.isEmpty else { return }
        if isInsideMember { throw .truncated }
        isAtEnd = true
    }

    /// - Returns: false where all of the input is padding.
    private mutating func beginMember() -> Bool {
        if hasMember { start = input[start...].firstIndex { $0 != 0 } ?? input.count }
        guard start < input.count else { return false }
        isInsideMember = true
        hasMember = true
        return true
    }
}

extension GzipReader.Failure {
    /// What is wrong, why, and what to do.
    package var message: String {
        switch self {
        case .source(let error): error.message
        case .truncated:
            "The compressed file ends too early: some of it is missing. Compress it again, or fetch it again."
        case .corrupt(let words):
            "The file begins as gzip and can't be decompressed (\(words)). Compress it again, or fetch it again."
        }
    }
}

/// One stream of zlib. All that is unsafe in reading gzip is here.
private struct Inflater: ~Copyable {
    struct Step {
        var output: [UInt8]
        var consumed: Int
        var isEndOfMember: Bool
    }

    // zlib's own state points back at the stream, so it has an address of its own until `deinit`.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Bytes of one piece of output.
    private static let capacity = 65_536
    /// Bytes of input that zlib sees at once, so that they fit its 32-bit count.
    private static let greatestInput = 1 << 20
    /// A window of 32 KiB, and gzip's header instead of zlib's: https://zlib.net/manual.html, inflateInit2.
    private static let windowBits: Int32 = 15 + 16

    init() throws(GzipReader.Failure) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            let failure = Self.failure(stream, code)
            stream.deallocate()
            throw failure
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Begins a new member.
    func reset() {
        inflateReset(stream)
    }

    /// Decompresses some of the input, of which there is some.
    ///
    /// zlib reads at most `avail_in` bytes at `next_in` and writes at most `avail_out` bytes at `next_out`. Both pairs are
    /// set from the buffers of this call alone, which outlive it, and are cleared behind it; what zlib consumed and wrote is
    /// what it subtracted from the two counts, so neither can exceed its buffer.
    func step(_ input: ArraySlice<UInt8>) throws(GzipReader.Failure) -> Step {
        let given = min(input.count, Self.greatestInput)
        var code = Z_OK
        var consumed = 0
        let output = [UInt8](unsafeUninitializedCapacity: Self.capacity) { buffer, count in
            input.withUnsafeBufferPointer { bytes in
                // zlib's declaration lacks `const`; it does not write to its input.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                stream.pointee.avail_in = UInt32(given)
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(Self.capacity)
                code = inflate(stream, Z_NO_FLUSH)
                consumed = given - Int(stream.pointee.avail_in)
                count = Self.capacity - Int(stream.pointee.avail_out)
                stream.pointee.next_in = nil
                stream.pointee.next_out = nil
            }
        }
        // With input and room for output there always is progress, so each step brings the end nearer.
        guard code == Z_OK || code == Z_STREAM_END else { throw Self.failure(stream, code) }
        return Step(output: output, consumed: consumed, isEndOfMember: code == Z_STREAM_END)
    }

    private static func failure(_ stream: UnsafeMutablePointer<z_stream>, _ code: Int32) -> GzipReader.Failure {
        if code == Z_MEM_ERROR { return .corrupt("there is no memory for it") }
        return .corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "error \(code) of zlib")
    }
}
