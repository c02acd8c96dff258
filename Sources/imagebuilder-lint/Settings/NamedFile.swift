import Workspace

/// A file that a word of the command line names, or standard input where the word is `-`.
struct NamedFile {
    /// Its name in reports.
    let name: String
    /// nil is standard input.
    let path: Path?

    init(_ word: String, _ words: CommandLineWords) {
        path = word == "-" ? nil : words.path(word)
        name = path?.text ?? "<stdin>"
    }

    func read() throws(InputError) -> [UInt8] {
        try InputReader.read(path.map { .file($0) } ?? .standardInput, name: name)
    }
}
