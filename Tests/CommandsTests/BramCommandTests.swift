import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Fixture BRAM on disk: its figures, and the re-look list after a definition changed.
@Suite struct BramCommandTests {
    @Test func theStudyIsTheFixture() throws {
        let stage = try Stage.bram()
        #expect(stage.gloss("check").code == 0)
        let rows = try #require(try stage.gloss("frequencies", "--by", "site", "--format", "json").json["rows"]?.array)
        let wanted: [(String, [Int], Int, Int)] = [
            ("commissioning-confusion", [10, 17, 10, 3], 40, 40), ("service-review", [2, 2, 2, 2], 8, 8),
            ("data-inadequate", [7, 12, 7, 2], 28, 28), ("evidencing-avoidance", [3, 5, 3, 1], 12, 12),
            ("block-contracts", [5, 8, 5, 1], 19, 38), ("virtual-wards", [3, 5, 3, 1], 12, 12),
            ("bolt-on-services", [1, 2, 1, 0], 4, 4), ("service-design", [5, 7, 5, 3], 20, 24),
        ]
        for (code, sites, documents, codings) in wanted {
            let row = try #require(rows.first { $0["code"] == .string(code) })
            #expect(["A", "B", "C", "D"].map { row["by"]?[$0]?["n"]?.integer } == sites, "\(code)")
            #expect(row["documents"]?.integer == documents && row["codings"]?.integer == codings, "\(code)")
        }
        #expect(try stage.extracts().count == 142)
    }

    @Test func anotherDefinitionPutsAllCodingsOnTheRelookListAndKeepingEmptiesIt() throws {
        let stage = try Stage.bram()
        let changed = stage.gloss("codes", "define", "block-contracts", "--definition", "A sum that nobody counts.")
        #expect(changed.talk == "38 codings made under an older definition: ‘gloss codes relook block-contracts’\n")
        #expect(try stage.gloss("codes", "relook", "--format", "json").json.array?.count == 38)
        #expect(stage.gloss("extracts", "stale:yes").output.contains("38 codings in 19 documents"))
        #expect(try stage.extracts("stale:no").count == 104)
        let first = try #require(
            try stage.gloss("codes", "relook", "--format", "json").json.array?.first?["id"]?.string
        )
        #expect(stage.gloss("codes", "relook", "--keep", first).output == "kept 1 coding; 37 left to look at again\n")
        #expect(stage.gloss("codes", "relook", "--keep-all").output == "kept 37 codings; 0 left to look at again\n")
        #expect(stage.gloss("codes", "relook").output == "Nothing was made under an older definition.\n")
        #expect(stage.gloss("codes", "relook", "--keep-all").code == 2)
        // Undo brings the list back, act by act.
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try stage.gloss("codes", "relook", "--format", "json").json.array?.count == 37)
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("journal", "undo").output == "undid define code block-contracts definition\n")
        #expect(stage.gloss("codes", "relook").output == "Nothing was made under an older definition.\n")
        #expect(stage.gloss("check").code == 0)
    }

    @Test func mergingShowsWhatMovesAndOneUndoBringsBothBackExactly() throws {
        let stage = try Stage.bram()
        let before = try stage.files()
        let counts = stage.gloss("codes", "tree").output
        let preview = stage.gloss("codes", "merge", "bolt-on-services", "--into", "virtual-wards", "--dry-run")
        #expect(preview.output.contains("bolt-on-services         4        4          4            4     0\n"))
        #expect(preview.output.contains("into virtual-wards: 12 passages now, 16 afterwards. Coded by rs."))
        #expect(try stage.files() == before, "a dry run writes nothing")
        #expect(stage.gloss("codes", "merge", "bolt-on-services", "--into", "virtual-wards").code == 0)
        #expect(try stage.extracts("code:virtual-wards").count == 16)
        #expect(stage.gloss("check").code == 0)
        #expect(stage.gloss("journal", "undo", "--why", "too early").code == 0)
        let after = try stage.files()
        #expect(after.filter { $0.key.contains("/codebooks/") } == before.filter { $0.key.contains("/codebooks/") })
        #expect(after.filter { $0.key.contains("/codings/") } == before.filter { $0.key.contains("/codings/") })
        #expect(stage.gloss("codes", "tree").output == counts)
        #expect(stage.gloss("journal", "redo").code == 0)
        #expect(try stage.extracts("code:virtual-wards").count == 16)
    }

    @Test func splittingMovesWhatAQueryTakesAndIsOneAct() throws {
        let stage = try Stage.bram()
        let counts = stage.gloss("codes", "tree").output
        let split = stage.gloss(
            "codes",
            "split",
            "block-contracts",
            "--into",
            "Blocks suit nobody",
            "--where",
            "text:nobody",
            "--why",
            "two"
        )
        #expect(split.output.hasPrefix("block-contracts: 38 codings → 19 + 19 (Blocks suit nobody)\n"))
        #expect(try stage.extracts("code:block-contracts").count == 19)
        #expect(try stage.extracts("code:blocks-suit-nobody").count == 19)
        #expect(stage.gloss("check").code == 0)
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("codes", "tree").output == counts)
        #expect(try stage.extracts("code:block-contracts").count == 38)
        #expect(stage.gloss("journal", "redo").code == 0)
        #expect(try stage.extracts("code:blocks-suit-nobody").count == 19)
    }

    @Test func noReportClaimsMoreThanItsMethod() throws {
        let stage = try Stage.bram()
        for line in [
            ["codes", "tree"], ["frequencies"], ["themes"], ["journal"], ["codes", "export", "--format", "md"],
        ] {
            let output = stage.play(line).output.lowercased()
            for word in ["emerged", "kappa", "alpha", "saturat"] { #expect(!output.contains(word), "\(line): \(word)") }
        }
        // The tree's order, not that of the counts.
        let codes = try stage.gloss("frequencies", "--format", "json").json["rows"]?.array?.compactMap {
            $0["code"]?.string
        }
        #expect(codes?.first == "organisation")
    }
}
