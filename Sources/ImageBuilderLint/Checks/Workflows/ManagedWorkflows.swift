import RequestLint

/// Judges the workflows that AWS manages: their version, and whether they fit the recipe.
enum ManagedWorkflows: StructureCheck {
    enum Problem: String, CheckProblem {
        case pinnedVersion = "pinned-version"
        case wrongRecipe = "wrong-recipe"
    }

    static let name = "managed-workflow"
    static let problems = Problem.names

    private static let arn = 0
    private static let imageRecipe = 1
    private static let containerRecipe = 2

    static func slots(_ parameters: CompiledParameters) -> [String] {
        ["workflows[].workflowArn", "imageRecipeArn", "containerRecipeArn"]
    }

    static func preconditions(_ parameters: CompiledParameters) -> Preconditions { Preconditions(present: [arn]) }

    /// What a managed workflow works on.
    private enum Product {
        case image, container
    }

    static func judge(
        _ structure: borrowing Structure, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        if let summary = ARNSummary(verdicts), summary.hasNoneOfAmazon { return }
        for row in structure.rows(arn) {
            let slot = structure[arn, row]
            guard let workflow = slot.workflow, workflow.isManaged else { continue }
            // All that the judgement depends on beside the text.
            let tag = tag(structure[imageRecipe]) | tag(structure[containerRecipe]) << 2 | (structure.isComplete ? 1 << 4 : 0)
            if slot.isText, site.isKnownSound(slot.bytes, tag: tag) { continue }
            let before = verdicts.count
            judge(slot, workflow, row, structure, &verdicts)
            if slot.isText, verdicts.count == before { site.rememberSound(slot.bytes, tag: tag) }
        }
    }

    private static func tag(_ recipe: Slot) -> UInt8 { recipe.isPresent ? 1 : recipe.isAbsent ? 2 : 3 }

    private static func judge(
        _ slot: Slot, _ workflow: WorkflowARN, _ row: Row, _ structure: borrowing Structure, _ verdicts: inout Verdicts
    ) {
        guard let (name, version) = workflow.nameAndVersion(in: slot.assumedBytes) else { return }
        if !slot.part(version, equals: "x.x.x") { reportVersion(slot, name, version, row, &verdicts) }
        judgeProduct(slot, workflow.stage, name, row, structure, &verdicts)
    }

    private static func reportVersion(
        _ slot: Slot, _ name: Range<Int>, _ version: Range<Int>, _ row: Row,
        _ verdicts: inout Verdicts
    ) {
        verdicts.report(
            Problem.pinnedVersion, at: .text(slot.place, version),
            member: "/workflows/\(row.index)/workflowArn",
            message: "The managed workflow `\(slot.text(name))` has the version `\(slot.text(version))`; of workflows that AWS manages, Image Builder takes the latest only. Write `x.x.x`.",
            fix: FixProposal(
                "write `x.x.x`", .unsafe, [.replaceText(slot.place, version, with: "x.x.x")]))
    }

    private static func judgeProduct(
        _ slot: Slot, _ stage: WorkflowARN.Stage, _ name: Range<Int>, _ row: Row,
        _ structure: borrowing Structure, _ verdicts: inout Verdicts
    ) {
        let image = structure[imageRecipe]
        let container = structure[containerRecipe]
        // With both recipes or none, another rule speaks.
        guard image.isPresent != container.isPresent, image.isAbsent || container.isAbsent,
            structure.isComplete, let product = product(slot, stage, name)
        else { return }
        let isImage = image.isPresent
        guard (product == .image) != isImage else { return }
        let recipe = isImage ? image : container
        let other = counterpart(stage, isImage)
        verdicts.report(
            Problem.wrongRecipe, at: .text(slot.place, name),
            member: "/workflows/\(row.index)/workflowArn",
            message: "`\(slot.text(name))` is the managed workflow for \(isImage ? "container images" : "AMIs"), and the request has \(isImage ? "an image recipe" : "a container recipe"); it would find nothing to work on. Write `\(other)`.",
            related: [RelatedSpot("The recipe stands here.", .key(recipe.place))],
            fix: FixProposal(
                "write `\(other)`", .unsafe,
                [.replaceText(slot.place, name, with: other.description)]))
    }

    /// What the managed workflows that are known work on.
    private static func product(
        _ slot: Slot, _ stage: WorkflowARN.Stage, _ name: Range<Int>
    ) -> Product? {
        func isNamed(_ other: StaticString) -> Bool { slot.part(name, equals: other) }
        switch stage {
        case .build:
            if isNamed("build-image") || isNamed("build-image-with-update-ssm-agent") { return .image }
            return isNamed("build-container") ? .container : nil
        case .test:
            if isNamed("test-image") { return .image }
            return isNamed("test-container") ? .container : nil
        case .distribution:
            if isNamed("distribute-image") { return .image }
            return isNamed("distribute-container") ? .container : nil
        }
    }

    private static func counterpart(_ stage: WorkflowARN.Stage, _ isImage: Bool) -> StaticString {
        switch stage {
        case .build: isImage ? "build-image" : "build-container"
        case .test: isImage ? "test-image" : "test-container"
        case .distribution: isImage ? "distribute-image" : "distribute-container"
        }
    }
}
