import Testing

/// Arrows between modules point one way only: docs/ARCHITECTURE.md says which.
@Suite struct ImportTests {
    /// The modules of this package that each target may import.
    private static let arrows: [String: Set<String>] = [
        "gloss": ["Commands"],
        "Commands": ["Workbench", "Interchange", "StudyFiles", "CodingCore", "TextMetrics", "CPosix"],
        "Workbench": ["Screen", "Interchange", "StudyFiles", "CodingCore", "TextMetrics"],
        "Interchange": ["StudyFiles", "CodingCore"],
        "StudyFiles": ["CodingCore", "CPosix", "CHash"],
        "Screen": ["TextMetrics", "CTerminal"],
        "CodingCore": ["Patterns", "TextMetrics"],
        "Patterns": ["CPCRE2"],
        "TextMetrics": [],
    ]

    /// The modules from outside that only some targets may import.
    private static let outside: [String: Set<String>] = [
        "ArgumentParser": ["Commands"],
        "Subprocess": ["Interchange"],
        "System": ["Interchange"],
        "Yams": ["StudyFiles"],
        "SwiftCSV": ["StudyFiles"],
        "Dispatch": ["Interchange", "Workbench", "Screen"],
        // Pure values need neither files nor clocks; mathematics they take from the C library.
        "Glibc": ["Commands", "Workbench", "Interchange", "StudyFiles", "Screen", "CodingCore", "gloss"],
        "FoundationEssentials": ["Commands", "Interchange", "StudyFiles"],
        "Synchronization": ["Commands", "Workbench", "Interchange", "StudyFiles", "Screen", "CodingCore"],
    ]

    /// Files that need all of Foundation, and what for: it costs the program start-up time.
    private static let foundation: [String: String] = [:]

    /// The modules that a file imports, with the lines they stand on.
    private static func imports(of file: Repository.File) -> [(module: String, line: Int)] {
        let pattern =
            #/^\s*(?:@\w+\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
        return file.lines.enumerated().compactMap { index, line in
            line.firstMatch(of: pattern).map { (String($0.1), index + 1) }
        }
    }

    @Test func everyImportIsAnArrowThatIsAllowed() throws {
        for file in try Repository.swiftFiles(below: "Sources") {
            let own = try #require(
                Self.arrows[file.target],
                "\(file): say in ImportTests what \(file.target) may import"
            )
            for (module, line) in Self.imports(of: file) where module != "Foundation" {
                let isAllowed = own.contains(module) || Self.outside[module]?.contains(file.target) == true
                #expect(isAllowed, "\(file):\(line) imports \(module), which \(file.target) must not know")
            }
        }
    }

    @Test func allOfFoundationIsImportedOnlyForAReason() throws {
        for file in try Repository.swiftFiles(below: "Sources") {
            let isImported = Self.imports(of: file).contains { $0.module == "Foundation" }
            #expect(!isImported || Self.foundation[file.path] != nil, "\(file): FoundationEssentials or Glibc will do")
        }
        let paths = Set(try Repository.swiftFiles(below: "Sources").map(\.path))
        #expect(Self.foundation.keys.allSatisfy(paths.contains), "a reason for a file that is gone")
    }

    @Test func theArrowsHaveNoCircle() {
        var above: Set<String> = []
        func visit(_ module: String) {
            #expect(!above.contains(module), "\(module) comes back to itself")
            guard above.insert(module).inserted else { return }
            for next in Self.arrows[module] ?? [] { visit(next) }
            above.remove(module)
        }
        Self.arrows.keys.forEach(visit)
    }

    @Test(
        arguments: [
            ("import Yams", "Yams"), ("package import CodingCore", "CodingCore"), ("@testable import Screen", "Screen"),
            ("    @preconcurrency internal import Glibc  // why", "Glibc"),
            ("import struct Foundation.URL", "Foundation"),
            ("// import Yams", nil), ("let important = import", nil), ("        run gloss import FILE", nil),
        ] as [(String, String?)]
    )
    func importsAreRecognised(line: String, module: String?) {
        let file = Repository.File(path: "Sources/X/Y.swift", lines: [line])
        #expect(Self.imports(of: file).first?.module == module)
    }
}
