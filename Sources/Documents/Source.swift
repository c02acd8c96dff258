/// A named run of bytes: a file, standard input, or one line of a stream.
package struct Source: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
