/// Where a finding lies, before it is known how the request is written down.
package enum Spot: Sendable, Hashable {
    /// The whole value.
    case value(Place)
    /// A byte range of the value's decoded text.
    case text(Place, Range<Int>)
    /// The key of the member that holds the value.
    case key(Place)
    /// A structure as such, for what it lacks.
    case structure(Place)
}

/// A value's handle in the cursor that found it: a node's number in a document.
@usableFromInline
package struct Place: Sendable, Hashable, BitwiseCopyable {
    package let index: UInt32

    package init(_ index: Int) {
        self.index = UInt32(truncatingIfNeeded: index)
    }
}

/// A change that a check proposes, in terms of decoded texts and values.
package struct FixProposal: Sendable, Hashable {
    package enum Change: Sendable, Hashable {
        /// Replaces a range of a value's decoded text.
        case replaceText(Place, Range<Int>, with: String)
        /// Replaces the whole value by a JSON literal, such as `60` or `["a"]`.
        case replaceValue(Place, literal: String)
        /// Puts a value into a list of its own.
        case wrapInList(Place)
        /// Renames the key of the member that holds the value.
        case renameKey(Place, to: String)
        /// Adds a member to an object that does not have it.
        case addMember(Place, name: String, value: DataValue)
    }

    package let description: String
    package let safety: Fix.Safety
    package let changes: [Change]

    package init(_ description: String, _ safety: Fix.Safety, _ changes: [Change]) {
        self.description = description
        self.safety = safety
        self.changes = changes
    }
}

/// Another place that belongs to a finding, in the request or in the current state.
package struct RelatedSpot: Sendable, Hashable {
    package let message: String
    package let spot: Spot
    let isInState: Bool

    package init(_ message: String, _ spot: Spot) {
        self.init(message, spot, isInState: false)
    }

    /// A place of the current state.
    package init(_ message: String, inState spot: Spot) {
        self.init(message, spot, isInState: true)
    }

    private init(_ message: String, _ spot: Spot, isInState: Bool) {
        self.message = message
        self.spot = spot
        self.isInState = isInState
    }
}

/// What the Judge found: which rule, where, and why.
package struct Finding: Sendable {
    package let rule: Int
    package let spot: Spot
    package let message: String
    package let requestPointer: String
    package let related: [RelatedSpot]
    package let fix: FixProposal?
}

/// A value of which nothing is known, because judging it reached a limit.
package struct Gap: Sendable {
    package let spot: Spot
    package let message: String
}

/// All that the Judge says of one request.
package struct Judgement: Sendable {
    package let findings: [Finding]
    package let gaps: [Gap]

    var isEmpty: Bool { findings.isEmpty && gaps.isEmpty }

    /// The same with what a dialect found.
    func adding(_ more: [Finding]) -> Judgement {
        more.isEmpty ? self : Judgement(findings: findings + more, gaps: gaps)
    }
}

