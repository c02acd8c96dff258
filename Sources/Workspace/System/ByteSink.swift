/// Where a report goes: standard output or a file, written in big pieces.
package final class ByteSink {
    private let descriptor: FileDescriptor
    private var pending: [UInt8] = []
    /// Bytes that wait before they are written.
    private let patience: Int
    private var isClosed = false

    package init(_ descriptor: consuming FileDescriptor) {
        patience = descriptor.isTerminal ? 0 : 65_536
        self.descriptor = descriptor
    }

    /// Adds bytes. A reader that went away is no error: nobody wants the rest.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        guard !isClosed else { return }
        // Many bytes need not wait for others, and are not copied.
        if bytes.count > patience {
            try flush()
            return try writeAll(bytes)
        }
        pending += bytes
        if pending.count > patience { try flush() }
    }

    package func flush() throws(SystemError) {
        guard !isClosed, !pending.isEmpty else { return }
        try writeAll(pending)
        pending.removeAll(keepingCapacity: true)
    }

    private func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        // The reader may have gone away before the bytes that waited.
        guard !isClosed else { return }
        do throws(SystemError) {
            try descriptor.writeAll(bytes)
        } catch {
            isClosed = true
            pending = []
            if !error.isBrokenPipe { throw error }
        }
    }
}
