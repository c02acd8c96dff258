/// Puts a message, which speaks of the API, into the words of the form that its reader writes: the names of members
/// between backquotes, and the names of operations.
struct Wording {
    let naming: any Naming

    /// - Parameters:
    ///   - quoting: what stands at the place that the message is about; where the message quotes it or a part of it, it
    ///     stays as it is.
    ///   - written: how its author wrote a text of which parts were filled in, and `filledIn` what it became.
    func message(_ message: String, quoting: String, written: String?, filledIn: String) -> String {
        var result = ""
        for (number, part) in message.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { result += "`" }
            guard number % 2 == 1 else {
                result += sentence(part)
                continue
            }
            if let written, part == filledIn[...] {
                result += ShapeMessages.clipped(written)
            } else {
                result += quoting.contains(part) ? String(part) : path(part)
            }
        }
        return result
    }

    /// Words outside backquotes, where only operations have names.
    private func sentence(_ text: Substring) -> String {
        var result = ""
        var word = ""
        func finish() -> String { naming.spoken(operation: word) ?? word }
        for character in text {
            if character.isASCII, character.isLetter {
                word.append(character)
            } else {
                if !word.isEmpty { result += finish() }
                word = ""
                result.append(character)
            }
        }
        return result + (word.isEmpty ? "" : finish())
    }

    /// A member or a path of members such as `schedule.timezone`; anything else stays as it is.
    private func path(_ text: Substring) -> String {
        if let operation = naming.spoken(operation: String(text)) { return operation }
        var names: [String] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            let isList = part.hasSuffix("[]")
            guard let name = naming.spoken(member: String(isList ? part.dropLast(2) : part)) else { return String(text) }
            names.append(name + (isList ? "[]" : ""))
        }
        return names.joined(separator: ".")
    }
}
