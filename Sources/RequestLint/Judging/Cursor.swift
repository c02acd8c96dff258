package import Documents

/// Walks one request, however it is written down. The Judge knows requests only through it.
package protocol Cursor {
    /// Whether requests are as the API takes them: keys are its names of members, and each value is certain or unknown.
    static var readsTheAPIsForm: Bool { get }

    /// The bytes that verbatim texts lie in.
    var source: [UInt8] { get }
    /// The bytes that all other texts lie in.
    var decoded: [UInt8] { get }

    /// What a value is, once the dialect has said what its scalars mean.
    func kind(of place: Place) -> ValueKind
    /// The same of a key.
    func keyKind(of key: Place) -> ValueKind
    func certainty(of place: Place) -> Certainty
    /// Whether parts of a text were filled in.
    func isAssumed(_ place: Place) -> Bool
    /// Whether a syntax problem cut the object or array short.
    func isIncomplete(_ place: Place) -> Bool
    /// Where the text of a string, number or plain scalar lies.
    func text(of place: Place) -> TextLocation
    /// Where the text of a key lies.
    func name(of key: Place) -> TextLocation
    /// Why readers may disagree about a scalar, where they may.
    func ambiguity(of place: Place) -> String?

    /// The number, inside the shape, of the member that a key means; `name` is the key's text.
    func member(
        _ key: Place, named name: borrowing Span<UInt8>, of shape: ShapeRecord, in registry: Registry
    ) -> Int?
    /// Whether a key names a member that the API has, and the form at hand has not.
    func isUnavailable(_ key: Place) -> Bool
    /// How the form at hand names members.
    func naming(_ registry: Registry) -> any Naming

    func members(of object: Place) -> Iteration
    mutating func nextMember(_ iteration: inout Iteration) -> (key: Place, value: Place)?
    /// The items of a list, or the values that stand for alternatives.
    func items(of array: Place) -> Iteration
    mutating func nextItem(_ iteration: inout Iteration) -> Place?
}

extension Cursor {
    package static var readsTheAPIsForm: Bool { false }
    package func keyKind(of key: Place) -> ValueKind { kind(of: key) }
    package func name(of key: Place) -> TextLocation { text(of: key) }
}

/// How far a walk through an object or array has come.
package struct Iteration {
    package var next: Int
    package let end: Int

    package init(next: Int, end: Int) {
        self.next = next
        self.end = end
    }
}
