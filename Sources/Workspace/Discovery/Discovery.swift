import RequestLint

/// Turns what the user named into the files to judge, each once, in the order of their names.
package struct Discovery {
    private var files: [(path: Path, origin: Linter.Origin)] = []
    private var items: [RunItem] = []
    private let format: InputFormat

    private init(_ format: InputFormat) {
        self.format = format
    }

    /// - Parameters:
    ///   - paths: files and folders as they were named.
    ///   - standardInput: the name of standard input, where it is to be read.
    package static func items(_ paths: [Path], standardInput: String?, format: InputFormat = .auto) -> [RunItem] {
        var discovery = Discovery(format)
        if let standardInput {
            discovery.items.append(
                .input(
                    Input(
                        place: .standardInput, name: standardInput, origin: .given,
                        isStream: format.isStream(standardInput))))
        }
        for path in paths { discovery.add(path) }
        return discovery.sorted()
    }

    private mutating func add(_ path: Path) {
        // What can't be looked at is reported when it is read.
        guard let status = try? FileStatus.of(path), status.isFolder else {
            files.append((path, .named))
            return
        }
        let listing = FolderListing.of(path)
        files += listing.files.map { ($0, .found) }
        items += listing.notices.map { .folder(FileReport(file: $0.folder.text, notice: $0.notice)) }
        if listing.files.isEmpty && listing.notices.isEmpty {
            let notice = Notice(
                kind: .noRequest,
                message: "The folder holds no JSON or YAML file\(listing.isFromGit ? " that git does not ignore" : ""), so nothing was judged. Name the files if they have other endings.")
            items.append(.folder(FileReport(file: path.text, notice: notice)))
        }
    }

    private func sorted() -> [RunItem] {
        let files = inputs()
        if items.isEmpty { return files }
        // The sort is stable: what has the same name stays in its order.
        return (items + files).map { (key: Array($0.name.utf8), item: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.item)
    }

    /// The files in order, each once; one that was named and found counts as named.
    private func inputs() -> [RunItem] {
        let sorted = files.sorted { $0.path < $1.path }
        var inputs: [RunItem] = []
        inputs.reserveCapacity(sorted.count)
        var index = 0
        while index < sorted.count {
            let path = sorted[index].path
            var origin = Linter.Origin.found
            while index < sorted.count, sorted[index].path == path {
                if sorted[index].origin == .named { origin = .named }
                index += 1
            }
            let name = path.text
            inputs.append(
                .input(Input(place: .file(path), name: name, origin: origin, isStream: format.isStream(name))))
        }
        return inputs
    }
}
