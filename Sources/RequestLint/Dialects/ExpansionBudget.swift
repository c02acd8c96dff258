import Documents

/// How much the expressions of one document may come to.
///
/// A few lines can say texts and lists of any size: by referring often to what is long, or to what refers itself. Whoever
/// resolves and translates pays here, and where the budget is spent everything else is unknown, which is reported once.
final class ExpansionBudget {
    /// What a document may come to beside its own size, in bytes of text; a value counts as `valueCost` of them.
    static let allowance = 64 << 20
    static let valueCost = 8

    private var rest: Int
    /// The node at which it was spent.
    private(set) var end: Int?

    init(_ document: Document) {
        // Offsets into texts have 32 bits, and a source has 30.
        rest = Self.allowance + 2 * document.source.bytes.count
    }

    var isSpent: Bool { rest < 0 }

    /// Pays for bytes of text.
    /// - Returns: false where the budget is spent.
    func pay(bytes: Int, at node: Int) -> Bool {
        guard rest >= 0 else { return false }
        rest -= bytes
        if rest < 0 { end = node }
        return rest >= 0
    }

    /// Pays for values that are looked at or written.
    /// - Returns: false where the budget is spent.
    func pay(values: Int = 1, at node: Int) -> Bool { pay(bytes: values * Self.valueCost, at: node) }

    /// Pays for looking at a node, and at its text where it is a scalar.
    /// - Returns: false where the budget is spent.
    @inline(__always)
    func pay(for node: Int, of document: Document) -> Bool {
        let record = document.nodes[node]
        let text = record.kind == .object || record.kind == .array ? 0 : Int(record.end) - Int(record.start)
        return pay(bytes: Self.valueCost + text, at: node)
    }

    /// What is to be said where the budget was spent.
    var problem: Located.Problem? {
        end.map { node in
            Located.Problem(
                kind: .limit,
                message: "From here on, expressions of this file are taken as unknown: those before come to more than \(Self.allowance) bytes beside the file's own. Refer less often to long values, or split the file.",
                node: node)
        }
    }
}
