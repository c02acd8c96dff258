// Judges texts as ARNs of the model's shapes, many in one document.
import Testing

@testable import ImageBuilderLint

/// A place of some request that takes an ARN of one shape.
struct ARNPlace {
    let shape: String
    let pattern: Int
    let operation: String
    let member: String

    /// One for each shape that is an Image Builder ARN.
    static func all(_ registry: Registry) -> [ARNPlace] {
        var places: [ARNPlace] = []
        for number in 0..<registry.operations.count {
            let operation = registry.operations[number]
            guard operation.shape != noIndex else { continue }
            for index in registry.shapes[Int(operation.shape)].members.indices {
                let member = registry.members[index]
                let shape = registry.shapes[Int(member.shape)]
                let name = registry.text.string(shape.name)
                guard ARNForm(shape: name) != nil, !places.contains(where: { $0.shape == name }) else { continue }
                places.append(
                    ARNPlace(
                        shape: name, pattern: Int(shape.pattern), operation: registry.text.string(operation.name),
                        member: registry.text.string(member.name)))
            }
        }
        return places
    }
}

enum ARNSamples {
    static func registry() throws -> Registry {
        let service = try ImageBuilder.service()
        return Registry(service.blob, checks: CheckList(service.checks))
    }

    static func linter(select: [String], severities: [(name: String, severity: Severity?)] = []) throws -> Linter {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = select
        options.severities = severities
        return try Linter(options)
    }

    /// What is found in each of some texts, with the text that is marked.
    static func judge(
        _ texts: [(operation: String, member: String, text: String)], by linter: Linter
    ) throws -> [[(diagnostic: Diagnostic, marked: String)]] {
        let entries = texts.map { entry in
            "{\"operation\": \"\(entry.operation)\", \"request\": {\"\(entry.member)\": \(literal(entry.text))}}"
        }
        let bytes = Array(("[" + entries.joined(separator: ",\n") + "]").utf8)
        let report = linter.check(bytes, name: "samples.json")
        #expect(report.requests == texts.count)
        #expect(report.notices.isEmpty)
        var result = [[(diagnostic: Diagnostic, marked: String)]](repeating: [], count: texts.count)
        for diagnostic in report.diagnostics {
            let index = try #require(Int(diagnostic.pointer.split(separator: "/")[0]))
            let marked = bytes[diagnostic.region.start.offset..<diagnostic.region.end.offset]
            let decoded = String(decoding: marked, as: UTF8.self).replacing("\\n", with: "\n")
            result[index].append((diagnostic, decoded))
        }
        return result
    }

    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
