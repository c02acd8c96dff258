// Streams that are compressed, and others, through one type.
import Foundation
import Testing

@testable import Workspace

@Suite struct UnpackedBytesTests {
    /// Hands over so many bytes at a time.
    private final class Slices: ByteStream {
        private var rest: ArraySlice<UInt8>
        private let size: Int

        init(_ bytes: [UInt8], by size: Int) {
            rest = bytes[...]
            self.size = size
        }

        func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
            let count = min(size, buffer.count, rest.count)
            _ = buffer[..<count].update(fromContentsOf: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
    }

    private func text(_ bytes: [UInt8], by size: Int, into room: Int) throws(InputError) -> [UInt8] {
        let stream = UnpackedBytes(Slices(bytes, by: size))
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: room)
        while true {
            var failure: InputError?
            let count = buffer.withUnsafeMutableBufferPointer { buffer in
                do throws(InputError) {
                    return try stream.read(into: buffer)
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            if count == 0 { return result }
            result += buffer[..<count]
        }
    }

    @Test(arguments: [1, 3, 1 << 20], [1, 7, 1 << 20])
    func streams(by size: Int, into room: Int) throws {
        let folder = try Folders()
        let plain = Array(String(repeating: "{\"a\": 1}\n", count: 2_000).utf8)
        try folder.write("a", plain)
        try folder.shell("gzip -nk a")
        let compressed = try [UInt8](Data(contentsOf: folder.url.appending(path: "a.gz")))
        for bytes in [plain, compressed] { #expect(try text(bytes, by: size, into: room) == plain) }
        for bytes in [[], [0x1F], [0x7B]] as [[UInt8]] { #expect(try text(bytes, by: size, into: room) == bytes) }
        #expect(throws: InputError.self) { try text(Array(compressed.dropLast(3)), by: size, into: room) }
    }
}
