import Glibc

/// An open file, closed when it goes out of use.
package struct FileDescriptor: ~Copyable {
    let number: Int32
    private let isOwned: Bool

    init(owning number: Int32) {
        self.number = number
        isOwned = true
    }

    private init(borrowing number: Int32) {
        self.number = number
        isOwned = false
    }

    deinit {
        if isOwned { close(number) }
    }

    package static var standardInput: FileDescriptor { FileDescriptor(borrowing: STDIN_FILENO) }
    package static var standardOutput: FileDescriptor { FileDescriptor(borrowing: STDOUT_FILENO) }
    package static var standardError: FileDescriptor { FileDescriptor(borrowing: STDERR_FILENO) }

    /// Opens a file without waiting for anybody: a pipe that has no writer does not stop the run.
    static func reading(_ path: Path) throws(SystemError) -> FileDescriptor {
        let number = try SystemError.check {
            open(path.cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        }
        return FileDescriptor(owning: number)
    }

    /// Creates or empties a file.
    package static func writing(_ path: Path) throws(SystemError) -> FileDescriptor {
        let number = try SystemError.check {
            open(path.cString, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o666)
        }
        return FileDescriptor(owning: number)
    }

    package func status() throws(SystemError) -> FileStatus {
        var status = stat()
        _ = try SystemError.check { fstat(number, &status) }
        return FileStatus(status)
    }

    package var isTerminal: Bool { isatty(number) == 1 }

    /// The columns of the terminal, or nil where it is none.
    package var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Reads to the end, or a little past the limit.
    /// - Parameter size: the bytes that are expected; where they are right, one call reads them all and sees the end.
    func readAll(expecting size: Int, limit: Int) throws(SystemError) -> [UInt8] {
        var bytes = try Self.chunk(of: number, size + 1)
        if bytes.count <= size { return bytes }
        while bytes.count <= limit {
            let more = try Self.chunk(of: number, max(65_536, bytes.count / 2))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// What one read brings; empty at the end.
    static func chunk(of number: Int32, _ capacity: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            do throws(SystemError) {
                count = try SystemError.check { read(number, buffer.baseAddress, capacity) }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all of the bytes, waiting where a reader is slow.
    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if written >= 0 {
                start += written
            } else if errno == EAGAIN {
                var wanted = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                _ = try SystemError.check { poll(&wanted, 1, -1) }
            } else if errno != EINTR {
                throw .last
            }
        }
    }
}
