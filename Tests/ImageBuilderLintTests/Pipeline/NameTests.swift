// The checks of names against the patterns that they stand for, over many made-up names.
import Foundation
import ImageBuilderLint
import Testing

@Suite struct NameTests {
    @Test("names of resources: exactly what the service's pattern refuses")
    func resourceNames() throws {
        try compare(
            "name/malformed", "CreateImagePipeline", "^[-_A-Za-z-0-9][-_A-Za-z0-9 ]{1,126}[-_A-Za-z-0-9]$", 0..<1000,
            from: ["a", "Z", "0", "-", "_", " ", ".", "é", "\u{1F600}", "\u{A0}"], lengths: [0, 1, 2, 3, 4, 5, 127, 128, 129, 130],
            request: { #"{"name": \#($0)}"# })
    }

    @Test("keys of tags: exactly what the service's pattern refuses")
    func tagKeys() throws {
        // ICU's `\s` is not ECMA-262's; the class is spelled out.
        let space = #"\t\n\x0b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"#
        try compare(
            "tags/", "CreateImagePipeline", "^(?!aws:)[a-zA-Z0-9\(space)_.:/=+\\-@]*$", 0..<Int.max,
            from: ["aws:", "a", "Z", "0", "_", ".", ":", "/", "=", "+", "-", "@", " ", "\u{A0}", "\u{3000}", "\u{85}", "\u{180E}", "#", "é", "(", "\u{FEFF}", "\u{2029}", "\n"],
            lengths: [0, 1, 2, 3, 4], request: { #"{"tags": {\#($0): "x"}}"# })
    }

    @Test("names of repositories: exactly what the pattern and the length of Amazon ECR refuse")
    func repositoryNames() throws {
        try compare(
            "container/repository-name", "CreateContainerRecipe",
            #"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$"#, 2..<257,
            from: ["a", "0", "a0", ".", "_", "-", "/", "A", ":", "é"], lengths: [1, 2, 3, 4, 5, 6, 7],
            request: { #"{"targetRepository": {"repositoryName": \#($0)}}"# })
    }

    private func compare(
        _ rule: String, _ operation: String, _ pattern: String, _ sizes: Range<Int>, from parts: [String],
        lengths: [Int], request: (String) -> String
    ) throws {
        let oracle = try NSRegularExpression(pattern: pattern)
        let probe = try RuleProbe(rule, operation: operation)
        var random = SplitMix(state: 7)
        for length in lengths {
            for round in 0..<300 {
                // Half of the names are made of the first parts only, so that good ones are among them.
                let choice = round % 2 == 0 ? Array(parts.prefix(6)) : parts
                let name = (0..<length).map { _ in choice[Int(random.next() % UInt64(choice.count))] }.joined()
                let whole = NSRange(location: 0, length: (name as NSString).length)
                let isMatch = oracle.firstMatch(in: name, range: whole)?.range == whole
                let isGood = isMatch && sizes.contains(name.unicodeScalars.count)
                let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
                let found = probe.findings(request(quoted))
                #expect(found.isEmpty == isGood, "\(quoted) \(found)")
            }
        }
    }

    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }
}
