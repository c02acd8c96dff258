/// Bytes that come piece by piece, from whatever they are in.
protocol ByteStream: AnyObject {
    /// Fills some of the buffer, waiting for at least one byte; 0 is the end.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int
}

/// The bytes of an open file or of standard input.
final class FileBytes: ByteStream {
    private let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) {
        self.descriptor = descriptor
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
        do throws(SystemError) {
            return try FileDescriptor.read(descriptor.number, into: buffer)
        } catch {
            throw InputError(message: "The rest can't be read: \(error). Check the disk or the program that writes it.")
        }
    }
}
