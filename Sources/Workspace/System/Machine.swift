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
    package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// The date in UTC, or nil where the clock is not set to any.
    package static var today: Day? {
        var now = time(nil)
        var parts = tm()
        guard gmtime_r(&now, &parts) != nil else { return nil }
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// Lets a write to a closed pipe fail instead of ending the process.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
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
