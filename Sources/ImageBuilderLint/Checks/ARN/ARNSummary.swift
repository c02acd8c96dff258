import RequestLint

/// What the check of ARNs sums up over a request: whether they are of one account and in one Region, and how many workflows
/// there are. Nearly all requests are judged by it alone where checks compare ARNs.
///
/// It fits into 64 bits: the lower half is the first ARN's note without its stage, the upper one has four bits for what
/// holds, and eight for each count.
struct ARNSummary {
    private var bits: UInt64

    /// Nil where the request has ARNs that it says nothing of.
    init?(_ verdicts: borrowing Verdicts) {
        guard verdicts.isSummaryWhole, verdicts.summary & Self.isUnknown == 0 else { return nil }
        bits = verdicts.summary
    }

    /// The same of all that a check sees which has the slots of `ARNMember`.
    init?(_ verdicts: borrowing Verdicts, of structure: borrowing Structure) {
        guard ARNMember.areAllSummedUp(in: structure) else { return nil }
        self.init(verdicts)
    }

    private init(bits: UInt64) { self.bits = bits }

    private static let isUnknown: UInt64 = 1 << 32
    private static let regionsDiffer: UInt64 = 1 << 33
    private static let accountsDiffer: UInt64 = 1 << 34
    private static let hasAmazons: UInt64 = 1 << 35
    private static let counts: UInt64 = 40
    /// A count stops here.
    private static let most: UInt64 = 0xFF

    // MARK: Adding

    /// - Parameter note: of an ARN that is well; nil of one that says nothing here.
    @inline(__always)
    static func add(_ note: ARNNote?, as form: ARNForm, to verdicts: inout Verdicts) {
        guard let note else { return verdicts.summary |= isUnknown }
        let first = UInt32(truncatingIfNeeded: verdicts.summary)
        if first != note.withoutStage || !note.hasKnownHead || note.isOfAmazon {
            verdicts.summary = ARNSummary(bits: verdicts.summary).adding(note, form)
        }
        guard let stage = note.stage else { return }
        let place = counts + UInt64(stage.rawValue) * 8
        if verdicts.summary >> place & most < most { verdicts.summary += 1 << place }
    }

    /// The same with what an ARN says that is not like the first one.
    private func adding(_ note: ARNNote, _ form: ARNForm) -> UInt64 {
        var sum = bits
        if let first = ARNNote(UInt32(truncatingIfNeeded: bits)) {
            if note.region != first.region { sum |= Self.regionsDiffer }
            if !note.isOfAmazon, !note.hasHead(of: first) { sum |= Self.accountsDiffer }
        } else {
            sum |= UInt64(note.withoutStage)
        }
        if note.isOfAmazon {
            sum |= Self.hasAmazons
            // What Amazon provides is for everybody; it has no pipelines and no configurations.
            if !form.kinds.isDisjoint(with: .unshared) { sum |= Self.accountsDiffer }
        }
        return sum
    }

    // MARK: Asking

    var isInOneRegion: Bool { bits & Self.regionsDiffer == 0 }
    /// Whether all but what Amazon provides is known to be of one account.
    var isOfOneAccount: Bool { bits & Self.accountsDiffer == 0 }
    var hasNoneOfAmazon: Bool { bits & Self.hasAmazons == 0 }

    /// How many workflows of a stage there are, or 255 of more.
    func count(_ stage: WorkflowARN.Stage) -> UInt64 { bits >> (Self.counts + UInt64(stage.rawValue) * 8) & Self.most }
}
