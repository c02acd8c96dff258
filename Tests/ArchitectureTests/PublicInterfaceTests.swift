// The public interface, as a golden list: what other tools may build on changes only on purpose. `BLESS=1` writes it.
import Foundation
import Testing

@Suite struct PublicInterfaceTests {
    @Test("the public symbols are those of public-interface.txt")
    func symbols() throws {
        var lines: [String] = []
        for module in Checkout.modules {
            for path in Checkout.swiftFiles(of: module) {
                lines += PublicDeclarations.of(try Checkout.text(path)).map { "\(module): \($0)" }
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

}
