// Throughput over generated requests. One iteration judges one megabyte, so that "throughput (# / s)" reads as MB/s.
import Benchmark
@_spi(Benchmarking) import ImageBuilderLint
@_spi(Benchmarking) import RequestLint
import RequestGenerator

/// A list of requests of about a million bytes.
private func workload(mistakeEvery: Int) -> [UInt8] {
    var generator = RequestGenerator(seed: 1, mistakeEvery: mistakeEvery)
    var text = "[" + generator.request(isPretty: true)
    while text.utf8.count < 1_000_000 { text += ",\n" + generator.request(isPretty: true) }
    return Array((text + "]").utf8)
}

private func linter(_ change: (inout Linter.Options) -> Void) -> Linter {
    var options = Linter.Options(today: Day(year: 2026, month: 11, day: 23)!)
    change(&options)
    return try! Linter(options)
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.throughput, .wallClock], warmupIterations: 5, maxDuration: .seconds(3),
        maxIterations: 5000)
    let good = workload(mistakeEvery: 0)
    let mixed = workload(mistakeEvery: 10)
    let allRules = linter { _ in }
    let structure = linter { $0.select = ["shape/"] }

    Benchmark("parse") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(Linter.parse(good, name: "good.json")) }
    }
    Benchmark("structure only, good requests") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(structure.check(good, name: "good.json")) }
    }
    Benchmark("all rules, good requests") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(allRules.check(good, name: "good.json")) }
    }
    for ending in ["json", "yaml"] {
        var generator = TemplateGenerator(seed: 1)
        let template = Array(generator.template(pipelines: 200, isYAML: ending == "yaml").utf8)
        Benchmark("a template of 200 pipelines, \(ending)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(allRules.check(template, name: "template." + ending)) }
        }
    }
    Benchmark("all rules, every tenth request with mistakes") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(allRules.check(mixed, name: "mixed.json")) }
    }
}
