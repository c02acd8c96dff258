// The model's patterns as the oracle of the ARN parser: what a pattern refuses, the parser calls an error; what a pattern
// takes, it calls an error only for the reasons that are listed here and on the rules' pages.
import Testing

@testable import ImageBuilderLint

@Suite struct ARNOracleTests {
    /// Rules that refuse more than the patterns do.
    private static let beyondPatterns: Set<String> = ["arn/wildcard-order", "arn/version-bounds", "arn/partition-region"]
    /// And where the pattern of an older shape takes any text as a Region.
    private static let beyondLoosePatterns = beyondPatterns.union(["arn/region"])

    @Test("every shape of the model that is an Image Builder ARN has a form, and its pattern is covered")
    func coversTheModel() throws {
        let registry = try ARNSamples.registry()
        var count = 0
        for index in 0..<registry.shapes.count {
            let shape = registry.shapes[index]
            let name = registry.text.string(shape.name)
            guard shape.pattern != noIndex, registry.patterns.source(Int(shape.pattern)).contains(":imagebuilder:") else {
                #expect(ARNForm(shape: name) == nil, "\(name) is no Image Builder ARN any more")
                continue
            }
            #expect(ARNForm(shape: name) != nil, "\(name) has no form")
            #expect(shape.has(ShapeRecord.patternIsCovered), "no page of the check `arn` is bound to \(name)")
            count += 1
        }
        #expect(count == 16)
    }

    @Test("of the members that are compared, all but those that take other texts are such shapes")
    func comparedMembersAreSummedUp() throws {
        let registry = try ARNSamples.registry()
        func member(_ name: Substring, of shape: ShapeRecord) -> ShapeRecord? {
            registry.member(named: Array(name.utf8).span, of: shape).map {
                registry.shapes[Int(registry.members[Int(shape.members.start) + $0].shape)]
            }
        }
        var count = 0
        for index in 0..<registry.operations.count where registry.operations[index].shape != noIndex {
            let request = registry.shapes[Int(registry.operations[index].shape)]
            for compared in ARNMember.allCases {
                var shape: ShapeRecord? = request
                for step in compared.path.split(separator: ".") {
                    let isList = step.hasSuffix("[]")
                    shape = shape.flatMap { member(isList ? step.dropLast(2) : step, of: $0) }
                    if isList { shape = shape.map { registry.shapes[Int($0.element)] } }
                }
                guard let shape else { continue }
                count += 1
                #expect(
                    (ARNForm(shape: registry.text.string(shape.name)) == nil) == [.parentImage, .sourceImage].contains(compared),
                    "\(compared.path) of \(registry.text.string(request.name))")
            }
        }
        #expect(count > 20)
    }

    @Test("forms survive being compiled into a word")
    func words() throws {
        for place in ARNPlace.all(try ARNSamples.registry()) {
            let form = try #require(ARNForm(shape: place.shape))
            let again = ARNForm(word: form.word)
            #expect(again.kinds == form.kinds && again.accounts == form.accounts)
            #expect(again.version == form.version && again.isStrict == form.isStrict)
        }
    }

    @Test("parser and patterns agree")
    func agreesWithPatterns() throws {
        let registry = try ARNSamples.registry()
        let memory = MatchMemory()
        let linter = try ARNSamples.linter(select: ["arn/"])
        var generator = Seeded(20_261_123)
        var taken = 0
        var total = 0
        for place in ARNPlace.all(registry) {
            let form = try #require(ARNForm(shape: place.shape))
            let texts = (0..<600).map { _ in ARNGenerator.text(for: form, &generator) }
            let found = try ARNSamples.judge(texts.map { (place.operation, place.member, $0) }, by: linter)
            for (text, findings) in zip(texts, found) {
                let bytes = Array(text.utf8)
                let errors = Set(findings.filter { $0.diagnostic.severity == .error }.map { $0.diagnostic.rule.description })
                total += 1
                if registry.patterns.match(place.pattern, bytes.span, memory) == .match {
                    taken += 1
                    let reasons = form.isStrict ? Self.beyondPatterns : Self.beyondLoosePatterns
                    #expect(errors.subtracting(reasons) == [], "\(place.shape) takes \(text)")
                } else {
                    #expect(!errors.isEmpty, "\(place.shape) refuses \(text)")
                }
                for finding in findings { expectQuoted(finding, in: text) }
            }
        }
        // Neither side of the comparison may be empty.
        #expect(total == 9_600 && taken > 2_000 && taken < 7_500, "\(taken) of \(total)")
    }

    /// A message quotes what is marked, or says that something is not there.
    private func expectQuoted(_ finding: (diagnostic: Diagnostic, marked: String), in text: String) {
        let message = finding.diagnostic.message
        let saysAbsence = message.hasPrefix("The ARN") || message.hasPrefix("Blanks ")
        #expect(saysAbsence || message.hasPrefix("`\(finding.marked)`"), "\(text): \(message)")
    }
}

