import RequestLint

/// What a workflow's ARN says of the workflow, as ranges of its text. An ARN that says no stage says nothing: other rules
/// report those.
struct WorkflowARN {
    /// The part of an image's creation that a workflow runs in.
    enum Stage: UInt8 {
        case build, test, distribution

        /// - Parameter word: what the ARN has for the stage.
        init?(_ word: borrowing Span<UInt8>) {
            if word.equals(Self.test.word) {
                self = .test
            } else if word.equals(Self.build.word) {
                self = .build
            } else if word.equals(Self.distribution.word) {
                self = .distribution
            } else {
                return nil
            }
        }

        var word: StaticString {
            switch self {
            case .build: "build"
            case .test: "test"
            case .distribution: "distribution"
            }
        }
    }

    let stage: Stage
    /// Where the ARN names the stage.
    let stageRange: Range<Int>
    /// Whether AWS manages the workflow.
    let isManaged: Bool

    init?(_ text: borrowing Span<UInt8>) {
        guard let arn = ARNParts(text, in: 0..<text.count), arn.isOfImageBuilder else { return nil }
        var parts = PartReader(
            start: arn.resource.lowerBound, end: arn.resource.upperBound, separator: UInt8(ascii: "/"))
        guard let kind = parts.next(in: text), text.extracting(kind).equals("workflow"),
            let stageRange = parts.next(in: text), let stage = Stage(text.extracting(stageRange))
        else { return nil }
        self.stage = stage
        self.stageRange = stageRange
        isManaged = text.extracting(arn.account).equals("aws")
    }

    /// Of an ARN that was taken apart before.
    init?(_ note: ARNNote) {
        guard let stage = note.stage else { return nil }
        self.stage = stage
        let start = note.headLength + ARNKind.workflow.word.utf8CodeUnitCount + 1
        stageRange = start..<start + stage.word.utf8CodeUnitCount
        isManaged = note.isOfAmazon
    }

    /// Where the ARN has the workflow's name, and its version with the build number if there is one.
    /// - Returns: nil where either is missing.
    func nameAndVersion(in text: borrowing Span<UInt8>) -> (name: Range<Int>, version: Range<Int>)? {
        var parts = PartReader(
            start: stageRange.upperBound + 1, end: text.count, separator: UInt8(ascii: "/"))
        guard stageRange.upperBound < text.count, let name = parts.next(in: text), !name.isEmpty,
            let version = parts.rest, !version.isEmpty
        else { return nil }
        return (name, version)
    }
}

extension Slot {
    /// What the workflow ARN in this slot says, where it is one whose form is known.
    var workflow: WorkflowARN? {
        if let note = arnNote { return WorkflowARN(note) }
        return WorkflowARN(assumedBytes)
    }

    /// The name in the workflow ARN in this slot, for messages.
    var workflowName: String {
        let name = workflow?.nameAndVersion(in: assumedBytes)?.name
        return name.map { text($0) } ?? ""
    }

    /// A part of the text, for messages.
    func text(_ range: Range<Int>) -> String { assumedBytes.extracting(range).clipped }

    /// Whether a part of the text is exactly this one.
    func part(_ range: Range<Int>, equals other: StaticString) -> Bool {
        range.upperBound <= assumedBytes.count && assumedBytes.extracting(range).equals(other)
    }
}
