// The stages from bytes to plans, beside those of `Engine.check`.
import Documents

extension Engine {
    /// Compares each update in the bytes with the current state.
    package func plan(_ bytes: [UInt8], name: String) -> PlanReport {
        let document = Document.read(
            Source(name: name, bytes: bytes), as: Language.of(bytes, name: name))
        var report = ReportBuilder(
            file: name, registry: registry, severities: severities, current: nil, names: ReportNames(registry))
        report.begin(document)
        let paths = NodePaths(document)
        var plans: [UpdatePlan] = []
        for dialect in service.dialects where dialect.mayHold(document) {
            var located = dialect.locate(in: document, registry, operation: operation)
            if located.requests.isEmpty, !located.isRecognised, let current {
                // Whoever asks for a plan means an update: what names a resource is one, whatever else it has.
                let operation = Int(current.record.operation)
                let asked = dialect.locate(in: document, registry, operation: operation)
                if asked.translation == nil, asked.requests.contains(where: { names($0.place, current.requestIdentity, document, dialect) }) {
                    located = asked
                }
            }
            report.add(located.notices)
            report.add(unrecognised: located.unrecognised)
            for request in located.requests {
                report.countRequest()
                // What a cut document leaves out is not known to be left out.
                guard let current, request.operation == Int(current.record.operation),
                    !document.problems.contains(where: \.isFatal)
                else { continue }
                if let translation = located.translation {
                    let origin = BackTranslation(translation: translation, document: document).origin(of: request.place)
                    let cursor = TranslationCursor(translation, of: document)
                    plans.append(plan(request, at: paths.pointer(to: origin), cursor, current))
                } else {
                    let cursor = NodeCursor(document, dialect: dialect)
                    plans.append(plan(request, at: paths.pointer(to: Int(request.place.index)), cursor, current))
                }
            }
            if located.isRecognised { break }
        }
        report.finish(isNamed: true, mentionsService: mentionsService(bytes), isRequest: operation != nil)
        let found = report.report(of: bytes)
        return PlanReport(file: name, plans: plans, notices: found.notices, source: found.source)
    }

    private func names(_ request: Place, _ member: String, _ document: Document, _ dialect: any Dialect) -> Bool {
        var cursor = NodeCursor(document, dialect: dialect)
        return cursor.member(member, of: request) != nil
    }

    private func plan<C: Cursor>(
        _ request: Located.Request, at pointer: String, _ cursor: C, _ current: CurrentState
    ) -> UpdatePlan {
        var cursor = cursor
        let value = DataValue(request.place, &cursor)
        var builder = PlanBuilder(current, registry)
        var requested: String?
        if case .text(let text) = value[current.requestIdentity] { requested = text }
        return UpdatePlan(
            operation: Operation(name: registry.text.string(registry.operations[request.operation].name)),
            document: request.document, pointer: pointer,
            resource: current.identity, requestedResource: requested,
            settings: builder.settings(of: value))
    }
}
