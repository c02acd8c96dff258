// What a program asks the linter that reads streams itself, piece by piece.
package import Documents

extension Linter {
    /// The report of a stream that bears no trace of the service.
    /// - Parameter isNamed: whether the stream was named, and not found.
    package func foreignReport(name: String, isNamed: Bool) -> FileReport {
        engine.foreignReport(name, isNamed: isNamed)
    }

    /// How the lines of a stream are judged by what a piece of it shows; nil: it shows nothing of the service.
    package func origin(ofLines bytes: [UInt8], _ origin: Origin) -> Origin? {
        engine.origin(ofLines: bytes, origin)
    }

    /// What is said of a line of so many bytes that nobody kept.
    package static func tooLong(count: Int, name: String, at start: StreamPosition) -> FileReport {
        FileReport(file: name, notice: Engine.tooLong(start, count: count), start: start)
    }
}
