/// How a form of writing names the members and shapes of the model.
///
/// The Judge finds members by it, and reports speak in it: a table of the differences is all that a dialect brings, the
/// rest follows a case rule.
package protocol Naming: Sendable {
    /// The number, inside the shape, of the member that is written so; nil where the form has none of that name.
    func member(written name: borrowing Span<UInt8>, in shape: ShapeRecord) -> Int?

    /// How a member of the shape is written; nil where the form does not have it.
    func written(member number: Int, in shape: ShapeRecord) -> String?

    /// What is written where people would write a name that the form does not have; nil where nothing is known.
    func meant(by name: String, in shape: ShapeRecord) -> String?

    /// How messages call a member that they know by the API's name; nil where there is nothing to say differently.
    func spoken(member name: String) -> String?

    /// How messages call an operation: by what its request is written down as.
    func spoken(operation name: String) -> String?

    /// What to do about a setting that the form does not have.
    var adviceOnUnavailable: String { get }

    /// Whether the names are the API's own.
    var isTheAPIs: Bool { get }
}

extension Naming {
    package var adviceOnUnavailable: String { "Remove it, or set it by other means." }
    package var isTheAPIs: Bool { false }
}

/// The API's own names.
package struct APINaming: Naming {
    let registry: Registry

    package init(_ registry: Registry) {
        self.registry = registry
    }

    package func member(written name: borrowing Span<UInt8>, in shape: ShapeRecord) -> Int? {
        registry.member(named: name, of: shape)
    }

    package func written(member number: Int, in shape: ShapeRecord) -> String? {
        registry.text.string(registry.members[Int(shape.members.start) + number].name)
    }

    package var isTheAPIs: Bool { true }

    package func meant(by name: String, in shape: ShapeRecord) -> String? { nil }
    package func spoken(member name: String) -> String? { nil }
    package func spoken(operation name: String) -> String? { nil }
}
