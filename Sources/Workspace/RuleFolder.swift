package import RequestLint

/// Reads a user's own folder of rule pages.
package struct RuleFolder {
    /// What a folder may hold, far beyond what people write: compiling a page tries every example in it.
    struct Limits {
        var pages = 10_000
        /// Bytes of one page.
        var page = 1 << 20
        /// Bytes of all pages.
        var total = 1 << 24
    }

    private let folder: Path
    private let limits: Limits
    private var pages: [Linter.Page] = []
    private var mistakes: [String] = []
    private var bytes = 0

    private init(_ folder: Path, _ limits: Limits) {
        self.folder = folder
        self.limits = limits
    }

    /// - Returns: every `.md` file under the folder but hidden ones, by path.
    /// - Throws: what can't be read, a line each.
    package static func pages(of folder: Path) throws(ConfigurationError) -> [Linter.Page] {
        try pages(of: folder, Limits())
    }

    static func pages(of folder: Path, _ limits: Limits) throws(ConfigurationError) -> [Linter.Page] {
        var reading = RuleFolder(folder, limits)
        reading.walk()
        guard reading.mistakes.isEmpty else { throw ConfigurationError(reading.mistakes.sorted()) }
        return reading.pages.sorted { Path($0.path) < Path($1.path) }
    }

    private mutating func walk() {
        var waiting: [[UInt8]] = [[]]
        while let current = waiting.popLast() {
            let path = current.isEmpty ? folder : folder.appending(current)
            do throws(SystemError) {
                for entry in try Folder.entries(of: path) where entry.name.first != UInt8(ascii: ".") {
                    let relative = current.isEmpty ? entry.name : current + [UInt8(ascii: "/")] + entry.name
                    // Links are followed to files only, so that the walk ends.
                    if try FileStatus.of(folder.appending(relative), followingLinks: false).isFolder {
                        waiting.append(relative)
                    } else if entry.name.suffix(3) == Array(".md".utf8) {
                        read(relative)
                        guard isWithinLimits() else { return }
                    }
                }
            } catch {
                mistakes.append("The rule folder `\(path.text)` can't be read: \(error). Correct the path, or its permissions.")
            }
        }
    }

    private mutating func read(_ relative: [UInt8]) {
        let file = folder.appending(relative)
        switch InputReader.read(Input(place: .file(file), name: file.text, origin: .given), limit: limits.page) {
        case .nothing: break
        case .notice(let notice): mistakes.append("\(file.text):1: \(notice.message)")
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                mistakes.append("\(file.text):1: The page is not UTF-8. Save it as UTF-8.")
                return
            }
            self.bytes += bytes.count
            pages.append(Linter.Page(path: String(decoding: relative, as: UTF8.self), text: text))
        }
    }

    private mutating func isWithinLimits() -> Bool {
        if pages.count + mistakes.count > limits.pages {
            mistakes = ["The rule folder `\(folder.text)` has more than \(limits.pages) pages; more are not read. Name the folder that holds the rules alone."]
        } else if bytes > limits.total {
            mistakes = ["The pages in the rule folder `\(folder.text)` have more than \(limits.total) bytes together; more are not read. Name the folder that holds the rules alone."]
        } else {
            return true
        }
        return false
    }
}