/// The one sink for what checks find. Texts are built only for problems that a rule claims and that is switched on.
package struct Verdicts: ~Copyable {
    private var findings: [Finding] = []
    private var gaps: [Gap] = []
    private var isOutOfRoom = false
    /// The bytes of messages and pointers.
    private var textSize = 0
    private let registry: Registry
    private let rules: ActiveRules
    /// How the Judge writes down the path to the value at hand.
    var path = RequestPath()
    /// What the problems of the check that runs mean here: one entry each, a rule's number or `noIndex`.
    var claims = Run.empty
    /// The value at hand.
    package internal(set) var place = Place(0)

    /// What a check read in the text at hand, for structure checks that would read the same again; 0 says nothing.
    package var note: UInt32 = 0

    /// What text checks read in all texts of the request so far, in the terms of the checks that sum up; 0 says nothing.
    package var summary: UInt64 = 0

    /// Whether the summary is one of all texts: not where checks that sum up are switched off for some places, and not where
    /// texts may be something else than what is read.
    package private(set) var isSummaryWhole = false

    private let texts: RequestTexts
    /// Whether anybody asks what was found, and not only whether anything was.
    package let explains: Bool
    /// How many findings there are, to take back those that one finding says better. A field, because a getter would copy all
    /// of this for the modules that ask.
    package private(set) var count = 0
    /// How often anything was reported, whether or not it is kept.
    private(set) var remarks = 0

    init(registry: Registry, rules: ActiveRules, texts: RequestTexts, explains: Bool) {
        self.explains = explains
        self.registry = registry
        self.rules = rules
        self.texts = texts
    }

    /// Reports a problem at a byte range of the text at hand.
    package mutating func report(
        _ problem: some CheckProblem, at range: Range<Int>, message: @autoclosure () -> Words,
        related: @autoclosure () -> [RelatedSpot] = [], fix: @autoclosure () -> FixProposal? = nil
    ) {
        guard let rule = claim(problem.number) else { return }
        add(rule: rule, .text(place, range), "", message().text, related(), fix())
    }

    /// The same with a message that was put together before.
    @_disfavoredOverload
    package mutating func report(
        _ problem: some CheckProblem, at range: Range<Int>, message: @autoclosure () -> String,
        related: @autoclosure () -> [RelatedSpot] = [], fix: @autoclosure () -> FixProposal? = nil
    ) {
        guard let rule = claim(problem.number) else { return }
        add(rule: rule, .text(place, range), "", message(), related(), fix())
    }

    /// Reports a problem of the check that runs.
    /// - Parameter member: the path below the value at hand, for the pointer into the request.
    package mutating func report(
        _ problem: some CheckProblem, at spot: Spot, member: String = "",
        message: @autoclosure () -> Words, related: @autoclosure () -> [RelatedSpot] = [],
        fix: @autoclosure () -> FixProposal? = nil
    ) {
        guard let rule = claim(problem.number) else { return }
        add(rule: rule, spot, member, message().text, related(), fix())
    }

    /// The same with a message that was put together before.
    @_disfavoredOverload
    package mutating func report(
        _ problem: some CheckProblem, at spot: Spot, member: String = "",
        message: @autoclosure () -> String, related: @autoclosure () -> [RelatedSpot] = [],
        fix: @autoclosure () -> FixProposal? = nil
    ) {
        guard let rule = claim(problem.number) else { return }
        add(rule: rule, spot, member, message(), related(), fix())
    }

    /// The rule that claims a problem of the check that runs, where it is switched on and somebody asks what was found.
    private mutating func claim(_ problem: Int) -> Int? {
        guard problem < Int(claims.count) else { return nil }
        let rule = registry.bindingRules[Int(claims.start) + problem]
        guard rule != noIndex, rules.isOn[Int(rule)] else { return nil }
        remarks += 1
        if explains { return Int(rule) }
        count += 1
        return nil
    }

    /// Reports one of the Judge's own problems.
    mutating func report(
        shape problem: ShapeProblem, at spot: Spot, member: String = "",
        message: @autoclosure () -> Words, related: @autoclosure () -> [RelatedSpot] = [],
        fix: @autoclosure () -> FixProposal? = nil
    ) {
        let rule = registry.shapeRules[problem.number]
        guard rule != noIndex, rules.isOn[Int(rule)] else { return }
        remarks += 1
        add(rule: Int(rule), spot, member, message().text, related(), fix())
    }

    /// One more than a report holds, by which it sees that there are more. What a request of nothing but mistakes takes in
    /// memory ends here, and nothing is made up for what is not kept.
    package static let capacity = ReportBuilder.mostDiagnostics + 1

    /// Whether findings are no longer kept, so that words need not be found for them.
    var isFull: Bool { findings.count >= Self.capacity || textSize > ReportBuilder.mostText }

    private mutating func add(
        rule: Int, _ spot: Spot, _ member: String, _ message: @autoclosure () -> String,
        _ related: @autoclosure () -> [RelatedSpot], _ fix: @autoclosure () -> FixProposal?
    ) {
        count += 1
        guard !isFull else { return }
        let finding = Finding(
            rule: rule, spot: spot, message: message(), requestPointer: path.pointer(registry, texts) + member,
            related: related(), fix: fix())
        textSize += finding.message.utf8.count + finding.requestPointer.utf8.count
        if findings.isEmpty { findings.reserveCapacity(4) }
        findings.append(finding)
        if textSize > ReportBuilder.mostText { gaps.append(Gap(spot: spot, message: ReportBuilder.tooMuchText)) }
    }

    /// Notes that nothing is known of the text at hand, because matching a pattern reached a limit. That is never a pass.
    package mutating func giveUp(at spot: Spot, on pattern: @autoclosure () -> String) {
        remarks += 1
        guard explains else {
            count += 1
            return
        }
        guard gaps.count < Self.mostGaps else { return }
        let pattern = pattern()
        gaps.append(
            Gap(
                spot: spot,
                message: "The value could not be checked against `\(pattern)`, because matching it takes too long. Simplify the pattern or shorten the value."))
    }

    /// One more than a report holds, by which it sees that there are more.
    package static let mostGaps = ReportBuilder.mostNotices + 1

    /// Notes once that a request has more values than are kept for the checks, so that the rest is not judged.
    mutating func runOutOfRoom(at spot: Spot) {
        guard !isOutOfRoom else { return }
        isOutOfRoom = true
        gaps.append(
            Gap(
                spot: spot,
                message: "The request has more values than are judged at once (\(SlotArena.limit)); what follows here is judged in part. Split it."))
    }

    /// Whether something was found where nobody asks what it is.
    var hasNoted: Bool { count > 0 }

    var isEmpty: Bool { count == 0 && gaps.isEmpty }

    /// Begins another request.
    /// - Parameter isSummedUp: whether texts are what is read.
    mutating func begin(isSummedUp: Bool) {
        path.removeAll()
        count = 0
        summary = 0
        isSummaryWhole = isSummedUp && rules.areSummedUp
    }

    /// Drops the findings behind the first so many.
    package mutating func takeBack(to count: Int) {
        if explains { findings.removeLast(max(0, findings.count - count)) }
        self.count = min(self.count, count)
    }

    /// Takes what was found out.
    mutating func takeJudgement() -> Judgement {
        defer {
            // Whoever takes them has the memory.
            findings = []
            count = 0
            gaps = []
            isOutOfRoom = false
            textSize = 0
        }
        return Judgement(findings: findings, gaps: gaps)
    }
}
