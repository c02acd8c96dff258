// swift-tools-version: 6.2
// Fuzzing stands apart, so that building the linter never builds it. `make fuzz` builds it with the fuzzer's counters.
import PackageDescription

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "imagebuilder-lint", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                .product(name: "ImageBuilderLint", package: "imagebuilder-lint"),
                .product(name: "Schedules", package: "imagebuilder-lint"),
            ],
            swiftSettings: [
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
