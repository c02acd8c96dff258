/// What can be wrong around the fields.
enum WrapperReason: Sendable, Hashable {
    case noWrapper
    case upperCase
    case noOpening(WrapperReader.Form)
    case noClosing
    case trailingText
    case atExpression
    case surplusBlanks(places: Int)

    var kind: ScheduleProblem.Kind {
        switch self {
        case .noWrapper: .noWrapper
        case .upperCase: .wrapperCase
        case .noOpening, .noClosing: .missingParenthesis
        case .trailingText: .trailingText
        case .atExpression: .atExpression
        case .surplusBlanks: .spaces
        }
    }

    func message(_ text: borrowing Span<UInt8>, _ problem: ScheduleProblem) -> String {
        let here = text.quoted(problem.range)
        switch self {
        case .noWrapper:
            let proposal = problem.replacement(in: text).map { "`\($0.text)`" }
            return "\(here) does not begin with `cron(` or `rate(`; the API reads a schedule in these forms only."
                + " Write \(proposal ?? "`cron(minute hour day month day-of-week year)` or `rate(value unit)`")."
        case .upperCase:
            return "\(here) has upper-case letters; only the lower-case form is documented."
                + " Write `\(text.string(problem.range).lowercased())`."
        case .noOpening(let form):
            return "\(here) is not followed by `(`; the parts of a schedule stand inside `\(form.word)( )`."
                + " Put them in parentheses."
        case .noClosing:
            return "\(here) is never closed; a schedule ends with `)`. Add `)` at the end."
        case .trailingText:
            return "\(here) stands behind the closing parenthesis; the schedule ends there. Remove it."
        case .atExpression:
            let proposal = problem.replacement(in: text).map { "`\($0.text)`" }
            return "\(here) is an expression for a single time; Image Builder documents `cron( )` and `rate( )` only."
                + " Write \(proposal ?? "a cron expression that names the year")."
        case .surplusBlanks(let places):
            if places == 1, Self.isFinalLineBreak(text, problem.range) {
                return "A line break ends the text, and a schedule has none: it ends with its parenthesis."
                    + " Remove it; in YAML, write `|-` in place of `|`."
            }
            let others = places > 1 ? " here and in \(places - 1) more place\(places > 2 ? "s" : "")" : " here"
            let proposal = problem.replacement(in: text).map { "`\($0.text)`" }
            return "Spaces or tabs stand\(others) that have no place: parts are separated by one space, with none at"
                + " the ends. Write \(proposal ?? "one space between parts")."
        }
    }

    func replacement(
        _ text: borrowing Span<UInt8>, _ problem: ScheduleProblem
    ) -> ScheduleProblem.Replacement? {
        let whole = 0..<text.count
        switch self {
        case .noWrapper:
            return wrapped(text, problem.range)
        case .upperCase:
            return .init(
                range: problem.range, text: text.string(problem.range).lowercased(), isSafe: true)
        case .noOpening(let form):
            let rest = text.trimmed(problem.range.upperBound..<text.count)
            let end = rest.isEmpty || text[rest.upperBound - 1] != UInt8(ascii: ")") ? ")" : ""
            return .init(range: whole, text: "\(form.word)(\(text.string(rest))\(end)", isSafe: true)
        case .noClosing:
            // Where fields are missing too, more than the parenthesis was cut off.
            let open = (text.first(UInt8(ascii: "("), in: whole) ?? -1) + 1
            let isWhole = [2, 6].contains(FieldList(text, open..<text.count).count)
            return .init(range: whole, text: text.string(text.trimmed(whole)) + ")", isSafe: isWhole)
        case .trailingText:
            let end = text.trimmed(0..<problem.range.lowerBound).upperBound
            return .init(range: whole, text: text.string(0..<end), isSafe: false)
        case .atExpression:
            return AtExpression.cron(text, problem.range).map {
                .init(range: problem.range, text: $0, isSafe: false)
            }
        case .surplusBlanks:
            return .init(range: whole, text: Self.squeezed(text), isSafe: true)
        }
    }

    /// The bare fields or rate inside their wrapper.
    private func wrapped(
        _ text: borrowing Span<UInt8>, _ range: Range<Int>
    ) -> ScheduleProblem.Replacement? {
        let fields = FieldList(text, range)
        if fields.count == 5 {
            return FiveFields.corrected(text, fields).map {
                .init(range: range, text: "cron(\($0.text))", isSafe: $0.isSafe)
            }
        }
        let word = fields.count == 2 ? "rate" : "cron"
        return .init(range: range, text: "\(word)(\(text.string(range)))", isSafe: true)
    }

    /// Whether the range is the line break at the very end, as YAML's `|` leaves one.
    private static func isFinalLineBreak(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.upperBound == text.count && range.allSatisfy { text[$0] == 0x0A || text[$0] == 0x0D }
    }

    /// The text with one space between its parts and none anywhere else.
    private static func squeezed(_ text: borrowing Span<UInt8>) -> String {
        var result: [UInt8] = []
        var isPending = false
        for index in text.trimmed(0..<text.count) {
            let byte = text[index]
            if byte.isBlank {
                isPending = true
                continue
            }
            let isAtParenthesis =
                byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
                || result.last == UInt8(ascii: "(")
            if isPending && !isAtParenthesis { result.append(0x20) }
            isPending = false
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
