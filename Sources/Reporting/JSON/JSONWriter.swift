package import RequestLint

/// Writes JSON piece by piece: members in the order they are given, valid UTF-8, and no invisible character left raw.
///
/// The caller pairs each `begin` with its `end` and gives a key before each value of an object.
package struct JSONWriter: Sendable {
    /// How the children of an object or array are laid out.
    package enum Layout: Sendable {
        case inline
        /// Each child on a line of its own.
        case lines
    }

    private struct Level: Sendable {
        var layout: Layout
        var isEmpty = true
    }

    private var output = Output()
    private var levels: [Level] = []
    private var isBehindKey = false

    package init() {}

    /// Writes behind what another output holds, in its memory, until it is given back in the same way.
    mutating func exchange(_ other: inout Output) { swap(&output, &other) }

    /// Hands over what was written so far.
    package mutating func take() -> [UInt8] {
        output.take()
    }

    package mutating func beginObject(_ layout: Layout = .inline) {
        open(UInt8(ascii: "{"), layout)
    }

    package mutating func endObject() {
        close(UInt8(ascii: "}"))
    }

    package mutating func beginArray(_ layout: Layout = .inline) {
        open(UInt8(ascii: "["), layout)
    }

    package mutating func endArray() {
        close(UInt8(ascii: "]"))
    }

    /// - Parameter name: plain signs, in which nothing has to be escaped.
    package mutating func key(_ name: StaticString) {
        separate()
        name.withUTF8Buffer { output.appendQuoted($0.span) }
        endKey()
    }

    /// A key that the program does not know.
    package mutating func key(named name: String) {
        separate()
        output.appendJSON(name)
        endKey()
    }

    private mutating func endKey() {
        output.append(UInt8(ascii: ":"))
        output.append(UInt8(ascii: " "))
        isBehindKey = true
    }

    package mutating func value(_ text: String) {
        separate()
        output.appendJSON(text)
    }

    package mutating func value(_ number: Int) {
        separate()
        output.append(number)
    }

    package mutating func value(_ flag: Bool) {
        separate()
        output.append(flag ? "true" : "false")
    }

    /// A value as data.
    package mutating func value(_ data: DataValue) {
        switch data {
        case .object(let members):
            beginObject()
            for member in members {
                key(named: member.name)
                value(member.value)
            }
            endObject()
        case .list(let items):
            beginArray()
            for item in items { value(item) }
            endArray()
        case .text(let text): value(text)
        case .boolean, .integer, .number, .null, .unknown:
            separate()
            output.append(data.scalar)
        }
    }

    package mutating func null() {
        separate()
        output.append("null")
    }

    package mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        value(text)
    }

    package mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        value(number)
    }

    package mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    package mutating func member(_ name: StaticString, _ texts: [String]) {
        key(name)
        beginArray()
        for text in texts { value(text) }
        endArray()
    }

    /// The line end behind the whole document.
    package mutating func endLine() {
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func open(_ bracket: UInt8, _ layout: Layout) {
        separate()
        output.append(bracket)
        levels.append(Level(layout: layout))
    }

    private mutating func close(_ bracket: UInt8) {
        guard let level = levels.popLast() else { return }
        if level.layout == .lines && !level.isEmpty { startLine() }
        output.append(bracket)
    }

    /// Writes what stands between the piece before and the next one.
    private mutating func separate() {
        if isBehindKey {
            isBehindKey = false
            return
        }
        guard let level = levels.last else { return }
        if level.isEmpty {
            levels[levels.count - 1].isEmpty = false
        } else {
            output.append(UInt8(ascii: ","))
            if level.layout == .inline { output.append(UInt8(ascii: " ")) }
        }
        if level.layout == .lines { startLine() }
    }

    private mutating func startLine() {
        output.append(UInt8(ascii: "\n"))
        output.append(UInt8(ascii: " "), times: 2 * levels.count { $0.layout == .lines })
    }
}
