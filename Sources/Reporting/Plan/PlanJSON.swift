package import RequestLint

/// A plan in JSON, one setting a line; `docs/plan.schema.json` states its shape.
package struct PlanJSON {
    private var json = JSONWriter()

    /// - Parameter state: the name of the current state's file.
    package static func bytes(_ report: PlanReport, state: String, _ identity: ToolIdentity) -> [UInt8] {
        var writer = PlanJSON()
        writer.write(report, state, identity)
        return writer.json.take()
    }

    private mutating func write(_ report: PlanReport, _ state: String, _ identity: ToolIdentity) {
        json.beginObject(.lines)
        json.member("schema", "imagebuilder-lint/plan/v1")
        json.member(identity)
        json.member("file", report.file)
        json.member("current", state)
        json.key("plans")
        json.beginArray(.lines)
        for plan in report.plans { write(plan) }
        json.endArray()
        json.key("notices")
        json.beginArray(.lines)
        for notice in report.notices { json.value(notice, file: report.file) }
        json.endArray()
        json.endObject()
        json.endLine()
    }

    private mutating func write(_ plan: UpdatePlan) {
        json.beginObject(.lines)
        json.member("operation", plan.operation.name)
        json.member("document", plan.document)
        json.member("pointer", plan.pointer)
        member("resource", plan.resource.map { .text($0) })
        member("requestedResource", plan.requestedResource.map { .text($0) })
        json.member("isForOtherResource", plan.isForOtherResource)
        json.key("settings")
        json.beginArray(.lines)
        for setting in plan.settings {
            json.beginObject()
            json.member("member", setting.member)
            json.member("outcome", setting.outcome.rawValue)
            json.member("isLost", setting.isLost)
            member("present", setting.presentValue)
            member("requested", setting.requestedValue)
            member("default", setting.defaultValue)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    /// What is not there is no member.
    private mutating func member(_ name: StaticString, _ value: DataValue?) {
        guard let value else { return }
        json.key(name)
        json.value(value)
    }
}
