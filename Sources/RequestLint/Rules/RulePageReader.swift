/// Reads rule pages. The same reader serves the built-in pages, the tests and users' own folders.
package struct RulePageReader {
    private let path: String
    private let lines: [Substring]
    private var page = RulePage()
    package private(set) var mistakes: [PageMistake] = []

    /// - Parameter path: `category/name.md`, which gives the rule its id.
    package static func read(path: String, text: String) -> (page: RulePage, mistakes: [PageMistake]) {
        var reader = RulePageReader(path: path, text: text)
        reader.read()
        return (reader.page, reader.mistakes)
    }

    private init(path: String, text: String) {
        self.path = path
        // A page may have been written on any system.
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    private mutating func read() {
        page.path = path
        readID()
        guard let end = readFrontMatter() else { return }
        page.body = lines[(end + 1)...].joined(separator: "\n").trimmedLines
        readTitle(from: end + 1)
        readExamples(from: end + 1)
    }

    private mutating func fail(_ line: Int, _ message: String) {
        mistakes.append(PageMistake(path: path, line: line, message: message))
    }

    private mutating func readID() {
        guard path.hasSuffix(".md") else { return fail(1, "A rule page's name ends with `.md`. Rename the file.") }
        page.id = String(path.dropLast(3))
        let parts = page.id.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.count == 2 && parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
        }
        if !isPlain {
            fail(1, "`\(page.id)` is no rule id; a page lies at `category/name.md`, in lower case letters, digits and hyphens. Move it.")
        }
    }

    // MARK: Front matter

    /// Reads the front matter and returns the line (from 0) of its closing `---`.
    private mutating func readFrontMatter() -> Int? {
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            fail(1, "A page starts with front matter between two lines of `---`. Add it.")
            return nil
        }
        var index = 1
        while index < end {
            let line = lines[index]
            let number = index + 1
            index += 1
            if line.allSatisfy({ $0 == " " }) || line.hasPrefix("#") { continue }
            guard let colon = line.firstIndex(of: ":"), FrontMatter.isKey(line[..<colon]) else {
                fail(number, "Front matter has lines of the form `key: value`. Correct this line.")
                continue
            }
            let key = String(line[..<colon])
            var (values, isClosed) = FrontMatter.values(of: key, line[line.index(after: colon)...])
            if !isClosed { fail(number, "A quote in this list is never closed. Add it.") }
            while index < end, lines[index].hasPrefix("  - ") {
                values.append(FrontMatter.unquoted(lines[index].dropFirst(4)))
                index += 1
            }
            if page.lines[key] != nil { fail(number, "`\(key)` stands twice. Remove one of them.") }
            page.lines[key] = number
            set(key, values, number)
        }
        for key in ["severity", "evidence", "on", "check", "problem", "sources"] where page.lines[key] == nil {
            fail(1, "The page has no `\(key)`. Add it to the front matter.")
        }
        if page.lines["severity"] != nil, page.lines["evidence"] != nil, page.severity == .error,
            !page.evidence.supportsErrors
        {
            fail(page.lines["severity"] ?? 1,
                "Evidence `\(page.evidence.rawValue)` does not carry an error. Lower the severity, or find the evidence.")
        }
        return end
    }

    private static let singles = ["severity", "evidence", "check", "problem", "default"]

    private mutating func set(_ key: String, _ values: [String], _ line: Int) {
        let value = values.first ?? ""
        if Self.singles.contains(key), values.count != 1 {
            return fail(line, "`\(key)` takes one value. Write one.")
        }
        switch key {
        case "severity":
            guard let severity = Severity(rawValue: value) else {
                return fail(line, "`\(value)` is no severity. Write error, warning or info.")
            }
            page.severity = severity
        case "evidence":
            guard let evidence = Evidence(rawValue: value) else {
                return fail(line, "`\(value)` is no evidence. Write proven, documented, likely, accepted or unknown.")
            }
            page.evidence = evidence
        case "on":
            if values.isEmpty { fail(line, "`on` names no place. Write `Shape` or `Shape.member`.") }
            page.places = values
        case "check": page.check = value
        case "problem": page.problem = value
        case "default":
            guard value == "on" || value == "off" else {
                return fail(line, "`default` is `on` or `off`, not `\(value)`.")
            }
            page.isOnByDefault = value == "on"
        case "sources":
            page.sources = values
            if values.isEmpty { fail(line, "A rule cites its source. Add a link or the name of a document.") }
        case "message": page.message = values.joined(separator: ", ")
        default:
            page.parameters[key] = values
        }
    }

    // MARK: Body

    private mutating func readTitle(from start: Int) {
        guard let index = lines[start...].firstIndex(where: { $0.hasPrefix("# ") }) else {
            return fail(start + 1, "The page has no headline. Start its text with `# ...`.")
        }
        page.title = lines[index].dropFirst(2).trimmed
    }

    private mutating func readExamples(from start: Int) {
        var section: RuleExample.Section?
        var index = start
        while index < lines.count {
            let line = lines[index]
            if line.hasPrefix("## ") {
                switch line.dropFirst(3).trimmed {
                case "Rejected": section = .rejected
                case "Accepted": section = .accepted
                default: section = nil
                }
            } else if line.hasPrefix("```") {
                let fence = index
                index += 1
                while index < lines.count, !lines[index].hasPrefix("```") { index += 1 }
                guard index < lines.count else {
                    return fail(fence + 1, "This block is never closed. Add a line of three backquotes.")
                }
                if isFile(fence) {
                    readFile(fence, index)
                } else if let section {
                    readExample(section, fence, index)
                }
            }
            index += 1
        }
        checkFiles()
        for (section, name) in [(RuleExample.Section.rejected, "Rejected"), (.accepted, "Accepted")]
        where !page.examples.contains(where: { $0.section == section && $0.form != "fixed" }) {
            fail(lines.count, "The page has no example under `## \(name)`. Every rule has both kinds.")
        }
    }

    /// Whether a block is a file that examples refer to: its form is the file's name.
    private func isFile(_ fence: Int) -> Bool {
        let words = lines[fence].dropFirst(3).split(separator: " ")
        return words.count == 2 && words[1].contains(".")
    }

    private mutating func readFile(_ fence: Int, _ end: Int) {
        let name = lines[fence].split(separator: " ").last.map(String.init) ?? ""
        if page.files.contains(where: { $0.name == name }) {
            fail(fence + 1, "There is a file `\(name)` above already. Choose another name.")
        }
        let text = lines[(fence + 1)..<end].map { $0 + "\n" }.joined()
        page.files.append(RuleExampleFile(name: name, text: text, line: fence + 1))
    }

    /// Each file is the input of an example below it, and each input is there.
    private mutating func checkFiles() {
        for example in page.examples {
            guard let name = example.inputs["current"] else { continue }
            if !page.files.contains(where: { $0.name == name && $0.line < example.line }) {
                fail(example.line - 1, "No file `\(name)` stands above this example. Add a block headed `json \(name)`.")
            }
        }
        for file in page.files where !page.examples.contains(where: { $0.inputs["current"] == file.name }) {
            fail(file.line, "No example takes this file. Write `current=\(file.name)` behind the operation of one, or remove it.")
        }
    }

    private mutating func readExample(_ section: RuleExample.Section, _ fence: Int, _ end: Int) {
        let words = lines[fence].dropFirst(3).split(separator: " ").map(String.init)
        guard words.count >= 2, ["json", "yaml", "hcl"].contains(words[0]) else {
            return fail(fence + 1, "A block's head names its language (json, yaml or hcl) and its form: an operation, `CloudFormation`, `CloudTrail`, `Terraform`, or `fixed`. Write it behind the backquotes.")
        }
        var inputs: [String: String] = [:]
        for word in words.dropFirst(2) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                fail(fence + 1, "`\(word)` is no input. Write `key=value`.")
                continue
            }
            input(String(parts[0]), String(parts[1]), fence + 1)
            inputs[String(parts[0])] = String(parts[1])
        }
        var reader = MarkReader(path: path, firstLine: fence + 2)
        for line in lines[(fence + 1)..<end] { reader.add(line) }
        mistakes += reader.mistakes
        page.examples.append(
            RuleExample(
                section: section, language: words[0], form: words[1], inputs: inputs,
                text: reader.text, marks: reader.marks, line: fence + 2))
    }
}

extension RulePageReader {
    /// Checks an input of an example.
    private mutating func input(_ key: String, _ value: String, _ line: Int) {
        switch key {
        case "today":
            let numbers = value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
                Day(year: year, month: month, day: day) != nil
            else { return fail(line, "`\(value)` is no day. Write `today=2026-11-23`.") }
        case "current": break
        default: fail(line, "`\(key)` is no input. Write `today=` or `current=`.")
        }
    }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmed: String {
        var result = Substring(self)
        while result.first == " " || result.first == "\t" { result.removeFirst() }
        while result.last == " " || result.last == "\t" { result.removeLast() }
        return String(result)
    }
}

extension String {
    /// Without empty lines at either end.
    fileprivate var trimmedLines: String {
        var result = Substring(self)
        while result.first == "\n" { result.removeFirst() }
        while result.last == "\n" { result.removeLast() }
        return String(result)
    }
}
