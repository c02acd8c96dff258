import Testing

@testable import Reporting

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("a", DisplayWidth.one), ("~", .one), ("é", .one), ("\u{A0}", .one), ("Ж", .one),
        ("\u{300}", .none), ("\u{20DD}", .none), ("\u{1161}", .none),
        ("日", .two), ("한", .two), ("Ａ", .two), ("\u{1F600}", .two), ("\u{20000}", .two),
        ("\0", .hidden), ("\u{1F}", .hidden), ("\u{7F}", .hidden), ("\u{9F}", .hidden),
        ("\u{AD}", .hidden), ("\u{200B}", .hidden), ("\u{200F}", .hidden), ("\u{2028}", .hidden),
        ("\u{202A}", .hidden), ("\u{2069}", .hidden), ("\u{FE0F}", .hidden),
        ("\u{FEFF}", .hidden), ("\u{E0041}", .hidden), ("\u{10FFFF}", .one),
    ] as [(Unicode.Scalar, DisplayWidth)])
    func ofSomeCharacters(_ scalar: Unicode.Scalar, _ width: DisplayWidth) {
        #expect(DisplayWidth(of: scalar) == width)
    }

    /// The standard library knows the categories too, of a Unicode version of its own.
    @Test func hiddenAreAllThatTheStandardLibraryCallsControlOrFormat() {
        for code in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let isHidden = DisplayWidth(of: scalar) == .hidden
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                #expect(isHidden, "U+\(String(code, radix: 16))")
            case .uppercaseLetter, .lowercaseLetter, .decimalNumber, .mathSymbol:
                #expect(!isHidden, "U+\(String(code, radix: 16))")
            default: break
            }
        }
    }

    @Test func theTableIsSorted() {
        #expect(displayWidthRuns.first == 3)
        #expect(zip(displayWidthRuns, displayWidthRuns.dropFirst()).allSatisfy { $0 >> 2 < $1 >> 2 })
    }
}
