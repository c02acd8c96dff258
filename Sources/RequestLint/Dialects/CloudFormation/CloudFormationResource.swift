/// A resource type of CloudFormation whose properties are the members of an operation's request.
package struct CloudFormationResource: Sendable {
    /// Such as `AWS::ImageBuilder::ImagePipeline`.
    package let type: String
    /// The operation that makes such a resource.
    package let operation: String
    /// What `Ref` and `Fn::GetAtt` of its ARN give, behind the account: `{id}` is the resource, `{Type}` and the like are
    /// literal properties in lower case.
    package let arn: String
    /// Properties that make the resource by another operation, so that what the usual one requires may be absent.
    package let alternatives: [String]

    package init(type: String, operation: String, arn: String, alternatives: [String] = []) {
        self.type = type
        self.operation = operation
        self.arn = arn
        self.alternatives = alternatives
    }
}

/// The resource types of a service, and where its ARNs begin.
package struct CloudFormationResources: Sendable {
    /// What all types begin with, such as `AWS::ImageBuilder::`.
    package let prefix: String
    /// The service in ARNs.
    package let service: String
    /// The table of names, under `rules/model`.
    package let table: StaticString
    package let all: [CloudFormationResource]

    package init(prefix: String, service: String, table: StaticString, all: [CloudFormationResource]) {
        self.prefix = prefix
        self.service = service
        self.table = table
        self.all = all
    }
}

/// The resource types of a service, ready to be looked up while a template is read.
struct ResourceTypes {
    final class Entry {
        let type: CloudFormationResource
        /// Its operation's number, and the shape of the request.
        let operation: Int
        let shape: ShapeRecord
        let arn: ARNForm

        init(type: CloudFormationResource, operation: Int, shape: ShapeRecord, arn: ARNForm) {
            self.type = type
            self.operation = operation
            self.shape = shape
            self.arn = arn
        }
    }

    /// An example of a type's ARNs, taken apart.
    struct ARNForm {
        enum Part {
            case literal([UInt8])
            /// The resource's logical ID, or a literal property of it, in lower case.
            case id
            case property(String)
        }

        let start: [UInt8]
        private(set) var parts: [Part] = []

        init(_ form: String, service: String) {
            start = Array("arn:aws:\(service):\(PseudoParameter.region):\(PseudoParameter.account):".utf8)
            var rest = form[...]
            while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
                parts.append(.literal(Array(rest[..<open].utf8)))
                let name = String(rest[rest.index(after: open)..<close])
                parts.append(name == "id" ? .id : .property(name))
                rest = rest[rest.index(after: close)...]
            }
            parts.append(.literal(Array(rest.utf8)))
        }
    }

    private let names: [[UInt8]]
    private let prefix: [UInt8]
    let entries: [Entry]

    init(_ resources: CloudFormationResources, _ registry: Registry) {
        prefix = Array(resources.prefix.utf8)
        var entries: [Entry] = []
        for type in resources.all {
            guard let operation = registry.operation(named: type.operation),
                registry.operations[operation].shape != noIndex
            else { continue }
            let shape = registry.shapes[Int(registry.operations[operation].shape)]
            entries.append(
                Entry(
                    type: type, operation: operation, shape: shape,
                    arn: ARNForm(type.arn, service: resources.service)))
        }
        self.entries = entries
        names = entries.map { Array($0.type.type.utf8) }
    }

    /// Which type a text names.
    enum Match {
        case known(Int)
        /// A type of the service that is not known.
        case unknown
        case foreign
    }

    func match(_ text: borrowing Span<UInt8>) -> Match {
        guard text.starts(with: prefix) else { return .foreign }
        for number in names.indices where names[number].count == text.count && text.starts(with: names[number]) {
            return .known(number)
        }
        return .unknown
    }
}

extension Span<UInt8> {
    fileprivate func starts(with bytes: [UInt8]) -> Bool {
        guard count >= bytes.count else { return false }
        for index in bytes.indices where self[index] != bytes[index] { return false }
        return true
    }
}
