// The linter as a whole: what it must hold whatever bytes it is given.
@_spi(Benchmarking) import ImageBuilderLint
@_spi(Benchmarking) import RequestLint

struct LinterSubject {
    private let linter: Linter
    private let options: Linter.Options

    init() {
        guard let today = Day(year: 2026, month: 11, day: 25) else { fatalError("There is no such day.") }
        options = Linter.Options(today: today)
        do { linter = try Linter(options) } catch { fatalError("\(error.messages)") }
    }

    /// A file is read, and judged twice alike, with every place inside it. What a fix writes is read as well as what it replaces.
    func file(_ bytes: [UInt8], name: String) {
        require(Linter.parse(bytes, name: name) >= 0, "the document has no nodes")
        let report = linter.check(bytes, name: name)
        Report.requireSame(report, linter.check(bytes, name: name))
        Report.requirePlaces(report, in: bytes, isStream: false)
        guard !report.notices.contains(where: \.isFailure) else { return }
        for diagnostic in report.diagnostics.prefix(20) {
            guard let fix = diagnostic.fix else { continue }
            let fixed = Report.applying(fix, to: bytes)
            let unread = linter.check(fixed, name: name).notices.filter { $0.kind == .syntax || $0.kind == .encoding }
            require(
                unread.isEmpty,
                "the fix of \(diagnostic.rule) at \(diagnostic.range) breaks the file: \(unread.map(\.message)): \(String(decoding: fixed, as: UTF8.self))")
        }
    }

    /// The pieces of a stream say what the stream says, wherever it is cut.
    func lines(_ bytes: [UInt8]) {
        let whole = linter.check(bytes, name: "fuzz.ndjson")
        Report.requirePlaces(whole, in: bytes, isStream: true)
        guard !whole.notices.contains(where: { $0.region == nil }) else { return }
        let middle = bytes[..<(bytes.count / 2)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let head = Array(bytes[..<middle])
        let first = linter.checkLines(head, name: "fuzz.ndjson")
        let second = linter.checkLines(
            Array(bytes[middle...]), name: "fuzz.ndjson", at: StreamPosition.start.advanced(over: head))
        require(first.diagnostics + second.diagnostics == whole.diagnostics, "the pieces have other diagnostics than the stream")
        require(first.requests + second.requests == whole.requests, "the pieces have other requests than the stream")
    }

    /// A text at every member that is judged as more than a string. Where its request is refused, it is refused in a list too.
    func text(_ bytes: [UInt8]) {
        let request = Requests.holding(bytes)
        let alone = linter.bothWays(request).explained
        Report.requirePlaces(alone, in: request, isStream: false)
        bothWays(request)
        let twice = linter.bothWays(Array("[".utf8) + request + Array(",".utf8) + request + Array("]".utf8)).explained
        require(twice.diagnostics.count == 2 * alone.diagnostics.count, "what is remembered of a text changes what is said of it")
    }

    /// A page compiles or is refused with a place in it; one that compiles can be judged by.
    func page(_ bytes: [UInt8]) {
        var options = options
        options.pages = [Linter.Page(path: "fuzz/page.md", text: String(decoding: bytes, as: UTF8.self))]
        do {
            let linter = try Linter(options)
            for request in Requests.samples { _ = linter.check(request, name: "fuzz.json") }
        } catch {
            require(!error.messages.isEmpty, "a page is refused without a word")
            require(error.messages.allSatisfy { !$0.isEmpty }, "a page is refused with an empty word")
        }
    }

    /// What is well by a look at the bytes is well by way of a document, and as many requests.
    func bothWays(_ bytes: [UInt8]) {
        let (screened, explained) = linter.bothWays(bytes)
        guard let screened else { return }
        require(
            explained.diagnostics.isEmpty && explained.notices.isEmpty && explained.requests == screened,
            "\(screened) requests are well by their bytes, and yet, of \(explained.requests): \(explained.diagnostics.map(\.message)) \(explained.notices.map(\.message)): \(String(decoding: bytes, as: UTF8.self))")
    }
}
