import Glibc

/// What the system says of a file without reading it.
package struct FileStatus: Sendable {
    enum Kind: Sendable {
        case regular, folder, link, pipe, socket, device
    }

    /// Two paths with the same identity are one file.
    package struct Identity: Sendable, Hashable {
        let device: UInt
        let number: UInt
    }

    let kind: Kind
    /// Bytes.
    let size: Int
    package let identity: Identity

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        size = Int(status.st_size)
        identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }

    package var isFolder: Bool { kind == .folder }

    /// - Throws: the system's error, such as that there is no such file.
    package static func of(_ path: Path, followingLinks: Bool = true) throws(SystemError) -> FileStatus {
        var status = stat()
        _ = try SystemError.check {
            followingLinks ? stat(path.cString, &status) : lstat(path.cString, &status)
        }
        return FileStatus(status)
    }
}

extension Path {
    /// The bytes with the zero that ends them.
    var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }
}
