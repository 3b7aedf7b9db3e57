// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "gloss",
    products: [
        .executable(name: "gloss", targets: ["gloss"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // MARK: The program, from the top down. Arrows point one way only; HouseTests reads the imports.
        .executableTarget(name: "gloss", dependencies: ["Commands"]),
        .target(
            name: "Commands",
            dependencies: [
                "CPosix", "CodingCore", "Interchange", "StudyFiles", "TextMetrics", "Workbench",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "Workbench",
            dependencies: ["CodingCore", "Interchange", "Screen", "StudyFiles", "TextMetrics"]
        ),
        .target(name: "Interchange", dependencies: ["CodingCore", "StudyFiles"]),
        .target(
            name: "StudyFiles",
            dependencies: [
                "CHash", "CPosix", "CodingCore",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(name: "Screen", dependencies: ["CTerminal", "TextMetrics"]),
        .target(name: "CodingCore", dependencies: ["Patterns", "TextMetrics"]),
        .target(name: "Patterns", dependencies: ["CPCRE2"]),
        .target(name: "TextMetrics"),

        // MARK: C, each with a Swift face in the module above it
        .target(
            name: "CTerminal",
            cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        .target(name: "CPosix", cSettings: [.define("_GNU_SOURCE")]),
        .systemLibrary(name: "CHash", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),

        // MARK: Tests
        .target(
            name: "TestSupport",
            dependencies: ["CPseudoTerminal", "CVTerm", "CodingCore", "Screen"],
            path: "Tests/TestSupport"
        ),
        .target(
            name: "CPseudoTerminal",
            path: "Tests/CPseudoTerminal",
            cSettings: [.define("_GNU_SOURCE")],
            linkerSettings: [.linkedLibrary("util")]
        ),
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
        .executableTarget(name: "TerminalProbe", dependencies: ["Screen"], path: "Tests/TerminalProbe"),
        .testTarget(name: "TextMetricsTests", dependencies: ["TextMetrics"]),
        .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
        .testTarget(name: "CodingCoreTests", dependencies: ["CodingCore", "TestSupport"]),
        .testTarget(name: "StudyFilesTests", dependencies: ["StudyFiles", "TestSupport"]),
        .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "TestSupport"]),
        .testTarget(name: "ScreenTests", dependencies: ["Screen", "TerminalProbe", "TestSupport", "TextMetrics"]),
        .testTarget(name: "WorkbenchTests", dependencies: ["Interchange", "TestSupport", "Workbench"]),
        .testTarget(name: "CommandsTests", dependencies: ["Commands", "TestSupport"]),
        .testTarget(name: "ScenarioTests", dependencies: ["TestSupport", "gloss"]),
        .testTarget(name: "HouseTests"),
    ],
    swiftLanguageModes: [.v6]
)

// Random bytes for the readers. Needs every target instrumented, so it is there on request only: see CONTRIBUTING.md.
if Context.environment["GLOSS_FUZZING"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "Fuzzing",
            dependencies: ["CodingCore", "Interchange", "StudyFiles", "TextMetrics"],
            path: "Tests/Fuzzing",
            // gold stops with an internal error here.
            linkerSettings: [.linkedLibrary("stdc++"), .unsafeFlags(["-use-ld=lld"])]
        )
    )
}

// How fast transcripts are read, on request only: see Benchmarks/README.md.
if Context.environment["GLOSS_BENCHMARKS"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "ReadingSpeed",
            dependencies: ["CodingCore", "Interchange"],
            path: "Benchmarks/ReadingSpeed"
        )
    )
}

// The same settings for every Swift target; C targets have no Swift to set.
let cTargets: Set<String> = ["CTerminal", "CPosix", "CHash", "CPCRE2", "CPseudoTerminal", "CVTerm"]
let warningsAreErrors = Context.environment["GLOSS_WARNINGS_AS_ERRORS"] == "1"
for target in package.targets where !cTargets.contains(target.name) {
    var settings = target.swiftSettings ?? []
    // SE-0335: `any` is written where a value is boxed.
    settings.append(.enableUpcomingFeature("ExistentialAny"))
    // SE-0409: an import is this module's own business unless it says otherwise.
    settings.append(.enableUpcomingFeature("InternalImportsByDefault"))
    // SE-0444: a member is visible only where its module is imported.
    settings.append(.enableUpcomingFeature("MemberImportVisibility"))
    // SE-0458: every unsafe construct is marked with `unsafe`.
    settings.append(.strictMemorySafety())
    if ["Workbench", "TerminalProbe"].contains(target.name) {
        // SE-0466: the full-screen program lives on the main actor; the terminal is one global thing.
        settings.append(.defaultIsolation(MainActor.self))
    }
    if warningsAreErrors {
        settings.append(.treatAllWarnings(as: .error))
    }
    target.swiftSettings = settings
}
