package import Documents

/// The events that CloudTrail records: each call of the service's API is a request of the operation that it names, with
/// the parameters that were sent.
package struct CloudTrailDialect: Dialect {
    package let name = "cloudtrail"
    /// The service as events name it, such as `imagebuilder.amazonaws.com`.
    private let source: StaticString
    private let filledIn: [String]

    /// - Parameters:
    ///   - source: the `eventSource` of the service's events.
    ///   - filledIn: members of requests that are there because SDKs fill them in, which are not judged.
    package init(source: StaticString, filledIn: [String]) {
        self.source = source
        self.filledIn = filledIn
    }

    package var eventSource: StaticString? { source }

    /// CloudTrail writes JSON, and nothing else does in its name.
    package func mayHold(_ document: Document) -> Bool {
        document.syntax == .json && CloudTrailRecords.mayBe(in: document)
    }

    package func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        var located = Located()
        let records = CloudTrailRecords(document)
        located.isRecognised = records.isRecognised
        located.unrecognised = records.others
        located.notices = records.notices
        guard !records.events.isEmpty else { return located }
        let budget = ExpansionBudget(document)
        var judged = CloudTrailRequests(document, registry, filledIn, budget)
        for event in records.events where event.isText("eventSource", source) && event.isCall {
            judged.add(event, &located)
        }
        located.translation = judged.translation
        if let problem = budget.problem { located.notices.append(problem) }
        return located
    }

    /// Never asked: translations say what their scalars are.
    package func kind(of node: Int, in document: Document) -> ValueKind { .unknown }
}

/// The requests of events, as they are found.
private struct CloudTrailRequests {
    private let document: Document
    private let registry: Registry
    private let filledIn: [String]
    private let budget: ExpansionBudget
    /// The number of the operation with each name that was met, or nil.
    private var operations: [String: Int?] = [:]
    private var translator: CloudTrailTranslator?

    var translation: Translation? { translator?.builder.translation }

    init(_ document: Document, _ registry: Registry, _ filledIn: [String], _ budget: ExpansionBudget) {
        self.budget = budget
        self.document = document
        self.registry = registry
        self.filledIn = filledIn
    }

    mutating func add(_ event: CloudTrailEvent, _ located: inout Located) {
        guard let nameNode = event.member("eventName"), event.document.nodes[nameNode].kind == .string,
            let parameters = event.object("requestParameters") else { return }
        let name = event.document.string(of: nameNode)
        let isNew = operations[name] == nil
        let known = operations[name] ?? registry.operation(named: name)
        operations[name] = .some(known)
        guard let operation = known else {
            if isNew { noteUnknown(name, at: event.origin(of: nameNode), &located) }
            return
        }
        guard registry.operations[operation].shape != noIndex else { return }
        let shape = registry.shapes[Int(registry.operations[operation].shape)]
        // Changed in place: a copy for each event would copy all events before it.
        if translator == nil { translator = CloudTrailTranslator(document, registry, filledIn: filledIn, budget) }
        guard let place = translator?.translate(parameters, of: event, as: shape) else { return }
        located.requests.append(
            Located.Request(place: Place(place), operation: operation, document: event.number, name: event.name))
    }

    /// The API grows, and what it has gained since is no failure of whoever called it.
    private func noteUnknown(_ name: String, at node: Int, _ located: inout Located) {
        guard located.notices.count < 10 else { return }
        located.notices.append(
            Located.Problem(
                kind: .noRequest,
                message: "`\(name)` is no operation that this version knows, so its events were not judged. A newer version may know it.",
                node: node))
    }
}
