// Texts that functions make of texts, and values that they pick.
import Documents

extension TemplateValues {
    // MARK: Substitution

    func substituted(_ expression: Expression, at node: Int) -> Resolution {
        let document = document
        var template = expression.argument
        var variables: Int?
        if document.contentKind(of: template) == .array {
            let items = document.items(of: template)
            guard items.count == 2 else { return .unknown }
            (template, variables) = (items[0], items[1])
        } else if !expression.argumentIsScalar(in: document) {
            return .unknown
        }
        guard document.contentKind(of: template).isScalar, !isOpen(template) else { return .unknown }
        var text = ComposedText()
        text.reserve(bytes: document.textLocation(of: template).count, pieces: 8)
        var pieces: [Possible] = []
        var place = Substitution.Place()
        while let (part, end) = document.withText(of: template, { Substitution.part(of: $0, behind: place) }) {
            place = end
            switch part {
            case .literal(let range): text.add(document, template, range)
            case .variable(let name, let range):
                // What is certain is put together at once, which most texts are from start to end.
                switch variable(name, template, range, variables, &text) {
                case .added: break
                case .several(let value):
                    pieces += [Possible(texts: [text]), value]
                    text = ComposedText()
                case .unknown: return .unknown
                }
            }
        }
        if pieces.isEmpty { return .text(text, .certain, at: node) }
        return resolution(composed(pieces + [Possible(texts: [text])], at: template), at: node)
    }

    /// What a variable of a text comes to.
    private enum Variable {
        /// Its one value was added to the text.
        case added
        case several(Possible)
        case unknown
    }

    private func variable(
        _ name: Range<Int>, _ node: Int, _ range: Range<Int>, _ variables: Int?, _ text: inout ComposedText
    ) -> Variable {
        let document = document
        if let variables {
            guard budget.pay(bytes: Int(document.nodes[variables].next) - variables, at: node) else { return .unknown }
            let value = document.withText(of: node) { document.member($0.extracting(name), of: variables) }
            if let value { return add(variable(value, node, range), at: node, to: &text) }
        }
        let parameter = document.withText(of: node) { whole -> (value: Template.Parameter, name: String)? in
            let name = whole.extracting(name)
            return template.parameter(named: name).map { ($0, name.string) }
        }
        if let parameter {
            return add(texts(of: parameter.value, parameter.name, at: node, range), at: node, to: &text)
        }
        let size = text.size
        let isKnown = document.withText(of: node) { addReferredTo($0.extracting(name), at: node, range, to: &text) }
        return isKnown && budget.pay(bytes: text.size - size, at: node) ? .added : .unknown
    }

    /// Adds the value of a variable to a text, if there is one that is certain.
    private func add(_ possible: Possible?, at node: Int, to text: inout ComposedText) -> Variable {
        guard let possible, pay(for: possible.texts, at: node) else { return .unknown }
        guard possible.texts.count == 1, possible.certainty == .certain else { return .several(possible) }
        text.add(possible.texts[0])
        return .added
    }

    /// A variable whose value stands beside the text.
    private func variable(_ value: Int, _ node: Int, _ range: Range<Int>) -> Possible? {
        guard var possible = texts(of: value), pay(for: possible.texts, at: node) else { return nil }
        possible.texts = possible.texts.map { other in
            let definition = other.definition ?? RelatedSpot("The variable's value stands here.", .value(Place(value)))
            var text = ComposedText()
            text.add(other.bytes, by: node, range, definition, isFilledIn: other.isFilledIn)
            return text
        }
        return possible
    }

    // MARK: Putting together

    /// Where more than one text has several values, the usual ones stand for all, so that nothing is multiplied.
    private func composed(_ parts: [Possible], at node: Int) -> Possible? {
        let several = parts.filter { $0.texts.count > 1 }
        if several.count > 1, !several.allSatisfy(\.startsWithUsual) { return nil }
        let rounds = several.count == 1 ? several[0].texts.count : 1
        let certainty = parts.reduce(Certainty.certain) { $0.within($1.certainty) }
        var result = Possible(texts: [], certainty: certainty)
        for round in 0..<rounds {
            var text = ComposedText()
            for part in parts {
                let next = part.texts[part.texts.count > 1 && several.count == 1 ? round : 0]
                guard pay(for: [next], at: node) else { return nil }
                text.add(next)
            }
            result.texts.append(text)
        }
        result.startsWithUsual = several.count != 1 || several[0].startsWithUsual
        return result
    }

