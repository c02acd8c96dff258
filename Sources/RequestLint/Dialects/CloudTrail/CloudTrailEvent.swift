// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
import Documents

/// One event of CloudTrail: an object of the file, or of a text in the file that is JSON itself.
struct CloudTrailEvent {
    /// The document that the event is an object of.
    let document: Document
    let object: Int
    /// The text in the file that the document was read from; nil where it is the file's own.
    let home: Int?
    /// The number of the file's document.
    let number: Int
    /// What it is called in the file: by its identity, or its time, and the name of its operation.
    let name: Located.Request.Name?

    /// The node of the file that stands for a node of the event.
    func origin(of node: Int) -> Int { home ?? node }

    func member(_ name: StaticString) -> Int? { document.member(name, of: object) }

    /// A member that is an object; nil for anything else, such as the null of a call without parameters.
    func object(_ name: StaticString) -> Int? {
        member(name).flatMap { document.nodes[$0].kind == .object ? $0 : nil }
    }

    func isText(_ name: StaticString, _ text: StaticString) -> Bool {
        guard let node = member(name), document.nodes[node].kind == .string else { return false }
        return document.withText(of: node) { $0.equals(text) }
    }

    /// Whether somebody called the API: services and the console record other things too, which hold no request.
    var isCall: Bool { member("eventType") == nil || isText("eventType", "AwsApiCall") }

    /// Whether the service refused the call, or had to fail.
    var isFailed: Bool { member("errorCode").map { document.nodes[$0].kind == .string } ?? false }
}
