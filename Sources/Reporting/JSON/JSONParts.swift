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
        members(of: notice, file: file)
        endObject()
    }

    mutating func members(of notice: Notice, file: String) {
        member("kind", notice.kind.rawValue)
        member("file", file)
        member("message", notice.message)
        if let region = notice.region { member(region) }
    }

    mutating func members(of summary: RunSummary) {
        member("files", summary.files)
        member("passedOver", summary.passedOver)
        member("linesPassedOver", summary.linesPassedOver)
        member("requests", summary.requests)
        member("errors", summary.errors)
        member("warnings", summary.warnings)
        member("infos", summary.infos)
        member("suppressed", summary.suppressed)
        member("unreadable", summary.unreadable)
    }

    mutating func member(_ region: Region) {
        key("range")
        beginObject()
        member("start", region.start)
        member("end", region.end)
        endObject()
    }

    private mutating func member(_ name: StaticString, _ position: Position) {
        key(name)
        beginObject()
        member("offset", position.offset)
        member("line", position.line)
        member("column", position.column)
        endObject()
    }
}
