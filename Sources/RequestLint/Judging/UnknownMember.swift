/// What is said of a member that a shape does not have: why, and what was probably meant.
struct UnknownMember: Sendable {
    let message: String
    /// The name to write in its place, where one is near.
    let replacement: String?
    /// By the number of a member, whether the object has it.
    private let present: [Bool]

    /// - Parameters:
    ///   - present: by the number of a member, whether the object has it.
    ///   - naming: how the form at hand names members; the message speaks of them so.
    init(
        _ name: String, of shape: ShapeRecord, beside present: [Bool], _ registry: Registry, _ naming: any Naming
    ) {
        let advice = Self.advice(name, shape, present, registry, naming)
        message = "`\(ShapeMessages.clipped(name))` is not a member of \(ShapeMessages.owner(shape, registry)), and the service refuses unknown members. \(advice.text)"
        replacement = advice.replacement
        self.present = present
    }

    /// The same, remembered: a mistake in one request is often in the next one too.
    static func remembered(
        _ name: String, of shape: ShapeRecord, beside present: [Bool], _ registry: Registry, _ naming: any Naming,
        _ memory: CheckMemory
    ) -> UnknownMember {
        guard naming.isTheAPIs else { return UnknownMember(name, of: shape, beside: present, registry, naming) }
        // Checks have other tags: the numbers of their rules.
        let tag = 1 << 63 | UInt64(shape.name.start)
        let text = name.utf8.span
        if let known = memory.guess(tag, text) as? UnknownMember, known.present == present { return known }
        let found = UnknownMember(name, of: shape, beside: present, registry, naming)
        memory.remember(found, tag, text)
        return found
    }

    private static func advice(
        _ name: String, _ shape: ShapeRecord, _ present: [Bool], _ registry: Registry, _ naming: any Naming
    ) -> (text: String, replacement: String?) {
        let key = registry.text.string(shape.name) + "." + name
        if let advice = registry.table(misplacedTable)?[key] { return (advice, nil) }
        if let holder = holder(of: name, in: shape, registry, naming) {
            return ("It belongs to `\(holder)`: move it there.", nil)
        }
        if name.contains(" ") {
            return ("It looks like the rest of a text that a comma has cut: put that text into quotes.", nil)
        }
        let numbers = 0..<Int(shape.members.count)
        // A member that is there already can't be what was meant.
        let others = numbers.filter { !present[$0] }.compactMap { naming.written(member: $0, in: shape) }
        if let near = naming.meant(by: name, in: shape) ?? Spelling.nearest(to: name, among: others) {
            return ("Did you mean `\(near)`?", near)
        }
        let names = numbers.compactMap { naming.written(member: $0, in: shape) }
        let known = names.isEmpty ? "no members at all" : ShapeMessages.list(names)
        return ("Remove it; the members are \(known).", nil)
    }

    /// The table of what to do about members that people write where the API does not have them, by `Shape.member`.
    private static let misplacedTable: StaticString = "misplaced"

    /// The member whose structure has a member of this name: where a name belongs that stands one level too high.
    private static func holder(
        of name: String, in shape: ShapeRecord, _ registry: Registry, _ naming: any Naming
    ) -> String? {
        for number in 0..<Int(shape.members.count) {
            let inner = registry.shapes[Int(registry.members[Int(shape.members.start) + number].shape)]
            if inner.type == .structure, naming.member(written: name.utf8.span, in: inner) != nil {
                return naming.written(member: number, in: shape)
            }
        }
        return nil
    }
}
