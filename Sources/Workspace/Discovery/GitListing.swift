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
    /// Folders that git was not allowed to look into, which it says and goes on.
    private(set) var unreadable: [[UInt8]] = []

    /// Seconds in which git has to say something. A named pipe in the place of a file that it reads would stop it for ever.
    private static let patience = 30

    static func of(_ folder: Path) throws(Failure) -> GitListing {
        let command = ["git", "-C"].map { Array($0.utf8) } + [folder.bytes] + arguments.map { Array($0.utf8) }
        let outcome: Child.Outcome
        do throws(SystemError) {
            outcome = try Child.run(command, removing: foreignVariables, setting: ["LC_ALL=C"], patience: patience)
        } catch {
            throw Failure(description: reason(error))
        }
        guard outcome.status == 0 else {
            let line = outcome.errors.prefix { $0 != UInt8(ascii: "\n") }
            throw Failure(
                description: line.isEmpty
                    ? "it ended with \(outcome.status)" : String(decoding: line, as: UTF8.self))
        }
        return GitListing(outcome)
    }

    private static func reason(_ error: SystemError) -> String {
        if error == .timeOut { return "it said nothing for \(patience) seconds and was ended" }
        return error.isMissing ? "there is no git" : "it can't be started: \(error)"
    }

    /// `-t` puts a letter before each entry, and `--stage` the mode before tracked ones, which tells submodules; `fsmonitor`
    /// would run a program that the repository names.
    private static let arguments = [
        "-c", "core.fsmonitor=false", "ls-files", "-t", "-z", "--cached", "--others", "--exclude-standard", "--stage",
    ]

    /// What a hook of git sets, and what would make git read another work tree than the folder's.
    private static let foreignVariables = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_NAMESPACE",
    ]

    private init(_ outcome: Child.Outcome) {
        for entry in outcome.output.split(separator: 0) {
            if entry.first == UInt8(ascii: "?") {
                add(entry.dropFirst(2), isRepository: entry.last == UInt8(ascii: "/"))
            } else if let tab = entry.firstIndex(of: UInt8(ascii: "\t")) {
                add(entry[(tab + 1)...], isRepository: entry.dropFirst(2).starts(with: "160000 ".utf8))
            }
        }
        for line in outcome.errors.split(separator: UInt8(ascii: "\n")) {
            guard line.starts(with: Self.refusal) else { continue }
            let name = line.dropFirst(Self.refusal.count)
            // A line break in the name leaves the rest of it on a line of its own.
            let end = name.lastIndex(of: UInt8(ascii: "'")) ?? name.endIndex
            unreadable.append(Array(name[..<end]))
        }
    }

    /// What git says of a folder that it may not open, before it goes on with the others.
    private static let refusal = Array("warning: could not open directory '".utf8)

    private mutating func add(_ path: ArraySlice<UInt8>, isRepository: Bool) {
        if isRepository {
            repositories.append(Array(path))
        } else {
            files.append(Array(path))
        }
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
