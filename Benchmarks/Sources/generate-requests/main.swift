// Writes generated requests to standard output: `generate-requests COUNT [--seed N] [--mistake-every N] [--ndjson]`.
// Without `--ndjson` they form one indented list. `generate-requests COUNT --template json|yaml` writes a CloudFormation
// template with so many pipelines.
import RequestGenerator

let arguments = CommandLine.arguments.dropFirst()

func value(of option: String) -> Int? {
    guard let index = arguments.firstIndex(of: option), index + 1 < arguments.endIndex else { return nil }
    return Int(arguments[index + 1])
}

if let count = arguments.first.flatMap({ Int($0) }), let option = arguments.firstIndex(of: "--template") {
    var generator = TemplateGenerator(seed: UInt64(value(of: "--seed") ?? 1))
    let isYAML = arguments.dropFirst(option - arguments.startIndex + 1).first == "yaml"
    print(generator.template(pipelines: count, isYAML: isYAML), terminator: isYAML ? "" : "\n")
} else if let count = arguments.first.flatMap({ Int($0) }) {
    var generator = RequestGenerator(
        seed: UInt64(value(of: "--seed") ?? 1), mistakeEvery: value(of: "--mistake-every") ?? 0)
    let isNDJSON = arguments.contains("--ndjson")
    if !isNDJSON { print("[") }
    for index in 0..<count {
        let request = generator.request(isPretty: !isNDJSON)
        print(request + (isNDJSON || index + 1 == count ? "" : ","))
    }
    if !isNDJSON { print("]") }
} else {
    print("usage: generate-requests COUNT [--seed N] [--mistake-every N] [--ndjson] [--template json|yaml]")
}
