import Documents
package import RequestLint

/// Judges the items of a run, several files or pieces of streams at a time, and hands over their reports in order.
package struct Run: Sendable {
    private let items: [RunItem]
    private let linter: Linter
    private let jobs: Int
    /// Files that one worker takes at once.
    private let batch: Int

    /// A report: of an item, or of a piece of one.
    package struct Outcome: Sendable {
        package let report: FileReport
        /// A folder is never counted among the files.
        package let isFolder: Bool

        init(_ report: FileReport, isFolder: Bool = false) {
            self.report = report
            self.isFolder = isFolder
        }
    }

    /// - Parameter jobs: how many files or pieces of streams are judged at once; nil is one a processor.
    package init(_ items: [RunItem], linter: Linter, jobs: Int?) {
        self.items = items
        self.linter = linter
        let wanted = jobs ?? Machine.processors
        // A stream has pieces for everybody.
        let most = items.contains { $0.stream != nil } ? wanted : max(1, items.count)
        self.jobs = min(wanted, most)
        // Enough batches to keep everybody busy to the end, few enough that handing over costs nothing.
        batch = max(1, min(32, items.count / (8 * self.jobs)))
    }

    /// - Parameter emit: takes each report as soon as all before it are taken. At most a few batches of reports wait.
    package func judge<Failure: Error>(emit: (Outcome) throws(Failure) -> Void) throws(Failure) {
        var queue = WorkQueue(items, linter: linter, batch: batch)
        var ending = StreamEnding()
        guard jobs > 1 else {
            while let work = queue.next() {
                for answer in judge(work) { try ending.pass(answer, to: emit) }
            }
            return
        }
        try judgeInParallel(queue) { answers throws(Failure) in
            for answer in answers { try ending.pass(answer, to: emit) }
        }
    }

    // MARK: One at a time

    /// What came of a part of the work.
    enum Answer: Sendable {
        case outcome(Outcome)
        case piece(FileReport, of: Input)
        case end(of: Input, StreamPosition)
    }

    private func judge(_ work: Work) -> [Answer] {
        switch work {
        case .items(let range): range.compactMap { outcome(of: items[$0]).map { .outcome($0) } }
        case .lines(let lines, let start, let input, let origin):
            [.piece(linter.checkLines(lines, name: input.name, at: start, origin: origin), of: input)]
        case .piece(let report, let input): [.piece(report, of: input)]
        case .report(let report): [.outcome(Outcome(report))]
        case .end(let input, let position): [.end(of: input, position)]
        }
    }

    private func outcome(of item: RunItem) -> Outcome? {
        switch item {
        case .folder(let report):
            return Outcome(report, isFolder: true)
        case .input(let input):
            switch InputReader.read(input) {
            case .nothing: return nil
            case .notice(let notice): return Outcome(FileReport(file: input.name, notice: notice))
            case .bytes(let bytes): return Outcome(linter.check(bytes, name: input.name, origin: input.origin))
            }
        }
    }

    // MARK: In parallel

    /// What workers and the one who emits share.
    private struct Progress {
        /// nil while a worker takes work out of it, which may take as long as somebody writes into a pipe.
        var queue: WorkQueue?
        /// Parts of the work that were handed out.
        var begun = 0
        /// Parts that were emitted.
        var emitted = 0
        /// Whether nothing is left to hand out.
        var isEmpty = false
        /// Judged parts that wait, by their number modulo the window.
        var waiting: [[Answer]?]
        var isStopped = false
    }

    /// How many parts workers may be ahead of the report, which bounds the memory.
    private var window: Int { 4 * jobs }

    private func judgeInParallel<Failure: Error>(
        _ queue: WorkQueue, _ emit: ([Answer]) throws(Failure) -> Void
    ) throws(Failure) {
        let progress = Monitor(Progress(queue: queue, waiting: Array(repeating: nil, count: window)))
        let workers = Workers(jobs) { work(progress) }
        defer {
            progress.change { $0.isStopped = true }
            workers.join()
        }
        guard !workers.isEmpty else {
            // Where the system grants no thread, this one does the work.
            var queue = queue
            while let work = queue.next() { try emit(judge(work)) }
            return
        }
        while let answers = take(from: progress) { try emit(answers) }
    }

    /// - Returns: nil where everything was emitted.
    private func take(from progress: Monitor<Progress>) -> [Answer]? {
        let answers: [Answer]?? = progress.wait { state in
            if let answers = state.waiting[state.emitted % window] {
                state.waiting[state.emitted % window] = nil
                return .some(answers)
            }
            return state.isEmpty && state.emitted == state.begun ? .some(nil) : nil
        }
        progress.change { $0.emitted += 1 }
        return answers ?? nil
    }

    private func work(_ progress: Monitor<Progress>) {
        while let (number, work) = claim(progress) {
            let answers = judge(work)
            progress.change { $0.waiting[number % window] = answers }
        }
    }

    /// - Returns: nil where nothing is left to do.
    private func claim(_ progress: Monitor<Progress>) -> (number: Int, work: Work)? {
        let queue: WorkQueue? = progress.wait { state -> WorkQueue?? in
            if state.isStopped || state.isEmpty { return .some(nil) }
            guard state.begun < state.emitted + window, let queue = state.queue else { return nil }
            state.queue = nil
            return .some(queue)
        }
        guard var queue else { return nil }
        let work = queue.next()
        var number = 0
        progress.change { state in
            state.queue = queue
            number = state.begun
            if work == nil { state.isEmpty = true } else { state.begun += 1 }
        }
        return work.map { (number, $0) }
    }
}

/// Passes on what came of the work, in its order, and says of each stream what can be said of it as a whole.
private struct StreamEnding {
    /// Of the stream whose pieces come by.
    private var tally: StreamTally?

    mutating func pass<Failure: Error>(
        _ answer: Run.Answer, to emit: (Run.Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        switch answer {
        case .outcome(let outcome): try emit(outcome)
        case .piece(let report, let input):
            var tally = self.tally ?? StreamTally(name: input.name, origin: input.origin)
            let kept = tally.add(report)
            self.tally = tally
            try emit(Run.Outcome(kept))
        case .end(let input, let position):
            let tally = self.tally ?? StreamTally(name: input.name, origin: input.origin)
            self.tally = nil
            if let report = tally.end(at: position) { try emit(Run.Outcome(report)) }
        }
    }
}
