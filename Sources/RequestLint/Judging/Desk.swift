/// What one worker needs for judging, and uses again for the next file or line: room for slots, and what it learned.
struct Desk {
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

    /// Forgets the last file and what was found out about it alone.
    func clear() {
        arena.letGo()
        screeningArena.letGo()
        memory.matching.forgetFailures()
    }
}
