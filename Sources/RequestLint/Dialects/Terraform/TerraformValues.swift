// What expressions of a configuration come to, as far as the file tells. What is not known is unknown, which is never an
// error.
import Documents

/// Resolves the expressions of one file.
struct TerraformValues {
    let configuration: TerraformConfiguration
    let providers: [TerraformProvider]
    let budget: ExpansionBudget

    private var document: Document { configuration.document }

    /// Locals that refer to locals; more than anyone writes.
    private static let mostSteps = 16

    func resolve(_ node: Int) -> Resolution { resolve(node, steps: 0) }

    private func resolve(_ node: Int, steps: Int) -> Resolution {
        guard steps < Self.mostSteps, budget.pay(for: node, of: document) else { return .unknown }
        switch document.nodes[node].kind {
        case .null: return .absent
        case .string:
            // Who writes an empty text means that there is nothing, and some arguments are left out then.
            let isOpen = document.withText(of: node) { $0.count == 0 || Placeholder.isIn($0) }
            if isOpen { return .unknown }
            return document.syntax == .hcl ? .node(node) : template(document.string(of: node), at: node, steps)
        case .alien: return reference(document.string(of: node), at: node, steps)
        case .template: return asResolution(composed(node, steps), at: node)
        default: return .node(node)
        }
    }

    // MARK: Texts

    /// A text that an expression may be.
    private struct Possible {
        var text: ComposedText
        var certainty = Certainty.certain
    }

    private func asResolution(_ possible: Possible?, at node: Int) -> Resolution {
        guard let possible, !Placeholder.isIn(possible.text.bytes.span) else { return .unknown }
        return .text(possible.text, possible.certainty, at: node)
    }

    /// A template of native syntax. All its pieces are parts of its own text, which is the source's, so that a finding may
    /// go over several of them.
    private func composed(_ node: Int, _ steps: Int) -> Possible? {
        let base = document.textLocation(of: node).start
        var result = Possible(text: ComposedText())
        for piece in document.pieces(of: node) {
            let record = document.nodes[piece]
            let range = Int(record.start) - base..<Int(record.end) - base
            switch record.kind {
            case .string where record.flags.contains(.verbatim) && record.inset == 0:
                result.text.add(document, node, range)
            case .string, .number, .true, .false:
                result.text.add(Array(document.string(of: piece).utf8), by: node, range, isFilledIn: false)
            default:
                let whole = document.interpolation(around: piece)
                guard
                    let part = text(
                        of: document.string(of: piece), at: node, whole.lowerBound - base..<whole.upperBound - base, steps)
                else { return nil }
                guard budget.pay(bytes: part.text.size, at: node) else { return nil }
                result.text.add(part.text)
                result.certainty = part.certainty.within(result.certainty)
            }
        }
        return result
    }

    /// A text of the JSON syntax.
    private func template(_ text: String, at node: Int, _ steps: Int) -> Resolution {
        guard text.utf8.contains(UInt8(ascii: "$")) || text.utf8.contains(UInt8(ascii: "%")) else { return .node(node) }
        guard let parts = TerraformTemplate.parts(of: text) else { return .unknown }
        if parts.count == 1, case .expression(let expression, _) = parts[0] { return reference(expression, at: node, steps) }
        var result = Possible(text: ComposedText())
        for part in parts {
            switch part {
            case .literal(let range): result.text.add(document, node, range)
            case .expression(let expression, let range):
                guard let part = self.text(of: expression, at: node, range, steps),
                    budget.pay(bytes: part.text.size, at: node)
                else { return .unknown }
                result.text.add(part.text)
                result.certainty = part.certainty.within(result.certainty)
            }
        }
        return asResolution(result, at: node)
    }

    // MARK: References

    private func reference(_ expression: String, at node: Int, _ steps: Int) -> Resolution {
        if let reference = TerraformReference(expression), let local = local(reference) {
            let resolution = resolve(local, steps: steps + 1)
            guard let possible = text(of: resolution, definedAt: local, Self.localWords, .certain, by: node, nil)
            else { return resolution }
            return asResolution(possible, at: node)
        }
        return asResolution(text(of: expression, at: node, nil, steps), at: node)
    }

    private func local(_ reference: TerraformReference) -> Int? {
        guard reference.names.count == 2, reference.names[0] == "local", !reference.text.contains("[") else { return nil }
        return configuration.local(reference.names[1])
    }

    /// The text that an expression comes to; nil where that is not known.
    /// - Parameters:
    ///   - node: where the expression is written, at `range` of its text; nil: it is the whole node.
    private func text(of expression: String, at node: Int, _ range: Range<Int>?, _ steps: Int) -> Possible? {
        guard steps < Self.mostSteps, let reference = TerraformReference(expression) else { return nil }
        if reference.names.count == 2, !reference.text.contains("[") {
            switch reference.names[0] {
            case "var": return variable(reference, at: node, range, steps)
            case "local": return local(reference, at: node, range, steps)
            default: return nil
            }
        }
        var text = ComposedText()
        if let value = TerraformAccount.value(reference) {
            text.add(example: value, name: "${\(reference.text)}", by: node, range)
            // Another data source may ask another Region.
            let isOnly = configuration.isOnlyDataSource(reference.names[1], reference.names[2])
            return Possible(text: text, certainty: isOnly ? .certain : .possible)
        }
        guard let arn = resourceARN(reference) else { return nil }
        text.add(example: Array(arn.text.utf8), name: "${\(reference.text)}", by: node, range, arn.definition)
        return Possible(text: text)
    }

