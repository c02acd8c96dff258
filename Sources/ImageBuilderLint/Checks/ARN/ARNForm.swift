import RequestLint

/// What the service model takes as an ARN at a place: which kinds, whose account, which form of version.
///
/// The table below says in words what the patterns of the model's shapes say in signs; a test holds the two together.
struct ARNForm {
    /// What may follow the resource's name.
    enum Version: UInt8 {
        /// Nothing: the resource has no versions.
        case none
        /// `1.0.0`
        case numbers
        /// `1.0.0` or `1.x.x`
        case wildcards
        /// `1.0.0/1`
        case build
        /// `1.0.0`, `1.x.x` or `1.0.0/1`
        case wildcardsOrBuild
        /// Anything of these, or nothing.
        case any

        var takesWildcards: Bool { self == .wildcards || self == .wildcardsOrBuild || self == .any }
        var takesBuild: Bool { self == .build || self == .wildcardsOrBuild || self == .any }
    }

    /// Whose resources may be named. A number of twelve digits and `aws` always do.
    struct Accounts: OptionSet {
        let rawValue: UInt8

        /// `aws-marketplace` and the like.
        static let vendors = Accounts(rawValue: 1)
        static let thirdParty = Accounts(rawValue: 2)
    }

    let kinds: ARNKinds
    let accounts: Accounts
    let version: Version
    /// Newer shapes say how a partition and a Region look; older ones take nearly any text.
    let isStrict: Bool

    private init(_ kinds: ARNKinds, _ accounts: Accounts, _ version: Version, isStrict: Bool = false) {
        self.kinds = kinds
        self.accounts = accounts
        self.version = version
        self.isStrict = isStrict
    }

    /// The form that the model gives a shape; nil where the shape is no Image Builder ARN.
    init?(shape: String) {
        let component = ARNKinds(.component)
        let image = ARNKinds(.image)
        let workflow = ARNKinds(.workflow)
        let all: Accounts = [.vendors, .thirdParty]
        switch shape {
        case "ImagePipelineArn": self.init(ARNKinds(.imagePipeline), [], .none)
        case "ImageRecipeArn": self.init(ARNKinds(.imageRecipe), [], .wildcards)
        case "ContainerRecipeArn": self.init(ARNKinds(.containerRecipe), [], .wildcards)
        case "InfrastructureConfigurationArn": self.init(ARNKinds(.infrastructureConfiguration), [], .none)
        case "DistributionConfigurationArn": self.init(ARNKinds(.distributionConfiguration), [], .none)
        case "LifecyclePolicyArn": self.init(ARNKinds(.lifecyclePolicy), [], .none, isStrict: true)
        case "ComponentVersionArn": self.init(component, all, .numbers)
        case "ComponentBuildVersionArn": self.init(component, all, .build)
        case "ComponentVersionArnOrBuildVersionArn": self.init(component, all, .wildcardsOrBuild)
        case "ImageVersionArn": self.init(image, .vendors, .numbers)
        case "ImageBuildVersionArn": self.init(image, .vendors, .build)
        case "ImageVersionArnOrBuildVersionArn": self.init(image, .vendors, .wildcardsOrBuild)
        case "WorkflowWildcardVersionArn": self.init(workflow, .vendors, .wildcards, isStrict: true)
        case "WorkflowBuildVersionArn": self.init(workflow, .vendors, .build, isStrict: true)
        case "WorkflowVersionArnOrBuildVersionArn":
            self.init(workflow, .vendors, .wildcardsOrBuild, isStrict: true)
        case "ImageBuilderArn": self.init(.all, all, .any)
        default: return nil
        }
    }

    // MARK: As a compiled parameter

    init(word: UInt64) {
        kinds = ARNKinds(rawValue: UInt16(truncatingIfNeeded: word))
        accounts = Accounts(rawValue: UInt8(truncatingIfNeeded: word >> 16))
        version = Version(rawValue: UInt8(truncatingIfNeeded: word >> 24)) ?? .any
        isStrict = word >> 32 & 1 != 0
    }

    var word: UInt64 {
        UInt64(kinds.rawValue) | UInt64(accounts.rawValue) << 16 | UInt64(version.rawValue) << 24
            | (isStrict ? 1 << 32 : 0)
    }

    // MARK: In words

    /// What belongs here, such as `an image recipe`.
    var noun: String {
        let kinds = kinds.list
        return kinds.count == 1 ? kinds[0].noun : "a resource of Image Builder"
    }

    /// A whole ARN of this form.
    var example: String {
        let kind = kinds.list.first ?? .imageRecipe
        return "arn:aws:imagebuilder:us-east-1:123456789012:\(kind.word)/" + tail(of: kind)
    }

    /// What an ARN of this form has behind the kind.
    func tail(of kind: ARNKind) -> String {
        let name = kind == .workflow ? "build/my-\(kind.word)" : "my-\(kind.word)"
        guard kind.hasVersions, version != .none else { return name }
        return name + (version == .build ? "/1.0.0/1" : "/1.0.0")
    }
}
