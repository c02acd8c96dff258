// What expressions of a template come to, as far as the template tells. What is not known is unknown, which is never
// an error.
import Documents

/// What a value of a template comes to.
enum Resolution {
    /// A value as it stands in the document.
    case node(Int)
    /// A text that stands for the expression at a node.
    case text(ComposedText, Certainty, at: Int)
    case list([Resolution], Certainty)
    /// One of these, and nobody knows which; each holds only where the condition, if there is one, is decided.
    case alternatives([Resolution], condition: String? = nil)
    /// Nothing is here: `AWS::NoValue`.
    case absent
    case unknown

    /// Whether nothing is there, whatever the conditions are.
    var isAbsent: Bool {
        switch self {
        case .absent: true
        case .alternatives(let all, _): all.allSatisfy(\.isAbsent)
        default: false
        }
    }
}

/// Resolves the expressions of one template.
struct TemplateValues {
    let template: Template
    var document: Document { template.document }
    var budget: ExpansionBudget { template.budget }
    /// The conditions that hold where the value at hand is used.
    var conditions: [String] = []

    init(_ template: Template) {
        self.template = template
    }

    /// So many values of a parameter or mapping are judged; templates with more list what they are for elsewhere.
    static let mostAlternatives = 64

    /// The texts that a value may be.
    struct Possible {
        var texts: [ComposedText]
        var certainty = Certainty.certain
        /// Whether the first of several is the one that is used where nothing else is said.
        var startsWithUsual = true
    }

    func resolve(_ node: Int) -> Resolution {
        guard budget.pay(for: node, of: document) else { return .unknown }
        guard let expression = Expression(document, node) else { return value(node) }
        let argument = expression.argument
        switch expression.function {
        case .ref: return reference(argument, at: node)
        case .getAtt: return attribute(argument, at: node)
        case .sub: return substituted(expression, at: node)
        case .join: return resolution(joined(argument), at: node)
        case .if: return conditional(argument)
        case .select: return selected(argument, at: node)
        case .split:
            return split(argument).map { .list($0.map { .text($0, .certain, at: node) }, .certain) } ?? .unknown
        case .findInMap: return mapped(argument, at: node)
        case .condition, .other: return .unknown
        }
    }

    private func value(_ node: Int) -> Resolution {
        switch document.nodes[node].kind {
        case .alien: .unknown
        case .string, .plain: isOpen(node) ? .unknown : .node(node)
        default: .node(node)
        }
    }

    func isOpen(_ node: Int) -> Bool { document.withText(of: node) { Placeholder.isIn($0) } }

    private func conditional(_ argument: Int) -> Resolution {
        let items = document.items(of: argument)
        guard items.count == 3 else { return .unknown }
        let condition = document.string(of: items[0])
        var inner = self
        inner.conditions.append(condition)
        return .alternatives([inner.resolve(items[1]), inner.resolve(items[2])], condition: condition)
    }

    // MARK: Texts

    func resolution(_ possible: Possible?, at node: Int) -> Resolution {
        guard let possible, let first = possible.texts.first else { return .unknown }
        if possible.texts.count == 1 { return .text(first, possible.certainty, at: node) }
        return .alternatives(possible.texts.map { .text($0, possible.certainty, at: node) })
    }

    /// The texts that a node may be; nil where that is not known.
    func texts(of node: Int) -> Possible? {
        switch resolve(node) {
        case .text(let text, let certainty, _): return Possible(texts: [text], certainty: certainty)
        case .alternatives(let values, _):
            let texts = values.compactMap { literal($0) }
            guard texts.count == values.count else { return nil }
            return Possible(texts: texts, certainty: .possible, startsWithUsual: false)
        case let other: return literal(other).map { Possible(texts: [$0]) }
        }
    }

    private func literal(_ resolution: Resolution) -> ComposedText? {
        switch resolution {
        case .text(let text, _, _): return text
        case .node(let node) where document.nodes[node].kind.isScalar:
            guard budget.pay(bytes: document.textLocation(of: node).count, at: node) else { return nil }
            var text = ComposedText()
            text.add(document, node)
            return text
        default: return nil
        }
    }

    /// The text of a node that says it literally.
    func literalString(_ node: Int) -> String? {
        guard case .node(let node) = resolve(node), document.nodes[node].kind.isScalar else { return nil }
        return document.string(of: node)
    }
}
