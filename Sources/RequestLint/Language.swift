import Documents

/// Which language a source is written in.
package enum Language {
    /// Whether a file is a stream by its name: a JSON value a line.
    package static func isLines(_ name: String) -> Bool {
        ends(name, with: ".ndjson") || ends(name, with: ".jsonl")
    }

    /// Whether a name ends so, whatever its case. A compressed file is handed over decompressed, under its own name.
    private static func ends(_ name: String, with ending: StaticString) -> Bool {
        let bytes = name.utf8.span
        let length = bytes.count - (bytes.hasEnding(".gz", before: bytes.count) ? 3 : 0)
        return bytes.hasEnding(ending, before: length)
    }

    static func of(_ bytes: [UInt8], name: String) -> Document.Syntax {
        if ends(name, with: ".json") { return .json }
        if ends(name, with: ".yaml") || ends(name, with: ".yml") { return .yaml }
        if ends(name, with: ".tf") || ends(name, with: ".tofu") || ends(name, with: ".hcl") { return .hcl }
        // JSON starts with a bracket; so may YAML, and JSON is the likelier.
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
        let first = bytes.first { !isSpace($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
        return opensBlock(bytes) ? .hcl : .yaml
    }

    /// Whether the first line that is no comment opens a block of HCL: `resource "type" "name" {`. In YAML there would be a
    /// colon.
    private static func opensBlock(_ bytes: [UInt8]) -> Bool {
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            let text = line.drop { $0.isBlank }
            guard let first = text.first, first != UInt8(ascii: "#"), !text.starts(with: [0x2F, 0x2F]) else { continue }
            let head = text.prefix { $0 != UInt8(ascii: "{") }
            return head.count < text.count && first.isLowerCaseLetter
                && head.allSatisfy { $0.isBlank || $0.isDigit || $0.isLowerCaseLetter || $0.isUpperCaseLetter || [0x22, 0x2D, 0x5F].contains($0) }
        }
        return false
    }
}

extension Span<UInt8> {
    /// Whether the text up to an index ends so, whatever the case of its letters.
    fileprivate func hasEnding(_ ending: StaticString, before end: Int) -> Bool {
        let start = end - ending.utf8CodeUnitCount
        guard start >= 0 else { return false }
        for index in 0..<ending.utf8CodeUnitCount where self[start + index].lowerCased != ending.byte(index) { return false }
        return true
    }
}
