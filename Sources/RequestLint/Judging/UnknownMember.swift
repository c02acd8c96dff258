/// What is to be said of a member that a shape does not have, whatever else stands beside it: why, and what was probably meant.
struct UnknownMember: Sendable {
    private let refusal: String
    /// Where no other member was meant.
    private let advice: String
    /// The members that may have been meant, the likeliest first; the name that the form is known to have in its place.
    private let near: [(number: Int?, name: String)]

    /// - Parameter naming: how the form at hand names members; the message speaks of them so.
    init(_ name: String, of shape: ShapeRecord, _ registry: Registry, _ naming: any Naming) {
        refusal = "`\(ShapeMessages.clipped(name))` is not a member of \(ShapeMessages.owner(shape, registry)), and the service refuses unknown members."
        if let advice = Self.advice(name, shape, registry, naming) {
            (self.advice, near) = (advice, [])
            return
        }
        let members = (0..<Int(shape.members.count)).compactMap { number in
            naming.written(member: number, in: shape).map { (number: number, name: $0) }
        }
        let names = members.map(\.name)
        if let meant = naming.meant(by: name, in: shape) {
            near = [(nil, meant)]
        } else {
            near = Spelling.ranking(of: names, by: name).map { (members[$0].number, members[$0].name) }
        }
        advice = "Remove it; the members are \(names.isEmpty ? "no members at all" : ShapeMessages.list(names))."
    }

    /// The same, remembered: a mistake in one request is often in the next one too.
    static func remembered(
        _ name: String, of shape: ShapeRecord, _ registry: Registry, _ naming: any Naming, _ memory: CheckMemory
    ) -> UnknownMember {
        guard naming.isTheAPIs else { return UnknownMember(name, of: shape, registry, naming) }
        // Checks have other tags: the numbers of their rules.
        let tag = 1 << 63 | UInt64(shape.name.start)
        let text = name.utf8.span
        if let known = memory.guess(tag, text) as? UnknownMember { return known }
        let found = UnknownMember(name, of: shape, registry, naming)
        memory.remember(found, tag, text)
        return found
    }

    /// - Parameter present: by the number of a member, whether the object has it: such a one can't be what was meant.
    func words(beside present: [Bool]) -> (message: Words, replacement: String?) {
        guard let meant = near.first(where: { $0.number.map { !present[$0] } ?? true }) else {
            return ("\(refusal) \(advice)", nil)
        }
        return ("\(refusal) Did you mean `\(meant.name)`?", meant.name)
    }

    /// What is known of the name itself.
    private static func advice(
        _ name: String, _ shape: ShapeRecord, _ registry: Registry, _ naming: any Naming
    ) -> String? {
        let key = registry.text.string(shape.name) + "." + name
        if let advice = registry.table(misplacedTable)?[key] { return advice }
        if let holder = holder(of: name, in: shape, registry, naming) {
            return "It belongs to `\(holder)`: move it there."
        }
        return name.contains(" ") ? "It looks like the rest of a text that a comma has cut: put that text into quotes." : nil
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
