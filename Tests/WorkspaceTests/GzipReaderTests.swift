// gzip as gzip(1) writes it, read in pieces of any size, and whatever else begins with its two bytes.
import Foundation
import RequestLint
import Testing

@testable import Workspace

@Suite struct GzipReaderTests {
    /// What the program `gzip` makes of some bytes.
    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try Folders()
        try folder.write("a", bytes)
        try folder.shell("gzip -n -9 a")
        return try [UInt8](Data(contentsOf: folder.url.appending(path: "a.gz")))
    }

    /// The decompressed text, with the source handing over `size` bytes at a time.
    private func text(_ bytes: [UInt8], by size: Int = 1 << 20) throws(GzipReader.Failure) -> [UInt8] {
        var rest = bytes[...]
        var reader = try GzipReader { () throws(InputError) in
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        var result: [UInt8] = []
        while let piece = try reader.next() {
            #expect(!piece.isEmpty && piece.count <= 65_536)
            result += piece
        }
        #expect(try reader.next() == nil)
        return result
    }

    private func failure(_ bytes: [UInt8], by size: Int = 1 << 20) -> GzipReader.Failure? {
        do throws(GzipReader.Failure) {
            _ = try text(bytes, by: size)
            return nil
        } catch {
            return error
        }
    }

    private static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 88_172_645_463_325_252
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000], [1, 7, 4096, 1 << 20])
    func texts(count: Int, by size: Int) throws {
        // In single bytes, the short ones are enough.
        if size == 1, count > 65_537 { return }
        let plain = Self.noise(count)
        #expect(try text(gzip(plain), by: size) == plain)
    }

    @Test("what is far smaller when it is compressed", arguments: [1, 5, 1 << 20])
    func runs(by size: Int) throws {
        let plain = [UInt8](repeating: 32, count: 5_000_000)
        let compressed = try gzip(plain)
        #expect(compressed.count * GzipReader.greatestRatio >= plain.count)
        #expect(try text(compressed, by: size) == plain)
    }

    @Test("members are one text, and zeros behind them padding", arguments: [1, 3, 1 << 20])
    func members(by size: Int) throws {
        let parts = try [gzip(Array("one ".utf8)), gzip([]), gzip(Array("two".utf8))]
        let whole = Array(parts.joined())
        #expect(try text(whole, by: size) == Array("one two".utf8))
        #expect(try text(whole + [UInt8](repeating: 0, count: 512), by: size) == Array("one two".utf8))
    }

    @Test("each place to cut it at", arguments: [1, 1 << 20])
    func truncated(by size: Int) throws {
        let whole = try gzip(Array("{\"imagePipelineArn\": 1}".utf8))
        for end in 1..<whole.count {
            guard case .truncated = failure(Array(whole[..<end]), by: size) else {
                Issue.record("cut at \(end)")
                continue
            }
        }
    }

    @Test func corrupt() throws {
        let whole = try gzip(Self.noise(1000))
        func isCorrupt(_ bytes: [UInt8]) -> Bool {
            if case .corrupt(let words) = failure(bytes) { return !words.isEmpty }
            return false
        }
        #expect(isCorrupt([0x1F, 0x8B] + Array("no gzip".utf8)))
        #expect(isCorrupt(whole + Array("more".utf8)))
        var other = whole
        other[whole.count - 6] ^= 1
        #expect(isCorrupt(other), "a wrong checksum")
    }

    @Test func whatCannotBeRead() throws {
        var reader = try GzipReader { () throws(InputError) in throw InputError(message: "The disk is gone.") }
        do throws(GzipReader.Failure) {
            _ = try reader.next()
            Issue.record("it is read")
        } catch {
            #expect(error.message == "The disk is gone.")
        }
    }

    @Test("any change of a byte gives the text, a failure or another text, and an end")
    func damaged() throws {
        let whole = try gzip(Array(repeating: Array("cron(0 0 * * ? *)".utf8), count: 20).flatMap { $0 })
        for place in whole.indices {
            for change in [1, 0x80, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] ^= change
                _ = failure(bytes, by: 5)
            }
        }
    }
}

extension InputReaderTests {
    @Test func compressedFiles() throws {
        let folder = try Folders()
        try folder.write("a.json", Array(#"{"a": 1}"#.utf8))
        try folder.shell("gzip -nk a.json; cp a.json.gz named-otherwise; head -c 20 a.json.gz > cut.json.gz")
        for name in ["a.json.gz", "named-otherwise"] {
            #expect(bytes(read(folder.url.appending(path: name))) == Array(#"{"a": 1}"#.utf8))
        }
        let cut = notice(read(folder.url.appending(path: "cut.json.gz")))
        #expect(cut?.kind == .unreadable)
        #expect(cut?.message == "The compressed file ends too early: some of it is missing. Compress it again, or fetch it again.")
        let corrupt = try folder.write("b.json.gz", [0x1F, 0x8B, 1, 2])
        #expect(notice(read(corrupt))?.message.contains("unknown compression method") == true)
    }

    @Test func compressedFilesHaveTheLimitOfTheirText() throws {
        let folder = try Folders()
        try folder.write("a.json", Array(repeating: 32, count: 100_000))
        try folder.shell("gzip -n a.json")
        let file = folder.url.appending(path: "a.json.gz")
        #expect(bytes(read(file, limit: 100_000))?.count == 100_000)
        let notice = notice(read(file, limit: 99_999))
        #expect(notice?.kind == .limit)
        #expect(notice?.message.contains("more than 99999 bytes once it is decompressed") == true)
    }
}
