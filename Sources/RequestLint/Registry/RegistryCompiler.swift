// Compiles rule pages, the model and the data tables into one blob. The same code makes the built-in registry and, at
// run time, the one with a user's own pages.

/// Everything that a registry is compiled from.
package struct RegistryCompiler {
    /// - Parameters:
    ///   - sources: files of the rules folder by their path under it: pages, `model/*.json`, `model/*.tsv`.
    ///   - users: pages of a user's own folder.
    /// - Returns: the blob's bytes; or what is wrong, with file and line.
    package static func compile(
        _ sources: [RuleSource], users: [RuleSource] = [], checks: CheckList
    ) throws(ConfigurationError) -> [UInt8] {
        var compiler = RegistryCompiler(checks: checks)
        compiler.readFiles(sources)
        compiler.readPages(sources.filter { $0.path.hasSuffix(".md") }, areUsers: false)
        compiler.readPages(users, areUsers: true)
        compiler.checkMembership()
        guard compiler.mistakes.isEmpty else { throw ConfigurationError(compiler.mistakes) }
        compiler.write(sources)
        guard compiler.mistakes.isEmpty else { throw ConfigurationError(compiler.mistakes) }
        return compiler.writer.bytes()
    }

    private let checks: CheckList
    private var mistakes: [String] = []
    private var model = ServiceModel()
    private var markers: [OperationMarker] = []
    private var states: [StateSource] = []
    private var tables: [FactTable] = []
    private var pages: [(page: RulePage, isUsers: Bool)] = []
    private var writer = BlobWriter()
    private var patterns: [String: UInt32] = [:]

    private init(checks: CheckList) {
        self.checks = checks
    }

    // MARK: Reading

    private mutating func readFiles(_ sources: [RuleSource]) {
        var reader = ModelReader()
        let json = sources.filter { $0.path.hasSuffix(".json") }
        let isSpecial = ["model/amendments.json", "model/markers.json", "model/states.json"]
        for file in json where !isSpecial.contains(file.path) { reader.readModel(file) }
        for file in json where file.path == "model/amendments.json" { reader.readAmendments(file) }
        mistakes += reader.mistakes
        model = reader.model
        for file in json where file.path == "model/markers.json" {
            markers = OperationMarker.read(file, &mistakes)
        }
        for file in json where file.path == "model/states.json" {
            states = StateSource.read(file, &mistakes)
        }
        for file in sources where file.path.hasSuffix(".tsv") { tables.append(FactTable(file)) }
        tables.sort { $0.name < $1.name }
    }

    private mutating func readPages(_ files: [RuleSource], areUsers: Bool) {
        for file in files.sorted(by: { $0.path < $1.path }) {
            let (page, found) = RulePageReader.read(path: file.path, text: file.text)
            mistakes += found.map(\.description)
            guard found.isEmpty else { continue }
            if pages.contains(where: { $0.page.id == page.id }) {
                mistakes.append("\(page.path):1: There is a rule `\(page.id)` already. Choose another name.")
                continue
            }
            pages.append((page, areUsers))
        }
        pages.sort { $0.page.id < $1.page.id }
    }

    private func line(_ page: RulePage, _ key: String) -> Int { page.lines[key] ?? 1 }

    private mutating func fail(_ page: RulePage, _ key: String, _ message: String) {
        mistakes.append("\(page.path):\(line(page, key)): \(message)")
    }

    /// Refuses pages whose check, problem or place does not exist.
    private mutating func checkMembership() {
        var shapeRules: [String: String] = [:]
        for (page, _) in pages {
            if let name = page.message.flatMap({ MessageTemplate.unknownName(in: $0) }) {
                fail(page, "message", "Nothing fills in `{\(name)}`. Write \(ShapeMessages.list(MessageTemplate.names.map { "{\($0)}" })), as far as the check has them.")
            }
            if page.check == ShapeProblem.checkName {
                if ShapeProblem(rawValue: page.problem) == nil {
                    fail(page, "problem", unknown("problem", page.problem, of: page.check, ShapeProblem.names))
                }
                if page.places != ["*"] {
                    fail(page, "on", "Rules of the check `shape` hold everywhere. Write `on: \"*\"`.")
                }
                for key in page.parameters.keys.sorted() {
                    fail(page, key, "The check `shape` takes no parameter `\(key)`. Remove it.")
                }
                if let other = shapeRules[page.problem] {
                    fail(page, "problem", "`\(other)` claims `\(page.problem)` too. One problem has one rule.")
                }
                shapeRules[page.problem] = page.id
                continue
            }
            guard let number = checks.number(named: page.check) else {
                fail(page, "check", unknown("check", page.check, of: nil, checks.all.map { $0.name }))
                continue
            }
            let problems = checks.all[number].problems
            if !problems.contains(page.problem) {
                fail(page, "problem", unknown("problem", page.problem, of: page.check, problems))
            }
            for place in page.places where resolve(place) == nil {
                fail(page, "on", unknown("place", place, of: nil, places))
            }
        }
    }

    private func unknown(_ what: String, _ name: String, of owner: String?, _ known: [String]) -> String {
        let parts = name.split(separator: ".", maxSplits: 1)
        let ofRequest = ([parts.first.map { $0 + "Request" } ?? ""] + parts.dropFirst().map(String.init)).joined(separator: ".")
        let nearest = known.contains(ofRequest) ? ofRequest : Spelling.nearest(to: name, among: known)
        // A few names are better listed than guessed.
        let near =
            nearest.map { " Did you mean `\($0)`?" }
            ?? (known.count <= 12 ? " There is \(ShapeMessages.list(known))." : "")
        let whose = owner.map { " of the check `\($0)`" } ?? ""
        return "There is no \(what) `\(name)`\(whose).\(near)"
    }

    private var places: [String] {
        model.shapes.flatMap { shape in
            [shape.name] + shape.members.map { shape.name + "." + $0.name }
        }
    }

    /// The shape and member that a place names; the member's number is nil for a whole shape.
    private func resolve(_ place: String) -> (shape: Int, member: Int?)? {
        let parts = place.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let shape = model.shape(named: parts[0]) else { return nil }
        if parts.count == 1 { return (shape, nil) }
        guard parts.count == 2,
            let member = model.shapes[shape].members.firstIndex(where: { $0.name == parts[1] })
        else { return nil }
        return (shape, member)
    }

    // MARK: Bindings

    /// One check at one place with one set of parameters: what the pages that claim its problems share.
    private struct Binding {
        let check: Int
        let parameters: CompiledParameters
        var rules: [UInt32]
        var pages: [Int]
    }

    private struct PlaceKey: Hashable {
        let shape: Int
        let member: Int?
    }

    private mutating func bind() -> [PlaceKey: [Binding]] {
        var result: [PlaceKey: [Binding]] = [:]
        for (rule, entry) in pages.enumerated() where entry.page.check != ShapeProblem.checkName {
            let page = entry.page
            guard let number = checks.number(named: page.check),
                let problem = checks.all[number].problems.firstIndex(of: page.problem)
            else { continue }
            for place in page.places {
                guard let (shape, member) = resolve(place) else { continue }
                let key = PlaceKey(shape: shape, member: member)
                guard let parameters = compile(page, number, key) else { continue }
                var bindings = result[key] ?? []
                let index =
                    bindings.firstIndex { $0.check == number && $0.parameters == parameters }
                    ?? bindings.count
                if index == bindings.count {
                    bindings.append(
                        Binding(
                            check: number, parameters: parameters,
                            rules: [UInt32](
                                repeating: noIndex, count: checks.all[number].problems.count),
                            pages: []))
                }
                if bindings[index].rules[problem] != noIndex {
                    let other = pages[Int(bindings[index].rules[problem])].page.id
                    fail(page, "problem",
                        "`\(other)` claims `\(page.problem)` at `\(place)` too. One problem at one place has one rule.")
                }
                bindings[index].rules[problem] = UInt32(rule)
                bindings[index].pages.append(rule)
                result[key] = bindings
            }
        }
        refuseUnclaimed(result)
        return result
    }

    /// A check that is bound to a place says everything that it finds there, so each of its problems has a page there.
    private mutating func refuseUnclaimed(_ bindings: [PlaceKey: [Binding]]) {
        for (rule, entry) in pages.enumerated() {
            for place in entry.page.places {
                guard let (shape, member) = resolve(place) else { continue }
                let list = bindings[PlaceKey(shape: shape, member: member)] ?? []
                for binding in list where binding.pages.first == rule {
                    for (problem, claim) in zip(checks.all[binding.check].problems, binding.rules)
                    where claim == noIndex {
                        fail(entry.page, "on",
                            "The check `\(entry.page.check)` runs at `\(place)`, and no page claims its problem `\(problem)` there. Add a page that does, with the same parameters.")
                    }
                }
            }
        }
    }

    private mutating func compile(
        _ page: RulePage, _ check: Int, _ key: PlaceKey
    ) -> CompiledParameters? {
        let shape = model.shapes[key.shape]
        let member = key.member.map { shape.members[$0] }
        let judged = member?.shape ?? shape.name
        let judgedType = model.shape(named: judged).map { model.shapes[$0].type } ?? shape.type
        let isStructural = checks.structureChecks[check] != nil
        if isStructural && (judgedType != .structure || key.member != nil) {
            fail(page, "on", "The check `\(page.check)` judges a structure. Name the structure's shape.")
            return nil
        }
        if !isStructural && judgedType != .string {
            fail(page, "on", "The check `\(page.check)` judges a text, and `\(judged)` is none. Name a place that is a text.")
            return nil
        }
        do throws(ParameterError) {
            let parameters = try checks.all[check].compile(
                CheckParameters(page.parameters), at: CheckPlace(shape: judged, member: member?.name))
            refuseUnreadable(checks.structureChecks[check]?.slots(parameters) ?? [], page, check, shape)
            return parameters
        } catch {
            let key = error.key.flatMap { page.lines[$0] == nil ? nil : $0 }
            fail(page, key ?? "check", error.message)
            return nil
        }
    }

    /// Refuses paths that a slot can't follow, and those of a page that lead nowhere.
    private mutating func refuseUnreadable(
        _ paths: [String], _ page: RulePage, _ check: Int, _ shape: ServiceModel.Shape
    ) {
        for path in paths {
            let slot = slot(path, in: shape)
            let key = page.parameters.first { $0.value.contains { $0.contains(path) } }?.key ?? "check"
            if slot == nil {
                fail(page, key, "`\(path)` is too long a path: six members and one list are the most. Bind the rule to a shape that is nearer.")
            }
            if checks.isGeneric(check), let slot, (0..<slot.count).contains(where: { slot.step($0) == SlotRecord.unresolved }) {
                let near = Spelling.nearest(to: path, among: shape.members.map(\.name))
                fail(page, key, "`\(shape.name)` has no member `\(path)`.\(near.map { " Did you mean `\($0)`?" } ?? " Correct the path.")")
            }
        }
    }

    // MARK: Writing

    private mutating func write(_ sources: [RuleSource]) {
        let bindings = bind()
        for (index, shape) in model.shapes.enumerated() { writeShape(shape, index, bindings) }
        writeRules()
        writeOperations()
        for table in tables { write(table) }
        for file in sources.sorted(by: { $0.path < $1.path }) {
            writer.append(
                SourceRecord(name: writer.text(file.path), text: writer.text(file.text)), to: .sources)
        }
        for (key, value) in [("model", model.source)] {
            writer.append(
                TableEntryRecord(key: writer.text(key), value: writer.text(value)), to: .facts)
        }
    }

    private mutating func writeShape(
        _ shape: ServiceModel.Shape, _ index: Int, _ bindings: [PlaceKey: [Binding]]
    ) {
        let own = bindings[PlaceKey(shape: index, member: nil)] ?? []
        var flags: UInt32 = 0
        var required: UInt32 = 0
        if shape.minimum != nil { flags |= ShapeRecord.hasMinimum }
        if shape.maximum != nil { flags |= ShapeRecord.hasMaximum }
        if covers(own, { $0.coversPattern }) { flags |= ShapeRecord.patternIsCovered }
        if covers(own, { $0.coversLength }) { flags |= ShapeRecord.lengthIsCovered }
        var members: [MemberRecord] = []
        for (number, member) in shape.members.enumerated() {
            let key = PlaceKey(shape: index, member: number)
            var memberFlags: UInt32 = 0
            if shape.required.contains(member.name) && !member.isIdempotencyToken {
                memberFlags |= MemberRecord.required
                required += 1
            }
            let bound = bindings[key] ?? []
            if covers(bound, { $0.coversPattern }) { memberFlags |= MemberRecord.patternIsCovered }
            if covers(bound, { $0.coversLength }) { memberFlags |= MemberRecord.lengthIsCovered }
            guard let target = model.shape(named: member.shape) else {
                mistakes.append("model: \(shape.name).\(member.name) has the unknown shape \(member.shape).")
                continue
            }
            members.append(
                MemberRecord(
                    name: writer.text(member.name), bindings: write(bound, shape),
                    shape: UInt32(target), flags: memberFlags))
        }
        for name in [shape.element, shape.key].compactMap({ $0 }) where model.shape(named: name) == nil {
            mistakes.append("model: \(shape.name) has the unknown shape \(name).")
        }
        let memberRun = writer.appendRun(members, to: .members)
        let record = ShapeRecord(
            minimum: Int64(shape.minimum ?? 0), maximum: Int64(shape.maximum ?? 0),
            name: writer.text(shape.name), members: memberRun,
            hash: writer.appendRun(TextIndex<UInt8>.table(of: shape.members.map(\.name)), to: .memberHash), values: writer.textList(shape.values),
            bindings: write(own, shape),
            typeCode: shape.type.rawValue, flags: flags, element: shapeNumber(shape.element),
            key: shapeNumber(shape.key), pattern: pattern(shape), required: required)
        writer.append(record, to: .shapes)
    }

    private func covers(_ bindings: [Binding], _ what: (any TextCheck.Type) -> Bool) -> Bool {
        bindings.contains { checks.textChecks[$0.check].map(what) ?? false }
    }

    private func shapeNumber(_ name: String?) -> UInt32 {
        name.flatMap { model.shape(named: $0) }.map { UInt32($0) } ?? noIndex
    }

    private mutating func pattern(_ shape: ServiceModel.Shape) -> UInt32 {
        guard let source = shape.pattern else { return noIndex }
        let rewritten = PatternCompiler.rewritten(source)
        if let mistake = PatternCompiler.mistake(in: rewritten) {
            mistakes.append("model: \(shape.name): the pattern `\(source)` does not compile: \(mistake).")
        }
        return pattern(rewritten)
    }

    /// The number of a pattern that is known to compile.
    private mutating func pattern(_ rewritten: String) -> UInt32 {
        if let known = patterns[rewritten] { return known }
        let record = PatternRecord(rewritten, text: writer.text(rewritten))
        let number = UInt32(writer.append(record, to: .patterns))
        patterns[rewritten] = number
        return number
    }

    private mutating func write(_ bindings: [Binding], _ shape: ServiceModel.Shape) -> Run {
        let records = bindings.map { binding in
            let paths = checks.structureChecks[binding.check]?.slots(binding.parameters) ?? []
            let slots = paths.compactMap { slot($0, in: shape) }
            return BindingRecord(
                word: binding.parameters.word, texts: writer.textList(binding.parameters.texts),
                rules: writer.appendRun(binding.rules, to: .bindingRules),
                slots: writer.appendRun(slots, to: .slots), check: UInt32(binding.check),
                pattern: binding.parameters.pattern.map { pattern($0) } ?? noIndex,
                // Where a path can't be followed, a mistake is reported, and nothing of this is used.
                gate: slots.count == paths.count ? gate(binding, slots, shape) : .open)
        }
        return writer.appendRun(records, to: .bindings)
    }

    /// - Parameter slots: those that the check asked for.
    private func gate(_ binding: Binding, _ slots: [SlotRecord], _ shape: ServiceModel.Shape) -> Gate {
        guard let check = checks.structureChecks[binding.check] else { return .open }
        let conditions = check.preconditions(binding.parameters)
        var gate = Gate.open
        for slot in conditions.present.map({ slots[$0] }) {
            // What no structure has, none fulfils.
            if slot.step(0) == SlotRecord.unresolved { gate.needed = .max } else { gate.needed |= bit(slot) ?? 0 }
        }
        let alternatives = conditions.anyOf.map { slots[$0] }.filter { $0.step(0) != SlotRecord.unresolved }
        // Where one of them has no bit, or there is none at all, nothing can be said.
        if alternatives.allSatisfy({ bit($0) != nil }) {
            for slot in alternatives { gate.anyOf |= bit(slot) ?? 0 }
        }
        for slot in conditions.absent.map({ slots[$0] }) where slot.count == 1 { gate.excluded |= bit(slot) ?? 0 }
        for slot in conditions.missing.map({ slots[$0] }) where slot.count == 1 {
            guard let bit = bit(slot), shapeType(shape.members[Int(slot.step(0))].shape) != .list else { continue }
            gate.excluded |= bit
        }
        return gate
    }

    /// The bit of the first step of a path; nil of one that has none.
    private func bit(_ slot: SlotRecord) -> UInt64? {
        slot.step(0) < 64 ? 1 << UInt64(slot.step(0)) : nil
    }

    private func shapeType(_ name: String) -> ShapeType? { model.shape(named: name).map { model.shapes[$0].type } }

    /// Resolves a path such as `workflows[].workflowArn`. What a shape does not have is a slot that is always absent.
    /// - Returns: nil for a path that is too long or leads through two lists.
    private func slot(_ path: String, in shape: ServiceModel.Shape) -> SlotRecord? {
        var steps: [UInt8] = []
        var listDepth = 0
        var current: ServiceModel.Shape? = shape
        for part in path.split(separator: ".") {
            let isList = part.hasSuffix("[]")
            let name = isList ? String(part.dropLast(2)) : String(part)
            guard let holder = current,
                let number = holder.members.firstIndex(where: { $0.name == name })
            else {
                steps.append(SlotRecord.unresolved)
                current = nil
                if isList { listDepth = steps.count }
                continue
            }
            steps.append(UInt8(number))
            var next = model.shape(named: holder.members[number].shape).map { model.shapes[$0] }
            if isList {
                guard listDepth == 0 else { return nil }
                listDepth = steps.count
                next = next?.element.flatMap { model.shape(named: $0) }.map { model.shapes[$0] }
            }
            current = next
        }
        guard steps.count <= SlotRecord.mostSteps else { return nil }
        return SlotRecord(steps: steps, listDepth: listDepth)
    }

    private mutating func writeRules() {
        for (page, isUsers) in pages {
            writer.append(
                RuleRecord(
                    id: writer.text(page.id), title: writer.text(page.title),
                    check: writer.text(page.check), problem: writer.text(page.problem),
                    page: writer.text(page.body), message: writer.text(page.message ?? ""),
                    places: writer.textList(page.places), sources: writer.textList(page.sources),
                    severity: UInt32(page.severity.weight),
                    evidence: UInt32(Evidence.allCases.firstIndex(of: page.evidence) ?? 0),
                    isOnByDefault: page.isOnByDefault ? 1 : 0, isUsers: isUsers ? 1 : 0),
                to: .rules)
        }
        for problem in ShapeProblem.allCases {
            let rule = pages.firstIndex {
                $0.page.check == ShapeProblem.checkName && $0.page.problem == problem.rawValue
            }
            writer.append(rule.map { UInt32($0) } ?? noIndex, to: .shapeRules)
        }
    }

    private mutating func writeOperations() {
        let operations = model.operations.sorted { $0.name < $1.name }
        for (name, shape) in operations {
            writer.append(
                OperationRecord(name: writer.text(name), shape: shapeNumber(shape), unused: 0),
                to: .operations)
        }
        writeMarkers(operations.map(\.name))
        writeStates(operations)
    }

    private mutating func writeStates(_ operations: [(name: String, shape: String?)]) {
        for state in states {
            guard let operation = operations.firstIndex(where: { $0.name == state.operation }),
                let request = operations[operation].shape.flatMap({ model.shape(named: $0) }),
                let identity = model.shapes[request].members.firstIndex(where: { $0.name == state.requestIdentity }),
                let resource = model.resource(of: state.read, member: state.member),
                resource.members.contains(where: { $0.name == state.identity })
            else {
                mistakes.append("model/states.json: the state of \(state.operation) names an operation or member that the model does not have.")
                continue
            }
            writer.append(
                StateRecord(
                    operation: UInt32(operation), requestShape: UInt32(request), shape: shapeNumber(resource.name),
                    requestIdentity: UInt32(identity), identity: writer.text(state.identity),
                    member: writer.text(state.member), read: writer.text(state.read),
                    command: writer.text(state.command)),
                to: .states)
        }
    }

    private mutating func writeMarkers(_ operations: [String]) {
        var names: [String] = []
        func bits(_ members: [String]) -> UInt64 {
            members.reduce(0) { set, member in
                let number = names.firstIndex(of: member) ?? names.count
                if number == names.count { names.append(member) }
                return set | (number < 64 ? 1 << UInt64(number) : 0)
            }
        }
        for marker in markers {
            guard let number = operations.firstIndex(of: marker.operation) else {
                mistakes.append("model/markers.json: there is no operation \(marker.operation).")
                continue
            }
            writer.append(
                MarkerRecord(
                    all: bits(marker.all), any: bits(marker.any), none: bits(marker.none),
                    operation: UInt32(number), unused: 0),
                to: .markers)
        }
        if names.count > 64 {
            mistakes.append("model/markers.json: \(names.count) different members are named; there is room for 64.")
        }
        for name in names { writer.append(writer.text(name), to: .markerNames) }
        _ = writer.appendRun(TextIndex<UInt8>.table(of: names), to: .markerHash)
    }

    private mutating func write(_ table: FactTable) {
        let entries = table.entries.map {
            TableEntryRecord(key: writer.text($0.key), value: writer.text($0.value))
        }
        writer.append(
            TableRecord(
                name: writer.text(table.name), entries: writer.appendRun(entries, to: .tableEntries),
                hash: writer.appendRun(TextIndex<UInt16>.table(of: table.entries.map(\.key)), to: .tableHash),
                release: writer.text(table.release)),
            to: .tables)
    }
}
