package import Documents

/// Walks a request in the bytes of its JSON, without a document, and forgets what it has passed: of a key and a value, it
/// knows those in front. Places are offsets. Where it meets what is not plain JSON, it stops, and nothing is known.
package struct JSONCursor: Cursor {
    package static var explains: Bool { false }

    package let source: [UInt8]
    package var decoded: [UInt8] { [] }
    var scanner: JSONScanner
    private var name = TextLocation(isDecoded: false, start: 0, count: 0)
    private var kind = ValueKind.unknown
    private var scalar = TextLocation(isDecoded: false, start: 0, count: 0)
    /// The members of the shape of a whole request, and which of them stand in the one at hand.
    private var request = Run.empty
    private(set) var requestMembers: UInt64 = 0

    /// - Parameters:
    ///   - source: the bytes that the scanner reads.
    init(_ source: [UInt8], scanner: JSONScanner) {
        self.source = source
        self.scanner = scanner
    }

    /// Steps to the request in front.
    /// - Parameter shape: what the request is judged as.
    mutating func begin(as shape: ShapeRecord) -> Place {
        request = shape.members
        requestMembers = 0
        return value()
    }

    /// The bytes of a text that was read.
    @_lifetime(borrow self)
    func text(_ location: TextLocation) -> Span<UInt8> {
        source.span.extracting(location.start..<location.start + location.count)
    }

    // MARK: The value in front

    package func kind(of place: Place) -> ValueKind { kind }
    package func keyKind(of key: Place) -> ValueKind { .string }
    package func certainty(of place: Place) -> Certainty { .certain }
    package func isAssumed(_ place: Place) -> Bool { false }
    package func isIncomplete(_ place: Place) -> Bool { false }
    package func text(of place: Place) -> TextLocation { scalar }
    package func name(of key: Place) -> TextLocation { name }
    package func ambiguity(of place: Place) -> String? { nil }
    package func isUnavailable(_ key: Place) -> Bool { false }
    package func naming(_ registry: Registry) -> any Naming { APINaming(registry) }

    package func member(
        _ key: Place, named name: borrowing Span<UInt8>, of shape: ShapeRecord, in registry: Registry
    ) -> Int? {
        registry.member(named: name, of: shape)
    }

    package mutating func enter(member: Int, of shape: ShapeRecord) {
        if shape.members.start == request.start { requestMembers |= 1 << UInt64(member & 63) }
    }

    package mutating func leave(_ place: Place) {
        if kind == .object || kind == .array { scanner.stop() }
    }

    package mutating func abandon() { scanner.stop() }

    // MARK: Steps

    package func members(of object: Place) -> Iteration { Iteration(next: 0, end: 0) }
    package func items(of array: Place) -> Iteration { Iteration(next: 0, end: 0) }

    package mutating func nextMember(_ iteration: inout Iteration) -> (key: Place, value: Place)? {
        guard steps(&iteration, closing: "}") else { return nil }
        guard scanner.next() == UInt8(ascii: "\"") else {
            scanner.stop()
            return nil
        }
        let key = Place(scanner.position)
        name = scanner.text()
        guard scanner.skip(":") else { return nil }
        let value = value()
        return scanner.isStopped ? nil : (key, value)
    }

    package mutating func nextItem(_ iteration: inout Iteration) -> Place? {
        guard steps(&iteration, closing: "]") else { return nil }
        let value = value()
        return scanner.isStopped ? nil : value
    }

    /// Whether there is one more member or item, which the scanner stands in front of then.
    @inline(__always)
    private mutating func steps(_ iteration: inout Iteration, closing sign: Unicode.Scalar) -> Bool {
        if iteration.next != 0 { return scanner.another(sign) }
        iteration.next = 1
        guard scanner.next() == UInt8(ascii: sign) else { return true }
        scanner.advance()
        return false
    }

    /// Reads the scalar in front, or steps into the object or array.
    @inline(__always)
    private mutating func value() -> Place {
        let byte = scanner.next()
        let place = Place(scanner.position)
        switch byte {
        case UInt8(ascii: "\""):
            kind = .string
            scalar = scanner.text()
        case UInt8(ascii: "{"):
            kind = .object
            scanner.advance()
        case UInt8(ascii: "["):
            kind = .array
            scanner.advance()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let number = scanner.number()
            kind = number.isInteger ? .integer : .number
            scalar = number.text
        case UInt8(ascii: "t"):
            kind = .boolean
            scalar = scanner.word("true")
        case UInt8(ascii: "f"):
            kind = .boolean
            scalar = scanner.word("false")
        case UInt8(ascii: "n"):
            kind = .null
            scalar = scanner.word("null")
        default: scanner.stop()
        }
        return place
    }
}
