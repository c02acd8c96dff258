import ImageBuilderLint

/// Returns one line for each thing that the service would reject.
func errors(in request: String) throws -> [String] {
    guard let today = Day(year: 2026, month: 11, day: 25) else { return [] }
    var options = Linter.Options(today: today)
    options.ignore = ["name/"]
    let linter = try Linter(options)  // Sendable: build it once, use it from any thread.

    let report = linter.check(Array(request.utf8), name: "request.json")
    return report.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        let start = diagnostic.region.start
        return "\(start.line):\(start.column) \(diagnostic.pointer) \(diagnostic.rule): \(diagnostic.message)"
    }
}
