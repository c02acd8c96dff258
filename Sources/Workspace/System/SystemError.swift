// This folder holds every call of the C library; nothing outside of it imports one.
import Glibc

/// Why the system refused something.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The number that `errno` had.
    package let code: Int32

    /// The system's own words, such as `Permission denied`.
    package var description: String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }

    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var isBrokenPipe: Bool { code == EPIPE }
    /// Whether there is nothing to read or no room to write for now.
    var isTemporary: Bool { code == EAGAIN }

    /// What this program waited for did not come in time.
    static let timeOut = SystemError(code: ETIMEDOUT)

    static var last: SystemError { SystemError(code: errno) }

    /// Repeats a call that a signal interrupted.
    /// - Throws: the system's error where the call answers -1.
    static func check<Value: SignedInteger>(_ call: () -> Value) throws(SystemError) -> Value {
        while true {
            let result = call()
            if result != -1 { return result }
            if errno != EINTR { throw .last }
        }
    }
}
