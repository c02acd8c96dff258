package import Documents

/// How a request is written down: it finds the requests of a document, names their members, and says what a scalar means.
package protocol Dialect: Sendable {
    /// Its name in reports.
    var name: String { get }

    /// The requests of a document, and what stands in the way of finding them.
    func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located

    /// What a scalar means whose syntax leaves it open.
    func kind(of node: Int, in document: Document) -> ValueKind

    /// Why readers may disagree about a plain scalar, where they may.
    func ambiguity(of node: Int, in document: Document) -> String?
}

/// What a dialect found in a document.
package struct Located: Sendable {
    /// One request.
    package struct Request: Sendable {
        package let place: Place
        /// Its number among the registry's operations.
        package let operation: Int
        /// Its number among the documents of the file.
        package let document: Int
    }

    package var requests: [Request] = []
    package var notices: [Problem] = []
    /// Objects beside requests that were not judged, because no operation is recognised in them.
    package var unrecognised: [Int] = []

    /// Something that kept a request from being found.
    package struct Problem: Sendable {
        package let kind: Notice.Kind
        package let message: String
        package let node: Int
    }
}
