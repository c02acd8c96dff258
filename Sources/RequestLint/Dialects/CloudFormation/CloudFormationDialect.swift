package import Documents

/// Templates of CloudFormation, in YAML and JSON. Each resource of a known type is a request of the operation that makes
/// such a resource.
package struct CloudFormationDialect: Dialect {
    package let name = "cloudformation"
    private let resources: CloudFormationResources

    package init(_ resources: CloudFormationResources) {
        self.resources = resources
    }

    package func mayHold(_ document: Document) -> Bool {
        document.roots.contains { Template.section(document, $0) != nil }
    }

    package func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        var located = Located()
        var naming: CloudFormationNaming?
        var builder: TranslationBuilder?
        let types = ResourceTypes(resources, registry)
        let budget = ExpansionBudget(document)
        for (number, root) in document.roots.enumerated() {
            guard let template = Template(document, root: root, types, budget) else { continue }
            located.isRecognised = true
            guard !template.resources.isEmpty else { continue }
            let names = naming ?? CloudFormationNaming(registry, resources)
            naming = names
            var current = builder ?? TranslationBuilder(document, naming: names, budget)
            builder = nil
            let translator = RequestTranslator(template, registry, names)
            for resource in template.resources {
                guard let type = resource.typeNumber else {
                    located.notices.append(unknown(resource, document))
                    continue
                }
                let place = translator.translate(resource, types.entries[type], &current)
                located.requests.append(
                    Located.Request(
                        place: Place(place), operation: types.entries[type].operation, document: number,
                        name: .titled(name: resource.key, type: resource.type)))
            }
            builder = current
        }
        located.translation = builder?.translation
        if let problem = budget.problem { located.notices.append(problem) }
        return located
    }

    private func unknown(_ resource: Template.Resource, _ document: Document) -> Located.Problem {
        Located.Problem(
            kind: .noRequest,
            message: "`\(document.string(of: resource.type))` is no resource type that this version knows, so `\(document.string(of: resource.key))` was not judged. Correct it, unless it is new.",
            node: resource.type)
    }

    /// Never asked: translations say what their scalars are.
    package func kind(of node: Int, in document: Document) -> ValueKind { .unknown }
}
