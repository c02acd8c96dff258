package import Documents

/// How a request is written down: it finds the requests of a document, names their members, and says what a scalar means.
///
/// A form that holds requests as the API takes them leaves them in the document, and says what scalars mean. Every other
/// form translates what it finds while it looks for it: `Located.translation` then has the requests in the API's terms.
package protocol Dialect: Sendable {
    /// Its name in reports.
    var name: String { get }

    /// The service as events name it, where the dialect is that of events.
    var eventSource: StaticString? { get }

    /// Whether there is anything in a document for this dialect. Every document is asked by every dialect, so this looks at no
    /// more than the members of its roots.
    func mayHold(_ document: Document) -> Bool

    /// The requests of a document, and what stands in the way of finding them. Asked only where `mayHold` says that there may be any.
    func locate(in document: Document, _ registry: Registry, operation: Int?) -> Located

    /// What a scalar means whose syntax leaves it open.
    func kind(of node: Int, in document: Document) -> ValueKind

    /// Why readers may disagree about a plain scalar, where they may.
    func ambiguity(of node: Int, in document: Document) -> String?
}

extension Dialect {
    package var eventSource: StaticString? { nil }
    package func mayHold(_ document: Document) -> Bool { true }
    package func ambiguity(of node: Int, in document: Document) -> String? { nil }
}

/// What a dialect found in a document.
package struct Located: Sendable {
    package init() {}

    /// One request.
    package struct Request: Sendable {
        /// The node that holds it; the number of its value where it is translated.
        package let place: Place
        /// Its number among the registry's operations.
        package let operation: Int
        /// Its number among the documents of the file.
        package let document: Int
        /// What its author calls it; nil where it has no name.
        package let name: Name?
        /// What is wrong with it in this form alone, whatever the API says; in the terms of the translation.
        package let findings: [Finding]

        /// The nodes that say what a request is called and what it is.
        package enum Name: Sendable {
            /// `Nightly (AWS::ImageBuilder::ImagePipeline)`
            case titled(name: Int, type: Int?)
            /// `aws_imagebuilder_image_pipeline.nightly`
            case joined(type: Int, name: Int)

            func text(in document: Document) -> String {
                switch self {
                case .titled(let name, let type):
                    document.string(of: name) + (type.map { " (\(document.string(of: $0)))" } ?? "")
                case .joined(let type, let name): document.string(of: type) + "." + document.string(of: name)
                }
            }
        }

        package init(place: Place, operation: Int, document: Int, name: Name? = nil, findings: [Finding] = []) {
            self.place = place
            self.operation = operation
            self.document = document
            self.name = name
            self.findings = findings
        }
    }

    /// All requests in the API's terms, where the document holds them in other terms.
    package var translation: Translation?

    package var requests: [Request] = []
    /// Whether the document is in this dialect's form for certain, requests or not, so that no other needs to look at it.
    package var isRecognised = false
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
