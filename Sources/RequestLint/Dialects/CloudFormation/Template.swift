import Documents

/// What a CloudFormation template says beside its resources' properties: parameters, mappings, conditions, and which
/// resource a name means. A class, because whoever reads a template asks for its document all the time, and a copy of that is
/// counted for each of its parts.
final class Template {
    let document: Document
    let types: ResourceTypes
    let budget: ExpansionBudget
    /// A transform that is not CloudFormation's own may change anything in the template.
    let hasMacros: Bool
    /// The resources of the service's types.
    let resources: [Resource]
    private let numbers: [String: Int]
    private let parameters: Int?
    private let parameterCount: Int
    private let mappings: Int?
    private let conditions: Int?

    struct Resource {
        /// The logical ID, or the key under which a loop makes several.
        let key: Int
        let node: Int
        /// Where its type stands, and its number among the known types.
        let type: Int
        let typeNumber: Int?
    }

    /// - Returns: nil where the node is no template: resources with types are what makes one.
    init?(_ document: Document, root: Int, _ types: ResourceTypes, _ budget: ExpansionBudget) {
        guard let section = Self.section(document, root) else { return nil }
        var found = ResourceList(document, types)
        guard found.collect(from: section, depth: 0) else { return nil }
        resources = found.resources
        numbers = Dictionary(
            resources.enumerated().map { (document.string(of: $0.element.key), $0.offset) }, uniquingKeysWith: { $1 })
        self.document = document
        self.types = types
        self.budget = budget
        parameters = document.member("Parameters", of: root)
        parameterCount = parameters.map { document.members(of: $0).count } ?? 0
        mappings = document.member("Mappings", of: root)
        conditions = document.member("Conditions", of: root)
        hasMacros = document.member("Transform", of: root).map { Self.hasMacros($0, document) } ?? false
    }

    /// The resources, or what looks like them; nil where the node is no template for certain.
    static func section(_ document: Document, _ root: Int) -> Int? {
        guard document.nodes[root].kind == .object, let section = document.member("Resources", of: root),
            document.nodes[section].kind == .object
        else { return nil }
        return section
    }

    private static func hasMacros(_ node: Int, _ document: Document) -> Bool {
        func isOther(_ node: Int) -> Bool { !document.string(of: node).hasPrefix("AWS::") }
        switch document.contentKind(of: node) {
        case .string, .plain: return isOther(node)
        case .array: return document.items(of: node).contains { isOther($0) }
        default: return true
        }
    }

    func resource(named name: String) -> Resource? { numbers[name].map { resources[$0] } }

    // MARK: Parameters

    struct Parameter {
        let type: String
        let defaultValue: Int?
        let allowedValues: [Int]

        /// Whether `Ref` gives a list.
        var isList: Bool { type == "CommaDelimitedList" || type.hasPrefix("List<") }

        /// Whether the default is the value itself, and not the name of a parameter of Systems Manager.
        var isKnown: Bool { !type.hasPrefix("AWS::SSM::") }
    }

    func parameter(named name: borrowing Span<UInt8>) -> Parameter? {
        guard let parameters, budget.pay(bytes: parameterCount, at: parameters),
            let node = document.member(name, of: parameters), document.nodes[node].kind == .object
        else { return nil }
        let allowed = document.member("AllowedValues", of: node)
        guard allowed.map({ budget.pay(bytes: Int(document.nodes[$0].next) - $0, at: $0) }) ?? true else { return nil }
        return Parameter(
            type: document.member("Type", of: node).map { document.string(of: $0) } ?? "",
            defaultValue: document.member("Default", of: node),
            allowedValues: allowed.map { document.items(of: $0) } ?? [])
    }

    // MARK: Mappings

    /// The values that a mapping may give; `nil` for a key means that it is not known.
    /// - Returns: nil where looking for them goes beyond the budget.
    func mapped(_ mapping: String, _ first: String?, _ second: String?, at node: Int) -> [Int]? {
        guard let mappings, let map = document.member(mapping, of: mappings) else { return [] }
        func values(of object: Int, _ key: String?) -> [Int]? {
            let members = document.members(of: object)
            guard budget.pay(values: members.count, at: node) else { return nil }
            return members.filter { key == nil || document.string(of: $0.key) == key }.map(\.value)
        }
        guard let rows = values(of: map, first) else { return nil }
        var result: [Int] = []
        for row in rows {
            guard let values = values(of: row, second) else { return nil }
            result += values
        }
        return result
    }

    // MARK: Conditions

    /// Whether a condition looks at a parameter, so that the parameter's value where the condition holds may be another
    /// than its default.
    func condition(_ name: String, dependsOn parameter: String) -> Bool {
        var seen: [String: Bool] = [:]
        return dependsOn(name, parameter, &seen)
    }

    /// - Parameter seen: conditions that were looked at, once each however many name them, and whether they are still being
    ///   looked at: those that lead in a circle are no template that could be deployed.
    private func dependsOn(_ name: String, _ parameter: String, _ seen: inout [String: Bool]) -> Bool {
        if let isCircle = seen[name] { return isCircle }
        guard let conditions else { return false }
        guard budget.pay(bytes: Int(document.nodes[conditions].next) - conditions, at: conditions) else { return true }
        guard let node = document.member(name, of: conditions) else { return false }
        seen[name] = true
        let result = mentions(node, parameter, &seen)
        seen[name] = false
        return result
    }

    private func mentions(_ node: Int, _ parameter: String, _ seen: inout [String: Bool]) -> Bool {
        guard budget.pay(for: node, of: document) else { return true }
        if let expression = Expression(document, node), expression.argumentIsScalar(in: document) {
            let text = document.string(of: expression.argument)
            switch expression.function {
            case .ref: return text == parameter
            case .condition: return dependsOn(text, parameter, &seen)
            default: return text.contains("${" + parameter + "}")
            }
        }
        switch document.contentKind(of: node) {
        case .object:
            for member in document.members(of: node) where mentions(member.value, parameter, &seen) { return true }
            return false
        case .array:
            for item in document.items(of: node) where mentions(item, parameter, &seen) { return true }
            return false
        default: return false
        }
    }
}

/// Looks for the resources of a template.
private struct ResourceList {
    let document: Document
    let types: ResourceTypes
    var resources: [Template.Resource] = []

    init(_ document: Document, _ types: ResourceTypes) {
        self.document = document
        self.types = types
    }

    /// - Returns: whether there is any resource, of whatever service.
    mutating func collect(from section: Int, depth: Int) -> Bool {
        var isTemplate = false
        for (key, value) in document.members(of: section) {
            guard document.nodes[value].kind == .object else {
                // A loop: an identifier, a collection, and what each round makes.
                let loop = document.items(of: value)
                if loop.count == 3, depth < 8, document.string(of: key).hasPrefix("Fn::ForEach::"),
                    collect(from: loop[2], depth: depth + 1)
                {
                    isTemplate = true
                }
                continue
            }
            guard let type = document.member("Type", of: value) else { continue }
            switch document.withText(of: type, { types.match($0) }) {
            case .known(let number): resources.append(Template.Resource(key: key, node: value, type: type, typeNumber: number))
            case .unknown: resources.append(Template.Resource(key: key, node: value, type: type, typeNumber: nil))
            case .foreign where !isTemplate && !document.string(of: type).contains("::"): continue
            case .foreign: break
            }
            isTemplate = true
        }
        return isTemplate
    }
}
