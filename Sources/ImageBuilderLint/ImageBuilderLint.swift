// What other tools import: the linter with the rules of EC2 Image Builder built in.
@_exported public import Documents
@_exported public import RequestLint

extension Linter {
    /// Builds a linter for EC2 Image Builder requests, with the built-in rules and the pages of the options.
    ///
    /// Building one costs microseconds where the options bring no pages; keep it and use it from any thread.
    /// - Throws: what is wrong with the options: an unknown rule or operation, a mistake in a page.
    public init(_ options: Options) throws(ConfigurationError) {
        try self.init(service: ImageBuilder.service(), options: options)
    }
}
