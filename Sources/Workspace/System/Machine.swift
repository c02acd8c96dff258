import Glibc
package import RequestLint

/// What the process knows of its surroundings. Only the command line asks; the engine is told.
package enum Machine {
    /// A variable of the environment; nil where it is absent or empty.
    package static func variable(_ name: String) -> String? {
        guard let text = getenv(name), text.pointee != 0 else { return nil }
        return String(cString: text)
    }

    /// The processors that are there.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The time in seconds since 1970.
    package static var secondsSince1970: Int { Int(time(nil)) }

    /// The date in UTC, or nil where the clock is not set to any.
    package static var today: Day? { day(ofSeconds: secondsSince1970) }

    /// The day of a time in seconds since 1970, by counting years from a 1 March, so that the leap day ends one.
    /// The C library's own answer reads the time zone's file first.
    static func day(ofSeconds seconds: Int) -> Day? {
        let days = seconds / 86_400 + 719_468
        guard seconds >= 0 else { return nil }
        let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isNextYear = month >= 10
        return Day(
            year: era * 400 + yearOfEra + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }

    /// Signals that would end the process where a write can fail as well: to a closed pipe, and beyond the size that files
    /// may have.
    static let ignoredSignals = [SIGPIPE, SIGXFSZ]

    /// Makes the process fit for whatever started it, before it opens its first file.
    package static func prepareProcess() {
        for number in ignoredSignals { signal(number, SIG_IGN) }
        // Where a standard stream is closed, the next file would get its number, and one report could be written into
        // another. What takes its place is open the wrong way round, so that using the stream still fails.
        for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(stream, F_GETFD) == -1 && errno == EBADF {
            _ = open("/dev/null", mode)
        }
    }

    /// The command line's arguments in their own bytes, which need not be UTF-8.
    package static var arguments: [[UInt8]] {
        UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)).dropFirst().compactMap {
            $0.map { text in
                UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:))
            }
        }
    }

    package static func exit(_ code: Int32) -> Never {
        Glibc.exit(code)
    }
}
