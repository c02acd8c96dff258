package import RequestLint

/// Judges the items of a run, several at a time, and hands over their reports in order.
package struct Run: Sendable {
    private let items: [RunItem]
    private let linter: Linter
    private let jobs: Int
    /// Items that one worker takes at once.
    private let batch: Int

    /// What became of one item.
    package struct Outcome: Sendable {
        package let report: FileReport
        /// A folder is never counted among the files.
        package let isFolder: Bool
    }

    /// - Parameter jobs: how many items are judged at once; nil is one a processor.
    package init(_ items: [RunItem], linter: Linter, jobs: Int?) {
        self.items = items
        self.linter = linter
        self.jobs = items.count < 2 ? 1 : min(jobs ?? Machine.processors, items.count)
        // Enough batches to keep everybody busy to the end, few enough that handing over costs nothing.
        batch = max(1, min(32, items.count / (8 * self.jobs)))
    }

    /// - Parameter emit: takes each report as soon as all before it are taken. At most a few batches of reports wait.
    package func judge<Failure: Error>(emit: (Outcome) throws(Failure) -> Void) throws(Failure) {
        if jobs == 1 {
            for index in items.indices {
                if let outcome = outcome(of: items[index]) { try emit(outcome) }
            }
            return
        }
        try judgeInParallel(emit)
    }

    private func outcome(of item: RunItem) -> Outcome? {
        switch item {
        case .folder(let report):
            return Outcome(report: report, isFolder: true)
        case .input(let input):
            switch InputReader.read(input) {
            case .nothing: return nil
            case .notice(let notice):
                return Outcome(report: FileReport(file: input.name, notice: notice), isFolder: false)
            case .bytes(let bytes):
                return Outcome(
                    report: linter.check(bytes, name: input.name, origin: input.origin), isFolder: false)
            }
        }
    }

    // MARK: In parallel

    /// What workers and the one who emits share.
    private struct Progress {
        /// The next batch that a worker takes.
        var next = 0
        /// Batches that were emitted.
        var emitted = 0
        /// Judged batches that wait, by their number modulo the window.
        var waiting: [[Outcome]?]
        var isStopped = false
    }

    private var batches: Int { (items.count + batch - 1) / batch }
    /// How many batches workers may be ahead of the report, which bounds the memory.
    private var window: Int { 4 * jobs }

    private func judgeInParallel<Failure: Error>(_ emit: (Outcome) throws(Failure) -> Void) throws(Failure) {
        let progress = Monitor(Progress(waiting: Array(repeating: nil, count: window)))
        let workers = Workers(jobs) { work(progress) }
        defer {
            progress.change { $0.isStopped = true }
            workers.join()
        }
        // Where the system grants no thread, this one does the work.
        let isAlone = workers.isEmpty
        for number in 0..<batches {
            let outcomes = isAlone ? judge(number) : take(number, from: progress)
            for outcome in outcomes { try emit(outcome) }
        }
    }

    private func judge(_ number: Int) -> [Outcome] {
        items[number * batch..<min(items.count, (number + 1) * batch)].compactMap { outcome(of: $0) }
    }

    private func take(_ number: Int, from progress: Monitor<Progress>) -> [Outcome] {
        let outcomes: [Outcome] = progress.wait { state in
            guard let outcomes = state.waiting[number % window] else { return nil }
            state.waiting[number % window] = nil
            return outcomes
        }
        progress.change { $0.emitted += 1 }
        return outcomes
    }

    private func work(_ progress: Monitor<Progress>) {
        while true {
            let claim: Int? = progress.wait { state in
                if state.isStopped || state.next == batches { return .some(nil) }
                guard state.next < state.emitted + window else { return nil }
                state.next += 1
                return .some(state.next - 1)
            }
            guard let claim else { return }
            let outcomes = judge(claim)
            progress.change { $0.waiting[claim % window] = outcomes }
        }
    }
}
