import Documents

/// Turns the spots of findings into places of one document: ranges, lines and columns, pointers.
struct DocumentPlaces {
    let document: Document
    private lazy var lines = LineTable(document.source.bytes, isOneLine: document.source.line != nil)
    /// The start of the last range that was asked for: the next one is often behind it in a long line.
    private var last: Position?
    private(set) lazy var paths = NodePaths(document)

    init(_ document: Document) {
        self.document = document
    }

    var file: String { document.source.name }

    mutating func region(_ range: SourceRange) -> Region {
        let region = Region(range, behind: last, lines: lines)
        last = region.start
        return document.source.line.map { region.moved(to: $0) } ?? region
    }

    mutating func region(of spot: Spot) -> Region { region(range(of: spot)) }

    /// - Parameter scratch: what it is put together in.
    mutating func pointer(to spot: Spot, by scratch: inout [UInt8]) -> String {
        switch spot {
        case .value(let place), .text(let place, _), .key(let place), .structure(let place):
            paths.pointer(to: Int(place.index), by: &scratch)
        }
    }

    private mutating func range(of spot: Spot) -> SourceRange {
        switch spot {
        case .value(let place): return valueRange(Int(place.index))
        case .text(let place, let text): return document.range(of: Int(place.index), text: text)
        case .key(let place):
            let key = paths.parent(of: Int(place.index))?.key
            return document.contentRange(of: key ?? Int(place.index))
        case .structure(let place): return structureRange(Int(place.index))
        }
    }

    /// An empty value, as YAML has them behind `key:`, is marked by its key.
    private mutating func valueRange(_ node: Int) -> SourceRange {
        let record = document.nodes[node]
        if record.start == record.end, let key = paths.parent(of: node)?.key {
            return document.contentRange(of: key)
        }
        return document.range(of: node)
    }

    /// What a structure lacks is marked under its key; at the root and in lists under its brace, its first key, or the
    /// type of its block.
    private mutating func structureRange(_ node: Int) -> SourceRange {
        if let key = paths.parent(of: node)?.key { return document.contentRange(of: key) }
        let record = document.nodes[node]
        if record.flags.contains(.blockCollection), Int(record.next) > node + 1 {
            return document.range(of: node + 1)
        }
        let start = Int(record.start)
        guard document.syntax == .hcl else { return document.nonEmpty(start, start + 1) }
        let word = document.source.bytes[start...].prefix { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0.isLowerCaseLetter || $0.isDigit }
        return document.nonEmpty(start, start + max(1, word.count))
    }
}
