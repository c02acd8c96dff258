import Synchronization

/// What judging one source needs, and what was learned from the ones before: room for slots, texts that are well, words for
/// mistakes. What is said of a source does not depend on it.
///
/// Unchecked, because a desk is with one thread at a time: `DeskPool` lends it, and nobody keeps it.
struct Desk: @unchecked Sendable {
    let arena = SlotArena()
    /// For the bytes of a stream, while a line of it is judged by way of a document.
    let screeningArena = SlotArena()
    let memory = CheckMemory()
    let screening: ScreeningMemory
    let names: ReportNames

    init(_ registry: Registry) {
        screening = ScreeningMemory(registry)
        names = ReportNames(registry)
    }

    /// Forgets the last source and what was found out about it alone.
    fileprivate func clear() {
        arena.letGo()
        screeningArena.letGo()
        memory.matching.forgetFailures()
    }
}

/// The desks of a linter that nobody sits at: as many as there ever were threads at work at once.
final class DeskPool: Sendable {
    private let free = Mutex<[Desk]>([])

    /// Lends a desk for as long as a closure runs.
    func withDesk<Result>(of registry: Registry, _ body: (Desk) -> Result) -> Result {
        let desk = free.withLock { $0.popLast() } ?? Desk(registry)
        defer {
            desk.clear()
            // One that has grown for a huge request is not kept.
            if desk.arena.isSmall, desk.screeningArena.isSmall { free.withLock { $0.append(desk) } }
        }
        return body(desk)
    }
}
