/// Writes image pipeline requests as people keep them: good ones, and ones with one to three mistakes.
///
/// The same seed gives the same bytes.
public struct RequestGenerator: Sendable {
    private var random: SeededGenerator
    /// Every how many requests one carries mistakes; 0: none does.
    private let mistakeEvery: Int
    private var number = 0

    public init(seed: UInt64, mistakeEvery: Int) {
        random = SeededGenerator(seed: seed)
        self.mistakeEvery = mistakeEvery
    }

    /// The next request, in one line or with indentation; about 2 KB with it.
    public mutating func request(isPretty: Bool) -> String {
        number += 1
        let isBroken = mistakeEvery > 0 && number % mistakeEvery == 0
        var value = pipeline()
        if isBroken { breakSomething(&value) }
        return value.text(isPretty: isPretty)
    }

    /// The members of the next good request, for other forms of it.
    mutating func pipelineMembers() -> JSONValue { pipeline() }

    // MARK: A good request

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func name() -> String {
        pick(["nightly", "weekly", "golden", "hardened", "base"]) + "-"
            + pick(["al2023", "ubuntu-24-04", "windows-2025", "rhel-9", "eks-node"]) + "-"
            + String(Int.random(in: 1...9999, using: &random))
    }

    private mutating func pipeline() -> JSONValue {
        let region = pick(["eu-west-1", "us-east-1", "ap-southeast-2", "eu-central-1"])
        let account = String(Int.random(in: 100_000_000_000...999_999_999_999, using: &random))
        let arn = "arn:aws:imagebuilder:\(region):\(account):"
        let isContainer = Int.random(in: 0..<4, using: &random) == 0
        let version = "\(Int.random(in: 0...9, using: &random)).\(Int.random(in: 0...20, using: &random)).x"
        var members: [(String, JSONValue)] = [
            ("imagePipelineArn", .text(arn + "image-pipeline/" + name())),
            ("description", .text("Builds the image for \(pick(["production", "staging", "build agents", "developers"])); owner: \(pick(["platform", "security", "data"])) team")),
            (
                isContainer ? "containerRecipeArn" : "imageRecipeArn",
                .text(arn + (isContainer ? "container-recipe/" : "image-recipe/") + name() + "/" + version)
            ),
            ("infrastructureConfigurationArn", .text(arn + "infrastructure-configuration/" + name())),
            ("distributionConfigurationArn", .text(arn + "distribution-configuration/" + name())),
            (
                "imageTestsConfiguration",
                .object([("imageTestsEnabled", .literal("true")), ("timeoutMinutes", .literal(String(Int.random(in: 60...1440, using: &random))))])
            ),
            ("enhancedImageMetadataEnabled", .literal(pick(["true", "false"]))),
            ("schedule", schedule()),
            ("status", .text("ENABLED")),
            ("workflows", workflows(arn, region: region, isContainer: isContainer)),
            ("executionRole", .text("arn:aws:iam::\(account):role/service/ImageBuilder-\(pick(["Execution", "Build"]))")),
            (
                "loggingConfiguration",
                .object([
                    ("imageLogGroupName", .text("/aws/imagebuilder/" + name())),
                    ("pipelineLogGroupName", .text("/aws/imagebuilder/pipeline/" + name())),
                ])
            ),
            (
                "imageTags",
                .object([("team", .text("platform")), ("cost-center", .text(String(Int.random(in: 1000...9999, using: &random))))])
            ),
        ]
        if isContainer {
            members.append(
                (
                    "imageScanningConfiguration",
                    .object([
                        ("imageScanningEnabled", .literal("true")),
                        ("ecrConfiguration", .object([("repositoryName", .text("scans/" + name())), ("containerTags", .list([.text("latest")]))])),
                    ])
                ))
        }
        return .object(members)
    }

    private mutating func schedule() -> JSONValue {
        let expression = pick([
            "cron(0 5 * * ? *)", "cron(30 22 ? * tue#2 *)", "cron(0 18 ? * MON-FRI *)", "cron(15 4 1 * ? *)",
            "cron(0 0/6 * * ? *)", "cron(0 3 ? * SUN *)", "rate(7 days)", "cron(0 1 L * ? *)",
        ])
        var members: [(String, JSONValue)] = [("scheduleExpression", .text(expression))]
        if !expression.hasPrefix("rate") {
            members.append(("timezone", .text(pick(["Europe/Berlin", "America/New_York", "Etc/UTC", "Asia/Tokyo", "Australia/Sydney"]))))
        }
        members.append(("pipelineExecutionStartCondition", .text("EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE")))
        members.append(("autoDisablePolicy", .object([("failureCount", .literal(String(Int.random(in: 1...10, using: &random))))])))
        return .object(members)
    }

    private mutating func workflows(_ arn: String, region: String, isContainer: Bool) -> JSONValue {
        let managed = "arn:aws:imagebuilder:\(region):aws:workflow/build/build-\(isContainer ? "container" : "image")/x.x.x"
        let tests = (0..<Int.random(in: 1...2, using: &random)).map { index in
            JSONValue.object([
                ("workflowArn", .text(arn + "workflow/test/smoke-\(index)/1.0.x")),
                ("parallelGroup", .text("smoke")),
                ("onFailure", .text(pick(["CONTINUE", "ABORT"]))),
                (
                    "parameters",
                    .list([.object([("name", .text("waitForActionAtEnd")), ("value", .list([.text("false")]))])])
                ),
            ])
        }
        return .list([.object([("workflowArn", .text(managed))])] + tests)
    }

    // MARK: Mistakes

    private mutating func breakSomething(_ value: inout JSONValue) {
        let mistakes: [(inout JSONValue) -> Void] = [
            { $0.set(["schedule", "scheduleExpression"], .text("cron(0 0 * * *)")) },
            { $0.set(["schedule", "timezone"], .text("Europe/Berlni")) },
            { $0.set(["imageTestsConfiguration", "timeoutMinutes"], .literal("30")) },
            { $0.set(["status"], .text("enabled")) },
            { $0.set(["descripton"], .text("a typo")) },
            { $0.remove("infrastructureConfigurationArn") },
            { $0.set(["schedule", "autoDisablePolicy", "failureCount"], .literal("11")) },
            { $0.set(["imageTestsConfiguration", "imageTestsEnabled"], .text("true")) },
            { $0.set(["imageRecipeArn"], .text("arn:aws:imagebuilder:eu-west-1:123456789012:image-recipe/r/x.1.x")) },
        ]
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            pick(mistakes)(&value)
        }
    }
}
