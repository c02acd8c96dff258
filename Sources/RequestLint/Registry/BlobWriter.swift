/// Puts records into sections and the sections into one run of bytes.
struct BlobWriter {
    private var sections = [[UInt8]](repeating: [], count: Section.allCases.count)
    private var counts = [Int](repeating: 0, count: Section.allCases.count)
    /// By bytes, as Swift takes texts for equal that differ in them.
    private var texts: [[UInt8]: TextRef] = [:]

    /// How many records a section holds.
    func count(_ section: Section) -> Int { counts[section.rawValue] }

    /// Appends a record and returns its number.
    @discardableResult
    mutating func append<Record: BitwiseCopyable>(_ record: Record, to section: Section) -> Int {
        withUnsafeBytes(of: record) { sections[section.rawValue].append(contentsOf: $0) }
        let padding = MemoryLayout<Record>.stride - MemoryLayout<Record>.size
        sections[section.rawValue].append(contentsOf: repeatElement(0, count: padding))
        counts[section.rawValue] += 1
        return counts[section.rawValue] - 1
    }

    /// Appends records in a row.
    mutating func appendRun<Record: BitwiseCopyable>(
        _ records: some Sequence<Record>, to section: Section
    ) -> Run {
        let start = count(section)
        for record in records { append(record, to: section) }
        return Run(start: UInt32(start), count: UInt32(count(section) - start))
    }

    /// Stores a text once.
    mutating func text(_ string: String) -> TextRef {
        let bytes = Array(string.utf8)
        if let known = texts[bytes] { return known }
        let reference = TextRef(
            start: UInt32(sections[Section.text.rawValue].count), count: UInt32(bytes.count))
        sections[Section.text.rawValue].append(contentsOf: bytes)
        counts[Section.text.rawValue] += bytes.count
        texts[bytes] = reference
        return reference
    }

    /// Stores a list of texts.
    mutating func textList(_ strings: [String]) -> Run {
        let references = strings.map { text($0) }
        return appendRun(references, to: .textList)
    }

    /// Header, section table and the sections, each aligned.
    func bytes() -> [UInt8] {
        var head: [UInt8] = []
        func appendWord(_ word: Int, to bytes: inout [UInt8]) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        appendWord(Int(Blob.magic), to: &head)
        appendWord(Int(Blob.version), to: &head)
        appendWord(sections.count, to: &head)
        appendWord(0, to: &head)
        var offset = aligned(head.count + sections.count * 8)
        for section in sections {
            appendWord(offset, to: &head)
            appendWord(section.count, to: &head)
            offset = aligned(offset + section.count)
        }
        var result = head
        for section in sections {
            result.append(contentsOf: repeatElement(0, count: aligned(result.count) - result.count))
            result.append(contentsOf: section)
        }
        return result
    }

    private func aligned(_ offset: Int) -> Int {
        (offset + Blob.alignment - 1) / Blob.alignment * Blob.alignment
    }
}