    private func variable(_ reference: TerraformReference, at node: Int, _ range: Range<Int>?, _ steps: Int) -> Possible? {
        guard let value = configuration.variable(reference.names[1]) else { return nil }
        return text(
            of: resolve(value, steps: steps + 1), definedAt: value, "The default stands here.", .possible, by: node,
            range)
    }

    private func local(_ reference: TerraformReference, at node: Int, _ range: Range<Int>?, _ steps: Int) -> Possible? {
        guard let value = configuration.local(reference.names[1]) else { return nil }
        return text(
            of: resolve(value, steps: steps + 1), definedAt: value, Self.localWords, .certain, by: node, range)
    }

    private static let localWords = "The local value stands here."

    /// The text of a value elsewhere; nil where it is none.
    private func text(
        of resolution: Resolution, definedAt value: Int, _ words: String, _ certainty: Certainty, by node: Int,
        _ range: Range<Int>?
    ) -> Possible? {
        let content: ComposedText
        var own = certainty
        switch resolution {
        case .node(let value) where document.nodes[value].kind.isScalar:
            guard budget.pay(for: value, of: document) else { return nil }
            var literal = ComposedText()
            literal.add(document, value)
            content = literal
        case .text(let text, let certainty, _):
            content = text
            own = certainty.within(own)
        default: return nil
        }
        guard budget.pay(bytes: content.size, at: node) else { return nil }
        var text = ComposedText()
        text.add(
            content.bytes, by: node, range, content.definition ?? RelatedSpot(words, .value(Place(value))),
            isFilledIn: content.isFilledIn || certainty != .certain)
        return Possible(text: text, certainty: own)
    }

    // MARK: Resources

    /// An ARN of the form that a resource's or data source's will have; nil where the attribute is another.
    private func resourceARN(_ reference: TerraformReference) -> (text: String, definition: RelatedSpot?)? {
        let isData = reference.names.first == "data"
        let names = isData ? Array(reference.names.dropFirst()) : reference.names
        guard names.count == 3, let provider = providers.first(where: { names[0].hasPrefix($0.prefix) }),
            let type = provider.resource(ofType: names[0]), provider.arnAttributes.contains(names[2])
        else { return nil }
        let resource = isData ? nil : configuration.resource(names[0], names[1])
        guard let path = path(of: type, reference, resource) else { return nil }
        let account = "arn:aws:\(provider.service):\(TerraformAccount.region):\(TerraformAccount.account):"
        return (account + path, resource.map { RelatedSpot("The resource's type stands here.", .value(Place($0.labels.type))) })
    }

    private func path(
        of type: TerraformResource, _ reference: TerraformReference, _ resource: TerraformConfiguration.Resource?
    ) -> String? {
        var path = ""
        var rest = type.arn[...]
        while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
            path += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            if name == "id" {
                path += Self.identifier(reference.text)
            } else {
                guard let body = resource?.body, let value = document.member(name, of: body),
                    document.nodes[value].kind == .string
                else { return nil }
                path += document.string(of: value).lowercased()
            }
        }
        return path + rest
    }

    /// A name for a resource that is another for every other reference.
    private static func identifier(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return "x" + String(hash, radix: 16)
    }
}

/// What Terraform asks of the account that it works in, as examples of their form.
enum TerraformAccount {
    static let region: StaticString = "us-east-1"
    static let account: StaticString = "123456789012"

    static func value(_ reference: TerraformReference) -> StaticString? {
        guard reference.names.count == 4, reference.names[0] == "data" else { return nil }
        switch (reference.names[1], reference.names[3]) {
        case ("aws_region", "name"), ("aws_region", "region"), ("aws_region", "id"): return region
        case ("aws_caller_identity", "account_id"), ("aws_caller_identity", "id"): return account
        case ("aws_partition", "partition"), ("aws_partition", "id"): return "aws"
        case ("aws_partition", "dns_suffix"): return "amazonaws.com"
        default: return nil
        }
    }
}

extension Document {
    /// An expression of a template with the `${ }` around it.
    func interpolation(around piece: Int) -> Range<Int> {
        let bytes = source.bytes
        var start = Int(nodes[piece].start)
        while start > 1, bytes[start - 1].isBlank { start -= 1 }
        var end = Int(nodes[piece].end)
        while end < bytes.count, bytes[end].isBlank { end += 1 }
        guard start > 1, bytes[start - 1] == UInt8(ascii: "{"), end < bytes.count, bytes[end] == UInt8(ascii: "}") else {
            // A comment or parentheses stand between them.
            return Int(nodes[piece].start)..<Int(nodes[piece].end)
        }
        return start - 2..<end + 1
    }

    /// The pieces of a template.
    func pieces(of template: Int) -> [Int] {
        var result: [Int] = []
        var piece = template + 1
        while piece < Int(nodes[template].next) {
            result.append(piece)
            piece = Int(nodes[piece].next)
        }
        return result
    }
}
