import RequestLint

/// Judges the name of a resource: its characters and its length, and whether its ARN spells it another way.
enum ResourceName: TextCheck {
    enum Problem: String, CheckProblem {
        case malformed, normalized
    }

    static let name = "resource-name"
    static let problems = Problem.names
    static let coversPattern = true

    private static let lengths = 3...128

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        if let stray = text.firstStray(isAllowed: isAllowed) {
            let name = text.clipped
            verdicts.report(
                Problem.malformed, at: stray.range,
                message: "The name `\(name)` holds \(stray.words); names take letters from A to Z, digits, spaces, hyphens and underscores. Write another character, or none.")
            return
        }
        // All characters are of one byte from here on.
        let spaces = outerSpaces(text)
        if let spaces {
            let place = verdicts.place
            let name = text.clipped
            let trimmed = text.count - spaces.count
            verdicts.report(
                Problem.malformed, at: spaces,
                message: "The name `\(name)` \(spaces.lowerBound == 0 ? "starts" : "ends") with a space; the service takes spaces between other characters only. Remove it.",
                fix: lengths.contains(trimmed)
                    ? FixProposal("remove the space", .safe, [.replaceText(place, spaces, with: "")])
                    : nil)
            return
        }
        guard lengths.contains(text.count) else {
            let name = text.clipped
            let count = text.count
            let advice = count < lengths.lowerBound
                ? "Write a longer one." : "Shorten it by \(count - lengths.upperBound)."
            verdicts.report(
                Problem.malformed, at: 0..<count,
                message: "The name `\(name)` has \(count) character\(count == 1 ? "" : "s"); names have \(lengths.lowerBound) to \(lengths.upperBound). \(advice)")
            return
        }
        if let first = firstChanged(text) {
            let name = text.string
            verdicts.report(
                Problem.normalized, at: first..<text.count,
                message: "The ARN of `\(name)` will say `\(normalized(name))`; Image Builder takes it from a normalized form, in which case, spaces and underscores make no difference. Write `\(normalized(name))` if name and ARN are to agree.")
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIILetter || scalar.isASCIIDigit || scalar == "-" || scalar == "_" || scalar == " "
    }

    /// The spaces at the start or, where there are none, at the end.
    private static func outerSpaces(_ text: borrowing Span<UInt8>) -> Range<Int>? {
        let space = UInt8(ascii: " ")
        var start = 0
        while start < text.count, text[start] == space { start += 1 }
        if start > 0 { return 0..<start }
        var end = text.count
        while end > 0, text[end - 1] == space { end -= 1 }
        return end < text.count ? end..<text.count : nil
    }

    /// The first byte that the ARN spells another way.
    private static func firstChanged(_ text: borrowing Span<UInt8>) -> Int? {
        for index in 0..<text.count {
            let byte = text[index]
            if byte.isUpperCaseLetter || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "_") { return index }
        }
        return nil
    }

    /// The name as its ARN has it.
    private static func normalized(_ name: String) -> String {
        String(name.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }
}
