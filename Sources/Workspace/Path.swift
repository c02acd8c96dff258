/// A file's path as the system has it: any bytes but zero, without empty and `.` components.
package struct Path: Sendable, Comparable {
    package let bytes: [UInt8]

    package init(_ bytes: some Collection<UInt8>) {
        self.bytes = Self.normalised(Array(bytes))
    }

    package init(_ text: String) {
        self.init(text.utf8)
    }

    /// For reports: what is no UTF-8 becomes U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The path of what lies under this folder.
    func appending(_ relative: some Collection<UInt8>) -> Path {
        if bytes == [UInt8(ascii: ".")] { return Path(relative) }
        return Path(bytes + [UInt8(ascii: "/")] + relative)
    }

    /// The order of the bytes, which no locale changes.
    package static func < (left: Path, right: Path) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// One spelling for one path, so that a file named twice is judged once. `..` stays, because links give it a meaning of its own.
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        guard let first = bytes.first else { return [] }
        let parts = bytes.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
        let path = Array(parts.joined(separator: [slash]))
        if first == slash { return [slash] + path }
        return path.isEmpty ? [UInt8(ascii: ".")] : path
    }
}
