import RequestLint

/// The JSON and YAML files under a folder: what git lists inside its work trees, and what lies there elsewhere.
struct FolderListing {
    private(set) var files: [Path] = []
    private(set) var notices: [(folder: Path, notice: Notice)] = []
    private(set) var isFromGit = false

    static func of(_ folder: Path) -> FolderListing {
        var listing = FolderListing()
        listing.add(folder)
        return listing
    }

    private mutating func add(_ folder: Path) {
        guard GitListing.isInWorkTree(folder) else {
            walk(folder, entersWorkTrees: true)
            return
        }
        do throws(GitListing.Failure) {
            let listing = try GitListing.of(folder)
            isFromGit = true
            for entry in listing.files where FileName.isVisible(entry) && FileName.isRequestFile(entry) {
                files.append(folder.appending(entry))
            }
            for entry in listing.unreadable where FileName.isVisible(entry) {
                notices.append((folder.appending(entry), Self.unlisted("Permission denied")))
            }
            for entry in listing.repositories where FileName.isVisible(entry) {
                let inner = folder.appending(entry)
                // A submodule that was not fetched is an empty folder of this work tree.
                if GitListing.isWorkTree(inner) { add(inner) }
            }
        } catch {
            let message = "git did not list this folder (\(error.description)), so files that it ignores are judged too. Correct what git says, or name the files."
            notices.append((folder, Notice(kind: .environment, message: message)))
            walk(folder, entersWorkTrees: false)
        }
    }

    /// Enters every folder but hidden ones and links, so that it ends.
    /// - Parameter entersWorkTrees: whether git is asked in the work trees that lie on the way.
    private mutating func walk(_ folder: Path, entersWorkTrees: Bool) {
        var waiting = [folder]
        while let current = waiting.popLast() {
            if entersWorkTrees && GitListing.isWorkTree(current) {
                add(current)
                continue
            }
            do throws(SystemError) {
                for entry in try Folder.entries(of: current) {
                    let path = current.appending(entry.name)
                    let kind = entry.kind ?? (try? FileStatus.of(path, followingLinks: false))?.kind
                    if kind == .folder {
                        if !FileName.isHidden(entry.name[...]) { waiting.append(path) }
                    } else if FileName.isRequestFile(entry.name) {
                        files.append(path)
                    }
                }
            } catch {
                notices.append((current, Self.unlisted(error.description)))
            }
        }
    }

    private static func unlisted(_ reason: String) -> Notice {
        Notice(
            kind: .unreadable,
            message: "The folder can't be listed: \(reason). Nothing in it was judged. Correct its permissions, or leave it out.")
    }
}

/// What names say.
private enum FileName {
    static func isHidden(_ name: ArraySlice<UInt8>) -> Bool {
        name.first == UInt8(ascii: ".")
    }

    /// Whether no folder of a relative path is hidden.
    static func isVisible(_ path: [UInt8]) -> Bool {
        var start = 0
        for index in path.indices where path[index] == UInt8(ascii: "/") {
            if isHidden(path[start..<index]) { return false }
            start = index + 1
        }
        return true
    }

    /// What is compressed is what programs leave behind, so it is looked for in their formats only.
    private static let endings = [
        ".json", ".yaml", ".yml", ".tf", ".template", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz",
    ]

    static func isRequestFile(_ name: [UInt8]) -> Bool {
        for ending in endings where name.count > ending.utf8.count {
            let end = name.suffix(ending.utf8.count)
            // A letter and its capital differ in one bit.
            if zip(end, ending.utf8).allSatisfy({ $0 == $1 || ($0 | 0x20 == $1 && $1 != UInt8(ascii: ".")) }) {
                return true
            }
        }
        return false
    }
}
