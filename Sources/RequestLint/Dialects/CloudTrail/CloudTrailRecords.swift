import Documents

/// The events of a file, in the forms in which people have them: one event; the `Records` of a log file in S3; a list;
/// what EventBridge makes of an event (`detail`); and what `aws cloudtrail lookup-events` prints, where each event is a
/// text (`CloudTrailEvent`).
struct CloudTrailRecords {
    private(set) var events: [CloudTrailEvent] = []
    /// Whether the file is of such a form, whatever services its events are of.
    private(set) var isRecognised = false
    /// Objects beside events that are none.
    private(set) var others: [Int] = []
    private(set) var notices: [Located.Problem] = []
    private let document: Document

    init(_ document: Document) {
        self.document = document
        for (number, root) in document.roots.enumerated() { add(root: root, number) }
        if !isRecognised { others = [] }
    }

    /// Whether a document may hold events: an object without a member that leads to one does not.
    static func mayBe(in document: Document) -> Bool {
        for root in document.roots {
            if document.nodes[root].kind != .object { return true }
            for mark in marks where document.member(mark, of: root) != nil { return true }
        }
        return false
    }

    private static let marks: [StaticString] = ["eventSource", "detail", "CloudTrailEvent", "Records", "Events"]

    private mutating func add(root: Int, _ number: Int) {
        let clues = clues(of: root)
        let list = document.nodes[root].kind == .array ? root : clues.list
        guard let list else {
            add(item: root, clues, number)
            return
        }
        for (index, item) in document.items(of: list).enumerated() where !add(item: item, self.clues(of: item), number) {
            // A list of anything else, such as requests, is told by what it begins with.
            if list == root, index == 0 { return }
            note(other: item)
        }
    }

    private mutating func note(other item: Int) {
        guard document.nodes[item].kind == .object, !document.nodes[item].flags.contains(.incomplete) else { return }
        // Records of other kinds have a version too, such as what CloudTrail finds unusual.
        if document.member("eventVersion", of: item) == nil { others.append(item) }
    }

    /// - Returns: false where the item is no event.
    @discardableResult
    private mutating func add(item: Int, _ clues: Clues, _ number: Int) -> Bool {
        guard document.nodes[item].kind == .object else { return add(text: item, number, nil) }
        if clues.isEvent {
            append(document, item, home: nil, number, name(item, "eventID", "eventTime", "eventName"))
            return true
        }
        if clues.hasDetailType, let detail = clues.detail, self.clues(of: detail).isEvent {
            append(document, detail, home: nil, number, name(detail, "eventID", "eventTime", "eventName"))
            return true
        }
        guard let text = clues.text else { return false }
        return add(text: text, number, name(item, "EventId", "EventTime", "EventName"))
    }

    /// What the members of an object tell; found in one pass, because every JSON file is asked.
    private struct Clues {
        /// The texts that every event has.
        var hasSource = false
        var hasName = false
        var hasDetailType = false
        var detail: Int?
        /// A text that is an event.
        var text: Int?
        /// A list of events.
        var list: Int?

        var isEvent: Bool { hasSource && hasName }
    }

    private func clues(of object: Int) -> Clues {
        var clues = Clues()
        guard document.nodes[object].kind == .object else { return clues }
        var key = object + 1
        let end = Int(document.nodes[object].next)
        while key < end {
            let value = Int(document.nodes[key].next)
            guard value < end else { break }
            let kind = document.nodes[value].kind
            document.withText(of: key) { name in
                switch (name.count, kind) {
                case (11, .string) where name.equals("eventSource"): clues.hasSource = true
                case (9, .string) where name.equals("eventName"): clues.hasName = true
                case (11, .string) where name.equals("detail-type"): clues.hasDetailType = true
                case (6, .object) where name.equals("detail"): clues.detail = value
                case (15, .string) where name.equals("CloudTrailEvent"): clues.text = value
                case (7, .array) where name.equals("Records"), (6, .array) where name.equals("Events"): clues.list = value
                default: break
                }
            }
            key = Int(document.nodes[value].next)
        }
        return clues
    }

    /// Reads an event out of a text.
    private mutating func add(text node: Int, _ number: Int, _ name: Located.Request.Name?) -> Bool {
        guard document.nodes[node].kind == .string else { return false }
        let bytes: [UInt8]? = document.withText(of: node) { text in
            guard text.count > 0, text[0] == UInt8(ascii: "{"), ByteSearch.contains(text, Self.mark.span) else { return nil }
            return (0..<text.count).map { text[$0] }
        }
        guard let bytes else { return false }
        let inner = Document.read(Source(name: document.source.name, bytes: bytes), as: .json)
        if let problem = inner.problems.first {
            notices.append(
                Located.Problem(
                    kind: .syntax,
                    message: "This text is an event of CloudTrail, and no JSON: \(problem.message) Fetch it again.", node: node))
        }
        guard let root = inner.roots.first, ["eventSource", "eventName"].allSatisfy({ inner.member($0, of: root) != nil })
        else { return false }
        append(inner, root, home: node, number, name)
        return true
    }

    private static let mark = Array("\"eventSource\"".utf8)

    private mutating func append(
        _ document: Document, _ object: Int, home: Int?, _ number: Int, _ name: Located.Request.Name?
    ) {
        isRecognised = true
        events.append(CloudTrailEvent(document: document, object: object, home: home, number: number, name: name))
    }

    private func name(
        _ object: Int, _ identity: StaticString, _ time: StaticString, _ operation: StaticString
    ) -> Located.Request.Name? {
        (document.member(identity, of: object) ?? document.member(time, of: object)).map {
            .titled(name: $0, type: document.member(operation, of: object))
        }
    }
}
