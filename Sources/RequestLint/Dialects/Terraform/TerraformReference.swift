/// A name and what is taken of it: `var.x`, `aws_type.name[0].arn`, `data.aws_region.current.name`.
struct TerraformReference {
    /// The names, without what stands in brackets.
    let names: [String]
    /// As it is written.
    let text: String

    /// - Returns: nil where the text is anything else, or stands for several things (`[*]`).
    init?(_ text: String) {
        var names: [String] = []
        var rest = Array(text.utf8)[...]
        while true {
            let name = rest.prefix(while: Self.isNameByte)
            guard let first = name.first, names.isEmpty ? !first.isDigit && first != UInt8(ascii: "-") : true else { return nil }
            // `a.0.b` is another way to write `a[0].b`.
            if !first.isDigit { names.append(String(decoding: name, as: UTF8.self)) }
            rest = rest[name.endIndex...]
            while rest.first == UInt8(ascii: "[") {
                guard let end = Self.closingBracket(rest) else { return nil }
                if rest[rest.startIndex..<end].contains(UInt8(ascii: "*")) { return nil }
                rest = rest[(end + 1)...]
            }
            if rest.isEmpty { break }
            guard rest.first == UInt8(ascii: ".") else { return nil }
            rest = rest.dropFirst()
        }
        self.names = names
        self.text = text
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLowerCaseLetter || byte.isUpperCaseLetter || byte.isDigit || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    /// The bracket that closes the one at the start.
    private static func closingBracket(_ bytes: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var isQuoted = false
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "[") where !isQuoted: depth += 1
            case UInt8(ascii: "]") where !isQuoted:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}

/// Takes the texts of Terraform's JSON syntax apart, which are templates.
enum TerraformTemplate {
    enum Part: Equatable {
        /// Bytes that stand for themselves.
        case literal(Range<Int>)
        /// `${expression}`, and its bytes.
        case expression(String, Range<Int>)
    }

    /// - Returns: nil where the text has directives (`%{ }`), or braces without an end.
    static func parts(of text: String) -> [Part]? {
        let bytes = Array(text.utf8)
        var result: [Part] = []
        var start = 0
        var index = 0
        func finish(_ end: Int) {
            if start < end { result.append(.literal(start..<end)) }
        }
        while index + 1 < bytes.count {
            let sign = bytes[index]
            guard sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%") else {
                index += 1
                continue
            }
            if bytes[index + 1] == sign, index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "{") {
                // `$${` is `${` in the text.
                finish(index + 1)
                start = index + 2
                index += 3
            } else if bytes[index + 1] == UInt8(ascii: "{") {
                guard sign == UInt8(ascii: "$"), let end = closingBrace(bytes, index + 1) else { return nil }
                finish(index)
                let content = bytes[index + 2..<end]
                result.append(.expression(String(decoding: content, as: UTF8.self).trimmed, index..<end + 1))
                start = end + 1
                index = start
            } else {
                index += 1
            }
        }
        finish(bytes.count)
        return result
    }

    private static func closingBrace(_ bytes: [UInt8], _ open: Int) -> Int? {
        var depth = 0
        var index = open
        var isQuoted = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "{") where !isQuoted: depth += 1
            case UInt8(ascii: "}") where !isQuoted:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }
}
