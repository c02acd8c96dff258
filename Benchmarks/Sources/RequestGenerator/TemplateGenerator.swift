/// Writes CloudFormation templates with the pipelines of the request generator, as people keep them: in JSON with long
/// functions, in YAML with short tags. The same seed gives the same bytes.
public struct TemplateGenerator {
    private var requests: RequestGenerator

    public init(seed: UInt64) {
        requests = RequestGenerator(seed: seed, mistakeEvery: 0)
    }

    /// A template with so many pipelines, one recipe for each, and what they share.
    public mutating func template(pipelines: Int, isYAML: Bool) -> String {
        var resources: [(String, JSONValue)] = [
            ("Small", resource("InfrastructureConfiguration", [("Name", .text("small")), ("InstanceProfileName", .text("images"))])),
        ]
        for number in 0..<pipelines { resources += pipeline(number) }
        let template = JSONValue.object([
            ("AWSTemplateFormatVersion", .text("2010-09-09")),
            ("Parameters", .object([("Stage", .object([("Type", .text("String"))]))])),
            ("Conditions", .object([("IsProduction", call("Equals", [.object([("Ref", .text("Stage"))]), .text("production")]))])),
            ("Resources", .object(resources)),
        ])
        return isYAML ? template.yaml : template.text(isPretty: true)
    }

    private mutating func pipeline(_ number: Int) -> [(String, JSONValue)] {
        guard case .object(let members) = requests.pipelineMembers() else { return [] }
        let isContainer = members.contains { $0.0 == "containerRecipeArn" }
        let recipe = "Recipe\(number)"
        var properties: [(String, JSONValue)] = [("Name", .object([("Fn::Sub", .text("${AWS::StackName}-\(number)"))]))]
        for (name, value) in members where name != "imagePipelineArn" {
            let key = name.prefix(1).uppercased() + name.dropFirst()
            switch name {
            case "imageRecipeArn", "containerRecipeArn": properties.append((key, .object([("Ref", .text(recipe))])))
            case "infrastructureConfigurationArn": properties.append((key, call("GetAtt", [.text("Small"), .text("Arn")])))
            case "status":
                properties.append((key, call("If", [.text("IsProduction"), .text("ENABLED"), .text("DISABLED")])))
            // Sub puts the Region in, as templates have it.
            case "executionRole", "distributionConfigurationArn": properties.append((key, substituted(value)))
            default: properties.append((key, substituted(value.withCapitals)))
            }
        }
        let body: [(String, JSONValue)] = isContainer
            ? [
                ("ContainerType", .text("DOCKER")), ("ParentImage", .text("amazonlinux:2023")),
                ("TargetRepository", .object([("Service", .text("ECR")), ("RepositoryName", .text("images/box"))])),
            ] : [("ParentImage", .object([("Fn::Sub", .text("arn:${AWS::Partition}:imagebuilder:${AWS::Region}:aws:image/amazon-linux-2023-x86/x.x.x"))]))]
        let head: [(String, JSONValue)] = [("Name", .text("recipe-\(number)")), ("Version", .text("1.0.0"))]
        return [
            (recipe, resource(isContainer ? "ContainerRecipe" : "ImageRecipe", head + body)),
            ("Pipeline\(number)", resource("ImagePipeline", properties)),
        ]
    }

    private func resource(_ type: String, _ properties: [(String, JSONValue)]) -> JSONValue {
        .object([("Type", .text("AWS::ImageBuilder::" + type)), ("Properties", .object(properties))])
    }

    private func call(_ function: String, _ arguments: [JSONValue]) -> JSONValue {
        .object([("Fn::" + function, .list(arguments))])
    }

    /// ARNs of one's own Region and account, as templates write them.
    private func substituted(_ value: JSONValue) -> JSONValue {
        switch value {
        case .text(let text):
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 5, parts[0] == "arn" else { return value }
            let region = parts[3].isEmpty ? "" : "${AWS::Region}"
            let account = parts[4] == "aws" ? "aws" : "${AWS::AccountId}"
            let head = ["arn", "${AWS::Partition}", parts[2], region, account]
            return .object([("Fn::Sub", .text((head + parts[5...]).joined(separator: ":")))])
        case .object(let members): return .object(members.map { ($0.0, substituted($0.1)) })
        case .list(let items): return .list(items.map { substituted($0) })
        case .literal: return value
        }
    }
}

extension JSONValue {
    /// With the keys of CloudFormation; those of tags stay.
    fileprivate var withCapitals: JSONValue {
        switch self {
        case .object(let members):
            .object(members.map { ($0.0 == "team" || $0.0.contains("-") ? $0.0 : $0.0.prefix(1).uppercased() + $0.0.dropFirst(), $0.1.withCapitals) })
        case .list(let items): .list(items.map(\.withCapitals))
        default: self
        }
    }

    /// YAML in block style, with short tags.
    fileprivate var yaml: String {
        guard case .object(let members) = self else { return "" }
        return members.map { $0.0 + ":" + $0.1.yaml(indent: 1) + "\n" }.joined()
    }

    private func yaml(indent: Int) -> String {
        let blanks = "\n" + String(repeating: "  ", count: indent)
        switch self {
        case .text(let text): return " '\(text)'"
        case .literal(let text): return " " + text
        case .list(let items): return items.map { blanks + "-" + $0.yaml(indent: indent + 1) }.joined()
        case .object(let members):
            if members.count == 1, let tag = Self.tag(members[0].0) { return " \(tag) " + members[0].1.flow }
            return members.map { blanks + $0.0 + ":" + $0.1.yaml(indent: indent + 1) }.joined()
        }
    }

    private static func tag(_ key: String) -> String? {
        key == "Ref" ? "!Ref" : key.hasPrefix("Fn::") ? "!" + key.dropFirst(4) : nil
    }

    private var flow: String {
        switch self {
        case .text(let text): "'\(text)'"
        case .literal(let text): text
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .object(let members):
            members.count == 1 && Self.tag(members[0].0) != nil
                ? "\(Self.tag(members[0].0) ?? "") " + members[0].1.flow
                : "{" + members.map { $0.0 + ": " + $0.1.flow }.joined(separator: ", ") + "}"
        }
    }
}
