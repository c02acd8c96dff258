// A small made-up service: its model, its rule pages and a dialect, so that the engine is tested without any real one.
@testable import RequestLint
import Testing

enum Toy {
    static let model = """
        {"source": "toy 1.0",
         "operations": {"MakeThing": "MakeThingRequest", "DropThing": "DropThingRequest"},
         "shapes": {
          "MakeThingRequest": {"type": "structure", "required": ["name", "clientToken"], "members": {
            "name": {"shape": "Name"}, "size": {"shape": "Size"}, "kind": {"shape": "Kind"}, "isOn": {"shape": "Flag"},
            "labels": {"shape": "LabelMap"}, "parts": {"shape": "PartList"}, "schedule": {"shape": "Schedule"},
            "left": {"shape": "Text"}, "right": {"shape": "Text"}, "at": {"shape": "Time"}, "weight": {"shape": "Float"},
            "clientToken": {"shape": "Text", "idempotencyToken": true}}},
          "DropThingRequest": {"type": "structure", "required": ["thingId"], "members": {"thingId": {"shape": "Text"}}},
          "Name": {"type": "string", "min": 2, "max": 10, "pattern": "^[a-zé\\\\s]+$"},
          "Size": {"type": "integer", "min": 1, "max": 100},
          "Kind": {"type": "string", "enum": ["SMALL", "LARGE"]},
          "Flag": {"type": "boolean"},
          "Float": {"type": "float"},
          "Time": {"type": "timestamp"},
          "LabelMap": {"type": "map", "key": "LabelKey", "value": "Text", "max": 3},
          "LabelKey": {"type": "string", "max": 5},
          "PartList": {"type": "list", "member": "Part", "min": 1, "max": 2},
          "Part": {"type": "structure", "required": ["id"], "members": {
            "id": {"shape": "Text"}, "note": {"shape": "Text"}, "inner": {"shape": "Schedule"}}},
          "Schedule": {"type": "structure", "required": [], "members": {"expression": {"shape": "Text"}, "zone": {"shape": "Text"}}},
          "Text": {"type": "string"}
         }}
        """

    static let markers = """
        [{"operation": "MakeThing", "all": ["name"], "any": ["size", "parts", "schedule"], "none": ["arn"]},
         {"operation": "DropThing", "all": ["thingId"], "any": [], "none": []}]
        """

    /// A page with both examples that it needs.
    static func page(_ front: String, body: String = "# A rule\n\nWhy.") -> String {
        """
        ---
        \(front)
        ---
        \(body)

        ## Rejected

        ```json MakeThing
        {}
        ```

        ## Accepted

        ```json MakeThing
        {"name": "x"}
        ```
        """
    }

    /// A page of a rule: `check/problem` at places, with parameters.
    static func rule(
        _ check: String, _ problem: String, on places: String, severity: String = "error", more: String = ""
    ) -> String {
        page(
            "severity: \(severity)\nevidence: proven\non: \(places)\ncheck: \(check)\nproblem: \(problem)\nsources: [a book]"
                + (more.isEmpty ? "" : "\n" + more))
    }

    static let shapePages: [RuleSource] = ShapeProblem.names.map { problem in
        RuleSource(
            path: "shape/\(problem).md",
            text: rule("shape", problem, on: "\"*\"", severity: problem == "ambiguous-scalar" ? "warning" : "error"))
    }

    static func sources(_ pages: [(path: String, text: String)] = []) -> [RuleSource] {
        [RuleSource(path: "model/toy.json", text: model), RuleSource(path: "model/markers.json", text: markers)]
            + shapePages + pages.map { RuleSource(path: $0.path, text: $0.text) }
    }

    static func service(
        _ pages: [(path: String, text: String)] = [], checks: [any Check.Type] = [],
        dialects: [any Dialect] = [APIDialect()]
    ) throws -> Service {
        let bytes = try RegistryCompiler.compile(sources(pages), checks: CheckList(checks))
        return Service(
            blob: try #require(Blob(bytes)), checks: checks, dialects: dialects, name: "toy-lint", version: "1",
            traces: [Service.Trace(["toy"], .service)], zoneTable: "zones")
    }

    static let today: Day? = Day(year: 2026, month: 11, day: 23)

    /// Judges a text as one file.
    static func check(
        _ text: String, _ pages: [(path: String, text: String)] = [], yaml: Bool = false, checks: [any Check.Type] = [],
        dialects: [any Dialect] = [APIDialect()], operation: String? = "MakeThing",
        _ change: (inout Linter.Options) -> Void = { _ in }
    ) throws -> FileReport {
        var options = Linter.Options(today: try #require(today))
        options.operation = operation.map { Operation(name: $0) }
        change(&options)
        return try Linter(service: service(pages, checks: checks, dialects: dialects), options: options)
            .check(Array(text.utf8), name: yaml ? "toy.yaml" : "toy.json")
    }

    /// `rule L:C-L:C pointer` of each diagnostic.
    static func findings(_ report: FileReport) -> [String] {
        report.diagnostics.map { diagnostic in
            let region = diagnostic.region
            return "\(diagnostic.rule) \(region.start.line):\(region.start.column)-\(region.end.line):\(region.end.column) \(diagnostic.requestPointer)"
        }
    }

    /// The source with all of a report's edits carried out.
    static func fixed(_ report: FileReport) -> String {
        var bytes = report.source
        let edits = report.diagnostics.compactMap(\.fix).flatMap(\.edits)
        for edit in edits.sorted(by: { $0.region.start.offset > $1.region.start.offset }) {
            bytes.replaceSubrange(edit.region.start.offset..<edit.region.end.offset, with: edit.text.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
