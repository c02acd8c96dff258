import Workspace

/// The words of the command line, as text and in their own bytes.
struct CommandLineWords {
    let texts: [String]
    private let bytes: [[UInt8]]

    init(_ bytes: [[UInt8]]) {
        self.bytes = bytes
        texts = bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The path that a word names. A name that is not UTF-8 can't be told by its text, so its own bytes are looked up.
    func path(_ text: String) -> Path {
        guard text.unicodeScalars.contains("\u{FFFD}"), let index = texts.firstIndex(of: text) else {
            return Path(text)
        }
        return Path(bytes[index])
    }
}
