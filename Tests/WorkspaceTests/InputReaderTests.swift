import Foundation
import RequestLint
import Testing

@testable import Workspace

@Suite struct InputReaderTests {
    func read(_ url: URL, origin: Linter.Origin = .named, limit: Int = 1 << 20) -> InputReader.Result {
        InputReader.read(Input(place: .file(Path(url.path)), name: "x", origin: origin), limit: limit)
    }

    func bytes(_ result: InputReader.Result) -> [UInt8]? {
        if case .bytes(let bytes) = result { return bytes }
        return nil
    }

    func notice(_ result: InputReader.Result) -> Notice? {
        if case .notice(let notice) = result { return notice }
        return nil
    }

    @Test(arguments: [0, 1, 4095, 4096, 200_000])
    func wholeFiles(size: Int) throws {
        let folder = try Folders()
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = try folder.write("a.json", content)
        #expect(bytes(read(file)) == content)
    }

    /// Its size is said to be 0, and it has content all the same.
    @Test func filesThatHideTheirSize() throws {
        let content = bytes(read(URL(filePath: "/proc/self/status")))
        #expect((content?.count ?? 0) > 100)
    }

    /// What one read brings is not the end, unless it is what the size said.
    @Test func readsThatBringLittle() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let writing = ends[1]
        #expect(write(writing, "abc", 3) == 3)
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) {
            write(writing, "defg", 4)
            close(writing)
        }
        #expect(try FileDescriptor(owning: ends[0]).readAll(size: 7, limit: 100) == Array("abcdefg".utf8))
    }

    @Test func filesThatChangeWhileTheyAreRead() throws {
        let folder = try Folders()
        let file = Path(try folder.write("a.json", Array("0123456789".utf8)).path)
        // What was cut off, what was added, and what grows for ever.
        #expect(try FileDescriptor.reading(file).readAll(size: 20, limit: 100).count == 10)
        #expect(try FileDescriptor.reading(file).readAll(size: 5, limit: 100).count == 10)
        #expect(try FileDescriptor.reading(Path("/dev/zero")).readAll(size: 5, limit: 100_000).count > 100_000)
    }

    @Test func limits() throws {
        let folder = try Folders()
        let file = try folder.write("a.json", Array(repeating: 1, count: 100))
        #expect(bytes(read(file, limit: 100))?.count == 100)
        let notice = notice(read(file, limit: 99))
        #expect(notice?.kind == .limit)
        #expect(notice?.message == "The file has 100 bytes, and files over 99 bytes are not read. Split it.")
        #expect(self.notice(read(URL(filePath: "/proc/self/status"), limit: 10))?.kind == .limit)
    }

    @Test func whatIsNotThere() throws {
        let folder = try Folders()
        let missing = folder.url.appending(path: "none.json")
        #expect(notice(read(missing))?.kind == .unreadable)
        // A file that was listed and is gone was deleted in between.
        guard case .nothing = read(missing, origin: .found) else {
            Issue.record("a file that is gone is reported")
            return
        }
        let link = folder.url.appending(path: "link.json")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: missing)
        #expect(notice(read(link, origin: .found))?.message.contains("symbolic link") == true)
    }

    @Test func whatIsNoFile() throws {
        let folder = try Folders()
        #expect(mkfifo(folder.url.appending(path: "p.json").path, 0o600) == 0)
        #expect(notice(read(folder.url.appending(path: "p.json")))?.message.contains("named pipe") == true)
        #expect(notice(read(URL(filePath: "/dev/zero")))?.message.contains("a device") == true)
        #expect(notice(read(folder.url))?.message.contains("a folder") == true)
    }
}
