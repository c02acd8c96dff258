import Documents

/// Says of requests in the bytes of JSON that there is nothing to say of them, by the same Judge that explains what there is.
/// It recognises what most requests look like: an object, a list of them, an envelope. Whatever else there is, even if it is
/// well, it leaves to the way through a document.
struct Screener: ~Copyable {
    private let registry: Registry
    private var judge: Judge<JSONCursor>
    /// The operation that requests are judged as which do not say it.
    private let operation: Int?
    /// What the last request was: streams hold many of a kind.
    private var guess: Guess?

    private struct Guess {
        let operation: Int
        /// The bits that mark operations, by the members of the operation's shape.
        let markers: [UInt64]
        /// A set of members that is known to mean this operation.
        var members: UInt64 = 0
    }

    /// - Parameters:
    ///   - pointer: the same bytes, which stay where they are as long as the screener is used.
    ///   - operation: the operation of requests that do not say it.
    init(
        _ bytes: [UInt8], at pointer: UnsafeBufferPointer<UInt8>, _ registry: Registry, _ rules: ActiveRules,
        today: Day, operation: Int?, arena: SlotArena, memory: CheckMemory
    ) {
        self.registry = registry
        self.operation = operation
        judge = Judge(
            registry: registry, today: today, cursor: JSONCursor(bytes, scanner: JSONScanner(pointer)), arena: arena,
            memory: memory, rules: rules, current: nil)
    }

    /// How many requests a text holds that are all well; nil where there may be something to say.
    mutating func cleanRequests(in range: Range<Int>) -> Int? {
        judge.cursor.scanner.restart(in: range)
        var count = 0
        if judge.cursor.scanner.next() == UInt8(ascii: "[") {
            judge.cursor.scanner.advance()
            repeat {
                guard isClean() else { return nil }
                count += 1
            } while judge.cursor.scanner.another("]")
        } else {
            guard isClean() else { return nil }
            count = 1
        }
        return judge.cursor.scanner.isAtEnd() ? count : nil
    }

    /// Judges the request in front.
    private mutating func isClean() -> Bool {
        guard judge.cursor.scanner.next() == UInt8(ascii: "{") else { return false }
        let start = judge.cursor.scanner
        if let guess, isClean(as: guess.operation), isRecognised() { return true }
        // Perhaps it is another operation than the last one.
        judge.cursor.scanner = start
        guard let found = recognise(), found != guess?.operation else { return false }
        learn(found)
        judge.cursor.scanner = start
        return isClean(as: found)
    }

    private mutating func isClean(as operation: Int) -> Bool {
        let shape = registry.operations[operation].shape
        return shape != noIndex && judge.screen(as: Int(shape))
    }

    // MARK: Operations

    /// Whether the members of the request that was judged mean the operation that it was judged as.
    private mutating func isRecognised() -> Bool {
        guard let guess else { return false }
        let members = judge.cursor.requestMembers
        if operation != nil || members == guess.members { return true }
        var markers: UInt64 = 0
        for number in guess.markers.indices where members >> UInt64(number) & 1 != 0 { markers |= guess.markers[number] }
        guard registry.markers.operation(of: markers) == guess.operation else { return false }
        self.guess?.members = members
        return true
    }

    /// The operation of the request in front, by its members; nil where it may be an envelope.
    private mutating func recognise() -> Int? {
        if let operation { return operation }
        var markers: UInt64 = 0
        judge.cursor.scanner.advance()
        if judge.cursor.scanner.next() == UInt8(ascii: "}") { return nil }
        repeat {
            guard judge.cursor.scanner.next() == UInt8(ascii: "\"") else { return nil }
            let name = judge.cursor.scanner.text()
            guard judge.cursor.scanner.skip(":") else { return nil }
            guard let bit = marker(name) else { return nil }
            markers |= bit
            judge.cursor.scanner.skipValue()
        } while judge.cursor.scanner.another("}")
        return judge.cursor.scanner.isStopped ? nil : registry.markers.operation(of: markers)
    }

    /// The bit of a member; nil of the one that an envelope has.
    private func marker(_ name: TextLocation) -> UInt64? {
        let text = judge.cursor.source.span.extracting(name.start..<name.start + name.count)
        return text.equals("operation") ? nil : registry.markers.bit(of: text)
    }

    private mutating func learn(_ operation: Int) {
        let shape = registry.operations[operation].shape
        guard shape != noIndex else { return }
        let members = registry.shapes[Int(shape)].members
        // A set of members has a bit for each.
        guard members.count <= 64 else { return }
        guess = Guess(operation: operation, markers: registry.markerBits(of: members))
    }
}
