/// What a scalar is to forms that turn texts, numbers and booleans into each other as the place asks for it.
package enum ScalarConversion {
    /// - Returns: the kind that the shape wants, where the scalar can be turned into it; otherwise its own.
    package static func kind(
        of kind: ValueKind, _ text: borrowing Span<UInt8>, wanted: ShapeType
    ) -> ValueKind {
        switch (wanted, kind) {
        case (.string, .integer), (.string, .number), (.string, .boolean),
            (.blob, .integer), (.blob, .number), (.blob, .boolean):
            return .string
        case (.integer, .string), (.long, .string):
            return isInteger(text) ? .integer : .string
        case (.float, .string):
            return isNumber(text) ? .number : .string
        case (.boolean, .string):
            return isBoolean(text) ? .boolean : .string
        default: return kind
        }
    }

    private static func isInteger(_ text: borrowing Span<UInt8>) -> Bool {
        let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
        guard text.count > start, text.count <= start + 18 else { return false }
        for index in start..<text.count where !text[index].isDigit { return false }
        return true
    }

    private static func isNumber(_ text: borrowing Span<UInt8>) -> Bool {
        Double(text.string) != nil
    }

    private static func isBoolean(_ text: borrowing Span<UInt8>) -> Bool {
        text.equals("true") || text.equals("false") || text.equals("True") || text.equals("False")
            || text.equals("TRUE") || text.equals("FALSE")
    }
}
