/// The bytes of another stream, decompressed where they begin as gzip does.
final class UnpackedBytes: ByteStream {
    private let stream: any ByteStream
    /// What was read to know what they are, and what is decompressed and not handed over.
    private var pending: ArraySlice<UInt8> = []
    private var reader: GzipReader?
    private var isBegun = false

    init(_ stream: any ByteStream) {
        self.stream = stream
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
        if !isBegun { try begin() }
        if pending.isEmpty {
            guard reader != nil else { return try stream.read(into: buffer) }
            guard let piece = try unpacked() else { return 0 }
            pending = piece[...]
        }
        let count = min(buffer.count, pending.count)
        // Both have `count` elements.
        _ = buffer[..<count].update(fromContentsOf: pending.prefix(count))
        pending = pending.dropFirst(count)
        return count
    }

    private func begin() throws(InputError) {
        isBegun = true
        var start: [UInt8] = []
        while start.count < 2 {
            let more = try Self.piece(of: stream, 65_536)
            if more.isEmpty { break }
            start += more
        }
        guard GzipReader.isGzip(start) else {
            pending = start[...]
            return
        }
        var first: [UInt8]? = start
        do throws(GzipReader.Failure) {
            reader = try GzipReader { [stream] () throws(InputError) in
                guard let start = first else { return try Self.piece(of: stream, 65_536) }
                first = nil
                return start
            }
        } catch {
            throw InputError(message: error.message)
        }
    }

    private func unpacked() throws(InputError) -> [UInt8]? {
        do throws(GzipReader.Failure) {
            return try reader?.next() ?? nil
        } catch {
            throw InputError(message: error.message)
        }
    }

    private static func piece(of stream: any ByteStream, _ size: Int) throws(InputError) -> [UInt8] {
        var failure: InputError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(InputError) {
                count = try stream.read(into: buffer)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