    func joined(_ argument: Int) -> Possible? {
        let items = document.items(of: argument)
        guard items.count == 2, Expression(document, items[1]) == nil, let delimiter = texts(of: items[0])
        else { return nil }
        var parts: [Possible] = []
        for item in document.items(of: items[1]) {
            if !parts.isEmpty { parts.append(delimiter) }
            guard let part = texts(of: item), pay(for: delimiter.texts, at: item) else { return nil }
            parts.append(part)
        }
        return parts.isEmpty ? nil : composed(parts, at: argument)
    }

    /// Pays for texts that are about to be copied.
    private func pay(for texts: [ComposedText], at node: Int) -> Bool {
        texts.allSatisfy { budget.pay(bytes: $0.size, at: node) }
    }

    // MARK: Picking

    func selected(_ argument: Int, at node: Int) -> Resolution {
        let items = document.items(of: argument)
        guard items.count == 2, let index = literalString(items[0]), let number = Int(index), number >= 0
        else { return .unknown }
        if let expression = Expression(document, items[1]) {
            guard expression.function == .split, let parts = split(expression.argument), number < parts.count
            else { return .unknown }
            return .text(parts[number], .certain, at: node)
        }
        let values = document.items(of: items[1])
        return number < values.count ? resolve(values[number]) : .unknown
    }

    /// The parts of a text that is known to the last byte.
    func split(_ argument: Int) -> [ComposedText]? {
        let items = document.items(of: argument)
        guard items.count == 2, let delimiter = literalString(items[0]), !delimiter.isEmpty,
            let possible = texts(of: items[1]), possible.certainty == .certain, let text = possible.texts.first,
            !text.isFilledIn
        else { return nil }
        let separator = Array(delimiter.utf8)
        var result: [ComposedText] = []
        var start = 0
        var index = 0
        while index + separator.count <= text.bytes.count {
            if text.bytes[index..<index + separator.count].elementsEqual(separator) {
                guard budget.pay(bytes: index - start + ComposedText.cost * (1 + text.pieceCount), at: argument) else { return nil }
                result.append(text.slice(start..<index))
                index += separator.count
                start = index
            } else {
                index += 1
            }
        }
        return result + [text.slice(start..<text.bytes.count)]
    }

    // MARK: Mappings

    func mapped(_ argument: Int, at node: Int) -> Resolution {
        let items = document.items(of: argument)
        guard items.count >= 3, let name = literalString(items[0]) else { return .unknown }
        let keys = items[1...2].map { literalString($0) }
        // Of two keys that are not known, any value of the mapping may be meant, and not all of them belong here.
        guard keys.contains(where: { $0 != nil }) else { return .unknown }
        guard let values = template.mapped(name, keys[0], keys[1], at: node) else { return .unknown }
        guard !values.isEmpty, values.count <= Self.mostAlternatives else { return .unknown }
        let isCertain = values.count == 1 && items.count == 3 && keys.allSatisfy { $0 != nil }
        let results = values.map { mappedValue($0, at: node, isCertain ? .certain : .possible) }
        return results.count == 1 ? results[0] : .alternatives(results)
    }

    private func mappedValue(_ value: Int, at node: Int, _ certainty: Certainty) -> Resolution {
        guard document.nodes[value].kind.isScalar else { return certainty == .certain ? .node(value) : .unknown }
        guard !isOpen(value), document.textLocation(of: value).count > 0, budget.pay(for: value, of: document)
        else { return .unknown }
        var text = ComposedText()
        text.add(
            Array(document.string(of: value).utf8), by: node, nil,
            RelatedSpot("The mapping's value stands here.", .value(Place(value))), isFilledIn: certainty != .certain)
        return .text(text, certainty, at: node)
    }
}
