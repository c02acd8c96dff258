/// All rules compiled against the model: per shape and member, which checks run, and which rule a problem found there means.
package final class Registry: Sendable {
    private let blob: Blob
    package let text: BlobTable<UInt8>
    package let textList: BlobTable<TextRef>
    package let shapes: BlobTable<ShapeRecord>
    package let members: BlobTable<MemberRecord>
    private let memberIndex: TextIndex<UInt8>
    package let bindings: BlobTable<BindingRecord>
    package let bindingRules: BlobTable<UInt32>
    package let slots: BlobTable<SlotRecord>
    package let rules: BlobTable<RuleRecord>
    /// The rule of each of the Judge's own problems.
    package let shapeRules: BlobTable<UInt32>
    package let operations: BlobTable<OperationRecord>
    package let markers: MarkerTable
    package let sources: BlobTable<SourceRecord>
    package let states: BlobTable<StateRecord>
    package let patterns: PatternTable
    package let checks: CheckList
    private let tables: BlobTable<TableRecord>
    private let tableEntries: BlobTable<TableEntryRecord>
    private let tableIndex: TextIndex<UInt16>
    private let facts: BlobTable<TableEntryRecord>

    package init(_ blob: Blob, checks: CheckList) {
        self.blob = blob
        self.checks = checks
        text = blob.table(.text, of: UInt8.self)
        textList = blob.table(.textList, of: TextRef.self)
        shapes = blob.table(.shapes, of: ShapeRecord.self)
        members = blob.table(.members, of: MemberRecord.self)
        memberIndex = TextIndex(blob.table(.memberHash, of: UInt8.self), texts: text)
        bindings = blob.table(.bindings, of: BindingRecord.self)
        bindingRules = blob.table(.bindingRules, of: UInt32.self)
        slots = blob.table(.slots, of: SlotRecord.self)
        rules = blob.table(.rules, of: RuleRecord.self)
        shapeRules = blob.table(.shapeRules, of: UInt32.self)
        operations = blob.table(.operations, of: OperationRecord.self)
        markers = MarkerTable(blob)
        sources = blob.table(.sources, of: SourceRecord.self)
        states = blob.table(.states, of: StateRecord.self)
        tables = blob.table(.tables, of: TableRecord.self)
        tableEntries = blob.table(.tableEntries, of: TableEntryRecord.self)
        tableIndex = TextIndex(blob.table(.tableHash, of: UInt16.self), texts: text)
        facts = blob.table(.facts, of: TableEntryRecord.self)
        patterns = PatternTable(blob.table(.patterns, of: PatternRecord.self), text: text)
    }

    /// The number, inside the shape, of the member with this name.
    package func member(named name: borrowing Span<UInt8>, of shape: ShapeRecord) -> Int? {
        memberIndex.number(of: name, in: shape.hash) { members[Int(shape.members.start) + $0].name }
    }

    /// The number, inside the shape, of the member whose name this is but for a capital in front.
    package func member(capitalized name: borrowing Span<UInt8>, of shape: ShapeRecord) -> Int? {
        guard name.count > 0, name.count <= 128, name[0].isUpperCaseLetter else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { memory in
            _ = name.withUnsafeBufferPointer { memory.update(fromContentsOf: $0) }
            memory[0] |= 0x20
            return member(named: Span(_unsafeElements: UnsafeBufferPointer(memory)), of: shape)
        }
    }

    /// The bits by which members mark operations, of each of a run of members.
    func markerBits(of members: Run) -> [UInt64] {
        var bits: [UInt64] = []
        for index in members.indices {
            let name = self.members[index].name
            bits.append(markers.bit(of: text.span(name)))
        }
        return bits
    }

    /// The rule's page as a value.
    package func rule(_ index: Int) -> Rule {
        let record = rules[index]
        return Rule(
            id: Rule.ID(text.string(record.id)),
            severity: Severity(weight: UInt8(truncatingIfNeeded: record.severity)) ?? .info,
            evidence: Evidence.allCases[Int(record.evidence)],
            isOnByDefault: record.isOnByDefault != 0,
            title: text.string(record.title),
            check: text.string(record.check),
            problem: text.string(record.problem),
            places: record.places.indices.map { text.string(textList[$0]) },
            sources: record.sources.indices.map { text.string(textList[$0]) },
            page: text.string(record.page))
    }

    /// A fact about the data itself, such as where the model comes from.
    package func fact(_ key: String) -> String? {
        for index in 0..<facts.count where text.string(facts[index].key) == key {
            return text.string(facts[index].value)
        }
        return nil
    }

    /// A data table by the name of its file without the ending, such as `zones`. Allocates nothing.
    @inline(__always)
    package func table(_ name: StaticString) -> DataTable? {
        for index in 0..<tables.count where text.equals(tables[index].name, name) {
            return DataTable(record: tables[index], entries: tableEntries, index: tableIndex, text: text)
        }
        return nil
    }

    /// Whether a data table has a key with this value.
    package func table(
        _ name: StaticString, maps key: borrowing Span<UInt8>, to value: borrowing Span<UInt8>
    ) -> Bool {
        guard let table = table(name), let number = table.find(key) else { return false }
        return table.value(number, equals: value)
    }

    /// The shape with this name.
    package func shape(named name: String) -> ShapeRecord? {
        let bytes = Array(name.utf8)
        return shape(named: bytes.span)
    }

    /// The same by the name's bytes.
    func shape(named name: borrowing Span<UInt8>) -> ShapeRecord? {
        for index in 0..<shapes.count where text.equals(shapes[index].name, name) { return shapes[index] }
        return nil
    }

    /// Whether some shape has a member of this name.
    package func hasMember(named name: String) -> Bool {
        let bytes = Array(name.utf8)
        return (0..<members.count).contains { text.equals(members[$0].name, bytes.span) }
    }

    /// The same by the name's bytes.
    func operation(named name: borrowing Span<UInt8>) -> Int? {
        for index in 0..<operations.count where text.equals(operations[index].name, name) { return index }
        return nil
    }

    /// The number of the operation with this name.
    package func operation(named name: String) -> Int? {
        (0..<operations.count).first { text.string(operations[$0].name) == name }
    }
}

