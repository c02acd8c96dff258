// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
    name: "imagebuilder-lint",
    products: [
        .library(name: "ImageBuilderLint", targets: ["ImageBuilderLint"]),
        .library(name: "Schedules", targets: ["Schedules"]),
        .executable(name: "imagebuilder-lint", targets: ["imagebuilder-lint"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CZLib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "CByteScan"),
        .target(name: "CRuleData", exclude: ["rules.blob"]),
        .target(name: "Documents", dependencies: ["CByteScan", "CLibYAML"], swiftSettings: settings),
        .target(name: "Schedules", swiftSettings: settings),
        .target(
            name: "RequestLint", dependencies: ["Documents", "CByteScan", "CPCRE2"], swiftSettings: settings),
        .target(
            name: "ImageBuilderLint", dependencies: ["RequestLint", "Schedules", "CRuleData"],
            swiftSettings: settings),
        .target(
            name: "Workspace", dependencies: ["RequestLint", "Documents", "CZLib"], swiftSettings: settings),
        .target(name: "Reporting", dependencies: ["RequestLint", "CByteScan"], swiftSettings: settings),
        .executableTarget(
            name: "imagebuilder-lint",
            dependencies: [
                "ImageBuilderLint", "Schedules", "Workspace", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings,
            linkerSettings: [
                // A static executable starts four times faster than a dynamic one. The two libraries belong to what the
                // argument parser imports; the compiler names them only where the whole build is static.
                .unsafeFlags(
                    ["-static-executable", "-l_FoundationCollections", "-l_FoundationCShims"],
                    .when(platforms: [.linux], configuration: .release))
            ]),
        .target(name: "OracleSupport", path: "Tests/OracleSupport", swiftSettings: settings),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "OracleSupport"], swiftSettings: settings),
        .testTarget(
            name: "SchedulesTests", dependencies: ["Schedules", "RequestLint", "OracleSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "RequestLintTests", dependencies: ["RequestLint"], swiftSettings: settings),
        .testTarget(
            name: "ImageBuilderLintTests", dependencies: ["ImageBuilderLint", "Schedules"],
            swiftSettings: settings),
        .testTarget(name: "RuleTests", dependencies: ["ImageBuilderLint", "OracleSupport"], swiftSettings: settings),
        .testTarget(name: "CorpusTests", dependencies: ["ImageBuilderLint", "OracleSupport"], swiftSettings: settings),
        .testTarget(name: "ReadmeTests", dependencies: ["ImageBuilderLint"], swiftSettings: settings),
        .testTarget(
            name: "ArchitectureTests", exclude: ["public-interface.txt"], swiftSettings: settings),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "RequestLint"],
            swiftSettings: settings),
        .testTarget(
            name: "WorkspaceTests", dependencies: ["Workspace", "ImageBuilderLint"],
            swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "imagebuilder-lint", "ImageBuilderLint", "Reporting", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Cases"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
