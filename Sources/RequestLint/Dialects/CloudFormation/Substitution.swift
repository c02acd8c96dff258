/// Takes the text of `Fn::Sub` apart.
enum Substitution {
    /// Bytes that stand for themselves, or the name of a variable and all of `${name}`.
    enum Part: Equatable {
        case literal(Range<Int>)
        case variable(name: Range<Int>, Range<Int>)
    }

    static func parts(of text: borrowing Span<UInt8>) -> [Part] {
        var result: [Part] = []
        var start = 0
        var index = 0
        while index + 1 < text.count {
            guard text[index] == UInt8(ascii: "$"), text[index + 1] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            // Where none closes, none closes later ones.
            guard let close = text.first(UInt8(ascii: "}"), from: index) else { break }
            let name = index + 2..<close
            // `${!name}` is written for `${name}` as it stands.
            let isEscaped = name.count > 0 && text[name.lowerBound] == UInt8(ascii: "!")
            let end = isEscaped ? name.lowerBound : index
            if start < end { result.append(.literal(start..<end)) }
            if !isEscaped { result.append(.variable(name: name, index..<close + 1)) }
            start = isEscaped ? name.lowerBound + 1 : close + 1
            index = close + 1
        }
        if start < text.count { result.append(.literal(start..<text.count)) }
        return result
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
        for index in 0..<text.count {
            switch text[index] {
            case UInt8(ascii: "{"):
                if index + 10 <= text.count, text.extracting(index..<index + 10).equals("{{resolve:") { return true }
            case UInt8(ascii: "<"): if isMark(text, index, UInt8(ascii: ">")) { return true }
            case UInt8(ascii: "#"): if isMark(text, index, UInt8(ascii: "#")) { return true }
            default: continue
            }
        }
        return false
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

extension Span<UInt8> {
    fileprivate func first(_ byte: UInt8, from start: Int) -> Int? {
        for index in start..<count where self[index] == byte { return index }
        return nil
    }
}
