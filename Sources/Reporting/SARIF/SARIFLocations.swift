import RequestLint

extension JSONWriter {
    /// An `artifactLocation`.
    mutating func sarif(_ name: StaticString, _ uri: FileURI) {
        key(name)
        beginObject()
        member("uri", uri.text)
        if uri.isRelative { member("uriBaseId", FileURI.base) }
        endObject()
    }

    /// The members of a `location`; the caller opens and closes it.
    mutating func sarifLocation(_ uri: FileURI, region: Region?, pointer: String) {
        key("physicalLocation")
        beginObject()
        sarif("artifactLocation", uri)
        if let region { sarif("region", region) }
        endObject()
        guard !pointer.isEmpty else { return }
        key("logicalLocations")
        beginArray()
        beginObject()
        member("fullyQualifiedName", pointer)
        let last = pointer.utf8.suffix(while: { $0 != UInt8(ascii: "/") })
        let isIndex = !last.isEmpty && last.allSatisfy { (0x30...0x39).contains($0) }
        member("kind", isIndex ? "value" : "property")
        endObject()
        endArray()
    }

    mutating func sarif(_ name: StaticString, _ region: Region) {
        key(name)
        beginObject()
        member("startLine", region.start.line)
        member("startColumn", region.start.column)
        member("endLine", region.end.line)
        member("endColumn", region.end.column)
        member("byteOffset", region.start.offset)
        member("byteLength", region.end.offset - region.start.offset)
        endObject()
    }
}

extension BidirectionalCollection {
    /// The elements behind the last one that does not satisfy the condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) {
            start = index(before: start)
        }
        return self[start...]
    }
}
