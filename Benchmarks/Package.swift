// swift-tools-version: 6.1
// Benchmarks stand apart, so that building the linter never builds them.
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "imagebuilder-lint", path: ".."),
        // No traits: jemalloc is not needed for throughput.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "RequestGenerator"),
        .executableTarget(name: "generate-requests", dependencies: ["RequestGenerator"]),
        .executableTarget(
            name: "compare-ways",
            dependencies: [
                "RequestGenerator", .product(name: "ImageBuilderLint", package: "imagebuilder-lint"),
            ]),
        .executableTarget(
            name: "next-runs",
            dependencies: [.product(name: "Schedules", package: "imagebuilder-lint")]),
        .executableTarget(
            name: "ScheduleRuns",
            dependencies: [
                .product(name: "Schedules", package: "imagebuilder-lint"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Schedules",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "Throughput",
            dependencies: [
                "RequestGenerator",
                .product(name: "ImageBuilderLint", package: "imagebuilder-lint"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Throughput",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)
