/// A file's name as SARIF wants it: a percent-encoded reference, relative to the source root where the name is relative.
struct FileURI {
    /// The name of the base that relative references start from.
    static let base = "%SRCROOT%"

    let text: String
    let isRelative: Bool

    init(_ file: String) {
        switch file {
        case "-", "<stdin>":
            (text, isRelative) = ("stdin", false)
        case _ where file.utf8.first == UInt8(ascii: "/"):
            (text, isRelative) = ("file://" + Self.encode(file), false)
        default:
            var path = file.utf8[...]
            while path.starts(with: "./".utf8) {
                path = path.dropFirst(2).drop { $0 == UInt8(ascii: "/") }
            }
            // Code scanning refuses an empty reference.
            (text, isRelative) = (path.isEmpty ? "." : Self.encode(String(path) ?? file), true)
        }
    }

    /// A folder's reference ends in a slash, or resolving against it would lose its last part.
    static func folder(_ path: String) -> String {
        let encoded = "file://" + encode(path)
        return encoded.utf8.last == UInt8(ascii: "/") ? encoded : encoded + "/"
    }

    /// Encodes everything but RFC 3986's unreserved characters and the slash, so that no colon can be taken for a scheme's.
    private static func encode(_ path: String) -> String {
        var output = Output()
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                output.append(byte)
            default:
                output.append("%")
                if byte < 0x10 { output.append("0") }
                output.append(String(byte, radix: 16, uppercase: true))
            }
        }
        return String(decoding: output.bytes, as: UTF8.self)
    }
}
