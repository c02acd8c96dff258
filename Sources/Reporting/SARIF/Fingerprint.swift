import RequestLint

/// Identities of the findings of one file that survive edits elsewhere in it: made of the rule, the pointer and the flagged text, never of line numbers.
struct Fingerprints {
    private var occurrences: [UInt64: Int] = [:]

    /// Sixteen hexadecimal digits, and how many findings of the file have had them so far, this one included.
    mutating func next(for diagnostic: Diagnostic, in report: FileReport) -> String {
        let source = report.source
        var hash = FNV1a()
        hash.combine(diagnostic.rule.description.utf8)
        hash.combine(CollectionOfOne(0))
        hash.combine(diagnostic.pointer.utf8)
        hash.combine(CollectionOfOne(0))
        let start = min(max(0, diagnostic.region.start.offset - report.start.offset), source.count)
        let end = min(max(start, diagnostic.region.end.offset - report.start.offset), source.count)
        hash.combine(source[start..<end])
        let count = occurrences[hash.value, default: 0] + 1
        occurrences[hash.value] = count
        var output = Output()
        output.appendHex(hash.value, digits: 16)
        return String(decoding: output.bytes, as: UTF8.self) + ":\(count)"
    }
}

/// The 64-bit Fowler-Noll-Vo hash, 1a: the same on every machine, which Swift's `Hasher` is not.
struct FNV1a {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
}
