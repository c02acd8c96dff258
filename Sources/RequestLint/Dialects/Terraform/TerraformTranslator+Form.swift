// What Terraform's provider refuses although the API takes it.
import Documents

extension TerraformTranslator {
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }

    /// Judges the value of a member that is about to be translated.
    mutating func judgeForm(_ resolution: Resolution, _ name: String, _ number: Int, _ shape: ShapeRecord) {
        guard !provider.arnsOnly.isEmpty else { return }
        let member = registry.text.string(registry.members[Int(shape.members.start) + number].name)
        let rule = registry.shapeRules[ShapeProblem.formValue.number]
        guard provider.arnsOnly.contains("\(registry.text.string(shape.name)).\(member)"), rule != noIndex,
            let text = certainText(resolution), !text.isEmpty, !text.starts(with: "arn:".utf8)
        else { return }
        let words = String(decoding: text, as: UTF8.self)
        findings.append(
            Finding(
                rule: Int(rule), spot: .text(Place(builder.nextValue), 0..<text.count),
                message: "`\(words)` is no ARN; the API takes a name here too, and Terraform's provider refuses it. Write the ARN in `\(name)`, or refer to the resource's `arn`.",
                requestPointer: "/" + member, related: [], fix: nil))
    }

    /// A text that is what it says, whatever the configuration is given.
    private func certainText(_ resolution: Resolution) -> [UInt8]? {
        switch resolution {
        case .node(let node) where document.nodes[node].kind == .string: Array(document.string(of: node).utf8)
        case .text(let text, .certain, _) where !text.isFilledIn: text.bytes
        default: nil
        }
    }
}
