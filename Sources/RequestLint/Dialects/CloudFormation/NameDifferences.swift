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
    private var renamed: [(member: String, name: String)] = []
    /// By the start of a shape's run of values.
    private var values: [(start: UInt32, name: [UInt8])] = []

    init(_ registry: Registry, table name: StaticString) {
        guard let table = registry.table(name) else { return }
        for index in 0..<table.count { add(table.keyBytes(index), table.valueBytes(index), registry) }
    }

    private mutating func add(_ key: borrowing Span<UInt8>, _ value: borrowing Span<UInt8>, _ registry: Registry) {
        var separator = 0
        while separator < key.count, !Self.separators.contains(key[separator]) { separator += 1 }
        guard separator < key.count, let shape = registry.shape(named: key.extracting(0..<separator)) else { return }
        let name = key.extracting(separator + 1..<key.count)
        switch key[separator] {
        case UInt8(ascii: "="): values.append((shape.values.start, name.array))
        case UInt8(ascii: "/"):
            let number = registry.member(named: name, of: shape)
            change(shape) { differences in
                if let number { differences.absent.append(number) }
            }
        default:
            let number = registry.member(named: value, of: shape)
            let bytes = name.array
            change(shape) { differences in
                if let number {
                    differences.names.append(bytes)
                    differences.numbers.append(number)
                } else {
                    differences.others.append(bytes)
                }
            }
            if number != nil { renamed.append((value.string, name.string)) }
        }
    }

    private static let separators: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "=")]

    private mutating func change(_ shape: ShapeRecord, _ body: (inout OfShape) -> Void) {
        // The table is sorted, so lines of one shape follow each other.
        if shapes.last?.start != shape.members.start { shapes.append((shape.members.start, OfShape())) }
        body(&shapes[shapes.count - 1].differences)
    }

    func ofShape(_ shape: ShapeRecord) -> OfShape? {
        for index in shapes.indices where shapes[index].start == shape.members.start { return shapes[index].differences }
        return nil
    }

    /// The last other name of a member, whatever its shape is.
    func spoken(_ member: String) -> String? { renamed.last { $0.member == member }?.name }

    /// Whether a value is one that the form has, and the model's enum does not.
    func knows(_ value: borrowing Span<UInt8>, asValueOf shape: ShapeRecord) -> Bool {
        guard shape.values.count > 0 else { return false }
        for index in values.indices where values[index].start == shape.values.start && value.equals(values[index].name) {
            return true
        }
        return false
    }
}

extension Span<UInt8> {
    fileprivate func equals(_ other: [UInt8]) -> Bool { equals(other.span) }

    fileprivate var array: [UInt8] { withUnsafeBufferPointer { Array($0) } }
}
