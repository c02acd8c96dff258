/// Reads RFC 8259 JSON into a document: strict, total, and with exact places.
///
/// It repairs two mistakes, a missing and a trailing comma; anything else ends the document there, and what was open
/// is kept as incomplete.
package enum JSONReader {
    package static func read(_ source: Source, limits: ReadLimits = .standard) -> Document {
        var parser = JSONParser(source.bytes.span, of: source, limits: limits)
        if let problem = Encoding.problem(of: source, limits: limits) {
            parser.document.problems.append(problem)
        } else {
            parser.parse()
        }
        return parser.takeDocument()
    }
}

/// The walk over the bytes: containers and commas. A container that is open knows the one around it, so that depth costs no
/// stack. The scalars are in `JSONScalars.swift`.
struct JSONParser: ~Copyable, ~Escapable {
    let bytes: Span<UInt8>
    let limits: ReadLimits
    var document: DocumentDraft
    /// The document's, until it is read.
    var nodes: NodeBuffer
    var offset = 0
    /// How many containers are open, and the innermost of them. As long as one is open, its `next` leads to the one around it.
    private var depth = 0
    private var innermost = 0
    /// Whether that is an object.
    private var isInObject = false

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, of source: Source, limits: ReadLimits) {
        self.bytes = bytes
        document = DocumentDraft(source: source, syntax: .json)
        // A request has a node every fourteen bytes, written without blanks.
        nodes = NodeBuffer(capacity: min(bytes.count / 12 + 8, limits.nodes))
        self.limits = limits
    }

    @inline(__always)
    consuming func takeDocument() -> Document { Document(document) }

    /// The roots of every document that holds anything.
    private static let oneRoot = [0]

    /// What the parser waits for.
    private enum State {
        case value, firstMember, firstItem, nextMember, nextItem
    }

    mutating func parse() {
        offset = Encoding.markLength(bytes)
        if offset > 0 { document.problems.append(Encoding.markProblem(of: document.source)) }
        skipSpace()
        guard offset < bytes.count else {
            _ = fail("The \(document.source.noun) is empty; a request is an object or a list of objects. Write `{ ... }`.")
            return
        }
        document.roots = Self.oneRoot
        let isWhole = run()
        document.nodes = nodes.array
        if isWhole { finish() } else { close() }
        if document.nodes.isEmpty { document.roots = [] }
        document.rootNames = document.sketchOfRoot()
    }

    // MARK: Containers

    // The functions below return false where the document ends early; the problem is noted by then.

    /// Reads until the root is complete.
    private mutating func run() -> Bool {
        var state = State.value
        repeat {
            skipSpace()
            switch state {
            case .value: guard value(&state) else { return false }
            case .firstMember:
                if at("}") { endContainer(&state) } else { guard member(&state) else { return false } }
            case .firstItem:
                if at("]") { endContainer(&state) } else { state = .value }
            case .nextMember: guard nextMember(&state) else { return false }
            case .nextItem: guard nextItem(&state) else { return false }
            }
        } while depth > 0
        return true
    }

    private mutating func nextMember(_ state: inout State) -> Bool {
        if at(",") {
            let comma = offset
            offset += 1
            skipSpace()
            guard at("}") else { return member(&state) }
            guard repair(comma, "This comma ends nothing; JSON allows none before `}`. Remove it.") else { return false }
            endContainer(&state)
            return true
        }
        if at("}") {
            endContainer(&state)
            return true
        }
        guard at("\"") else {
            return fail("Expected `,` or `}` after this member, found \(found). Add a comma, or close the object.")
        }
        return repair(offset, "A comma is missing in front of this member; JSON separates members by commas. Add `,`.")
            && member(&state)
    }

    private mutating func nextItem(_ state: inout State) -> Bool {
        if at(",") {
            let comma = offset
            offset += 1
            skipSpace()
            state = .value
            guard at("]") else { return true }
            guard repair(comma, "This comma ends nothing; JSON allows none before `]`. Remove it.") else { return false }
            endContainer(&state)
            return true
        }
        if at("]") {
            endContainer(&state)
            return true
        }
        guard startsValue else {
            return fail("Expected `,` or `]` after this item, found \(found). Add a comma, or close the list.")
        }
        state = .value
        return repair(offset, "A comma is missing in front of this item; JSON separates items by commas. Add `,`.")
    }

    /// Reads a name and its colon, and where a text is the value and another member stands right behind it, goes on with that:
    /// most members are such.
    private mutating func member(_ state: inout State) -> Bool {
        while true {
            guard at("\"") else {
                return fail("Expected a member's name in double quotes, found \(found). Write `\"name\": value`.")
            }
            guard string() else { return false }
            skipSpace()
            guard at(":") else {
                return fail("Expected `:` after this member's name, found \(found). Write `\"name\": value`.")
            }
            offset += 1
            state = .value
            guard at("\""), nodes.count < limits.nodes else { return true }
            guard string() else { return false }
            state = .nextMember
            guard at(","), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { return true }
            offset += 1
        }
    }

    /// Reads a scalar, or opens a container.
    private mutating func value(_ state: inout State) -> Bool {
        guard nodes.count < limits.nodes else { return fail(limits.tooManyNodes, kind: .limit) }
        guard offset < bytes.count else {
            return fail("The \(document.source.noun) ends where a value belongs. Add the value, and close what is open.")
        }
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "{"):
            state = .firstMember
            return push(.object)
        case UInt8(ascii: "["):
            state = .firstItem
            return push(.array)
        case UInt8(ascii: "\""): guard string() else { return false }
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): guard number() else { return false }
        case UInt8(ascii: "t"): guard word("true", .true) else { return false }
        case UInt8(ascii: "f"): guard word("false", .false) else { return false }
        case UInt8(ascii: "n"): guard word("null", .null) else { return false }
        default: return noValue()
        }
        state = following
        return true
    }

    /// What comes behind a value.
    private var following: State { isInObject ? .nextMember : .nextItem }

    private mutating func push(_ kind: Node.Kind) -> Bool {
        guard depth < limits.depth else {
            return fail(
                "Objects and lists are nested more than \(limits.depth) deep here; deeper ones are not read. Flatten the document.",
                kind: .limit)
        }
        let holder = nodes.count
        nodes.append(Node(kind, start: offset, end: offset + 1, next: innermost))
        innermost = holder
        depth += 1
        isInObject = kind == .object
        offset += 1
        return true
    }

    private mutating func endContainer(_ state: inout State) {
        offset += 1
        let outer = Int(nodes[innermost].next)
        nodes[innermost].end = UInt32(truncatingIfNeeded: offset)
        nodes[innermost].next = UInt32(truncatingIfNeeded: nodes.count)
        innermost = outer
        depth -= 1
        isInObject = nodes[outer].kind == .object
        state = following
    }

    // MARK: Ends

    /// The root is complete; nothing but space may follow.
    private mutating func finish() {
        skipSpace()
        if offset < bytes.count {
            _ = fail("Something follows the document: \(found). JSON has one value a \(document.source.noun). Remove it, or put the values into a list.")
        }
    }

    /// Keeps what is open as incomplete. A member without a value is left out.
    private mutating func close() {
        while depth > 0 {
            let holder = innermost
            innermost = Int(document.nodes[holder].next)
            depth -= 1
            if document.nodes[holder].kind == .object { document.removeDanglingKey(of: holder) }
            document.nodes[holder].flags.insert(.incomplete)
            document.nodes[holder].end = UInt32(truncatingIfNeeded: max(offset, Int(document.nodes[holder].start) + 1))
            document.nodes[holder].next = UInt32(truncatingIfNeeded: document.nodes.count)
        }
    }

    // MARK: Bytes

    private var startsValue: Bool {
        guard offset < bytes.count else { return false }
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"),
            UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return false
        }
    }

    func at(_ sign: Unicode.Scalar) -> Bool {
        offset < bytes.count && bytes[offset] == UInt8(truncatingIfNeeded: sign.value)
    }

    @inline(__always)
    private mutating func skipSpace() {
        // Programs write most JSON, without blanks.
        if offset < bytes.count, bytes[offset] > 0x20 { return }
        skipBlanks()
    }

    private mutating func skipBlanks() {
        var index = offset
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            index += 1
        }
        offset = index
    }
}
