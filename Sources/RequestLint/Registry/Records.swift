// The records of the compiled registry: plain fields of fixed size, read in place.

/// The sections of a blob, in the order of its section table.
package enum Section: Int, CaseIterable {
    case text, textList, shapes, members, memberHash, bindings, bindingRules, slots, rules
    case shapeRules, patterns, tables, tableEntries, operations, markers, markerNames, markerHash, sources,
        facts, states, tableHash
}

/// A run of bytes in the text section.
package struct TextRef: BitwiseCopyable, Hashable {
    package var start: UInt32
    package var count: UInt32
}

/// A run of records in another section.
@usableFromInline
package struct Run: BitwiseCopyable, Sendable {
    @usableFromInline package var start: UInt32
    @usableFromInline package var count: UInt32

    package static let empty = Run(start: 0, count: 0)

    package var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// What an index field holds where there is nothing to point at.
@usableFromInline
package let noIndex = UInt32.max

/// The type of a shape in the service model.
package enum ShapeType: UInt32, Sendable, BitwiseCopyable {
    case structure, list, map, string, integer, long, boolean, float, timestamp, blob

    package init?(modelName: String) {
        switch modelName {
        case "structure": self = .structure
        case "list": self = .list
        case "map": self = .map
        case "string": self = .string
        case "integer": self = .integer
        case "long": self = .long
        case "boolean": self = .boolean
        case "float", "double": self = .float
        case "timestamp": self = .timestamp
        case "blob": self = .blob
        default: return nil
        }
    }
}

package struct ShapeRecord: BitwiseCopyable {
    package var minimum: Int64
    package var maximum: Int64
    package var name: TextRef
    package var members: Run
    /// Slots of the member hash: a power of two; each holds a member's number in the shape plus one.
    package var hash: Run
    package var values: Run
    package var bindings: Run
    package var typeCode: UInt32
    package var flags: UInt32
    package var element: UInt32
    package var key: UInt32
    package var pattern: UInt32
    /// How many members are required and not filled in by the client.
    package var required: UInt32

    package static let hasMinimum: UInt32 = 1
    package static let hasMaximum: UInt32 = 2
    /// A bound check parses the text anyway and refuses what the pattern refuses.
    package static let patternIsCovered: UInt32 = 4
    /// A bound check refuses what is too short or too long.
    package static let lengthIsCovered: UInt32 = 16

    package var type: ShapeType { ShapeType(rawValue: typeCode) ?? .string }
    package func has(_ flag: UInt32) -> Bool { flags & flag != 0 }
}

package struct MemberRecord: BitwiseCopyable {
    package var name: TextRef
    package var bindings: Run
    package var shape: UInt32
    package var flags: UInt32

    /// The member must be there. Never set for what SDK and CLI fill in.
    package static let required: UInt32 = 1
    package static let patternIsCovered: UInt32 = 2
    package static let lengthIsCovered: UInt32 = 4

    package func has(_ flag: UInt32) -> Bool { flags & flag != 0 }
}

/// One check at one place, with what its problems mean there.
package struct BindingRecord: BitwiseCopyable {
    /// What the check made of the page's parameters.
    package var word: UInt64
    package var texts: Run
    /// One entry a problem of the check: a rule's number or `noIndex`.
    package var rules: Run
    /// The slots that a structure check asked for.
    package var slots: Run
    package var check: UInt32
    /// The pattern that the check matches, or `noIndex`.
    package var pattern: UInt32
    /// Of a structure check: the structures in which it can find anything.
    package var gate: Gate
}

/// Which members a structure needs, and which it must not have, for a check to find anything in it: a bit each.
package struct Gate: BitwiseCopyable {
    package var needed: UInt64
    /// Those of which one is enough; none where nothing is asked.
    package var anyOf: UInt64
    package var excluded: UInt64

    package static let open = Gate(needed: 0, anyOf: 0, excluded: 0)
    /// No structure has a member that it has not.
    static let shut = Gate(needed: .max, anyOf: 0, excluded: .max)

    /// - Parameter present: the members that a structure has.
    @inline(__always)
    func isOpen(to present: UInt64) -> Bool {
        present & needed == needed && present & excluded == 0 && (anyOf == 0 || present & anyOf != 0)
    }
}

struct PatternRecord: BitwiseCopyable {
    var text: TextRef
    var characters: CharacterPattern
    /// Whether `characters` says all that the pattern says.
    var isSimple: UInt32
    var unused: UInt32 = 0

    /// - Parameter pattern: as PCRE2 reads it.
    init(_ pattern: String, text: TextRef) {
        self.text = text
        let characters = CharacterPattern(pattern)
        self.characters = characters ?? .none
        isSimple = characters == nil ? 0 : 1
    }
}

/// A path from a structure to a value: up to six steps, each a member's number in its shape.
@usableFromInline
package struct SlotRecord: BitwiseCopyable, Sendable {
    /// A byte each, from the lowest: the steps, how many there are, and how many of them lead to a list.
    @usableFromInline let packed: UInt64

    package init(steps: [UInt8], listDepth: Int) {
        let ends = UInt64(steps.count) << 48 | UInt64(listDepth) << 56
        packed = steps.enumerated().reduce(ends) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
    }

    @inlinable package var count: Int { Int(packed >> 48 & 0xFF) }
    /// How many of the steps lead to the list, from whose items the others count; 0 where the path has no list.
    @inlinable package var listDepth: Int { Int(packed >> 56) }
    @inlinable package func step(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)) }

    /// A step that no bound shape has: the slot is always absent.
    @usableFromInline package static let unresolved: UInt8 = 0xFF
    package static let mostSteps = 6
}

package struct RuleRecord: BitwiseCopyable {
    package var id: TextRef
    package var title: TextRef
    package var check: TextRef
    package var problem: TextRef
    package var page: TextRef
    package var message: TextRef
    package var places: Run
    package var sources: Run
    package var severity: UInt32
    package var evidence: UInt32
    package var isOnByDefault: UInt32
    /// Whether it came from a user's own folder.
    package var isUsers: UInt32
}

package struct TableRecord: BitwiseCopyable {
    package var name: TextRef
    package var entries: Run
    /// Slots of the table hash.
    package var hash: Run
    /// What stands in the table's first comment line, such as a release.
    package var release: TextRef
}

package struct TableEntryRecord: BitwiseCopyable {
    package var key: TextRef
    package var value: TextRef
}

package struct OperationRecord: BitwiseCopyable {
    package var name: TextRef
    package var shape: UInt32
    package var unused: UInt32
}

/// How an operation is recognised by the members of a request: sets of marker members, a bit each.
package struct MarkerRecord: BitwiseCopyable {
    package var all: UInt64
    package var any: UInt64
    package var none: UInt64
    package var operation: UInt32
    package var unused: UInt32
}

/// Where an update's present state is to be read: an operation's response, and the member of it that holds the resource.
package struct StateRecord: BitwiseCopyable {
    package var operation: UInt32
    /// The shapes of the update's request and of the resource.
    package var requestShape: UInt32
    package var shape: UInt32
    /// The member of the request's shape that names the resource, by its number there.
    package var requestIdentity: UInt32
    /// The member of the resource with the same name.
    package var identity: TextRef
    /// The member of the response that holds the resource.
    package var member: TextRef
    package var read: TextRef
    /// How a person gets the response.
    package var command: TextRef
}

/// A file that the registry was compiled from.
package struct SourceRecord: BitwiseCopyable {
    package var name: TextRef
    package var text: TextRef
}
