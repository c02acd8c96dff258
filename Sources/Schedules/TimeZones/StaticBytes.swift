/// Reading texts that are compiled in.
extension StaticString {
    /// The text's bytes, in place.
    var bytes: Span<UInt8> {
        @_lifetime(immortal)
        get {
            // A literal's bytes last as long as the program.
            unsafe _overrideLifetime(
                Span(_unsafeStart: utf8Start, count: utf8CodeUnitCount), borrowing: ())
        }
    }
}

extension Span<UInt8> {
    /// A number in base 64, written with the digits 0x30...0x6F, the largest digit first.
    borrowing func base64Number(at start: Int, digits: Int) -> Int {
        var value = 0
        for index in start..<start + digits {
            value = value << 6 | Int(self[index] &- 0x30)
        }
        return value
    }
}
