/// Takes the text of `Fn::Sub` apart.
enum Substitution {
    /// Bytes that stand for themselves, or the name of a variable and all of `${name}`.
    enum Part: Equatable {
        case literal(Range<Int>)
        case variable(name: Range<Int>, Range<Int>)
    }

    /// The first part behind a place; nil at the end of the text. Its end is the next one's place.
    static func part(of text: borrowing Span<UInt8>, behind place: Place) -> (part: Part, end: Place)? {
        var start = place.start
        var search = place.search
        while true {
            search = text.firstIndex(of: UInt8(ascii: "$"), in: search..<text.count)
            guard search + 1 < text.count else { break }
            guard text[search + 1] == UInt8(ascii: "{") else {
                search += 1
                continue
            }
            let close = text.firstIndex(of: UInt8(ascii: "}"), in: search..<text.count)
            // Where none closes, none closes later ones.
            guard close < text.count else { break }
            // `${!name}` is written for `${name}` as it stands.
            if text[search + 2] == UInt8(ascii: "!") {
                let end = Place(start: search + 3, search: close + 1)
                if start < search + 2 { return (.literal(start..<search + 2), end) }
                start = end.start
                search = end.search
                continue
            }
            if start < search { return (.literal(start..<search), Place(start: search, search: search)) }
            return (.variable(name: search + 2..<close, search..<close + 1), Place(start: close + 1, search: close + 1))
        }
        guard start < text.count else { return nil }
        return (.literal(start..<text.count), Place(start: text.count, search: text.count))
    }

    /// Where the next part starts, and where the next variable is looked for.
    struct Place {
        var start = 0
        var search = 0
    }
}

/// The values that CloudFormation itself gives, as examples of their form.
enum PseudoParameter {
    static let region: StaticString = "us-east-1"
    static let account: StaticString = "123456789012"

    /// - Returns: nil for a name that is none, and for those whose values have no form that matters.
    static func value(_ name: borrowing Span<UInt8>) -> StaticString? {
        guard name.count > 5, name[3] == UInt8(ascii: ":"), name.extracting(0..<5).equals("AWS::") else { return nil }
        let rest = name.extracting(5..<name.count)
        if rest.equals("Region") { return region }
        if rest.equals("Partition") { return "aws" }
        if rest.equals("AccountId") { return account }
        if rest.equals("StackName") { return "stack" }
        return rest.equals("URLSuffix") ? "amazonaws.com" : nil
    }
}

/// Texts that something fills in before a template is used, or while: nobody can judge them.
enum Placeholder {
    /// Whether a text has a dynamic reference, or a mark that someone is to replace, such as `<account>` or `#SUFFIX#`.
    static func isIn(_ text: borrowing Span<UInt8>) -> Bool {
        var index = next(in: text, from: 0)
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "{"):
                if index + 10 <= text.count, text.extracting(index..<index + 10).equals("{{resolve:") { return true }
            case UInt8(ascii: "<"): if isMark(text, index, UInt8(ascii: ">")) { return true }
            default: if isMark(text, index, UInt8(ascii: "#")) { return true }
            }
            index = next(in: text, from: index + 1)
        }
        return false
    }

    /// Where a sign stands that something to be filled in may start with; the end where there is none. Hardly any text has
    /// one, so eight bytes are looked at together.
    private static func next(in text: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index <= text.count - 8, !text.word(at: index).holdsSign { index += 8 }
        while index < text.count, !isSign(text[index]) { index += 1 }
        return index
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "#")
    }

    private static func isMark(_ text: borrowing Span<UInt8>, _ start: Int, _ close: UInt8) -> Bool {
        // Between signs that occur in texts too, only capitals are a mark.
        let isLoud = close == UInt8(ascii: "#")
        var end = start + 1
        while end < text.count, isNameByte(text[end], isLoud) { end += 1 }
        return end > start + 1 && end < text.count && text[end] == close
    }

    private static func isNameByte(_ byte: UInt8, _ isLoud: Bool) -> Bool {
        byte.isUpperCaseLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || (!isLoud && (byte.isLowerCaseLetter || byte.isDigit || byte == UInt8(ascii: " ")))
    }
}

extension UInt64 {
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Whether one of eight bytes is a sign that something to be filled in may start with.
    fileprivate var holdsSign: Bool {
        let signs = holds(UInt8(ascii: "{")) | holds(UInt8(ascii: "<")) | holds(UInt8(ascii: "#"))
        return signs & (Self.ones << 7) != 0
    }

    /// Subtracting one borrows from the lowest byte that is zero, and sets its highest bit.
    private func holds(_ byte: UInt8) -> UInt64 {
        let difference = self ^ UInt64(byte) &* Self.ones
        return (difference &- Self.ones) & ~difference
    }
}
