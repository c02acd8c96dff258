import RequestLint

/// What a workflow's ARN says of the workflow, as ranges of its text. Malformed ARNs say nothing: other rules report them.
struct WorkflowARN {
    /// The part of an image's creation that a workflow runs in.
    enum Stage: CaseIterable {
        case build, test, distribution

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
    let account: Range<Int>
    let name: Range<Int>
    /// With the build number, where there is one.
    let version: Range<Int>

    init?(_ text: borrowing Span<UInt8>) {
        guard let arn = ARNParts(text, in: 0..<text.count),
            ARNParts.belongsToImageBuilder(text.extracting(arn.service))
        else { return nil }
        var parts = PartReader(
            start: arn.resource.lowerBound, end: arn.resource.upperBound, separator: UInt8(ascii: "/"))
        guard let kind = parts.next(in: text), text.extracting(kind).equals("workflow"),
            let stageRange = parts.next(in: text), let name = parts.next(in: text), !name.isEmpty,
            let version = parts.rest, !version.isEmpty
        else { return nil }
        let word = text.extracting(stageRange)
        if word.equals(Stage.build.word) {
            stage = .build
        } else if word.equals(Stage.test.word) {
            stage = .test
        } else if word.equals(Stage.distribution.word) {
            stage = .distribution
        } else {
            return nil
        }
        self.stageRange = stageRange
        self.name = name
        self.version = version
        account = arn.account
    }
}

extension Slot {
    /// What the workflow ARN in this slot says, where it is one that is known.
    var workflow: WorkflowARN? { withText { WorkflowARN($0) } }

    /// A part of the text, for messages.
    func text(_ range: Range<Int>) -> String { withText { $0.extracting(range).clipped } }

    /// Whether a part of the text is exactly this one.
    func part(_ range: Range<Int>, equals other: StaticString) -> Bool {
        isText && withText { $0.extracting(range).equals(other) }
    }
}
