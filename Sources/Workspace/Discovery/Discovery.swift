import RequestLint

/// Turns what the user named into the files to judge, each once, in the order of their names.
package struct Discovery {
    private var files: [Path: Linter.Origin] = [:]
    private var items: [RunItem] = []

    /// - Parameters:
    ///   - paths: files and folders as they were named.
    ///   - standardInput: the name of standard input, where it is to be read.
    package static func items(_ paths: [Path], standardInput: String?) -> [RunItem] {
        var discovery = Discovery()
        if let standardInput {
            discovery.items.append(
                .input(Input(place: .standardInput, name: standardInput, origin: .given)))
        }
        for path in paths { discovery.add(path) }
        return discovery.sorted()
    }

    private mutating func add(_ path: Path) {
        // What can't be looked at is reported when it is read.
        guard let status = try? FileStatus.of(path), status.isFolder else {
            files[path] = .named
            return
        }
        let listing = FolderListing.of(path)
        for file in listing.files where files[file] == nil { files[file] = .found }
        items += listing.notices.map { .folder(FileReport(file: $0.folder.text, notice: $0.notice)) }
        if listing.files.isEmpty && listing.notices.isEmpty {
            let notice = Notice(
                kind: .noRequest,
                message: "The folder holds no JSON or YAML file\(listing.isFromGit ? " that git does not ignore" : ""), so nothing was judged. Name the files if they have other endings.")
            items.append(.folder(FileReport(file: path.text, notice: notice)))
        }
    }

    private func sorted() -> [RunItem] {
        if items.isEmpty {
            return files.keys.sorted().map(input)
        }
        let all = items + files.keys.sorted().map(input)
        // The sort is stable: what has the same name stays in its order.
        return all.map { (key: Array($0.name.utf8), item: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.item)
    }

    private func input(_ path: Path) -> RunItem {
        .input(Input(place: .file(path), name: path.text, origin: files[path] ?? .found))
    }
}
