/// What the screening and the Judge do at a place, in one small record: what the registry says in several, and what was
/// learned. A place is a member by its record, or behind all members a shape.
struct MemberPlan: BitwiseCopyable {
    private(set) var shape: UInt32 = 0
    /// The place that was met behind this one, plus one; of a shape, the first in it.
    var follower: UInt32 = 0
    private(set) var type = ShapeType.structure
    /// What its texts are judged by.
    var needs = TextNeeds()
    /// How many bytes of its key are kept; 0 where it is not, or is too long.
    var keyLength: UInt8 = 0
    /// 1 where the member is required.
    private(set) var required: UInt8 = 0
    private(set) var isKnown = false
    /// Whether remembering its texts is worth the effort, which it is not where each has another: so many more were known
    /// than new.
    var balance: Int8 = 24

    /// Of a place that was not met yet.
    init() {}

    init(_ registry: Registry, _ rules: ActiveRules, place: Int) {
        let member = place < registry.members.count ? registry.members[place] : nil
        shape = member?.shape ?? UInt32(place - registry.members.count)
        type = registry.shapes[Int(shape)].type
        needs = TextNeeds(registry.shapes[Int(shape)], member, rules)
        required = member?.has(MemberRecord.required) == true ? 1 : 0
        isKnown = true
    }
}

/// The plan of a place where the memory keeps it, so that of a record only what is asked for is loaded.
///
/// The memory checks once that it has the place, and neither moves its plans nor lets go of them as long as a desk is lent to
/// those who screen and judge, which is the only time when one is used.
struct PlanReference: BitwiseCopyable {
    private let pointer: UnsafePointer<MemberPlan>
    let place: Int

    init(_ pointer: UnsafePointer<MemberPlan>, place: Int) {
        self.pointer = pointer
        self.place = place
    }

    var shape: Int { Int(pointer.pointee.shape) }
    var type: ShapeType { pointer.pointee.type }
    var needs: TextNeeds { pointer.pointee.needs }
    var required: UInt32 { UInt32(pointer.pointee.required) }
}

/// What the texts of a place are judged by.
struct TextNeeds: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    static let length = TextNeeds(rawValue: 1)
    static let values = TextNeeds(rawValue: 2)
    static let pattern = TextNeeds(rawValue: 4)
    static let checks = TextNeeds(rawValue: 8)
    /// Whether those that were well are remembered.
    static let memory = TextNeeds(rawValue: 16)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    fileprivate init(_ shape: ShapeRecord, _ member: MemberRecord?, _ rules: ActiveRules) {
        self.init()
        let flags = member?.flags ?? 0
        var (hasChecks, areLengthsChecked, arePatternsChecked, areSummedUp) = (false, false, false, false)
        func look(at bindings: Run) {
            for index in bindings.indices {
                guard let check = rules.textChecks[index] else { continue }
                hasChecks = true
                areLengthsChecked = areLengthsChecked || check.coversLength
                arePatternsChecked = arePatternsChecked || check.coversPattern
                areSummedUp = areSummedUp || check.sumsUp
            }
        }
        look(at: shape.bindings)
        if let member { look(at: member.bindings) }
        let isBounded = shape.has(ShapeRecord.hasMinimum) || shape.has(ShapeRecord.hasMaximum)
        let coversLength = shape.has(ShapeRecord.lengthIsCovered) || flags & MemberRecord.lengthIsCovered != 0
        let coversPattern = shape.has(ShapeRecord.patternIsCovered) || flags & MemberRecord.patternIsCovered != 0
        // Where the rules of a check that stands for the model's own facts are switched off, the model speaks.
        if isBounded, !(coversLength && areLengthsChecked) { insert(.length) }
        if shape.values.count > 0 { insert(.values) }
        if shape.pattern != noIndex, !(coversPattern && arePatternsChecked) { insert(.pattern) }
        if hasChecks { insert(.checks) }
        if !subtracting(.length).isEmpty, !areSummedUp { insert(.memory) }
    }
}
