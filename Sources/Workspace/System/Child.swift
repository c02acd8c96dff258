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
    ///   - setting: variables that it finds instead of the ones that this program has, such as `LC_ALL=C`.
    ///   - patience: seconds that the program may say nothing; then it is ended.
    /// - Throws: the system's error where the program can't be started, and `SystemError.timeOut` where it was ended.
    static func run(
        _ command: [[UInt8]], removing: [String], setting: [String] = [], patience: Int
    ) throws(SystemError) -> Outcome {
        let (output, outputEnd) = try pipe()
        let (errors, errorsEnd) = try pipe()
        defer {
            close(output)
            close(errors)
        }
        let spawned = Result { () throws(SystemError) in
            try spawn(command, removing, setting, output: outputEnd, errors: errorsEnd)
        }
        // The end for reading sees the end of the text only when nobody can write.
        close(outputEnd)
        close(errorsEnd)
        let process = try spawned.get()
        var outcome = Outcome(status: 0, output: [], errors: [])
        let drained = Result { () throws(SystemError) in
            try drain(output, errors, patience, into: &outcome)
        }
        if case .failure = drained { kill(process, SIGKILL) }
        var status: Int32 = 0
        _ = try SystemError.check { waitpid(process, &status, 0) }
        try drained.get()
        let signal = status & 0x7F
        outcome.status = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        return outcome
    }

    /// The two ends of a pipe, which no other child inherits.
    private static func pipe() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        _ = try SystemError.check { Glibc.pipe(&ends) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ command: [[UInt8]], _ removing: [String], _ setting: [String], output: Int32, errors: Int32
    ) throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // The program gets the signals back that this one ignores.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in Machine.ignoredSignals { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        let arguments = command.map { strdup($0.map(CChar.init(bitPattern:)) + [0]) }
        let own = setting.map { strdup($0) }
        defer { for text in arguments + own { free(text) } }
        let names = removing + setting.map { String($0.prefix { $0 != "=" }) }
        let variables = environment(without: names) + own
        guard let program = arguments.first, let program else { throw SystemError(code: ENOENT) }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, &attributes, arguments + [nil], variables + [nil])
        if code != 0 { throw SystemError(code: code) }
        return process
    }

    private static func environment(without names: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var result: [UnsafeMutablePointer<CChar>?] = []
        var entry = environ
        while let text = entry.pointee {
            let isRemoved = names.contains { strncmp(text, $0 + "=", $0.utf8.count + 1) == 0 }
            if !isRemoved { result.append(text) }
            entry += 1
        }
        return result
    }

    /// Reads both pipes as they fill, so that neither stops the program.
    private static func drain(
        _ output: Int32, _ errors: Int32, _ patience: Int, into outcome: inout Outcome
    ) throws(SystemError) {
        var waiting = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while waiting.contains(where: { $0.fd >= 0 }) {
            if try SystemError.check({ poll(&waiting, 2, Int32(patience * 1_000)) }) == 0 { throw .timeOut }
            for index in waiting.indices where waiting[index].revents != 0 {
                let more = try FileDescriptor.chunk(of: waiting[index].fd, 65_536)
                if more.isEmpty { waiting[index].fd = -1 }
                if index == 0 { outcome.output += more } else { outcome.errors += more }
            }
        }
    }
}
