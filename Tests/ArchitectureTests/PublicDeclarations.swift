// Finds what a source declares public, in the layout that this project's sources have: a member stands four columns in
// from its type.
import Foundation
import Testing

enum PublicDeclarations {
    private struct Holder {
        var indent: Int
        var name: String
        /// Its members of this kind are public without the word.
        var implicit: Implicit?
    }

    private enum Implicit {
        case cases, all
    }

    /// Whole declarations, up to the body or the value of a known type, each with the type that holds it.
    static func of(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var holders: [Holder] = []
        var result: [String] = []
        var index = 0
        while index < lines.count {
            let indent = lines[index].prefix { $0 == " " }.count
            let line = lines[index].dropFirst(indent)
            guard !line.isEmpty, !line.hasPrefix("//"), !line.hasPrefix("}") else {
                index += 1
                continue
            }
            while let last = holders.last, last.indent >= indent { holders.removeLast() }
            let words = line.split(separator: " ").map(String.init)
            let isWritten = words.contains("public") && !words.contains("import")
            let isMember = holders.last?.indent == indent - 4
            let isImplied =
                switch isMember ? holders.last?.implicit : nil {
                case .cases?: words.first == "case" || words.starts(with: ["indirect", "case"])
                case .all?: true
                case nil: false
                }
            let isPublic = (isWritten || isImplied) && !line.hasPrefix("@_spi")
            var end = index + 1
            if isPublic {
                let declaration: String
                (declaration, end) = Self.declaration(lines, index)
                let holder = holders.map(\.name).joined(separator: ".")
                result.append((holder.isEmpty ? "" : holder + " ") + declaration)
            }
            if let holder = holder(words, indent, isPublic: isPublic) { holders.append(holder) }
            index = end
        }
        return result
    }

    private static func holder(_ words: [String], _ indent: Int, isPublic: Bool) -> Holder? {
        for keyword in ["struct", "enum", "class", "actor", "protocol", "extension"] {
            guard let index = words.firstIndex(of: keyword), index + 1 < words.count else { continue }
            let name = words[index + 1].prefix { $0 != ":" && $0 != "<" }.filter { $0.isLetter || $0.isNumber || $0 == "." }
            let implicit: Implicit? =
                switch keyword {
                case "enum": .cases
                case "protocol", "extension": .all
                default: nil
                }
            return Holder(indent: indent, name: name, implicit: isPublic ? implicit : nil)
        }
        return nil
    }

    /// The declaration that begins in a line, on one line, and the index of the line behind it.
    private static func declaration(_ lines: [Substring], _ start: Int) -> (text: String, end: Int) {
        var text = ""
        var index = start
        while index < lines.count {
            let part = lines[index].replacing(/\s\/\/.*/, with: "").trimmingCharacters(in: .whitespaces)
            text += text.isEmpty || text.hasSuffix("(") || part.hasPrefix(")") ? part : " " + part
            index += 1
            let (head, isOpen) = head(of: text)
            if head.count < text.count { return (head.trimmingCharacters(in: .whitespaces), index) }
            let next = index < lines.count ? lines[index].trimmingCharacters(in: .whitespaces) : ""
            let goesOn = [",", ":", "->", " where", "&"].contains { text.hasSuffix($0) }
                || ["->", "throws", "async", "where ", ":", ",", "&", "{", "= "].contains { next.hasPrefix($0) }
            if !isOpen && !goesOn { break }
        }
        return (text, index)
    }

    /// What stands before the body, or before the value where the type is written; and whether a bracket is open.
    private static func head(of text: String) -> (head: String, isOpen: Bool) {
        var depth = 0
        var hasType = false
        for index in text.indices {
            switch text[index] {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case ":" where depth == 0: hasType = true
            case "{" where depth == 0: return (String(text[..<index]), false)
            case "=" where depth == 0 && hasType && text[index...].hasPrefix("= ") && text[..<index].hasSuffix(" "):
                return (String(text[..<index]), false)
            default: break
            }
        }
        return (text, depth > 0)
    }
}

@Suite struct PublicDeclarationsTests {
    @Test func wholeDeclarationsAndWhatIsImplied() {
        let source = """
            public import A
            /// A thing.
            public struct Thing:
                Sendable,
                Hashable
            {
                public var size = 0 // bytes
                public let names: [String] = []
                var hidden = 1
                public func check(
                    _ bytes: [UInt8], by rule: (Int) -> Bool = { $0 == 1 }
                ) throws(Failure)
                    -> Int
                where Failure: Error
                {
                    let other = 1
                }
                enum Inner {
                    case no
                }
            }
            @_spi(Test) public func unseen() {}
            public enum Kind: String {
                /// One.
                case one = "1"
                case two(a: Int), three
                public static func == (left: Kind, right: Kind) -> Bool {
                    switch left {
                    case .one: true
                    }
                }
            }
            public protocol Shape {
                var area: Int { get }
            }
            """
        #expect(
            PublicDeclarations.of(source) == [
                "public struct Thing: Sendable, Hashable",
                "Thing public var size = 0",
                "Thing public let names: [String]",
                "Thing public func check(_ bytes: [UInt8], by rule: (Int) -> Bool = { $0 == 1 }) throws(Failure) -> Int where Failure: Error",
                "public enum Kind: String",
                "Kind case one = \"1\"",
                "Kind case two(a: Int), three",
                "Kind public static func == (left: Kind, right: Kind) -> Bool",
                "public protocol Shape",
                "Shape var area: Int",
            ])
    }
}
