// Every name of the data tables, made-up names, and the model's pattern as the oracle of what the API takes.
import Foundation
import ImageBuilderLint
import Testing

@testable import ImageBuilderLint

@Suite struct TimeZoneTests {
    private func judge(_ names: [String]) throws -> [[Diagnostic]] {
        var options = Linter.Options(today: try #require(Day(year: 2026, month: 11, day: 23)))
        options.select = ["timezone/", "shape/length", "shape/pattern"]
        let linter = try Linter(options)
        let entries = names.map { name in
            let literal = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "{\"operation\": \"UpdateImagePipeline\", \"request\": {\"schedule\": {\"timezone\": \"\(literal)\"}}}"
        }
        let report = linter.check(Array(("[" + entries.joined(separator: ",\n") + "]").utf8), name: "zones.json")
        #expect(report.requests == names.count && report.notices.isEmpty)
        var result = [[Diagnostic]](repeating: [], count: names.count)
        for diagnostic in report.diagnostics {
            result[try #require(Int(diagnostic.pointer.split(separator: "/")[0]))].append(diagnostic)
        }
        return result
    }

    private func rules(_ name: String) throws -> [String] {
        try judge([name])[0].map(\.rule.description)
    }

    private func names(_ table: StaticString) throws -> [(key: String, value: String)] {
        let table = try #require(try ARNSamples.registry().table(table))
        return (0..<table.count).map { (table.key($0), table.value($0)) }
    }

    private func isTaken(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return ZoneName.isTaken(bytes.span)
    }

    // MARK: The tables

    @Test("all names of tzdata are taken but those that the pattern can't match")
    func everyName() throws {
        let zones = try names("zones")
        #expect(zones.count > 590)
        let found = try judge(zones.map(\.key))
        var refused: [String] = []
        for (zone, diagnostics) in zip(zones, found) {
            #expect(diagnostics.count <= 1, "\(zone.key)")
            guard let diagnostic = diagnostics.first, diagnostic.severity != .info else { continue }
            #expect(diagnostic.rule.description == "timezone/not-accepted" && diagnostic.severity == .error)
            // What is proposed means the same, and is taken.
            #expect(diagnostic.fix?.edits.map(\.text) == [zone.value])
            #expect(isTaken(zone.value))
            refused.append(zone.key)
        }
        #expect(refused == ["GB", "GB-Eire", "GMT+0", "GMT-0", "NZ", "NZ-CHAT", "W-SU"])
    }

    @Test("all names of tzdata in other case are told the right one")
    func everyCase() throws {
        let zones = try names("zones").map(\.key).filter { $0 != $0.lowercased() }
        for (zone, diagnostics) in zip(zones, try judge(zones.map { $0.lowercased() })) {
            let diagnostic = try #require(diagnostics.first)
            guard diagnostic.rule.description != "timezone/not-accepted" else { continue }
            #expect(diagnostic.rule.description == "timezone/case" && diagnostic.fix?.edits.map(\.text) == [zone])
        }
    }

    @Test("all names of Windows lead to a name that is taken")
    func everyWindowsName() throws {
        let zones = Set(try names("zones").map(\.key))
        let windows = try names("windows-zones")
        #expect(windows.count > 130)
        for (name, diagnostics) in zip(windows, try judge(windows.map(\.key))) where !zones.contains(name.key) {
            #expect(diagnostics.map(\.severity) == [.error], "\(name.key)")
            let proposal = try #require(diagnostics.first?.fix?.edits.first?.text)
            #expect(proposal == name.value && zones.contains(proposal) && isTaken(proposal))
        }
    }

    @Test("all abbreviations name zones that exist")
    func everyAbbreviation() throws {
        let zones = Set(try names("zones").map(\.key))
        let abbreviations = try names("zone-abbreviations")
        for (name, diagnostics) in zip(abbreviations, try judge(abbreviations.map(\.key))) {
            #expect(diagnostics.map(\.rule.description) == ["timezone/abbreviation"], "\(name.key)")
            for zone in name.value.split(separator: ", ") {
                #expect(zones.contains(String(zone)))
                #expect(diagnostics.first?.message.contains("`\(zone)`") == true, "\(name.key)")
            }
        }
    }

    // MARK: Offsets

    @Test("offsets", arguments: [
        ("+01:00", 60), ("-01:00", -60), ("+1", 60), ("-0330", -210), ("UTC+1", 60), ("UTC-08:00", -480), ("GMT+5:30", 330),
        ("utc+2", 120), ("UTC +2", 120), ("Z", 0), ("UT", 0), ("UTC+0", 0), ("Etc/UTC+3", 180), ("UTC\u{2212}5", -300),
        ("+14:00", 840),
    ])
    func offsets(_ text: String, _ minutes: Int) throws {
        #expect(UTCOffset(text)?.minutes == minutes)
        #expect(try rules(text).contains("timezone/offset"))
    }

    @Test("what is no offset", arguments: ["UTC", "GMT", "+", "UTC+", "+1:0", "+1:60", "+15", "1", "+123456", "+1:00:00", "Etc/GMT+5", "+a"])
    func noOffsets(_ text: String) {
        #expect(UTCOffset(text) == nil)
    }

    @Test("zones that are proposed for offsets have that offset")
    func offsetZones() throws {
        let zones = Set(try names("zones").map(\.key))
        let winter = Date(timeIntervalSince1970: 1_800_000_000)
        for minutes in -12 * 60...14 * 60 {
            let sign = minutes < 0 ? "-" : "+"
            let digits = abs(minutes) / 60 * 100 + abs(minutes) % 60
            let text = sign + String(repeating: "0", count: 4 - String(digits).count) + String(digits)
            guard let zone = UTCOffset(text)?.zone else { continue }
            #expect(zones.contains(zone))
            // Where the machine has the database, it has the last word.
            guard let known = TimeZone(identifier: zone) else { continue }
            let standard = Double(known.secondsFromGMT(for: winter)) - known.daylightSavingTimeOffset(for: winter)
            #expect(standard == Double(minutes * 60), "\(zone)")
        }
    }

    // MARK: Guesses

    @Test("typos and names without their area", arguments: [
        ("Europe/Berln", "Europe/Berlin"), ("America/New York", "America/New_York"), ("America/New-York", "America/New_York"),
        ("America/NewYork", "America/New_York"), ("Amerika/New_York", "America/New_York"), ("New_York", "America/New_York"),
        ("tokyo", "Asia/Tokyo"), ("Asia/Berlin", "Europe/Berlin"), ("Asia/Kolkatta", "Asia/Kolkata"),
        ("America/Los_Angles", "America/Los_Angeles"), ("Europe/Luxemburg", "Europe/Luxembourg"),
        ("America/Buenos Aires", "America/Buenos_Aires"), ("Singapur", "Singapore"),
    ])
    func guesses(_ text: String, _ expected: String) throws {
        let diagnostics = try judge([text])[0]
        #expect(diagnostics.map(\.rule.description) == ["timezone/unknown"])
        let message = diagnostics.first?.message ?? ""
        #expect(message.contains("Did you mean `\(expected)`"), "\(message)")
    }

    @Test("a zone that may be newer than the list is a warning", arguments: ["Asia/Beijing", "Europe/Munich", "America/Boston", "Antarctica/Neumayer", "America/Argentina/Pilar", "US/Boston"])
    func unlisted(_ text: String) throws {
        let diagnostics = try judge([text])[0]
        #expect(diagnostics.map(\.rule.description) == ["timezone/unlisted"])
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test("what can be no zone is an error", arguments: ["Nowhere/Boston", "hello", "Europe/", "Europe/St. Gallen", "/Berlin", "Europe//Berlin", "UTC,", "Europe/München-Süd"])
    func unknown(_ text: String) throws {
        #expect(try rules(text) == ["timezone/unknown"])
    }

    @Test("a name that is too short or too long is one finding")
    func lengths() throws {
        #expect(try rules("NZ") == ["timezone/not-accepted"])
        #expect(try rules("XY") == ["timezone/unknown"])
        #expect(try rules("Europe/" + String(repeating: "x", count: 100)) == ["timezone/unknown"])
        #expect(try rules("") == ["timezone/unknown"])
        #expect(try rules("  ") == ["timezone/unknown"])
    }

    @Test("what the pattern refuses is an error, and what it takes only where no such name is known")
    func agreesWithPattern() throws {
        let registry = try ARNSamples.registry()
        let shape = try #require((0..<registry.shapes.count).map { registry.shapes[$0] }.first { registry.text.string($0.name) == "Timezone" })
        #expect(shape.has(ShapeRecord.patternIsCovered) && shape.has(ShapeRecord.lengthIsCovered))
        let memory = MatchMemory()
        let zones = try names("zones").map(\.key)
        var generator = Seeded(20_261_124)
        let texts = (0..<600).map { _ in damaged(zones.randomElement(using: &generator) ?? "", &generator) }
        var taken = 0
        for (text, diagnostics) in zip(texts, try judge(texts)) {
            let bytes = Array(text.utf8)
            let matches = registry.patterns.match(Int(shape.pattern), bytes.span, memory) == .match
                && (3...100).contains(text.unicodeScalars.count)
            #expect(isTaken(text) == matches, "\(text)")
            let errors = diagnostics.filter { $0.severity == .error }.map(\.rule.description)
            if matches {
                taken += 1
                #expect(Set(errors).isSubset(of: ["timezone/unknown", "timezone/abbreviation", "timezone/offset"]), "\(text)")
            } else {
                #expect(!errors.isEmpty, "\(text)")
            }
        }
        #expect(taken > 150 && taken < 450, "\(taken)")
    }

    /// A name with one or two characters more, less or changed.
    private func damaged(_ name: String, _ generator: inout Seeded) -> String {
        var characters = Array(name)
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !characters.isEmpty {
            let index = Int.random(in: 0..<characters.count, using: &generator)
            let other = Array(" /.-_+A0aé\n").randomElement(using: &generator) ?? " "
            switch Int.random(in: 0...3, using: &generator) {
            case 0: characters.remove(at: index)
            case 1: characters[index] = other
            case 2: characters.insert(other, at: index)
            default: characters.removeSubrange(index...)
            }
        }
        return String(characters)
    }
}
