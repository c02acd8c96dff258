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

    private mutating func add(root: Int, _ number: Int) {
        let items = list(root)
        guard !items.isEmpty else {
            add(item: root, number)
            return
        }
        for item in items where !add(item: item, number) && document.nodes[item].kind == .object {
            // Records of other kinds have a version too, such as what CloudTrail finds unusual.
            let isCut = document.nodes[item].flags.contains(.incomplete)
            if document.member("eventVersion", of: item) == nil, !isCut { others.append(item) }
        }
    }

    /// The items of a list of events.
    private func list(_ root: Int) -> [Int] {
        let list = document.member("Records", of: root) ?? document.member("Events", of: root) ?? root
        return document.items(of: list)
    }

    @discardableResult
    private mutating func add(item: Int, _ number: Int) -> Bool {
        if CloudTrailEvent.isEvent(item, in: document) {
            append(document, item, home: nil, number, name(item, "eventID", "eventTime", "eventName"))
            return true
        }
        if document.member("detail-type", of: item) != nil, let detail = document.member("detail", of: item),
            CloudTrailEvent.isEvent(detail, in: document)
        {
            append(document, detail, home: nil, number, name(detail, "eventID", "eventTime", "eventName"))
            return true
        }
        if let text = document.member("CloudTrailEvent", of: item) {
            return add(text: text, number, name(item, "EventId", "EventTime", "EventName"))
        }
        return add(text: item, number, nil)
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
        guard let root = inner.roots.first, CloudTrailEvent.isEvent(root, in: inner) else { return false }
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
