import Synchronization

/// What one worker needs for judging, and uses again for the next file or line: room for slots, and what it learned.
///
/// Unchecked, because a desk is handed from one worker to the next, and is never with two at once.
struct Desk: @unchecked Sendable {
    let arena = SlotArena()
    let memory = CheckMemory()
    let screening = ScreeningMemory()

    /// Makes ready for another file: what depends on the one before is forgotten.
    fileprivate func clear() {
        arena.letGo()
        memory.matching.forgetFailures()
    }
}

/// The desks that nobody sits at. What a worker learned of one file makes the next one cheap.
final class DeskPool: Sendable {
    private let free = Mutex<[Desk]>([])

    /// Lends a desk for as long as a closure runs.
    func withDesk<Result>(_ body: (Desk) -> Result) -> Result {
        let desk = free.withLock { $0.popLast() } ?? Desk()
        defer {
            desk.clear()
            // One that had to grow for a huge request is not kept.
            if desk.arena.isSmall { free.withLock { $0.append(desk) } }
        }
        return body(desk)
    }
}
