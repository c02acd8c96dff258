import Documents

/// Adds a member to an object in the way in which the object is written. Two members that are added to one source at once
/// never meet at one place, unless they belong to the same object.
struct MemberWriter {
    let document: Document

    /// - Returns: nil where the object can't be told apart from what it was merged from, or its lines are no plain ones.
    func edit(
        _ object: Int, name: String, value: DataValue
    ) -> (range: SourceRange, text: String)? {
        let record = document.nodes[object]
        guard record.kind == .object, !record.flags.contains(.expanded), !record.flags.contains(.incomplete)
        else { return nil }
        let members = ownMembers(of: object)
        if record.flags.contains(.blockCollection) {
            return block(members, name, value)
        }
        guard document.source.bytes[Int(record.start)] == UInt8(ascii: "{") else { return nil }
        return bracketed(object, members, name, value)
    }

    /// The members that stand in the object's own lines.
    private func ownMembers(of object: Int) -> [(key: Node, value: Node)] {
        var members: [(key: Node, value: Node)] = []
        var key = object + 1
        while key < Int(document.nodes[object].next) {
            let value = Int(document.nodes[key].next)
            guard value < Int(document.nodes[object].next) else { break }
            if !document.nodes[key].flags.contains(.expanded) {
                members.append((document.nodes[key], document.nodes[value]))
            }
            key = Int(document.nodes[value].next)
        }
        return members
    }

    // MARK: In brackets

    private func bracketed(
        _ object: Int, _ members: [(key: Node, value: Node)], _ name: String, _ value: DataValue
    ) -> (range: SourceRange, text: String)? {
        let open = Int(document.nodes[object].start)
        guard let first = members.first, let last = members.last else {
            return (SourceRange(start: open, end: open + 1), "{" + DataValue.quoted(name) + ": " + value.json)
        }
        let layout = layout(open, first)
        let member = DataValue.quoted(name) + layout.colon + layout.text(value)
        // An alias and an empty value have no end of their own.
        if last.value.flags.contains(.expanded) || last.value.start == last.value.end {
            return insertion(at: open + 1, layout.lead + member + "," + (layout.isOnLines ? "" : " "))
        }
        return insertion(at: Int(last.value.end), "," + layout.lead + member)
    }

    /// How the members of an object in brackets are set apart.
    private struct Layout {
        let isOnLines: Bool
        /// What stands in front of a member.
        let lead: String
        let colon: String
        let text: (DataValue) -> String
    }

    private func layout(_ open: Int, _ first: (key: Node, value: Node)) -> Layout {
        let bytes = document.source.bytes
        let start = Int(first.key.start)
        if let line = lineBreak(before: start), line > open {
            let indent = String(decoding: bytes[line..<start], as: UTF8.self)
            if indent.allSatisfy({ $0 == " " || $0 == "\t" }) {
                let newline = newline
                let outer = blanks(from: lineBreak(before: open) ?? 0)
                let unit = indent.hasPrefix(outer) && indent != outer ? String(indent.dropFirst(outer.count)) : "  "
                return Layout(isOnLines: true, lead: newline + indent, colon: ": ") {
                    $0.json(indent: indent, unit: unit, newline: newline)
                }
            }
        }
        let isTight = document.syntax == .json && Int(first.value.start) == Int(first.key.end) + 1
        return Layout(isOnLines: false, lead: isTight ? "" : " ", colon: isTight ? ":" : ": ") {
            isTight ? $0.json(separator: ",", colon: ":") : $0.json
        }
    }

    // MARK: In YAML blocks

    /// Behind the line of the last member that has a line of its own; in front of the first key where none has.
    private func block(
        _ members: [(key: Node, value: Node)], _ name: String, _ value: DataValue
    ) -> (range: SourceRange, text: String)? {
        guard let first = members.first, let indent = indent(of: Int(first.key.start)) else { return nil }
        let member = value.yaml(named: name, indent: indent, newline: newline)
        guard let last = members.last(where: { endsItsLine($0.value) }) else {
            return insertion(at: Int(first.key.start), member + newline + indent)
        }
        return insertion(at: lineEnd(from: Int(last.value.end)), newline + indent + member)
    }

    private func endsItsLine(_ value: Node) -> Bool {
        let isHidden: Node.Flags = [.block, .expanded, .blockCollection]
        return value.flags.isDisjoint(with: isHidden) && value.end > value.start && value.kind != .alien
    }

    /// The blanks that lead to a key's column; nil where more than the signs of lists stands in front of it.
    private func indent(of key: Int) -> String? {
        var start = lineBreak(before: key) ?? 0
        if start == 0, document.source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard start <= key,
            document.source.bytes[start..<key].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") })
        else { return nil }
        return String(repeating: " ", count: key - start)
    }

    // MARK: Lines

    private func insertion(at offset: Int, _ text: String) -> (range: SourceRange, text: String) {
        (SourceRange(start: offset, end: offset), text)
    }

    private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// The start of the line that an offset is in; nil on the first.
    private func lineBreak(before offset: Int) -> Int? {
        document.source.bytes[..<offset].lastIndex(where: isBreak).map { $0 + 1 }
    }

    private func lineEnd(from offset: Int) -> Int {
        document.source.bytes[offset...].firstIndex(where: isBreak) ?? document.source.bytes.count
    }

    /// The blanks at the start of a line.
    private func blanks(from start: Int) -> String {
        let line = document.source.bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }
        return String(decoding: line, as: UTF8.self)
    }

    /// What ends the first line of the source.
    private var newline: String {
        let bytes = document.source.bytes
        guard let first = bytes.firstIndex(where: isBreak), bytes[first] == UInt8(ascii: "\r") else { return "\n" }
        return first + 1 < bytes.count && bytes[first + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }
}
