import Testing

/// What no file may hold, and what every file has.
@Suite struct SourceTests {
    /// Put together here, so that this file does not find itself.
    private static let forbidden = [
        "try" + "!", " as" + "!", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME", "XX" + "X",
    ]

    @Test(arguments: forbidden) func sourcesDoNotHold(_ words: String) throws {
        for file in try Repository.files(below: "Sources") where !file.isGenerated {
            for (index, line) in file.lines.enumerated() {
                #expect(!line.contains(words), "\(file):\(index + 1) holds “\(words)”")
            }
        }
    }

    @Test func noFileNamesAFolderOfTheMachineItWasWrittenOn() throws {
        let folders = ["/wo" + "rk/", "/tmp/" + "wt", "/tmp/" + "house", "/ro" + "ot/", "/home" + "/r", "/Us" + "ers/"]
        for file in try Repository.files() {
            for (index, line) in file.lines.enumerated() {
                for folder in folders {
                    for range in line.ranges(of: folder) {
                        let before = line[..<range.lowerBound].last
                        let isPartOfAPath = before.map { $0.isLetter || $0.isNumber || "._-~}".contains($0) } ?? false
                        #expect(isPartOfAPath, "\(file):\(index + 1) names \(folder)")
                    }
                }
            }
        }
    }

    @Test func everyFileSaysAtItsHeadWhatItIsFor() throws {
        for file in try Repository.swiftFiles(below: "Sources") + Repository.swiftFiles(below: "Tests") {
            // The name of a suite says what it tests.
            guard file.name != "main.swift", !file.name.hasSuffix("Tests.swift") else { continue }
            #expect(file.head.split(separator: " ").count >= 4, "\(file) begins with a line that says what it is for")
        }
    }

    @Test func noStandInIsLeft() throws {
        for file in try Repository.swiftFiles(below: "Sources") + Repository.swiftFiles(below: "Tests") {
            #expect(file.name != "Placeholder.swift", "\(file) stands in for something")
        }
    }

    @Test func aLongFileIsOneMachineOrOneTableAndSaysSo() throws {
        for file in try Repository.swiftFiles(below: "Sources") where file.lines.count > 400 && !file.isGenerated {
            let head = file.head.lowercased()
            let saysWhy = ["machine", "table"].contains { head.contains($0) }
            #expect(saysWhy, "\(file) has \(file.lines.count) lines and does not say at its head why")
        }
    }

    @Test func mostFilesAreShort() throws {
        let lengths = try Repository.swiftFiles(below: "Sources").filter { !$0.isGenerated }.map(\.lines.count).sorted()
        try #require(!lengths.isEmpty)
        #expect(lengths[lengths.count / 2] < 120, "half of the files")
        #expect(lengths[lengths.count * 95 / 100] < 400, "95 of 100 files")
    }

    @Test func theSampleStudyHasTheCodebookThatIsShipped() throws {
        let shipped = try Repository.files(below: "codebooks").first { $0.name == "nhs-commissioning.yaml" }
        let sample = try Repository.files(below: "transcripts-sample/codebooks").first {
            $0.name == "nhs-commissioning.yaml"
        }
        let lines = try #require(shipped, "codebooks/nhs-commissioning.yaml is missing").lines
        let copy = try #require(sample, "transcripts-sample/codebooks/nhs-commissioning.yaml is missing").lines
        #expect(lines.count == copy.count)
        for (index, (one, other)) in zip(lines, copy).enumerated() {
            #expect(one.utf8.elementsEqual(other.utf8), "line \(index + 1)")
        }
    }
}
