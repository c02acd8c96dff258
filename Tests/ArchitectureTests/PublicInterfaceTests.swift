// The public interface, as a golden list: what other tools may build on changes only on purpose. `BLESS=1` writes it.
import Foundation
import Testing

@Suite struct PublicInterfaceTests {
    @Test("the public symbols are those of public-interface.txt")
    func symbols() throws {
        var lines: [String] = []
        for module in Checkout.modules {
            for path in Checkout.swiftFiles(of: module) {
                lines += try declarations(path).map { "\(module): \($0)" }
            }
        }
        let found = lines.sorted().joined(separator: "\n") + "\n"
        let golden = "Tests/ArchitectureTests/public-interface.txt"
        if ProcessInfo.processInfo.environment["BLESS"] == "1" {
            try found.write(to: Checkout.root.appending(path: golden), atomically: true, encoding: .utf8)
        } else {
            #expect(found == (try? Checkout.text(golden)), "the public interface changed; run `make bless` if it was meant to")
        }
    }

    /// Lines that declare something public, each with the type that holds it, found by its indentation.
    private func declarations(_ path: String) throws -> [String] {
        var holders: [(indent: Int, name: String)] = []
        var result: [String] = []
        for line in try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let text = line.dropFirst(indent)
            guard !text.isEmpty, !text.hasPrefix("//"), !text.hasPrefix("}") else { continue }
            while let last = holders.last, last.indent >= indent { holders.removeLast() }
            let words = text.split(separator: " ").map(String.init)
            if words.contains("public"), !words.contains("import"), !text.hasPrefix("@_spi") {
                let holder = holders.map { $0.name }.joined(separator: ".")
                let declaration = text.prefix { $0 != "{" && $0 != "=" }.trimmingCharacters(in: .whitespaces)
                result.append((holder.isEmpty ? "" : holder + " ") + declaration)
            }
            for keyword in ["struct", "enum", "class", "actor", "protocol", "extension"] {
                guard let index = words.firstIndex(of: keyword), index + 1 < words.count else { continue }
                holders.append((indent, words[index + 1].filter { $0.isLetter || $0 == "." }))
                break
            }
        }
        return result
    }
}