/// Facts of the service as sorted pairs of texts. Valid as long as the `Registry` that it is of, as `BlobTable` explains: a
/// check asks for it while it judges, and does not keep it.
package struct DataTable: Sendable {
    private let record: TableRecord
    private let entries: BlobTable<TableEntryRecord>
    private let index: TextIndex<UInt16>
    private let text: BlobTable<UInt8>

    init(
        record: TableRecord, entries: BlobTable<TableEntryRecord>, index: TextIndex<UInt16>,
        text: BlobTable<UInt8>
    ) {
        self.record = record
        self.entries = entries
        self.index = index
        self.text = text
    }

    package var release: String { text.string(record.release) }
    package var count: Int { Int(record.entries.count) }

    package func key(_ index: Int) -> String { text.string(entry(index).key) }
    /// The key's bytes, in place.
    @_lifetime(borrow self)
    package func keyBytes(_ index: Int) -> Span<UInt8> { text.span(entry(index).key) }
    package func value(_ index: Int) -> String { text.string(entry(index).value) }
    /// The value's bytes, in place.
    @_lifetime(borrow self)
    func valueBytes(_ index: Int) -> Span<UInt8> { text.span(entry(index).value) }

    /// Whether the value of an entry is exactly this text.
    package func value(_ index: Int, equals other: borrowing Span<UInt8>) -> Bool {
        text.equals(entry(index).value, other)
    }

    package func value(_ index: Int, equals other: StaticString) -> Bool {
        text.equals(entry(index).value, other)
    }

    /// The number of the entry with exactly this key.
    @inline(__always)
    package func find(_ key: borrowing Span<UInt8>) -> Int? {
        index.number(of: key, in: record.hash) { entry($0).key }
    }

    /// The value of a key.
    package subscript(key: String) -> String? {
        let bytes = Array(key.utf8)
        return find(bytes.span).map { value($0) }
    }

    private func entry(_ index: Int) -> TableEntryRecord {
        entries[Int(record.entries.start) + index]
    }
}

/// The checks of a service beside the engine's own, in the order of their numbers.
package struct CheckList: Sendable {
    package let all: [any Check.Type]
    let textChecks: [(any TextCheck.Type)?]
    let structureChecks: [(any StructureCheck.Type)?]

    /// - Parameter checks: what the service brings; the engine's generic checks come first.
    package init(_ checks: [any Check.Type]) {
        all = GenericChecks.all + checks
        textChecks = all.map { if case .text(let check) = $0.kind { check } else { nil } }
        structureChecks = all.map { if case .structure(let check) = $0.kind { check } else { nil } }
    }

    /// Whether a check is the engine's own, which takes from the page what it looks at.
    func isGeneric(_ number: Int) -> Bool { number < GenericChecks.all.count }

    func number(named name: String) -> Int? { all.firstIndex { $0.name == name } }
}
