import RequestLint

/// The members of requests that name resources of Image Builder, in the order in which messages refer to them.
enum ARNMember: Int, CaseIterable {
    case imagePipeline, infrastructureConfiguration, distributionConfiguration, imageRecipe, containerRecipe
    case parentImage, sourceImage, workflow, component

    /// The path from the request.
    var path: String {
        switch self {
        case .imagePipeline: "imagePipelineArn"
        case .infrastructureConfiguration: "infrastructureConfigurationArn"
        case .distributionConfiguration: "distributionConfigurationArn"
        case .imageRecipe: "imageRecipeArn"
        case .containerRecipe: "containerRecipeArn"
        case .parentImage: "parentImage"
        case .sourceImage: "sourceImage"
        case .workflow: "workflows[].workflowArn"
        case .component: "components[].componentArn"
        }
    }

    var isInList: Bool { self == .workflow || self == .component }

    /// The kind of resource that the member names.
    var kind: ARNKind {
        switch self {
        case .imagePipeline: .imagePipeline
        case .infrastructureConfiguration: .infrastructureConfiguration
        case .distributionConfiguration: .distributionConfiguration
        case .imageRecipe: .imageRecipe
        case .containerRecipe: .containerRecipe
        case .parentImage, .sourceImage: .image
        case .workflow: .workflow
        case .component: .component
        }
    }

    /// What the member names, with its article.
    var noun: String { kind.noun }

    /// Whether a request has none of those that may be something else than an ARN of Image Builder, of which `ARNSummary`
    /// knows nothing.
    static func areAllSummedUp(in structure: borrowing Structure) -> Bool {
        structure[parentImage.rawValue].isAbsent && structure[sourceImage.rawValue].isAbsent
    }

    /// The slots of a check that asks for all of them. What a request does not have is absent from it.
    static let slots = allCases.map(\.path)

    /// Gives each whose text is known to a closure, those of lists item by item. The structure has the slots above.
    static func forEach(in structure: borrowing Structure, _ body: (Sighting) -> Void) {
        for number in 0..<structure.slotCount {
            guard let member = ARNMember(rawValue: number) else { continue }
            if member.isInList {
                for row in structure.rows(number) {
                    let slot = structure[number, row]
                    if slot.isText { body(Sighting(member: member, item: row.index, slot: slot)) }
                }
            } else {
                let slot = structure[number]
                if slot.isText { body(Sighting(member: member, item: nil, slot: slot)) }
            }
        }
    }

    /// A member of one request.
    struct Sighting {
        let member: ARNMember
        /// Which item of the list it stands in.
        let item: Int?
        let slot: Slot

        /// The path in messages.
        var name: String {
            guard let item, let brackets = member.path.firstIndex(of: "[") else { return member.path }
            return member.path[..<brackets] + "[\(item)]" + member.path[brackets...].dropFirst(2)
        }

        /// The path as a pointer from the request.
        var pointer: String {
            guard let item, let brackets = member.path.firstIndex(of: "[") else { return "/" + member.path }
            return "/" + member.path[..<brackets] + "/\(item)/" + member.path[brackets...].dropFirst(3)
        }
    }

    /// The ARN of a request that others are compared with, by one of its parts.
    struct Model {
        let sighting: Sighting
        /// The Region or the account. A colon stands behind either.
        let part: Range<Int>

        /// Whether an ARN is the same up to the colon behind the part. Nearly all of one request are, and are not taken apart.
        func isHead(of text: borrowing Span<UInt8>) -> Bool {
            let length = part.upperBound + 1
            return text.count >= length
                && text.extracting(0..<length).equals(sighting.slot.bytes.extracting(0..<length))
        }

        /// Whether an ARN that has the part elsewhere has the same one.
        func agrees(with text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
            sighting.slot.bytes.extracting(part).equals(text.extracting(range))
        }
    }
}
