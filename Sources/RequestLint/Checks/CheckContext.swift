/// What the checks at one desk may ask of beside what they judge, in one place, so that a site is small enough for registers.
final class CheckContext {
    let registry: Registry
    let today: Day
    let memory = CheckMemory()
    /// How the structure at hand stands to the current state.
    @exclusivity(unchecked) var standing = Standing.none

    init(_ registry: Registry, today: Day) {
        self.registry = registry
        self.today = today
    }
}
