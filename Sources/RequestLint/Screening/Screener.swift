import Documents

/// Says of requests in the bytes of JSON that there is nothing to say of them. It recognises what most requests look like: an object, a list of them, an envelope, an event of CloudTrail. Whatever else
/// there is, even if it is well, it leaves to the way through a document.
struct Screener: ~Copyable {
    private let registry: Registry
    private var screen: RequestScreen
    /// The operation that requests are judged as which do not say it.
    private let operation: Int?
    /// What the last request was: streams hold many of a kind.
    private var guess: Guess? {
        get { screen.memory.guess }
        set { screen.memory.guess = newValue }
    }
    /// The service as events name it, where events are read.
    private let eventSource: StaticString?
    /// Whether the last object was an event.
    private var holdsEvents = false

    struct Guess {
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
        operation: Int?, eventSource: StaticString?, desk: Desk
    ) {
        self.registry = registry
        self.operation = operation
        self.eventSource = eventSource
        screen = RequestScreen(bytes, at: pointer, registry, rules, desk: desk)
    }

    /// How many requests a text holds that are all well; nil where there may be something to say.
    mutating func cleanRequests(in range: Range<Int>) -> Int? {
        screen.scanner.restart(in: range)
        let isList = screen.scanner.next() == UInt8(ascii: "[")
        guard let count = isList ? cleanItems() : cleanObject() else { return nil }
        return screen.scanner.isAtEnd() ? count : nil
    }

    /// Judges the requests of the list in front.
    private mutating func cleanItems() -> Int? {
        screen.scanner.advance()
        var count = 0
        repeat {
            // What else a list may hold, such as events, is told by all of it.
            guard screen.scanner.next() == UInt8(ascii: "{"), isCleanRequest() == true else { return nil }
            count += 1
        } while screen.scanner.another("]")
        return count
    }

    /// Judges what the object in front holds: a request, in an envelope or alone, an event, a log of events.
    private mutating func cleanObject() -> Int? {
        guard screen.scanner.next() == UInt8(ascii: "{") else { return nil }
        let start = screen.scanner
        if holdsEvents {
            if let count = cleanEvents(ObjectOutline(&screen.scanner, screen.texts)) { return count }
            holdsEvents = false
            screen.scanner = start
        }
        if let isClean = isCleanRequest() { return isClean ? 1 : nil }
        guard operation == nil else { return nil }
        screen.scanner = start
        let outline = ObjectOutline(&screen.scanner, screen.texts)
        if outline.operation != nil { return cleanEnvelope(outline) }
        guard let count = cleanEvents(outline) else { return nil }
        holdsEvents = true
        return count
    }

    /// Judges the request in front; nil where its members name no operation, so that it is none or in an envelope.
    private mutating func isCleanRequest() -> Bool? {
        let start = screen.scanner
        if let operation = guess?.operation {
            if isClean(as: operation) {
                if isRecognised() { return true }
            } else if screen.mismatched != Int(registry.operations[operation].shape) {
                // Whatever it is, this takes a closer look.
                return false
            }
        }
        // Perhaps it is another operation than the last one.
        screen.scanner = start
        guard let found = recognise() else { return nil }
        guard found != guess?.operation else { return false }
        learn(found)
        screen.scanner = start
        return isClean(as: found)
    }

    private mutating func isClean(as operation: Int) -> Bool {
        let shape = registry.operations[operation].shape
        return shape != noIndex && screen.isClean(as: Int(shape))
    }

    /// Judges a request that stands somewhere in an object, and goes on behind the object.
    private mutating func isClean(_ request: JSONScanner, as operation: Int) -> Bool {
        let end = screen.scanner
        screen.scanner = request
        guard screen.scanner.next() == UInt8(ascii: "{"), isClean(as: operation) else { return false }
        screen.scanner = end
        return true
    }

    // MARK: Envelopes and events

    /// Judges the request of the envelope that the scanner has passed.
    private mutating func cleanEnvelope(_ outline: ObjectOutline) -> Int? {
        guard !screen.scanner.isStopped, !outline.isAmbiguous,
            let name = outline.operation, let operation = operation(named: name), let request = outline.request, isClean(request, as: operation)
        else { return nil }
        return 1
    }

    /// Judges the calls that the event or log of events records which the scanner has passed. Other services' events, and
    /// what is no call, hold no request.
    private mutating func cleanEvents(_ outline: ObjectOutline) -> Int? {
        guard let eventSource, !screen.scanner.isStopped, !outline.isAmbiguous else { return nil }
        if let records = outline.records, outline.eventName == nil { return cleanRecords(records) }
        guard let source = outline.eventSource, let name = outline.eventName else { return nil }
        let texts = screen.texts
        let isCall = outline.eventType.map { texts.text(at: $0).equals("AwsApiCall") } ?? true
        guard isCall, texts.text(at: source).equals(eventSource) else { return 0 }
        guard let parameters = outline.parameters else { return 0 }
        guard let operation = operation(named: name), isClean(parameters, as: operation) else { return nil }
        return 1
    }

    private mutating func cleanRecords(_ records: JSONScanner) -> Int? {
        let end = screen.scanner
        screen.scanner = records
        guard screen.scanner.next() == UInt8(ascii: "[") else { return nil }
        screen.scanner.advance()
        var count = 0
        repeat {
            guard screen.scanner.next() == UInt8(ascii: "{") else { return nil }
            let outline = ObjectOutline(&screen.scanner, screen.texts)
            guard outline.records == nil, let calls = cleanEvents(outline) else { return nil }
            count += calls
        } while screen.scanner.another("]")
        guard !screen.scanner.isStopped else { return nil }
        screen.scanner = end
        return count
    }

    private func operation(named name: TextLocation) -> Int? {
        let texts = screen.texts
        return registry.operation(named: texts.text(at: name))
    }

    // MARK: Operations

    /// Whether the members of the request that was judged mean the operation that it was judged as.
    private mutating func isRecognised() -> Bool {
        guard let guess else { return false }
        let members = screen.members
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
        screen.scanner.advance()
        if screen.scanner.next() == UInt8(ascii: "}") { return nil }
        repeat {
            guard screen.scanner.next() == UInt8(ascii: "\"") else { return nil }
            let name = screen.scanner.text()
            guard screen.scanner.skip(":") else { return nil }
            guard let bit = marker(name) else { return nil }
            markers |= bit
            screen.scanner.skipValue()
        } while screen.scanner.another("}")
        return screen.scanner.isStopped ? nil : registry.markers.operation(of: markers)
    }

    /// The bit of a member; nil of the one that an envelope has.
    private func marker(_ name: TextLocation) -> UInt64? {
        let texts = screen.texts
        return texts.text(at: name).equals("operation") ? nil : registry.markers.bit(of: texts.text(at: name))
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
