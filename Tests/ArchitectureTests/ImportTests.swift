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
        var unused = allowed
        for path in Checkout.swiftFiles(of: module) {
            for line in try Checkout.text(path).split(separator: "\n") {
                for name in SwiftLine.imports(line) where Checkout.modules.contains(name) {
                    #expect(allowed.contains(name), "\(path) imports \(name), which the table does not allow")
                    unused.remove(name)
                }
            }
        }
        #expect(unused.isEmpty, "the table allows \(module) what no source of it imports")
    }

    @Test("no source imports Foundation or uses Regex", arguments: Checkout.modules)
    func foundation(module: String) throws {
        for path in Checkout.swiftFiles(of: module) {
            for line in try Checkout.text(path).split(separator: "\n") {
                for name in SwiftLine.imports(line) {
                    #expect(!name.hasPrefix("Foundation") && name != "RegexBuilder", "\(path): \(line)")
                }
                #expect(!SwiftLine.usesRegex(line), "\(path) uses Regex: \(line)")
            }
        }
    }
}
