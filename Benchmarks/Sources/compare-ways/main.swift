// Judges generated requests in both ways, from their bytes and by way of a document, and stops at the first that they
// disagree about: `compare-ways 1000000`.
import Foundation
@_spi(Benchmarking) import ImageBuilderLint
@_spi(Benchmarking) import RequestLint
import RequestGenerator

guard CommandLine.arguments.count >= 2, let count = Int(CommandLine.arguments[1]), count > 0,
    let today = Day(year: 2026, month: 11, day: 23)
else {
    FileHandle.standardError.write(Data("usage: compare-ways COUNT [SEED]\n".utf8))
    exit(2)
}
let seed = CommandLine.arguments.count > 2 ? UInt64(CommandLine.arguments[2]) ?? 1 : 1
let linter = try Linter(.init(today: today))
var generator = RequestGenerator(seed: seed, mistakeEvery: 3)
var well = 0
for number in 1...count {
    let bytes = Array(generator.request(isPretty: number % 2 == 0).utf8)
    let (screened, explained) = linter.bothWays(bytes)
    let isSilent = explained.diagnostics.isEmpty && explained.notices.isEmpty
    guard (screened == explained.requests) == isSilent, (screened == nil) != isSilent else {
        print(String(decoding: bytes, as: UTF8.self))
        print("by its bytes:", screened.map { "\($0) well" } ?? "something", "- by way of a document:", explained.diagnostics.map(\.message))
        exit(1)
    }
    if isSilent { well += 1 }
}
print("\(count) requests, \(well) of them well: both ways agree")
