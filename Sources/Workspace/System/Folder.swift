import Glibc

/// The entries of a folder, as the system lists them.
enum Folder {
    struct Entry {
        let name: [UInt8]
        /// nil where the file system does not say.
        let kind: FileStatus.Kind?
    }

    /// - Returns: the entries in no order, without `.` and `..`.
    static func entries(of path: Path) throws(SystemError) -> [Entry] {
        guard let stream = opendir(path.cString) else { throw .last }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let record = readdir(stream) else {
                if errno != 0 { throw .last }
                return entries
            }
            let name = withUnsafeBytes(of: &record.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == Array(".".utf8) || name == Array("..".utf8) { continue }
            entries.append(Entry(name: name, kind: kind(record.pointee.d_type)))
        }
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .regular
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_FIFO): .pipe
        case Int(DT_SOCK): .socket
        case Int(DT_UNKNOWN): nil
        default: .device
        }
    }

    /// The absolute path without links.
    static func resolved(_ path: Path) throws(SystemError) -> Path {
        guard let resolved = realpath(path.cString, nil) else { throw .last }
        defer { free(resolved) }
        return Path(UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(UInt8.init(bitPattern:)))
    }
}
