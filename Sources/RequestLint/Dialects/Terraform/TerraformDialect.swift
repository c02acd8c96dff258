package import Documents

/// Terraform, as it is written in native syntax and in JSON, and as `terraform show -json` prints plans and states. Each
/// resource of a known type is a request of the operation that makes such a resource.
package struct TerraformDialect: Dialect {
    package let name = "terraform"
    private let provider: TerraformProvider
    /// All providers of the service: their resources refer to each other.
    private let all: [TerraformProvider]
    private let prefixes: [String]

    /// - Parameters:
    ///   - provider: whose resources are located; `all`: it and every other one.
    package init(_ provider: TerraformProvider, among all: [TerraformProvider]) {
        self.provider = provider
        self.all = all
        prefixes = all.map(\.prefix)
    }

    package func mayHold(_ document: Document) -> Bool {
        guard let root = document.roots.first, document.roots.count == 1, document.syntax != .yaml else { return false }
        return TerraformPlan.mayBe(document, root) || TerraformConfiguration.mayBe(document, root)
    }

    package func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located {
        var located = Located()
        guard let root = document.roots.first else { return located }
        if let plan = TerraformPlan(document, root: root, prefixes: prefixes) {
            let own = plan.resources.filter { $0.type.hasPrefix(provider.prefix) }
            located.isRecognised = own.count == plan.resources.count
            guard !own.isEmpty else { return located }
            let budget = ExpansionBudget(document)
            var translator = translator(document, registry, nil, budget)
            for resource in own {
                add(
                    resource.type, .titled(name: resource.address, type: nil), resource.values, resource.unknown,
                    &translator, &located)
            }
            located.translation = translator.builder.translation
            if let problem = budget.problem { located.notices.append(problem) }
        } else if let configuration = TerraformConfiguration(document, root: root, prefixes: prefixes) {
            let own = configuration.resources.filter { $0.type.hasPrefix(provider.prefix) }
            located.isRecognised = own.count == configuration.resources.count
            guard !own.isEmpty else { return located }
            let budget = ExpansionBudget(document)
            var translator = translator(
                document, registry, TerraformValues(configuration: configuration, providers: all, budget: budget), budget)
            for resource in own {
                add(
                    resource.type, .joined(type: resource.labels.type, name: resource.labels.name), resource.body, nil,
                    &translator, &located)
            }
            located.translation = translator.builder.translation
            if let problem = budget.problem { located.notices.append(problem) }
        }
        return located
    }

    private func translator(
        _ document: Document, _ registry: Registry, _ values: TerraformValues?, _ budget: ExpansionBudget
    ) -> TerraformTranslator {
        TerraformTranslator(document, registry, TerraformNaming(registry, provider), provider, values, budget)
    }

    private func add(
        _ type: String, _ name: Located.Request.Name, _ body: Int, _ unknown: Int?,
        _ translator: inout TerraformTranslator, _ located: inout Located
    ) {
        let registry = translator.registry
        guard let resource = provider.resource(ofType: type), let operation = registry.operation(named: resource.operation),
            registry.operations[operation].shape != noIndex
        else {
            located.notices.append(
                Located.Problem(
                    kind: .noRequest,
                    message: "`\(type)` is no resource type that this version knows, so `\(name.text(in: translator.document))` was not judged. Correct it, unless it is new.",
                    node: body))
            return
        }
        let shape = registry.shapes[Int(registry.operations[operation].shape)]
        let place = translator.translate(body, unknown: unknown, as: shape)
        located.requests.append(
            Located.Request(
                place: Place(place), operation: operation, document: 0, name: name, findings: translator.takeFindings()))
    }

    /// Never asked: translations say what their scalars are.
    package func kind(of node: Int, in document: Document) -> ValueKind { .unknown }
}
