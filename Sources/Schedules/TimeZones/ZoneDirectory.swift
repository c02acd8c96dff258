/// Finds the history of a time zone by its name, in ``ZoneData/directory``.
enum ZoneDirectory {
    private static let newline = UInt8(ascii: "\n")
    private static let equals = UInt8(ascii: "=")

    /// Where the zone's line begins in ``ZoneData/histories``; nil where no zone and no link has exactly this name.
    static func position(of name: borrowing Span<UInt8>) -> Int? {
        let directory = ZoneData.directory.bytes
        // Where a line begins; the line that is looked for begins at or above `low`, and below `high`.
        var low = 0
        var high = directory.count
        while low < high {
            var line = (low + high) / 2
            while line > low, directory[line - 1] != newline { line -= 1 }
            switch compare(name, directory, line) {
            case .here(let end): return directory.base64Number(at: end + 1, digits: 3)
            case .above: high = line
            case .below:
                while line < high, directory[line] != newline { line += 1 }
                low = line + 1
            }
        }
        return nil
    }

    /// Every name, in the order of their bytes.
    static var names: [String] {
        let directory = ZoneData.directory.bytes
        var names: [String] = []
        var start = 0
        while start < directory.count, let end = directory.first(equals, in: start..<directory.count) {
            names.append(directory.string(start..<end))
            start = end + 1 + 3 + 1
        }
        return names
    }

    private enum Place {
        /// With the place of the line's `=`.
        case here(Int)
        case above
        case below
    }

    /// Where a name stands, seen from a line.
    private static func compare(
        _ name: borrowing Span<UInt8>, _ directory: Span<UInt8>, _ line: Int
    ) -> Place {
        var index = 0
        while index < name.count {
            let byte = directory[line + index]
            if byte == equals || byte < name[index] { return .below }
            if byte > name[index] { return .above }
            index += 1
        }
        return directory[line + name.count] == equals ? .here(line + name.count) : .above
    }
}
