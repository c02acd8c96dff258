import ImageBuilderLint
import Reporting

/// A forecast as a JSON object on one line. Times are ISO 8601 to the minute.
enum ForecastJSON {
    static func line(_ forecast: ScheduleForecast) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("expression", forecast.question.expression)
        json.member("valid", forecast.isValid)
        json.member("timezone", forecast.question.timezone ?? "UTC")
        json.member("description", orNull: forecast.description)
        json.key("next")
        json.beginArray()
        for run in forecast.runs {
            json.beginObject()
            json.member("local", run.local.description)
            json.member("utc", orNull: run.instant?.description)
            json.member("offset", orNull: run.offset?.description)
            json.member("note", orNull: run.note)
            json.endObject()
        }
        json.endArray()
        json.key("diagnostics")
        json.beginArray()
        for diagnostic in forecast.report.diagnostics {
            json.value(diagnostic, file: forecast.report.file, tool: Tool.name)
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.take()
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, orNull text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }
}
