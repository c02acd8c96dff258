// What the tests of this folder read out of a line of Swift: its imports, and whether it uses Regex.
import Testing

enum SwiftLine {
    /// The modules that a line imports, whatever attributes and access stand before the word `import`.
    static func imports(_ line: some StringProtocol) -> [String] {
        // Most lines are no import, and Swift's own patterns are slow in debug builds.
        guard contains(line, "import") else { return [] }
        return line.split(separator: ";").compactMap { statement in
            let attribute = /@\w+(?:\s*\((?:[^()]|\([^()]*\))*\))?\s*/
            let access = /(?:public|package|internal|fileprivate|private)\s+/
            var rest = Substring(statement).trimmingPrefix(/\s+/)
            while true {
                let shorter = rest.trimmingPrefix(attribute).trimmingPrefix(access)
                if shorter.count == rest.count { break }
                rest = shorter
            }
            let declaration = /import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?`?(\w+)/
            return rest.prefixMatch(of: declaration).map { String($0.1) }
        }
    }

    /// Whether a line names the type, or plainly holds a literal: `#/x/#` anywhere, `/x/` where a value begins.
    static func usesRegex(_ line: some StringProtocol) -> Bool {
        guard contains(line, "Regex") || contains(line, "/") else { return false }
        let code = code(line)
        guard contains(code, "Regex") || contains(code, "/") else { return false }
        return code.contains(/\bRegex\b/) || code.contains(/#\//)
            || code.contains(/(?:[=(,:\[{]|\breturn|\bin)\s*\/[^\s\/*](?:.*[^\s\/])?\//)
    }

    private static func contains(_ line: some StringProtocol, _ word: String) -> Bool {
        let bytes = Array(line.utf8)
        let wanted = Array(word.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }

    /// The line without its texts and its comment.
    static func code(_ line: some StringProtocol) -> String {
        if line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
        return String(line).replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
    }
}

@Suite struct SwiftLineTests {
    @Test(arguments: [
        ("import Foundation", ["Foundation"]),
        ("@preconcurrency import Foundation", ["Foundation"]),
        ("  @_exported @preconcurrency public import Foundation.NSURL // why", ["Foundation"]),
        ("@_spi(A) @_documentation(visibility: internal)package import B", ["B"]),
        ("@available(macOS 10, *, message: \"(a)\") import struct C.D", ["C"]),
        ("private\timport func E.f; import G", ["E", "G"]),
        ("// import Foundation", []), ("let text = \"import Foundation\"", []), ("func importAll() {}", []),
    ] as [(String, [String])])
    func imports(line: String, modules: [String]) {
        #expect(SwiftLine.imports(line) == modules)
    }

    @Test(arguments: [
        "let a = /x/", "let a = /a b+/.ignoresCase()", "text.contains(/[a-z]/)", "return /x/", "f(1, /y$/)", "let a = #/x/#",
        "let a = ##/x//##", "let a: Regex<Substring>", "let a = try Regex(text)", "where: { /x/ }",
    ])
    func regex(line: String) {
        #expect(SwiftLine.usesRegex(line))
    }

    @Test(arguments: [
        "let a = b / c / d", "let a = (b + c)/d/e", "/// A Regex is not used: a/b/c.", "let a = \"= /x/ #/y/#\"", "a = b // /c/",
        "open(\"/dev/null\", \"/x/\")",
    ])
    func noRegex(line: String) {
        #expect(!SwiftLine.usesRegex(line))
    }
}
