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

    /// Lets the next read begin at an offset.
    func move(to offset: Int) throws(SystemError) {
        _ = try SystemError.check { lseek(number, off_t(offset), SEEK_SET) }
    }

    /// Reads to the end, or a little past the limit.
    /// - Parameter size: of a regular file, where a read that brings exactly this has seen the end. nil for all else. The end
    ///   is only where a read brings nothing: a pipe hands over what is there, and so may a file system over the network.
    func readAll(size: Int?, limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        if let size {
            // What is no pipe and has nothing to give now, such as the kernel's log, may never have.
            bytes = try Self.chunk(of: number, size + 1, waits: false)
            if bytes.isEmpty || bytes.count == size { return bytes }
        }
        while bytes.count <= limit {
            let more = try Self.chunk(of: number, max(65_536, bytes.count / 2))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// What one read brings, waiting where a writer is slow; empty at the end.
    static func chunk(of number: Int32, _ capacity: Int, waits: Bool = true) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            do throws(SystemError) {
                count = try read(number, into: buffer, waits: waits)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    static func read(
        _ number: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, waits: Bool = true
    ) throws(SystemError) -> Int {
        while true {
            do throws(SystemError) {
                return try SystemError.check { Glibc.read(number, buffer.baseAddress, buffer.count) }
            } catch {
                guard waits, error.isTemporary else { throw error }
                try wait(for: Int16(POLLIN), on: number)
            }
        }
    }

    /// Whoever shares a pipe or terminal may have said that nobody waits on it.
    private static func wait(for events: Int16, on number: Int32) throws(SystemError) {
        var wanted = pollfd(fd: number, events: events, revents: 0)
        _ = try SystemError.check { poll(&wanted, 1, -1) }
    }

    /// Writes all of the bytes, waiting where a reader is slow.
    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let written = bytes[start...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
            if written >= 0 {
                start += written
            } else if SystemError.last.isTemporary {
                try Self.wait(for: Int16(POLLOUT), on: number)
            } else if errno != EINTR {
                throw .last
            }
        }
    }
}