/// Makes ARNs, right ones and such with one or two parts that are odd.
enum ARNGenerator {
    private static let partitions = ["aws-cn", "aws-us-gov", "awsx", "aws-", "aws--cn", "AWS", "", "azure", "aws_cn", "aws-iso-b", "aws9", "aws-x-", "aw"]
    private static let services = ["ec2", "", "ImageBuilder", "image-builder"]
    private static let regions = ["cn-north-1", "us-gov-west-1", "eu-x-9", "US-EAST-1", "", "us-east", "us-east-1a", "u-east-1", "us--1", "us east-1", "us-east-12345678901234567890", "us-1", "us-e4st-1", "ap-southeast-9", "-", "us-east-1-"]
    private static let accounts = ["aws", "aws-marketplace", "third-party", "aws-", "aws-X", "aws--", "12345", "", "1234567890123", "１２３４５６７８９０１２", "1234-5678-9012", "third-parties", "12345678901a"]
    private static let kinds = ARNKind.allCases.map { "\($0.word)" } + ["recipe", "", "Image", "image-pipeline:nightly", "component "]
    private static let types = ["build", "test", "distribution", "BUILD", "", "my-flow"]
    private static let names = ["a", "my_name", "My", "a b", "", "a.b", "ü", "-", "build", "1.0.0"]
    private static let versions = ["1.0.0", "x.x.x", "1.x.x", "x.2.x", "1.0", "1.0.0.0", "X.x.x", "1..0", "", "01.002.3", "1073741824.0.0", "99999999999999999999.0.0", "1.x.3", "x", "v1.0.0", "1.0.0x", "*.*.*"]
    private static let builds = ["1", "x", "", "01", "1/2", "99999999999999999999", "1/"]

    static func text(for form: ARNForm, _ generator: inout Seeded) -> String {
        let kind = form.kinds.list.randomElement(using: &generator) ?? .image
        var hasVersion = form.version != .none && kind.hasVersions
        var hasBuild = form.version == .build || form.version.takesBuild && Bool.random(using: &generator)
        var parts = [
            "arn", "aws", "imagebuilder", "us-east-1", "123456789012", "\(kind.word)", "build", "my-name",
            form.version.takesWildcards && !hasBuild ? ["1.0.0", "1.x.x", "x.x.x"].randomElement(using: &generator) ?? "" : "1.0.0",
            "1",
        ]
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            switch Int.random(in: 0...11, using: &generator) {
            case 0: parts[0] = ["ARN", "", "arn ", "urn"].randomElement(using: &generator) ?? ""
            case 1: parts[1] = partitions.randomElement(using: &generator) ?? ""
            case 2: parts[2] = services.randomElement(using: &generator) ?? ""
            case 3: parts[3] = regions.randomElement(using: &generator) ?? ""
            case 4: parts[4] = accounts.randomElement(using: &generator) ?? ""
            case 5: parts[5] = kinds.randomElement(using: &generator) ?? ""
            case 6: parts[6] = types.randomElement(using: &generator) ?? ""
            case 7: parts[7] = names.randomElement(using: &generator) ?? ""
            case 8: parts[8] = versions.randomElement(using: &generator) ?? ""
            case 9: parts[9] = builds.randomElement(using: &generator) ?? ""
            case 10: hasVersion.toggle()
            default: hasBuild.toggle()
            }
        }
        var resource = [parts[5]]
        if parts[5] == "workflow" { resource.append(parts[6]) }
        resource.append(parts[7])
        if hasVersion { resource.append(parts[8]) }
        if hasVersion && hasBuild { resource.append(parts[9]) }
        var text = parts[0...4].joined(separator: ":") + ":" + resource.joined(separator: "/")
        if Int.random(in: 0..<10, using: &generator) == 0 { text = damaged(text, &generator) }
        return text
    }

    /// One character more, one less, or another.
    private static func damaged(_ text: String, _ generator: inout Seeded) -> String {
        var characters = Array(text)
        let index = Int.random(in: 0..<characters.count, using: &generator)
        let other = Array(" :/x.-_A0é\n").randomElement(using: &generator) ?? " "
        switch Int.random(in: 0...3, using: &generator) {
        case 0: characters.remove(at: index)
        case 1: characters[index] = other
        case 2: characters.insert(other, at: index)
        default: characters.removeSubrange(index...)
        }
        return String(characters)
    }
}
