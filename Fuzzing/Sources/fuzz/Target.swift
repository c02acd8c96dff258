/// What can be fuzzed. The raw values name the targets on the command line and their folders under `corpora`.
enum Target: String, CaseIterable {
    /// A JSON file: requests, templates, CloudTrail events.
    case json
    /// A YAML file: requests and templates.
    case yaml
    /// A Terraform configuration.
    case hcl
    /// A stream of JSON lines.
    case lines
    /// A schedule expression.
    case cron
    /// One text at every member that takes an ARN, a name, a zone, a tag.
    case text
    /// A rule page of a user's own.
    case pages
    /// JSON by way of its bytes against JSON by way of a document.
    case screening
}

/// A target with what it needs at each run.
struct Subject {
    private let target: Target
    private let linter: LinterSubject

    /// libFuzzer calls a C function, which can't capture anything. Written once, before the first run.
    nonisolated(unsafe) static var chosen: Subject?

    init(_ target: Target) {
        self.target = target
        linter = LinterSubject()
    }

    /// Traps where a property does not hold.
    func test(_ bytes: [UInt8]) {
        switch target {
        case .json: linter.file(bytes, name: "fuzz.json")
        case .yaml: linter.file(bytes, name: "fuzz.yaml")
        case .hcl: linter.file(bytes, name: "fuzz.tf")
        case .lines: linter.lines(bytes)
        case .cron: ScheduleSubject.test(bytes)
        case .text: linter.text(bytes)
        case .pages: linter.page(bytes)
        case .screening: linter.bothWays(bytes)
        }
    }
}

/// Stops libFuzzer with a message unless the property holds.
func require(_ isHeld: Bool, _ message: @autoclosure () -> String, file: StaticString = #file, line: UInt = #line) {
    if !isHeld { fatalError(message(), file: file, line: line) }
}
