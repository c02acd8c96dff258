/// Collects what the readers find wrong. It costs nothing as long as nothing is found.
struct ProblemSink {
    /// More problems than this in one expression are not kept: they help nobody, and the memory stays bounded.
    static let limit = 100

    private var problems: [ScheduleProblem] = []
    private var firstBlank: Range<Int>?
    private var blankPlaces = 0
    private(set) var leavesNoSchedule = false

    mutating func report(_ reason: Reason, at range: Range<Int>, related: Range<Int>? = nil) {
        if reason.kind.leavesNoSchedule { leavesNoSchedule = true }
        guard problems.count < Self.limit else { return }
        problems.append(ScheduleProblem(range: range, related: related, reason: reason))
    }

    /// Notes blanks where none, or one space, should be. All of them make one problem.
    mutating func noteBlanks(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        blankPlaces += 1
        if firstBlank == nil { firstBlank = range }
    }

    /// The problems in the order of the text.
    consuming func finish() -> [ScheduleProblem] {
        if let firstBlank {
            problems.append(
                ScheduleProblem(
                    range: firstBlank, related: nil, reason: .wrapper(.surplusBlanks(places: blankPlaces))))
        }
        if problems.count > 1 {
            problems.sort {
                ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
            }
        }
        return problems
    }
}
