// What the JSON forms of reports and plans have in common.
import RequestLint

extension JSONWriter {
    mutating func member(_ identity: ToolIdentity) {
        key("tool")
        beginObject()
        member("name", identity.name)
        member("version", identity.version)
        member("model", identity.model)
        member("tzdata", identity.tzdata)
        endObject()
    }

    mutating func value(_ notice: Notice, file: String) {
        beginObject()
        member("kind", notice.kind.rawValue)
        member("file", file)
        member("message", notice.message)
        if let region = notice.region { member(region) }
        endObject()
    }

    mutating func member(_ region: Region) {
        key("range")
        beginObject()
        for (name, position) in [("start", region.start), ("end", region.end)] {
            key(name)
            beginObject()
            member("offset", position.offset)
            member("line", position.line)
            member("column", position.column)
            endObject()
        }
        endObject()
    }
}
