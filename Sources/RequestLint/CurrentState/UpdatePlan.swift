/// What an update would do to the resource that it replaces: one line a setting, side by side.
public struct UpdatePlan: Sendable, Hashable {
    /// One setting of the resource.
    public struct Setting: Sendable, Hashable {
        /// Its path in the API's terms, such as `schedule.timezone`. An object that only one side has is one setting.
        public let member: String
        public let outcome: Outcome
        /// Whether the resource then behaves otherwise because the request leaves the setting out.
        public let isLost: Bool
        package let presentValue: DataValue?
        package let requestedValue: DataValue?
        package let defaultValue: DataValue?

        /// What it is now, as JSON; nil where the resource does not have it.
        public var present: String? { presentValue?.json }
        /// What the request says, as JSON; nil where it leaves the setting out.
        public var requested: String? { requestedValue?.json }
        /// What the service has where a request leaves the setting out, as JSON; nil where it then has nothing.
        public var `default`: String? { defaultValue?.json }
    }

    /// What becomes of a setting.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It stays as it is.
        case kept
        /// The request says something else, or something where nothing was.
        case changed
        /// It is there now and then no more.
        case removed
        /// The request leaves it out, and the service sets it to its default.
        case reset
    }

    /// The operation of the request.
    public let operation: Operation
    /// Counts the documents or lines of the request's file, from 0.
    public let document: Int
    /// RFC 6901 pointer to the request inside its document.
    public let pointer: String
    /// What names the resource in the current state, such as its ARN; nil where the state does not say.
    public let resource: String?
    /// What names the resource in the request; nil where it does not say.
    public let requestedResource: String?
    /// In the order of the API's own description.
    public let settings: [Setting]

    /// Whether the request names another resource than the current state, so that the comparison means little.
    public var isForOtherResource: Bool {
        guard let resource, let requestedResource else { return false }
        return resource != requestedResource
    }

    package init(
        operation: Operation, document: Int, pointer: String, resource: String?,
        requestedResource: String?, settings: [Setting]
    ) {
        self.operation = operation
        self.document = document
        self.pointer = pointer
        self.resource = resource
        self.requestedResource = requestedResource
        self.settings = settings
    }
}

/// The plans of the updates in one source.
public struct PlanReport: Sendable {
    public let file: String
    /// One for each request that replaces the kind of resource which the current state describes.
    public let plans: [UpdatePlan]
    /// What kept the source, or a part of it, from being read.
    public let notices: [Notice]
    /// The source, for reports that show its lines.
    public let source: [UInt8]

    package init(file: String, plans: [UpdatePlan], notices: [Notice], source: [UInt8]) {
        self.file = file
        self.plans = plans
        self.notices = notices
        self.source = source
    }
}
