// States that can't be used: each is refused when the linter is built, with the place and in three parts.
import ImageBuilderLint
import Testing

@Suite struct StateFileTests {
    private static let advice = "Save what `aws imagebuilder get-image-pipeline --image-pipeline-arn ARN` prints, and name that file."

    @Test("refused", arguments: [
        ("", "state.json:1:1: The current state can't be read. The file is empty"),
        ("{\"imagePipeline\": {\"arn\": \"x\"", "state.json:1:"),
        ("{\"arn\" = 1}", "state.json:1:"),
        ("[]", "state.json:1:1: The current state holds no resource: its first object has no member `imagePipeline` or `arn`. "),
        ("{\"imagePipelineArn\": \"x\"}", "state.json:1:1: The current state holds no resource: "),
        ("{\"imagePipelineList\": []}", "state.json:1:1: The current state holds no resource: "),
        (
            "{\"imageRecipe\": 1, \"arn\": \"arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/base/1.0.0\"}",
            "state.json:1:27: The current state is of `arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/base/1.0.0`, which UpdateImagePipeline does not take as `imagePipelineArn`. "
        ),
        ("{\"imagePipeline\": []}", "state.json:1:19: `imagePipeline` of the current state is not an object, as GetImagePipeline answers it. "),
        ("{\"imagePipeline\": {\"schedule\": \"daily\"}}", "state.json:1:32: `schedule` of the current state is not an object, as GetImagePipeline answers it. "),
        (
            "{\"imagePipeline\": {\"imageTestsConfiguration\": {\"imageTestsEnabled\": \"true\"}}}",
            "state.json:1:69: `imageTestsEnabled` of the current state is not true or false, as GetImagePipeline answers it. "
        ),
        ("{\"imagePipeline\": {\"workflows\": {}}}", "state.json:1:33: `workflows` of the current state is not a list, as GetImagePipeline answers it. "),
    ])
    func refused(text: String, message: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try Pipelines.linter(text) }
        let found = try #require(error.messages.first)
        #expect(found.hasPrefix(message), "\(found)")
        #expect(error.messages.count == 1)
    }

    @Test("what is no state says how to get one")
    func advice() throws {
        let error = try #require(throws: ConfigurationError.self) { try Pipelines.linter("{}") }
        #expect(error.messages.first?.hasSuffix(Self.advice) == true)
    }

    @Test("several documents are no state")
    func documents() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Pipelines.linter("a: 1\n---\nb: 2\n", name: "state.yaml")
        }
        #expect(error.messages == ["state.yaml:1:1: The current state is 2 documents, and one resource is compared. " + Self.advice])
    }

    @Test("deep and random bytes are refused or read, and never crash")
    func garbage() throws {
        #expect(throws: ConfigurationError.self) { try Pipelines.linter(String(repeating: "[", count: 5000)) }
        var generator = SeededGenerator(seed: 7)
        let text = Array(Pipelines.fullState.file.utf8)
        let request = Array(#"{"imagePipelineArn": "\#(Pipelines.arn)", "schedule": {}}"#.utf8)
        for _ in 0..<300 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                }
            }
            guard let linter = try? Pipelines.linter(String(decoding: bytes, as: UTF8.self)) else { continue }
            _ = linter.check(request, name: "request.json")
            _ = linter.plan(request, name: "request.json")
        }
    }
}

/// Repeatable random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
