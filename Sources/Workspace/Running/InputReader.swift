import Documents
import RequestLint

/// Reads an input, or says why not.
package enum InputReader {
    enum Result {
        case bytes([UInt8])
        case notice(Notice)
        /// There is nothing to read and nothing to say: it went away after it was listed, or is a folder behind a link.
        case nothing
    }

    /// Reads what a person named beside the files to judge.
    package static func read(_ place: Input.Place, name: String) throws(InputError) -> [UInt8] {
        switch read(Input(place: place, name: name, origin: .named)) {
        case .bytes(let bytes): return bytes
        case .notice(let notice): throw InputError(message: notice.message)
        case .nothing: return []
        }
    }

    /// The first bytes of a regular file, and the last; nil where it is none or can't be read.
    package static func edges(of path: Path, count: Int) -> (start: [UInt8], end: [UInt8])? {
        guard let descriptor = try? FileDescriptor.reading(path), let status = try? descriptor.status(),
            status.kind == .regular, let start = try? FileDescriptor.chunk(of: descriptor.number, count),
            (try? descriptor.move(to: max(0, status.size - count))) != nil,
            let end = try? FileDescriptor.chunk(of: descriptor.number, count)
        else { return nil }
        return (start, end)
    }

    static func read(_ input: Input, limit: Int = ReadLimits.standard.bytes) -> Result {
        switch input.place {
        case .standardInput: standardInput(limit)
        case .file(let path): file(path, isNamed: input.origin != .found, limit)
        }
    }

    // MARK: Streams

    enum Opening {
        case stream(any ByteStream)
        case notice(Notice)
        /// As of `Result`.
        case nothing
    }

    /// Opens an input that is read piece by piece.
    static func open(_ input: Input) -> Opening {
        guard case .file(let path) = input.place else { return .stream(UnpackedBytes(FileBytes(.standardInput))) }
        let isNamed = input.origin != .found
        do throws(SystemError) {
            let descriptor = try FileDescriptor.reading(path)
            let kind = try descriptor.status().kind
            guard kind == .regular else { return obstacle(kind, isNamed: isNamed).map { .notice($0) } ?? .nothing }
            return .stream(UnpackedBytes(FileBytes(descriptor)))
        } catch {
            switch failure(error, path, isNamed: isNamed) {
            case .notice(let notice): return .notice(notice)
            case .nothing, .bytes: return .nothing
            }
        }
    }

    // MARK: Files

    private static func file(_ path: Path, isNamed: Bool, _ limit: Int) -> Result {
        do throws(SystemError) {
            let descriptor = try FileDescriptor.reading(path)
            let status = try descriptor.status()
            guard status.kind == .regular else {
                return obstacle(status.kind, isNamed: isNamed).map { .notice($0) } ?? .nothing
            }
            guard status.size <= limit else { return .notice(tooBig("\(status.size) bytes", limit)) }
            let bytes = try descriptor.readAll(size: status.size, limit: limit)
            guard bytes.count <= limit else { return .notice(tooBig("more than \(limit) bytes", limit)) }
            return Unpacking.unpack(bytes, limit: limit)
        } catch {
            return failure(error, path, isNamed: isNamed)
        }
    }

    /// What is said of something that is no regular file; nil of a folder behind a link, which was not named.
    private static func obstacle(_ kind: FileStatus.Kind, isNamed: Bool) -> Notice? {
        if kind == .folder, !isNamed { return nil }
        return unreadable("This is \(name(of: kind)), and only regular files are read: it may never end. \(advice)")
    }

    private static func standardInput(_ limit: Int) -> Result {
        do throws(SystemError) {
            let bytes = try FileDescriptor.standardInput.readAll(size: nil, limit: limit)
            guard bytes.count <= limit else { return .notice(tooBig("more than \(limit) bytes", limit)) }
            return Unpacking.unpack(bytes, limit: limit)
        } catch {
            return .notice(unreadable("Standard input can't be read: \(error). Send a request to it, or name a file."))
        }
    }

    private static func failure(_ error: SystemError, _ path: Path, isNamed: Bool) -> Result {
        let link = try? FileStatus.of(path, followingLinks: false)
        if error.isMissing {
            guard link == nil else {
                return .notice(unreadable("This symbolic link leads to nothing, so there is nothing to judge. Correct the link, or remove it."))
            }
            return isNamed
                ? .notice(unreadable("There is no such file or folder, so nothing was judged. Correct the path."))
                : .nothing
        }
        if let link, link.kind != .regular, link.kind != .link {
            return .notice(unreadable("This is \(name(of: link.kind)), and only regular files are read. \(advice)"))
        }
        return .notice(unreadable("The file can't be read: \(error). Correct its permissions or its path, or leave it out."))
    }

    private static let advice = "Send its content to standard input: `imagebuilder-lint check -`."

    private static func name(of kind: FileStatus.Kind) -> String {
        switch kind {
        case .regular: "a file"
        case .folder: "a folder"
        case .link: "a symbolic link"
        case .pipe: "a named pipe"
        case .socket: "a socket"
        case .device: "a device"
        }
    }

    private static func unreadable(_ message: String) -> Notice {
        Notice(kind: .unreadable, message: message)
    }

    private static func tooBig(_ size: String, _ limit: Int) -> Notice {
        Notice(kind: .limit, message: "The file has \(size), and files over \(limit) bytes are not read. Split it.")
    }
}

/// Why an input can't be read: what is wrong, why, and what to do.
package struct InputError: Error {
    package let message: String
}
