/// What git lists in a folder: tracked files, and others that it does not ignore.
struct GitListing {
    /// Why git gave no list, in its own words where it has any.
    struct Failure: Error {
        let description: String
    }

    /// Relative to the folder.
    private(set) var files: [[UInt8]] = []
    /// Submodules and repositories inside the work tree, which git does not look into.
    private(set) var repositories: [[UInt8]] = []

    static func of(_ folder: Path) throws(Failure) -> GitListing {
        let command = ["git", "-C"].map { Array($0.utf8) } + [folder.bytes] + arguments.map { Array($0.utf8) }
        let outcome: Child.Outcome
        do throws(SystemError) {
            outcome = try Child.run(command, removing: variables)
        } catch {
            throw Failure(description: error.isMissing ? "there is no git" : "it can't be started: \(error)")
        }
        guard outcome.status == 0 else {
            let line = outcome.errors.prefix { $0 != UInt8(ascii: "\n") }
            throw Failure(
                description: line.isEmpty
                    ? "it ended with \(outcome.status)" : String(decoding: line, as: UTF8.self))
        }
        return GitListing(outcome.output)
    }

    /// Tracked entries with their mode (`--stage` tells submodules), others bare; `fsmonitor` would run a program that the repository names.
    private static let arguments = [
        "-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--stage",
    ]

    /// What a hook of git sets, and what would make git read another work tree than the folder's.
    private static let variables = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_NAMESPACE",
    ]

    private init(_ output: [UInt8]) {
        for entry in output.split(separator: 0) {
            guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")), Self.isStage(entry[..<tab]) else {
                add(entry, isRepository: entry.last == UInt8(ascii: "/"))
                continue
            }
            add(entry[(tab + 1)...], isRepository: entry.starts(with: "160000 ".utf8))
        }
    }

    private mutating func add(_ path: ArraySlice<UInt8>, isRepository: Bool) {
        if isRepository {
            repositories.append(Array(path))
        } else {
            files.append(Array(path))
        }
    }

    /// Whether it is `<mode> <object> <stage>`, and not the start of a name with a tab in it.
    private static func isStage(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].count == 6 && parts[1].count >= 40 && parts[2].count == 1
    }

    // MARK: Work trees

    /// Whether the folder or one above it is the top of a work tree.
    static func isInWorkTree(_ folder: Path) -> Bool {
        guard var path = try? Folder.resolved(folder) else { return false }
        while true {
            if isWorkTree(path) { return true }
            guard let slash = path.bytes.lastIndex(of: UInt8(ascii: "/")), path.bytes.count > 1 else { return false }
            path = Path(slash == 0 ? [UInt8(ascii: "/")] : path.bytes[..<slash])
        }
    }

    /// Whether the folder is the top of a work tree: it has a `.git`, be it a folder, a file or a link.
    static func isWorkTree(_ folder: Path) -> Bool {
        (try? FileStatus.of(folder.appending(".git".utf8))) != nil
    }
}
