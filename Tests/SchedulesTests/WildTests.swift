import Testing

@testable import Schedules

/// Schedules that are found in public repositories, and what is known of them.
@Suite("Schedules in the wild")
struct WildTests {
    static let file = "domain/schedules-in-the-wild.tsv"

    @Test(
        "are judged as they were",
        .enabled(if: SharedFolder.has(file), "the folder `shared` is not beside the project"))
    func wild() throws {
        for row in try SharedFolder.rows(Self.file) {
            let reading = Schedule.read(row[0])
            #expect((reading.schedule == nil) == (row[2] == "invalid"), "\(row[0])")
            if row[2] == "valid" { #expect(reading.problems.isEmpty, "\(row[0])") }
            if row[3].contains("5-field") {
                #expect(reading.problems.map(\.kind) == [.fiveFields], "\(row[0])")
            }
        }
    }
}
