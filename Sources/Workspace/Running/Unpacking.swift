import RequestLint

/// Puts a compressed file in place of its text, within the limit on files.
enum Unpacking {
    /// What was read, decompressed where its first bytes say gzip, whatever its name is.
    static func unpack(_ bytes: [UInt8], limit: Int) -> InputReader.Result {
        guard GzipReader.isGzip(bytes) else { return .bytes(bytes) }
        do throws(GzipReader.Failure) {
            // Of what may become too long, nothing is kept before its length is known.
            let mayExceed = bytes.count > limit / GzipReader.greatestRatio
            guard let count = mayExceed ? try size(of: bytes, limit: limit) : 0 else {
                return .notice(
                    Notice(
                        kind: .limit,
                        message: "The file has more than \(limit) bytes once it is decompressed, and files over \(limit) bytes are not read. Split it."))
            }
            var text: [UInt8] = []
            text.reserveCapacity(count)
            var reader = try reader(of: bytes)
            while let piece = try reader.next() { text += piece }
            return .bytes(text)
        } catch {
            return .notice(Notice(kind: .unreadable, message: error.message))
        }
    }

    /// - Returns: nil where it is more than the limit.
    private static func size(of bytes: [UInt8], limit: Int) throws(GzipReader.Failure) -> Int? {
        var reader = try reader(of: bytes)
        var size = 0
        while let piece = try reader.next() {
            size += piece.count
            if size > limit { return nil }
        }
        return size
    }

    private static func reader(of bytes: [UInt8]) throws(GzipReader.Failure) -> GzipReader {
        var rest: [UInt8]? = bytes
        return try GzipReader { () throws(InputError) in
            defer { rest = nil }
            return rest ?? []
        }
    }
}
