// What every report must hold.
import ImageBuilderLint

enum Report {
    static func requireSame(_ first: FileReport, _ second: FileReport) {
        require(
            first.diagnostics == second.diagnostics && first.notices == second.notices && first.requests == second.requests,
            "the same bytes give two reports")
    }

    /// Every region lies in the source, is not empty, and counts its lines and columns as a slow count does.
    static func requirePlaces(_ report: FileReport, in bytes: [UInt8], isStream: Bool) {
        let places = SlowPlaces(bytes, isStream: isStream)
        for diagnostic in report.diagnostics {
            places.require(diagnostic.region, of: "\(diagnostic.rule)")
            require(!diagnostic.message.isEmpty, "\(diagnostic.rule) says nothing")
            for related in diagnostic.related where related.file == nil {
                places.require(related.region, of: "what is related to \(diagnostic.rule)")
            }
            var end = 0
            for edit in diagnostic.fix?.edits ?? [] {
                places.require(edit.region, of: "the fix of \(diagnostic.rule)", mayBeEmpty: true)
                require(edit.region.start.offset >= end, "the edits of \(diagnostic.rule) overlap")
                end = edit.region.end.offset
            }
        }
        for notice in report.notices {
            if let region = notice.region { places.require(region, of: notice.message) }
        }
    }

    static func applying(_ fix: Fix, to bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for edit in fix.edits.reversed() {
            result.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: Array(edit.text.utf8))
        }
        return result
    }
}

/// Lines and columns by the plainest count, which shares nothing with the linter's.
struct SlowPlaces {
    private let bytes: [UInt8]
    private let isStream: Bool

    init(_ bytes: [UInt8], isStream: Bool) {
        self.bytes = bytes
        self.isStream = isStream
    }

    func require(_ region: Region, of subject: @autoclosure () -> String, mayBeEmpty: Bool = false) {
        let (start, end) = (region.start.offset, region.end.offset)
        fuzz.require(
            0 <= start && start <= end && end <= bytes.count, "\(start)..<\(end) is outside \(bytes.count) bytes: \(subject())")
        fuzz.require(mayBeEmpty || start < end || bytes.isEmpty, "an empty range at \(start): \(subject())")
        for position in [region.start, region.end] {
            let (line, column) = place(of: position.offset)
            fuzz.require(
                line == position.line && column == position.column,
                "\(position.offset) is \(line):\(column), not \(position.line):\(position.column): \(subject())")
        }
    }

    /// - Returns: the line and the column of an offset, from 1.
    private func place(of offset: Int) -> (Int, Int) {
        var (line, column) = (1, 1)
        var index = isMark(at: 0) && offset >= 3 ? 3 : 0
        while index < offset {
            // Each line of a stream is a document, and a byte order mark in front of one is not a column.
            if isStream && column == 1 && isMark(at: index) && (index == 3 || index == 0 || bytes[index - 1] == 0x0A) {
                index = min(index + 3, offset)
                continue
            }
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            let isEnd = byte == 0x0A || (byte == 0x0D && !isStream && next != 0x0A)
            (line, column) = isEnd ? (line + 1, 1) : (line, column + 1)
            index += width(at: index)
        }
        return (line, column)
    }

    private func isMark(at index: Int) -> Bool { bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) }

    /// The bytes of the character at an index, or 1 where none is.
    private func width(at index: Int) -> Int {
        guard bytes[index] >= 0x80 else { return 1 }
        return (2...4).first { width in
            index + width <= bytes.count
                && String(validating: bytes[index..<(index + width)], as: UTF8.self)?.unicodeScalars.count == 1
        } ?? 1
    }
}
