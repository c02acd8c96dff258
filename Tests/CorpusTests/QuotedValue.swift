// What a message quotes stands at its range: the property that holds for every diagnostic of the corpus.
import Foundation
import ImageBuilderLint

/// A message's first clause (up to `;` or the end of the sentence) says what is wrong and quotes it in backquotes.
///
/// - Either it quotes the text at the range, decoded: `` `enabled` differs from `ENABLED` ``.
/// - Or it names the member that the value belongs to, and says the value: `` `failureCount` is 11 ``.
/// - Or it counts or misses something, and there is no value to quote.
struct QuotedValue {
    /// Rules that quote more or less than they mark: one sign of a quoted name, a quoted registry and its slash, a named workflow's ARN.
    static let quotingApart: Set = ["name/malformed", "container/repository-registry", "workflow/duplicate"]

    let diagnostic: Diagnostic
    /// The source at the range, and what it may mean in its language.
    let source: String
    let readings: Set<String>
    let definitions: Set<String>
    let quoted: [String]

    /// - Parameter definitions: the source at the related places, where a value may be written that is referred to.
    init(_ diagnostic: Diagnostic, source: String, definitions: [String] = []) {
        self.diagnostic = diagnostic
        self.source = source
        readings = Spelling.readings(of: source)
        self.definitions = definitions.reduce(into: []) { $0.formUnion(Spelling.readings(of: $1)) }
        quoted = Self.backquoted(in: Self.firstClause(of: diagnostic.message)).filter { !$0.isEmpty }
    }

    /// Whether the message and the range are about the same thing.
    var isConsistent: Bool {
        guard let first = quoted.first else { return true }
        if quoted.contains(where: readings.contains) { return true }
        if isReferredTo { return true }
        let members = diagnostic.requestPointer.split(separator: "/").map(String.init)
        let isMember = diagnostic.dialect == "api"
            ? members.contains(first) : members.contains { Self.isSpoken(first, for: $0) }
        if isMember || diagnostic.message.hasPrefix("Neither ") {
            return countsOrMisses || isCollection || saysValue
        }
        guard Self.quotingApart.contains(diagnostic.rule.description) else { return false }
        return readings.contains { reading in
            quoted.contains { $0.contains(reading) || reading.contains($0) }
        }
    }

    /// Other forms call a member by a part of its name: `Version` is `semanticVersion`, and `workflow` one of `workflows`.
    private static func isSpoken(_ name: String, for member: String) -> Bool {
        member.lowercased().contains(name.lowercased().replacingOccurrences(of: "_", with: ""))
    }

    /// What is written elsewhere is quoted from there, whole or in part; a reference to a resource is judged by the ARN that
    /// the resource will have.
    private var isReferredTo: Bool {
        if diagnostic.related.contains(where: { $0.message == "The resource's type stands here." }) { return true }
        // A resource of another file has the kind that its type says: `aws_imagebuilder_image_recipe.x.arn`.
        let reference = source.replacingOccurrences(of: "_", with: "-")
        if reference.contains("-imagebuilder-"), quoted.contains(where: reference.contains) { return true }
        return definitions.contains { text in quoted.contains { $0.contains(text) || text.contains($0) } }
    }

    /// `` `tags` has 51 entries ``, `` `name` is missing ``, `` `description` is empty ``, Neither ... nor ... .
    private var countsOrMisses: Bool {
        let clause = Self.firstClause(of: diagnostic.message)
        return clause.hasPrefix("Neither ") || clause.hasSuffix(" is missing") || clause.hasSuffix(" is empty")
            || clause.contains(#/` has [0-9]+ /#)
    }

    /// An object, a list or nothing at all stands there: its kind is said, and not its text.
    private var isCollection: Bool {
        source.first.map("{[-".contains) ?? false || Self.firstClause(of: diagnostic.message).hasSuffix("` is null")
    }

    /// Whether the message has the value as a word of its own or between double quotes.
    private var saysValue: Bool {
        let words = diagnostic.message.split(separator: " ").map { $0.trimmingCharacters(in: [";", ",", ".", "`"]) }
        return readings.union(definitions).contains { words.contains($0) || diagnostic.message.contains("\"\($0)\"") }
    }

    static func firstClause(of message: String) -> String {
        var isQuoted = false
        var previous: Character = " "
        for index in message.indices {
            let sign = message[index]
            if sign == "`" { isQuoted.toggle() }
            if !isQuoted, previous == ";" || previous == ".", sign == " " {
                return String(message[..<message.index(before: index)])
            }
            previous = sign
        }
        return message
    }

    static func backquoted(in text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}

/// What a piece of JSON, YAML or HCL may mean.
enum Spelling {
    static func readings(of source: String) -> Set<String> {
        var result: Set = [source]
        for quote in ["\"", "'"] where source.count >= 2 && source.hasPrefix(quote) && source.hasSuffix(quote) {
            result.insert(String(source.dropFirst().dropLast()))
        }
        for text in result {
            result.insert(text.replacingOccurrences(of: "''", with: "'"))
            result.insert(unescaped(text))
            // Plain, quoted and folded texts join their lines by a space.
            result.insert(text.replacing(#/[ \t]*\r?\n[ \t]*/#, with: " "))
        }
        return result
    }

    /// Escapes of JSON and of YAML's double quotes.
    private static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Substring(text)
        while let sign = rest.popFirst() {
            guard sign == "\\", let name = rest.popFirst() else {
                units += String(sign).utf16
                continue
            }
            let digits = ["x": 2, "u": 4][name] ?? 0
            if digits > 0, let unit = UInt16(rest.prefix(digits), radix: 16) {
                units.append(unit)
                rest = rest.dropFirst(digits)
            } else {
                units += (["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{c}"][name] ?? String(name)).utf16
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
