/// The kinds of resource that Image Builder has, by the word that stands for them in an ARN.
enum ARNKind: UInt8, CaseIterable {
    case imagePipeline, imageRecipe, containerRecipe, infrastructureConfiguration
    case distributionConfiguration, component, image, workflow, lifecyclePolicy

    /// What stands in the ARN.
    var word: StaticString {
        switch self {
        case .imagePipeline: "image-pipeline"
        case .imageRecipe: "image-recipe"
        case .containerRecipe: "container-recipe"
        case .infrastructureConfiguration: "infrastructure-configuration"
        case .distributionConfiguration: "distribution-configuration"
        case .component: "component"
        case .image: "image"
        case .workflow: "workflow"
        case .lifecyclePolicy: "lifecycle-policy"
        }
    }

    /// The kind in plain words, with its article.
    var noun: String {
        switch self {
        case .imagePipeline: "an image pipeline"
        case .imageRecipe: "an image recipe"
        case .containerRecipe: "a container recipe"
        case .infrastructureConfiguration: "an infrastructure configuration"
        case .distributionConfiguration: "a distribution configuration"
        case .component: "a component"
        case .image: "an image"
        case .workflow: "a workflow"
        case .lifecyclePolicy: "a lifecycle policy"
        }
    }

    /// The member of a request that takes such an ARN.
    var member: String {
        switch self {
        case .imagePipeline: "`imagePipelineArn`"
        case .imageRecipe: "`imageRecipeArn`"
        case .containerRecipe: "`containerRecipeArn`"
        case .infrastructureConfiguration: "`infrastructureConfigurationArn`"
        case .distributionConfiguration: "`distributionConfigurationArn`"
        case .component: "`componentArn` of a recipe's `components`"
        case .image: "`parentImage` of a recipe"
        case .workflow: "`workflowArn` of `workflows`"
        case .lifecyclePolicy: "`lifecyclePolicyArn`"
        }
    }

    /// Whether such a resource has versions, which its ARN then ends with.
    var hasVersions: Bool {
        switch self {
        case .imageRecipe, .containerRecipe, .component, .image, .workflow: true
        case .imagePipeline, .infrastructureConfiguration, .distributionConfiguration, .lifecyclePolicy: false
        }
    }
}

/// Some of the kinds.
struct ARNKinds: OptionSet {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ kind: ARNKind) { rawValue = 1 << UInt16(kind.rawValue) }

    static let all = ARNKinds(rawValue: 1 << UInt16(ARNKind.lifecyclePolicy.rawValue + 1) - 1)

    /// Those that can't be shared between accounts.
    static let unshared: ARNKinds = [
        ARNKinds(.imagePipeline), ARNKinds(.infrastructureConfiguration), ARNKinds(.distributionConfiguration),
    ]

    /// The kind of these whose word this is. Allocates nothing.
    func kind(named word: borrowing Span<UInt8>) -> ARNKind? {
        var rest = rawValue
        while let kind = ARNKind(rawValue: UInt8(rest.trailingZeroBitCount)) {
            if word.equals(kind.word) { return kind }
            rest &= rest - 1
        }
        return nil
    }

    /// The kind, where it is one.
    var only: ARNKind? { rawValue & (rawValue &- 1) == 0 ? ARNKind(rawValue: UInt8(rawValue.trailingZeroBitCount)) : nil }

    /// The kinds one by one, for messages.
    var list: [ARNKind] { ARNKind.allCases.filter { contains(ARNKinds($0)) } }
}
