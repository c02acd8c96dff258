/// The service's shapes as data, while a registry is being compiled.
package struct ServiceModel: Sendable {
    package struct Member: Sendable {
        package var name: String
        package var shape: String
        /// SDK and CLI fill it in.
        package var isIdempotencyToken: Bool
    }

    package struct Shape: Sendable {
        package var name: String
        package var type: ShapeType
        package var members: [Member] = []
        package var required: [String] = []
        /// Of a list its items' shape, of a map its values'.
        package var element: String?
        package var key: String?
        package var minimum: Int?
        package var maximum: Int?
        package var pattern: String?
        package var values: [String] = []
    }

    package var source = ""
    package var shapes: [Shape] = []
    package var operations: [(name: String, shape: String?)] = []
    /// The shapes of the responses that tell what a resource is like now.
    package var outputs: [(operation: String, shape: String)] = []

    package func shape(named name: String) -> Int? {
        shapes.firstIndex { $0.name == name }
    }
}
