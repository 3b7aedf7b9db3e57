import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss matrix` and `gloss cooccurrence`: the figures of METHODS' scenarios, and what stands around them.
@Suite struct MatrixCommandTests {
    @Test func codesBySiteAreTheTableOfScenarioA1() throws {
        let stage = try Stage.bram()
        let matrix = try stage.gloss("matrix", "--by", "site", "--count", "documents", "--format", "json").json
        #expect(matrix["columns"] == .array(["A", "B", "C", "D"].map { .string($0) }))
        #expect(matrix["of"] == .array([10, 17, 10, 3].map { .integer($0) }))
        let codes = matrix["rows"]?.array?.compactMap(\.string) ?? []
        let cells = matrix["cells"]?.array?.map { $0.array?.compactMap(\.integer) ?? [] } ?? []
        let rows = Dictionary(zip(codes, cells), uniquingKeysWith: { first, _ in first })
        let wanted = [
            "commissioning-confusion": [10, 17, 10, 3], "service-review": [2, 2, 2, 2],
            "data-inadequate": [7, 12, 7, 2],
            "evidencing-avoidance": [3, 5, 3, 1], "block-contracts": [5, 8, 5, 1], "virtual-wards": [3, 5, 3, 1],
            "bolt-on-services": [1, 2, 1, 0], "service-design": [5, 7, 5, 3],
        ]
        for (code, sites) in wanted { #expect(rows[code] == sites, "\(code)") }
        let text = stage.gloss("matrix", "--by", "site").output
        #expect(text.contains("\n  block-contracts          10  16  10   2   38\n"), "\(text)")
        #expect(text.contains("\n  bolt-on-services          1   2   1   ·    4\n"))
        #expect(text.contains("Codings in all: 142."))
    }

    @Test func codesInEverySiteAreSixOfSevenWithTheAbsentOneNamed() throws {
        let stage = try Stage.bram()
        let text = stage.gloss("matrix", "--by", "site", "--count", "documents").output
        #expect(
            text.contains("In every site: 6 of 7 codes. Not: bolt-on-services in 3 of 4 (absent: D, 0 of 3).\n"),
            "\(text)"
        )
        #expect(text.contains("In one site only: none.\n"))
        #expect(text.contains("D has 3 participants"))
        let every = try stage.gloss("matrix", "--by", "site", "--in-every", "--format", "json").json["rows"]?.array
        #expect(every?.count == 6 && every?.contains(.string("bolt-on-services")) == false)
        let one = try stage.gloss("matrix", "--by", "role", "--in-one-only", "--format", "json").json["rows"]?.array
        #expect(one?.compactMap(\.string) == ["virtual-wards", "bolt-on-services"])
    }

    @Test func codesStandTogetherAsInScenarioA4() throws {
        let stage = try Stage.bram()
        let text = stage.gloss("cooccurrence").output
        #expect(text.contains("virtual-wards  bolt-on-services  4    12, 4          4  0.333"), "\(text)")
        #expect(text.contains("virtual-wards  block-contracts   4   12, 38          4  0.087"), "\(text)")
        let rows = try stage.gloss("cooccurrence", "--format", "json").json["rows"]?.array
        #expect(rows?.count == 2 && rows?.first?["n"]?.integer == 4)
        let inside = try stage.gloss("cooccurrence", "--relation", "within", "--format", "json").json["rows"]?.array
        #expect(inside?.first?["b"]?.string == "bolt-on-services")
        let near = try stage.gloss("cooccurrence", "--relation", "near:1", "--format", "json").json["rows"]?.array
        #expect((near?.count ?? 0) > 2)
        #expect(stage.gloss("cooccurrence", "--matrix").output.contains("virtual-wards"))
        #expect(stage.gloss("cooccurrence", "code:service-review").output.hasPrefix("No two codes stand together.\n"))
    }

    @Test func rowsAreOrderedAndTurned() throws {
        let stage = try Stage.bram()
        func rows(_ arguments: String...) throws -> [String] {
            try stage.play(["matrix", "--format", "json"] + arguments).json["rows"]?.array?.compactMap(\.string) ?? []
        }
        #expect(try rows("--by", "site").first == "organisation")
        #expect(try rows("--by", "site", "--order", "count").prefix(2) == ["organisation", "commissioning-confusion"])
        #expect(try rows("--by", "site", "--order", "name").first == "assessing-needs")
        #expect(try rows("--by", "site", "--transpose") == ["A", "B", "C", "D"])
        let turned = stage.gloss("matrix", "--by", "site", "--transpose", "under:contracting").output
        #expect(
            turned.hasPrefix("site  contracting  block-contracts   of\nA              10               10   "),
            "\(turned)"
        )
        #expect(try rows().isEmpty == false)
    }

    @Test func tablesForSpreadsheetsAndPapers() throws {
        let stage = try Stage.bram()
        let csv = stage.gloss("matrix", "--by", "site", "--format", "csv").output
        #expect(csv.hasPrefix("code,name,A,B,C,D,all"))
        #expect(
            stage.gloss("matrix", "--by", "site", "--format", "md").output.hasPrefix(
                "| code, count codings | A | B | C | D | all |"
            )
        )
        #expect(stage.gloss("cooccurrence", "--format", "csv").output.contains(",4,12,4,4,0.333,"))
        #expect(stage.gloss("matrix", "--output", "../m.csv", "--format", "csv", "--by", "site").code == 0)
        #expect(try stage.journal().contains { $0["object"]?.string == "matrix" })
    }

    @Test(
        arguments: [
            (["matrix", "--by", "cite"], "near it: site"), (["matrix", "--count", "words2"], "near it: words"),
            (["matrix", "--in-every", "--in-one-only"], "not both"), (["matrix", "--order", "size"], "codebook"),
            (["cooccurrence", "--relation", "nearby"], "near:N"), (["matrix", "code:none"], "there is no code"),
        ] as [([String], String)]
    )
    func whatMakesNoSenseIsRefused(_ arguments: [String], _ sentence: String) throws {
        let played = try Stage.withStudy().play(arguments)
        #expect(played.code == 2 || played.code == 64)
        #expect(played.talk.contains(sentence), "\(played.talk)")
    }

    @Test func anEmptyStudyHasAnEmptyMatrix() throws {
        let stage = try Stage()
        #expect(stage.gloss("init", "study", "--title", "Empty").code == 0)
        stage.place = "study"
        #expect(stage.gloss("matrix").code == 0)
        #expect(stage.gloss("cooccurrence").code == 0)
    }
}
