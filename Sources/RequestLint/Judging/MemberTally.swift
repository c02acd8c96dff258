/// What an object's members come to, while they are judged one after the other.
struct MemberTally: BitwiseCopyable {
    /// The members that there are, a bit each; of shapes with more members than bits, the first ones.
    private(set) var present: UInt64 = 0
    /// How many members that are required were met.
    private(set) var required: UInt32 = 0
    /// Whether all that were met are there for certain, and are what they have to be.
    private(set) var areAllPresent = true

    /// - Parameters:
    ///   - number: of the member in its shape.
    ///   - required: 1 where it is required, and stands here first.
    @inline(__always)
    mutating func add(_ number: Int, _ presence: Presence, required: UInt32) {
        if number < 64 { present |= 1 &<< UInt64(truncatingIfNeeded: number) }
        self.required &+= required
        areAllPresent = areAllPresent && presence == .present
    }
}
