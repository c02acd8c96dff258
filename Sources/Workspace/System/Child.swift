// `environ` is a variable of C, which Swift can't prove safe; nothing here changes it.
@preconcurrency import Glibc

/// Runs another program and collects what it prints.
enum Child {
    struct Outcome {
        /// What the program ended with; above 128 where a signal ended it.
        var status: Int32
        var output: [UInt8]
        var errors: [UInt8]
    }

    /// - Parameters:
    ///   - command: the program, found by PATH, and its arguments.
    ///   - removing: variables of the environment that the program does not inherit.
    /// - Throws: the system's error where the program can't be started.
    static func run(_ command: [[UInt8]], removing: [String]) throws(SystemError) -> Outcome {
        let output = try Pipe()
        let errors = try Pipe()
        let process = try spawn(command, removing: removing, output: output.write.number, errors: errors.write.number)
        var outcome = Outcome(status: 0, output: [], errors: [])
        let (read, readErrors) = (output.closingWriter(), errors.closingWriter())
        try drain(read, readErrors, into: &outcome)
        var status: Int32 = 0
        _ = try SystemError.check { waitpid(process, &status, 0) }
        let signal = status & 0x7F
        outcome.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return outcome
    }

    private struct Pipe: ~Copyable {
        let read: FileDescriptor
        let write: FileDescriptor

        init() throws(SystemError) {
            var ends: (Int32, Int32) = (-1, -1)
            _ = try SystemError.check {
                withUnsafeMutableBytes(of: &ends) { pipe2($0.assumingMemoryBound(to: Int32.self).baseAddress, O_CLOEXEC) }
            }
            read = FileDescriptor(owning: ends.0)
            write = FileDescriptor(owning: ends.1)
        }

        /// The end for reading sees the end of the text only when nobody can write.
        consuming func closingWriter() -> FileDescriptor { read }
    }

    private static func spawn(
        _ command: [[UInt8]], removing: [String], output: Int32, errors: Int32
    ) throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // The program gets the signal back that this one ignores.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var arguments = command.map { $0.withUnsafeBytes { strndup($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) } }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var variables = environment(without: removing)
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &arguments, &variables)
        if code != 0 { throw SystemError(code: code) }
        return process
    }

    private static func environment(without names: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var result: [UnsafeMutablePointer<CChar>?] = []
        var entry = environ
        while let current = entry, let text = current.pointee {
            let isRemoved = names.contains { strncmp(text, $0 + "=", $0.utf8.count + 1) == 0 }
            if !isRemoved { result.append(text) }
            entry = current + 1
        }
        return result + [nil]
    }

    /// Reads both pipes as they fill, so that neither stops the program.
    private static func drain(
        _ output: borrowing FileDescriptor, _ errors: borrowing FileDescriptor, into outcome: inout Outcome
    ) throws(SystemError) {
        var waiting = [
            pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0),
        ]
        while waiting.contains(where: { $0.fd >= 0 }) {
            _ = try SystemError.check { poll(&waiting, 2, -1) }
            if waiting[0].revents != 0 {
                let more = try output.chunk(65_536)
                outcome.output += more
                if more.isEmpty { waiting[0].fd = -1 }
            }
            if waiting[1].revents != 0 {
                let more = try errors.chunk(4096)
                outcome.errors += more
                if more.isEmpty { waiting[1].fd = -1 }
            }
        }
    }
}
