// Holds the two ways to judge JSON together: a look at the bytes says that all is well exactly where the way through a
// document finds nothing to say. What the bytes leave open (escapes, byte order marks, envelopes) is counted, so that it
// does not become the rule.
import Foundation
@_spi(Benchmarking) import ImageBuilderLint
@_spi(Benchmarking) import RequestLint
import Testing

@Suite struct ScreeningTests {
    /// What the screening says is well must be so, and be as many requests.
    private func judge(_ bytes: [UInt8], _ name: String, _ tally: inout Tally) throws {
        let (screened, explained) = try CorpusTests.linter.get().bothWays(bytes)
        let isSilent = explained.diagnostics.isEmpty && explained.notices.isEmpty
        if let screened {
            tally.well += 1
            #expect(
                isSilent && explained.requests == screened,
                "\(name): well by its bytes, and yet: \(explained.diagnostics.map(\.message)) \(explained.notices.map(\.message)): \(String(decoding: bytes.prefix(4000), as: UTF8.self))")
        } else if isSilent, explained.requests > 0 {
            tally.open += 1
        }
    }

    private struct Tally {
        var well = 0
        /// Well, and left to the way through a document.
        var open = 0
    }

    private static let corpus = CorpusFolder.requests.filter { $0.hasSuffix(".json") }

    /// An event of CloudTrail, without what does not matter here.
    private func event(_ parameters: String, source: String = "imagebuilder.amazonaws.com", more: String = "") -> [UInt8] {
        Array(
            """
            {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/\\"a\\""},\
            "eventTime":"2026-11-02T10:00:00Z","eventSource":"\(source)","eventName":"UpdateImagePipeline",\
            "requestParameters":\(parameters),"responseElements":null,"eventType":"AwsApiCall"\(more)}
            """.utf8)
    }

    private static let request = """
        {"imagePipelineArn":"arn:aws:imagebuilder:us-east-1:123456789012:image-pipeline/a",\
        "imageRecipeArn":"arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/a/1.0.0",\
        "infrastructureConfigurationArn":"arn:aws:imagebuilder:us-east-1:123456789012:infrastructure-configuration/a"}
        """

    @Test("what holds requests is known by its bytes")
    func forms() throws {
        let linter = try CorpusTests.linter.get()
        let good = event(Self.request)
        let bad = event(Self.request.replacing("1.0.0", with: "1.x.0"))
        let foreign = event("{}", source: "ec2.amazonaws.com")
        func records(_ events: [UInt8]...) -> [UInt8] {
            Array("{\"Records\": [".utf8) + events.joined(separator: [UInt8(ascii: ",")]) + Array("]}".utf8)
        }
        #expect(linter.bothWays(good).screened == 1)
        #expect(linter.bothWays(bad).screened == nil)
        #expect(linter.bothWays(records(good, foreign, good)).screened == 2)
        #expect(linter.bothWays(records(good, bad)).screened == nil)
        #expect(linter.bothWays(event(Self.request, more: ",\"eventName\":\"GetImage\"")).screened == nil)
        let envelope = Array("{\"operation\": \"UpdateImagePipeline\", \"request\": \(Self.request)}".utf8)
        #expect(linter.bothWays(envelope).screened == 1)
        let lines = good + [0x0A] + foreign + [0x0A] + envelope + [0x0A] + good + [0x0A] + bad
        let report = linter.check(lines, name: "events.ndjson")
        #expect(report.requests == 4)
        #expect(report.linesPassedOver == 1)
        #expect(report.diagnostics.map(\.document) == [4])
    }

    @Test("corpus")
    func corpus() throws {
        var tally = Tally()
        for path in Self.corpus { try judge(CorpusFolder.bytes(path), path, &tally) }
        #expect(tally.well > tally.open)
    }

    @Test(
        "real files",
        .enabled(if: WildFolder.url != nil, "the folder `shared` is not beside the checkout"))
    func wild() throws {
        let folder = try #require(WildFolder.url)
        var tally = Tally()
        for path in WildFolder.paths where path.hasSuffix(".json") {
            try judge([UInt8](Data(contentsOf: folder.appending(path: path))), path, &tally)
        }
        #expect(tally.well > 0)
    }

    /// What a worker remembers of requests before must change nothing.
    @Test("one list of all requests is judged like each of them alone")
    func memory() throws {
        let linter = try CorpusTests.linter.get()
        var list: [UInt8] = []
        var alone: [String] = []
        for _ in 0..<3 {
            for path in Self.corpus {
                let bytes = try CorpusFolder.bytes(path)
                let report = linter.bothWays(bytes).explained
                guard report.requests == 1, report.notices.isEmpty, bytes.first == UInt8(ascii: "{"),
                    report.diagnostics.allSatisfy({ $0.dialect == "api" && $0.pointer == $0.requestPointer })
                else { continue }
                list += (list.isEmpty ? [] : [UInt8(ascii: ",")]) + bytes
                alone += report.diagnostics.map { "\($0.rule) \($0.requestPointer) \($0.message)" }
            }
        }
        let together = linter.bothWays([UInt8(ascii: "[")] + list + [UInt8(ascii: "]")])
        #expect(together.screened == nil)
        #expect(alone.count > 300)
        #expect(together.explained.diagnostics.map { "\($0.rule) \($0.requestPointer) \($0.message)" }.sorted() == alone.sorted())
    }

    @Test("corpus with a byte or a run of bytes changed")
    func mutations() throws {
        var random = SplitMix(state: 20_261_125)
        var tally = Tally()
        let signs = Array("{}[]\",:\\ \n0129.-xXaé\u{0}\u{7f}truefalsenull*?/".utf8)
        for path in Self.corpus {
            let original = try CorpusFolder.bytes(path)
            guard !original.isEmpty, original.count < 20_000 else { continue }
            for _ in 0..<60 {
                var bytes = original
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[at] = signs[Int(random.next() % UInt64(signs.count))]
                case 1: bytes.insert(signs[Int(random.next() % UInt64(signs.count))], at: at)
                case 2: bytes.removeSubrange(at..<min(bytes.count, at + 1 + Int(random.next() % 12)))
                default:
                    let end = min(bytes.count, at + 1 + Int(random.next() % 60))
                    bytes.insert(contentsOf: bytes[at..<end], at: Int(random.next() % UInt64(bytes.count)))
                }
                try judge(bytes, path, &tally)
            }
        }
        #expect(tally.well > 100)
    }
}

/// The same sequence everywhere.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
