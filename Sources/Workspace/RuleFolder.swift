package import RequestLint

/// Reads a user's own folder of rule pages.
package enum RuleFolder {
    /// - Returns: every `.md` file under the folder but hidden ones, by path.
    /// - Throws: what can't be read, a line each.
    package static func pages(of folder: Path) throws(ConfigurationError) -> [Linter.Page] {
        var pages: [Linter.Page] = []
        var mistakes: [String] = []
        var waiting: [[UInt8]] = [[]]
        while let current = waiting.popLast() {
            let path = current.isEmpty ? folder : folder.appending(current)
            do throws(SystemError) {
                for entry in try Folder.entries(of: path) where entry.name.first != UInt8(ascii: ".") {
                    let relative = current.isEmpty ? entry.name : current + [UInt8(ascii: "/")] + entry.name
                    let file = folder.appending(relative)
                    // Links are followed to files only, so that the walk ends.
                    if try FileStatus.of(file, followingLinks: false).isFolder {
                        waiting.append(relative)
                    } else if entry.name.suffix(3) == Array(".md".utf8) {
                        read(file, as: relative, &pages, &mistakes)
                    }
                }
            } catch {
                mistakes.append("The rule folder `\(path.text)` can't be read: \(error). Correct the path, or its permissions.")
            }
        }
        guard mistakes.isEmpty else { throw ConfigurationError(mistakes.sorted()) }
        return pages.sorted { Path($0.path) < Path($1.path) }
    }

    private static func read(
        _ file: Path, as relative: [UInt8], _ pages: inout [Linter.Page], _ mistakes: inout [String]
    ) {
        switch InputReader.read(Input(place: .file(file), name: file.text, origin: .given)) {
        case .nothing: break
        case .notice(let notice): mistakes.append("\(file.text):1: \(notice.message)")
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                mistakes.append("\(file.text):1: The page is not UTF-8. Save it as UTF-8.")
                return
            }
            pages.append(Linter.Page(path: String(decoding: relative, as: UTF8.self), text: text))
        }
    }
}
