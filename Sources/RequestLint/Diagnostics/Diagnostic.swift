public import Documents

/// One thing that a rule says about one place of a request.
public struct Diagnostic: Sendable, Hashable {
    /// Another place that has to do with the diagnostic.
    public struct Related: Sendable, Hashable {
        public let message: String
        /// The file it is in; nil where that is the diagnostic's own.
        public let file: String?
        /// RFC 6901 pointer in the user's file, inside its document.
        public let pointer: String
        public let region: Region

        package init(message: String, file: String? = nil, pointer: String, region: Region) {
            self.message = message
            self.file = file
            self.pointer = pointer
            self.region = region
        }
    }

    public let rule: Rule.ID
    public let severity: Severity
    public let evidence: Evidence
    /// What is wrong, why, and what to do.
    public let message: String
    /// Counts the documents or lines of one file, from 0.
    public let document: Int
    /// The operation of the request, such as `UpdateImagePipeline`.
    public let operation: String
    /// What its author calls what is requested, such as `Nightly (AWS::ImageBuilder::ImagePipeline)`; nil where the request
    /// has no name.
    public let resource: String?
    /// How the request is written down, such as `api`.
    public let dialect: String
    /// RFC 6901 pointer in the user's own terms, inside the document.
    public let pointer: String
    /// RFC 6901 pointer in the API's terms, inside the request. A missing member is named by its own pointer.
    public let requestPointer: String
    public let region: Region
    public let related: [Related]
    public let fix: Fix?

    /// The range in bytes.
    public var range: SourceRange { region.bytes }

    package init(
        rule: Rule.ID, severity: Severity, evidence: Evidence, message: String, document: Int,
        operation: String, resource: String? = nil, dialect: String, pointer: String, requestPointer: String,
        region: Region, related: [Related], fix: Fix?
    ) {
        self.rule = rule
        self.severity = severity
        self.evidence = evidence
        self.message = message
        self.document = document
        self.operation = operation
        self.resource = resource
        self.dialect = dialect
        self.pointer = pointer
        self.requestPointer = requestPointer
        self.region = region
        self.related = related
        self.fix = fix
    }
}
