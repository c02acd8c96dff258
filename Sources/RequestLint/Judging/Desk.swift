import Synchronization

/// What judging one source needs, and what was learned from the ones before: room for slots, texts that are well, words for
/// mistakes. What is said of a source does not depend on it.
///
/// Unchecked, because a desk is with one thread at a time: `DeskPool` lends it, and nobody keeps it.
struct Desk: @unchecked Sendable {
    let arena = SlotArena()
    /// For the bytes of a stream, while a line of it is judged by way of a document.
    let screeningArena = SlotArena()
    let context: CheckContext
    let screening: ScreeningMemory
    let names: ReportNames
    let lastKeys = LastKeys()

    init(_ registry: Registry, today: Day) {
        context = CheckContext(registry, today: today)
        screening = ScreeningMemory(registry)
        names = ReportNames(registry)
    }

    /// Forgets the last source and what was found out about it alone.
    fileprivate func clear() {
        arena.letGo()
        screeningArena.letGo()
        context.memory.matching.forgetFailures()
        lastKeys.keys.removeAll()
    }
}

/// The desks of a linter that nobody sits at: as many as there ever were threads at work at once, at most 64.
///
/// Unchecked, because a bit says whose each seat is: the thread that took it out of `free` may use the seat, until it puts it back.
/// A `Mutex` would do, but ThreadSanitizer does not see into one on Linux and would see races everywhere.
final class DeskPool: @unchecked Sendable {
    /// A bit for each seat that nobody sits at.
    private let free = Atomic<UInt64>(.max)
    // Unsafe, because threads write to different elements at once. Seats are found by the bits of a word, so they are within it.
    private let seats = UnsafeMutablePointer<Desk?>.allocate(capacity: UInt64.bitWidth)

    init() {
        seats.initialize(repeating: nil, count: UInt64.bitWidth)
    }

    deinit {
        seats.deinitialize(count: UInt64.bitWidth)
        seats.deallocate()
    }

    /// Lends a desk for as long as a closure runs.
    func withDesk<Result>(of registry: Registry, today: Day, _ body: (Desk) -> Result) -> Result {
        guard let seat = takeSeat() else { return body(Desk(registry, today: today)) }
        let desk = seats[seat] ?? Desk(registry, today: today)
        defer {
            desk.clear()
            // One that has grown for a huge request is not kept.
            seats[seat] = desk.arena.isSmall && desk.screeningArena.isSmall ? desk : nil
            free.bitwiseOr(1 << UInt64(seat), ordering: .releasing)
        }
        return body(desk)
    }

    private func takeSeat() -> Int? {
        var mask = free.load(ordering: .relaxed)
        while mask != 0 {
            let (taken, now) = free.weakCompareExchange(expected: mask, desired: mask & (mask - 1), ordering: .acquiring)
            if taken { return mask.trailingZeroBitCount }
            mask = now
        }
        return nil
    }
}
