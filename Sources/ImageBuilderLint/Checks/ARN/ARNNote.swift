import RequestLint

/// What the check of an ARN that is well leaves for the checks of the whole request, so that none takes it apart again.
///
/// It fits into 32 bits: eight for the length of the head, seven for the Region, four for the stage of a workflow and whose
/// it is, twelve for the number of the head.
struct ARNNote {
    let bits: UInt32

    /// - Parameter bits: nil for 0, which says nothing.
    init?(_ bits: UInt32) {
        guard bits != 0 else { return nil }
        self.bits = bits
    }

    /// Of an ARN that starts with a head.
    /// - Parameter stage: of a workflow.
    init(_ head: SoundStart.Mark, _ stage: WorkflowARN.Stage?) {
        let stageBits = stage.map { (UInt32($0.rawValue) + 1) << 15 } ?? 0
        bits = UInt32(head.length) | head.word | stageBits | head.number << 20
    }

    // MARK: The head's word

    /// What a head says: the Region by its number in the table, and whether twelve digits or `aws` own the resource.
    static func word(region: Int, _ account: ARNAccount) -> UInt32? {
        let owner: UInt32? = switch account {
        case .number: 1
        case .amazon: 2
        case .vendor, .thirdParty, .invalid: nil
        }
        guard let owner, region < 127 else { return nil }
        return UInt32(region + 1) << 8 | owner << 17
    }

    // MARK: Reading

    /// How many bytes the ARN has up to the colon behind the account, that colon among them.
    var headLength: Int { Int(bits & 0xFF) }
    /// The Region; the same for the same one.
    var region: UInt32 { bits >> 8 & 0x7F }
    /// Whether twelve digits own the resource.
    var isOfNumber: Bool { bits >> 17 & 3 == 1 }
    /// Whether Amazon provides the resource.
    var isOfAmazon: Bool { bits >> 17 & 3 == 2 }
    /// Where the twelve digits stand.
    var account: Range<Int> { headLength - 13..<headLength - 1 }
    var stage: WorkflowARN.Stage? {
        let number = bits >> 15 & 3
        return number == 0 ? nil : WorkflowARN.Stage(rawValue: UInt8(number - 1))
    }

    /// The same without what it says of a workflow.
    var withoutStage: UInt32 { bits & ~(3 << 15) }

    /// Whether the head has a number, by which it is told from others.
    var hasKnownHead: Bool { bits >> 20 != SoundStart.Mark.none }

    /// Whether the head is known to be the same as that of another ARN of the request; if not, it may still be.
    func hasHead(of other: ARNNote) -> Bool { bits >> 20 == other.bits >> 20 && hasKnownHead }
}

extension Slot {
    /// What the check of the ARN in this slot noted; nil where the ARN has to be taken apart.
    var arnNote: ARNNote? { isText ? ARNNote(note) : nil }
}
