/// A resource type of Terraform whose arguments are the members of an operation's request.
package struct TerraformResource: Sendable {
    /// Such as `image_pipeline`, behind the provider's prefix.
    package let name: String
    /// The operation that makes such a resource.
    package let operation: String
    /// What the ARN of such a resource has behind the account: `{id}` stands for the resource, `{type}` and the like for
    /// literal arguments.
    package let arn: String

    package init(name: String, operation: String, arn: String) {
        self.name = name
        self.operation = operation
        self.arn = arn
    }
}

/// The resource types of a service in one of Terraform's providers.
package struct TerraformProvider: Sendable {
    // Lists and not sets: they are made whenever the program starts, and of sets the runtime has to make the type first.
    /// What all types begin with, such as `aws_imagebuilder_`.
    package let prefix: String
    /// The service in ARNs.
    package let service: String
    /// The table of names, under `rules/model`; names in capitals are turned into snake case.
    package let table: StaticString
    /// Names that every resource of the provider has beside those of the table.
    package let otherNames: [String]
    /// Attributes that are the resource's own ARN.
    package let arnAttributes: [String]
    /// Members, as `Shape.member`, that the API takes a name for and the provider an ARN only.
    package let arnsOnly: [String]
    package let resources: [TerraformResource]

    package init(
        prefix: String, service: String, table: StaticString, otherNames: [String], arnAttributes: [String],
        arnsOnly: [String] = [], resources: [TerraformResource]
    ) {
        self.prefix = prefix
        self.service = service
        self.table = table
        self.otherNames = otherNames
        self.arnAttributes = arnAttributes
        self.arnsOnly = arnsOnly
        self.resources = resources
    }

    /// The resource type of this name; nil where it is none, or one that this version does not know.
    func resource(ofType type: String) -> TerraformResource? {
        guard type.hasPrefix(prefix) else { return nil }
        let name = type.dropFirst(prefix.count)
        return resources.first { $0.name == name }
    }

    func type(of resource: TerraformResource) -> String { prefix + resource.name }
}
