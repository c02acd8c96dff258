import RequestLint

/// Judges the key of a tag. Its length is the model's to judge.
enum TagKey: TextCheck {
    enum Problem: String, CheckProblem {
        case reserved, malformed
    }

    static let name = "tag-key"
    static let problems = Problem.names
    static let coversPattern = true

    private static let reserved: StaticString = "aws:"

    static func judge(
        _ text: borrowing Span<UInt8>, in site: borrowing CheckSite, _ verdicts: inout Verdicts
    ) {
        if text.starts(with: reserved) {
            let key = text.clipped
            verdicts.report(
                Problem.reserved, at: 0..<reserved.utf8CodeUnitCount,
                message: "The tag key `\(key)` starts with `\(reserved)`, which AWS keeps for its own tags; the service refuses it. Write another prefix, or none.")
        }
        if let stray = text.firstStray(isAllowed: isAllowed) {
            let key = text.clipped
            verdicts.report(
                Problem.malformed, at: stray.range,
                message: "The tag key `\(key)` holds \(stray.words); tag keys take letters from A to Z, digits, white space and `_.:/=+-@`. Write another character, or none.")
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCIILetter || scalar.isASCIIDigit || scalar.isPatternSpace { return true }
        switch scalar {
        case "_", ".", ":", "/", "=", "+", "-", "@": return true
        default: return false
        }
    }
}
