// Holds the table of ARCHITECTURE.md that says which module may import which, and what no source may use.
import Foundation
import Testing

@Suite struct ImportTests {
    /// What the table says: a module and its imports.
    private static let allowed: [String: Set<String>] = {
        guard let text = try? Checkout.text("ARCHITECTURE.md"),
            let start = text.range(of: "| module | imports |")
        else { return [:] }
        var table: [String: Set<String>] = [:]
        for line in text[start.upperBound...].split(separator: "\n").dropFirst() {
            guard line.hasPrefix("|") else { break }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            table[cells[0]] = Set(cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        return table
    }()

    @Test("every module stands in the table")
    func complete() {
        #expect(Set(Checkout.modules) == Set(Self.allowed.keys))
    }

    @Test("modules import what the table allows", arguments: Checkout.modules)
    func imports(module: String) throws {
        let allowed = try #require(Self.allowed[module])
        for path in Checkout.swiftFiles(of: module) {
            for line in try Checkout.text(path).split(separator: "\n") {
                guard let name = importedModule(line), Checkout.modules.contains(name) else { continue }
                #expect(allowed.contains(name), "\(path) imports \(name), which the table does not allow")
            }
        }
    }

    @Test("no source imports Foundation or uses Regex", arguments: Checkout.modules)
    func foundation(module: String) throws {
        for path in Checkout.swiftFiles(of: module) {
            let text = try Checkout.text(path)
            for line in text.split(separator: "\n") {
                let name = importedModule(line) ?? ""
                #expect(!name.hasPrefix("Foundation") && !name.hasPrefix("RegexBuilder"), "\(path): \(line)")
            }
            #expect(!text.contains("Regex<") && !text.contains("try Regex("), "\(path) uses Regex")
        }
    }

    /// The module of an import line, whatever stands before the word `import`.
    private func importedModule(_ line: Substring) -> String? {
        let words = line.split(separator: " ").map(String.init)
        let modifiers: Set<String> = ["package", "public", "internal", "private", "fileprivate", "@_exported", "@testable"]
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
            words[..<index].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@_spi") })
        else { return nil }
        let kinds: Set<String> = ["struct", "enum", "class", "func", "protocol", "var", "typealias"]
        let name = kinds.contains(words[index + 1]) && index + 2 < words.count ? words[index + 2] : words[index + 1]
        return name.split(separator: ".").first.map(String.init)
    }
}
