/// What a form's table of names says of the shapes whose members it names otherwise.
///
/// Lines of the table: `Shape.Name<TAB>member` for a property of another name, `Shape.Name<TAB>` for one that the request
/// does not have, `Shape/member<TAB>` for a member that is no property, and `Shape=value<TAB>` for a value of an enum that
/// only CloudFormation's schema has.
struct NameDifferences {
    /// What differs in one shape. There are few of each, so they are compared one by one.
    struct OfShape {
        fileprivate var names: [[UInt8]] = []
        fileprivate var numbers: [Int] = []
        fileprivate var others: [[UInt8]] = []
        fileprivate(set) var absent: [Int] = []

        /// The member that has another name, which is this one.
        func member(named name: borrowing Span<UInt8>) -> Int? {
            for index in names.indices where name.equals(names[index]) { return numbers[index] }
            return nil
        }

        func isRenamed(_ member: Int) -> Bool { numbers.contains(member) }

        /// The other name of a member; nil where it has none.
        func name(of member: Int) -> String? {
            numbers.firstIndex(of: member).map { String(decoding: names[$0], as: UTF8.self) }
        }

        /// Whether it is the name of a property that the request does not have.
        func hasOther(_ name: borrowing Span<UInt8>) -> Bool {
            for index in others.indices where name.equals(others[index]) { return true }
            return false
        }
    }

    /// The shapes that have some; a shape is told by the start of its run of members, which no two shapes share.
    private var shapes: [(start: UInt32, differences: OfShape)] = []
    /// The other names of members, whatever their shape is.
    private(set) var renamed: [String: String] = [:]
    /// By the start of a shape's run of values.
    private var values: [UInt32: Set<String>] = [:]

    init(_ registry: Registry, table name: StaticString) {
        guard let table = registry.table(name) else { return }
        for index in 0..<table.count { add(table.key(index), table.value(index), registry) }
    }

    private mutating func add(_ key: String, _ value: String, _ registry: Registry) {
        guard let separator = key.firstIndex(where: { $0 == "." || $0 == "/" || $0 == "=" }),
            let shape = registry.shape(named: String(key[..<separator]))
        else { return }
        let name = String(key[key.index(after: separator)...])
        if key[separator] == "=" {
            values[shape.values.start, default: []].insert(name)
            return
        }
        let number = registry.member(named: Array((key[separator] == "/" ? name : value).utf8).span, of: shape)
        change(shape) { differences in
            if key[separator] == "/" {
                if let number { differences.absent.append(number) }
            } else if let number {
                differences.names.append(Array(name.utf8))
                differences.numbers.append(number)
            } else {
                differences.others.append(Array(name.utf8))
            }
        }
        if key[separator] == ".", number != nil { renamed[value] = name }
    }

    private mutating func change(_ shape: ShapeRecord, _ body: (inout OfShape) -> Void) {
        // The table is sorted, so lines of one shape follow each other.
        if shapes.last?.start != shape.members.start { shapes.append((shape.members.start, OfShape())) }
        body(&shapes[shapes.count - 1].differences)
    }

    func ofShape(_ shape: ShapeRecord) -> OfShape? {
        for index in shapes.indices where shapes[index].start == shape.members.start { return shapes[index].differences }
        return nil
    }

    /// Whether a value is one that the form has, and the model's enum does not.
    func knows(_ value: borrowing Span<UInt8>, asValueOf shape: ShapeRecord) -> Bool {
        guard shape.values.count > 0, let others = values[shape.values.start] else { return false }
        return others.contains(value.string)
    }
}

extension Span<UInt8> {
    fileprivate func equals(_ other: [UInt8]) -> Bool { equals(other.span) }
}
