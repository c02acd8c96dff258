// What names stand for: pseudo parameters, parameters, resources and their attributes.
import Documents

extension TemplateValues {
    func reference(_ argument: Int, at node: Int) -> Resolution {
        document.withText(of: argument) { name in
            if name.equals("AWS::NoValue") { return .absent }
            guard let parameter = template.parameter(named: name) else { return referredTo(name, at: node) }
            return values(of: parameter, name.string, at: node)
        }
    }

    func attribute(_ argument: Int, at node: Int) -> Resolution {
        guard document.contentKind(of: argument) == .array else {
            return document.withText(of: argument) { referredTo($0, at: node) }
        }
        var name: [UInt8] = []
        for (number, item) in document.items(of: argument).enumerated() {
            if number > 0 { name.append(UInt8(ascii: ".")) }
            document.withText(of: item) { text in text.withUnsafeBufferPointer { name.append(contentsOf: $0) } }
        }
        return referredTo(name.span, at: node)
    }

    /// What a node stands for that refers to something by a name that is no parameter's.
    private func referredTo(_ name: borrowing Span<UInt8>, at node: Int) -> Resolution {
        var text = ComposedText()
        return addReferredTo(name, at: node, nil, to: &text) ? .text(text, .certain, at: node) : .unknown
    }

    /// Adds what a name stands for that is no parameter.
    /// - Parameter range: where the name is written in the scalar; nil: the node is the reference.
    /// - Returns: false where that is not known.
    func addReferredTo(
        _ name: borrowing Span<UInt8>, at node: Int, _ range: Range<Int>?, to text: inout ComposedText
    ) -> Bool {
        if let value = PseudoParameter.value(name) {
            let quoted = range == nil ? name.string : ""
            text.add(example: value, name: "${\(quoted)}", by: node, range)
            return true
        }
        guard let dot = name.firstDot else { return addResource(name, at: node, range, to: &text) }
        // The attributes whose value is the resource's own ARN.
        return name.extracting(dot..<name.count).equals(".Arn")
            && addResource(name.extracting(0..<dot), at: node, range, to: &text)
    }

    private func addResource(
        _ name: borrowing Span<UInt8>, at node: Int, _ range: Range<Int>?, to text: inout ComposedText
    ) -> Bool {
        let name = name.string
        guard let resource = template.resource(named: name), let arn = arn(of: resource, name),
            budget.pay(bytes: arn.count, at: node)
        else { return false }
        text.add(
            example: arn, name: "${\(name)}", by: node, range,
            RelatedSpot("The resource's type stands here.", .value(Place(resource.type))))
        return true
    }

    /// An ARN of the form that the resource's will have.
    private func arn(of resource: Template.Resource, _ name: String) -> [UInt8]? {
        guard let number = resource.typeNumber else { return nil }
        let form = template.types.entries[number].arn
        var result = form.start
        for part in form.parts {
            switch part {
            case .literal(let bytes): result += bytes
            case .id: result.append(lowercased: name)
            case .property(let property):
                guard let value = self.property(property, of: resource) else { return nil }
                result.append(lowercased: value)
            }
        }
        return result
    }

    private func property(_ name: String, of resource: Template.Resource) -> String? {
        guard let properties = document.member("Properties", of: resource.node),
            let value = document.member(name, of: properties)
        else { return nil }
        return literalString(value)
    }

    // MARK: Parameters

    private func values(of parameter: Template.Parameter, _ name: String, at node: Int) -> Resolution {
        guard parameter.isList else { return resolution(texts(of: parameter, name, at: node, nil), at: node) }
        guard parameter.isKnown, let value = parameter.defaultValue, !isDecided(name),
            budget.pay(bytes: document.textLocation(of: value).count * ComposedText.cost, at: node)
        else { return .unknown }
        let items = document.string(of: value).split(separator: ",").map { item -> Resolution in
            var text = ComposedText()
            text.add(Array(item.trimmed.utf8), by: node, nil, definition(of: value, isDefault: true))
            return .text(text, .possible, at: node)
        }
        return items.isEmpty ? .unknown : .list(items, .possible)
    }

    /// The default and the allowed values of a parameter. An empty one stands for "nothing", which templates tell from a
    /// value by a condition, so it is not one.
    func texts(
        of parameter: Template.Parameter, _ name: String, at node: Int, _ range: Range<Int>?
    ) -> Possible? {
        guard !parameter.isList, parameter.isKnown, !isDecided(name) else { return nil }
        var seen: Set<String> = []
        let values = (parameter.defaultValue.map { [$0] } ?? []) + parameter.allowedValues
        var texts: [ComposedText] = []
        for value in values where document.nodes[value].kind.isScalar {
            guard budget.pay(for: value, of: document) else { return nil }
            let content = document.string(of: value)
            guard !content.isEmpty, !isOpen(value), seen.insert(content).inserted else { continue }
            var text = ComposedText()
            text.add(
                Array(content.utf8), by: node, range, definition(of: value, isDefault: value == parameter.defaultValue))
            texts.append(text)
            if texts.count == Self.mostAlternatives { break }
        }
        guard !texts.isEmpty else { return nil }
        let hasDefault = parameter.defaultValue.map { !document.string(of: $0).isEmpty } ?? false
        return Possible(texts: texts, certainty: .possible, startsWithUsual: hasDefault)
    }

    private func definition(of value: Int, isDefault: Bool) -> RelatedSpot {
        RelatedSpot(isDefault ? "The default stands here." : "The allowed value stands here.", .value(Place(value)))
    }

    /// Whether a condition that holds here looks at the parameter: then its default may never come here.
    private func isDecided(_ parameter: String) -> Bool {
        conditions.contains { template.condition($0, dependsOn: parameter) }
    }
}

extension Span<UInt8> {
    fileprivate var firstDot: Int? {
        for index in 0..<count where self[index] == UInt8(ascii: ".") { return index }
        return nil
    }
}

extension [UInt8] {
    fileprivate mutating func append(lowercased text: String) {
        for byte in text.utf8 { append(byte.isUpperCaseLetter ? byte | 0x20 : byte) }
    }
}
