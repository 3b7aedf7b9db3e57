import StudyFiles
import TestSupport
import Testing

@testable import Commands

extension Stage {
    /// A study made of a fixture with the program's own commands; the stage stands in it afterwards.
    static func made(_ fixture: MethodFixture, countBy: String = "") throws -> Stage {
        let stage = try Stage()
        try stage.folder.write(fixture.codebook, to: "codes.yaml")
        try stage.folder.write(fixture.attributes, to: "attributes.csv")
        try stage.folder.write(fixture.requests(coder: "rs"), to: "codings.jsonl")
        for document in fixture.documents { try stage.folder.write(document.text, to: "texts/\(document.name).txt") }
        try #require(stage.gloss("init", "study", "--title", fixture.title, "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        try #require(stage.gloss("import", "../texts").code == 0)
        try #require(stage.gloss("import", "--attributes", "../attributes.csv").code == 0)
        let coded = stage.gloss("code", "--from", "../codings.jsonl")
        try #require(coded.code == 0, "\(coded.talk)")
        return stage
    }
}

/// METHODS' scenarios A2, A5, A7, A11 and A12 at the command line; the figures are the printed ones.
@Suite struct MethodScenarioTests {
    @Test func aFrameworkOfFortyCasesByFiveCategoriesHasItsCells() throws {
        let stage = try Stage.bram()
        let json = try stage.gloss("framework", "--format", "json").json
        #expect(json["rows"]?.array?.count == 40 && json["columns"]?.array?.count == 5)
        let cells = try #require(json["cells"]?.array)
        let filled = cells.filter { $0["passages"]?.array?.isEmpty == false }
        #expect(cells.count == 200 && filled.count == 119)
        let byColumn = Dictionary(grouping: filled) { $0["column"]?.string ?? "" }.mapValues(\.count)
        #expect(
            byColumn == [
                "code:organisation": 40, "code:assessing-needs": 28, "code:service-design": 20, "code:contracting": 19,
                "code:performance": 12,
            ]
        )
        #expect(
            stage.gloss("framework").output.contains("200 cells: 119 with passages, 81 without; 0 summarised, 0 stale.")
        )
    }

    @Test func aSummarySurvivesRecodingAndIsStaleWhenItsPassagesChange() throws {
        let stage = try Stage.bram()
        let text = "Block unchanged for years; cannot flex evenings."
        let saved = stage.gloss("framework", "write", "A06", "contracting", text)
        #expect(saved.output == "saved A06 × Contracting, resting on 2 passages\n", "\(saved.talk)")
        #expect(stage.gloss("framework", "--cells", "stale").output.hasPrefix("No cell is stale.\n"))
        // Another code: the passage is no longer behind the cell, and the summary is kept.
        let recoded = stage.gloss("codes", "split", "block-contracts", "--into", "service-review", "--where", "doc:A06")
        #expect(recoded.code == 0, "\(recoded.talk)")
        let stale = stage.gloss("framework", "read", "A06", "contracting").output
        #expect(stale.contains("(stale: 2 gone since)") && stale.contains(text), "\(stale)")
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("framework", "read", "A06", "contracting").output.contains("(2 passages)"))
        // A new passage, then it is said that the summary holds.
        let bytes = try stage.gloss("search", "Nobody knows", "doc:A06", "--format", "jsonl").lines[0]
        let (start, end) = (try #require(bytes["start"]?.integer), try #require(bytes["end"]?.integer))
        #expect(stage.gloss("code", "A06", "\(start)-\(end)", "block-contracts").code == 0)
        #expect(stage.gloss("framework", "read", "A06", "contracting").output.contains("(stale: 1 new since)"))
        #expect(stage.gloss("framework", "keep", "A06", "contracting", "--why", "read again").code == 0)
        #expect(stage.gloss("framework", "read", "A06", "contracting").output.contains("(3 passages)"))
        #expect(stage.gloss("framework", "keep", "A06", "contracting").output.hasPrefix("nothing to keep"))
        #expect(stage.gloss("check").code == 0)
    }

    @Test func cellsOfRoleBySiteAreKnownBeforeAnythingIsAttributed() throws {
        let stage = try Stage.bram()
        let wanted = [("commissioner", [3, 5, 3, 1]), ("provider", [4, 6, 4, 1]), ("system", [3, 6, 3, 1])]
        for (role, sites) in wanted {
            let table = try stage.gloss(
                "frequencies",
                "role:\(role)",
                "--by",
                "site",
                "--count",
                "participants",
                "--format",
                "json"
            ).json
            let by = try #require(table["rows"]?.array?.first?["by"])
            #expect(["A", "B", "C", "D"].map { by[$0]?["of"]?.integer } == sites, "\(role)")
        }
    }

    @Test func sourcesAreCountedOutOfTheirOwnNumber() throws {
        let fixture = MethodFixture.smith
        let stage = try Stage.made(fixture)
        let json = try stage.gloss("matrix", "--by", "source_type", "--count", "documents", "--format", "json").json
        #expect(json["columns"]?.array?.compactMap(\.string) == ["field-notes", "interview", "survey", "workshop"])
        #expect(json["of"]?.array?.compactMap(\.integer) == [12, 73, 2, 6] && json["of_total"]?.integer == 93)
        let rows = json["rows"]?.array?.compactMap(\.string) ?? []
        #expect(rows.count == 24)
        let kinds = ["field-notes", "interview", "survey", "workshop"]
        for (row, cells) in zip(rows, json["cells"]?.array ?? []) {
            let wanted = kinds.map { fixture.count(row, where: "source_type", is: $0) }
            #expect(cells.array?.compactMap(\.integer) == wanted, "\(row)")
        }
        let text = stage.gloss("matrix", "--by", "source_type", "--count", "documents").output
        #expect(text.contains("d01 [deductive]") && text.contains("i14 [inductive]"))
        let one = stage.gloss("matrix", "--by", "source_type", "--in-one-only").output
        // The codes that fewer than thirteen field notes cannot have are in interviews alone.
        let alone = ["d10 (workshop)", "i01 (survey)"] + (3...14).map { "i\($0 < 10 ? "0" : "")\($0) (interview)" }
        #expect(one.contains("In one source_type only: \(alone.joined(separator: ", ")).\n"), "\(one)")
        let phases = try stage.gloss("frequencies", "source_type:interview", "--by", "phase", "--format", "json").json
        let all = try #require(phases["rows"]?.array?.first { $0["code"] == .string("d01") }?["by"])
        #expect(all["1"]?["of"]?.integer == 30 && all["2"]?["of"]?.integer == 43)
    }

    @Test func aCodeInFifteenReportsIsInTenStudies() throws {
        let stage = try Stage.made(.scott)
        func power(_ unit: String) throws -> (n: Int?, of: Int?) {
            let json = try stage.gloss("frequencies", "--count", unit, "--format", "json").json
            let row = try #require(json["rows"]?.array?.first { $0["code"] == .string("power") })
            return (row["n"]?.integer, row["of"]?.integer)
        }
        #expect(try power("documents") == (15, 47))
        #expect(try power("study_id") == (10, 42))
        let table = stage.gloss("frequencies", "--count", "study_id").output
        #expect(table.split(separator: "\n")[0].contains("all n/42 study_id"), "\(table)")
        #expect(table.contains("10/42") && table.contains("Unit: study_id with ≥ 1 passage."))
        #expect(stage.gloss("matrix", "--count", "study_id").output.hasPrefix("code, count study_id"))
    }

    @Test func sentencesWithoutACodeAreListedUntilThereIsNone() throws {
        let stage = try Stage.made(.scott)
        let open = try stage.gloss("documents", "coverage", "doc:R20", "--sentences", "--format", "json").json
        // The heading sentence, and four more.
        #expect(
            open.array?.compactMap { $0["text"]?.string } == [
                "R20 says this.", "Sentence number 2 stands here.", "Sentence number 4 stands here.",
                "Sentence number 5 stands here.", "Sentence number 8 stands here.",
            ]
        )
        // The findings of a report are lines of it.
        let lines = (open.array ?? []).compactMap { $0["line_from"]?.integer }
        let last = try #require(lines.last)
        let part = try stage.play(
            ["documents", "coverage", "doc:R20", "--sentences", "--lines", "\(last)", "--format", "json"]
        ).json
        #expect(part.array?.count == lines.count { $0 == last } && lines.contains { $0 != last })
        for sentence in open.array ?? [] {
            let span = "\(sentence["start"]?.integer ?? 0)-\(sentence["end"]?.integer ?? 0)"
            #expect(stage.gloss("code", "R20", span, "voice").code == 0)
        }
        let done = stage.gloss("documents", "coverage", "doc:R20", "--sentences")
        #expect(done.output.contains("0 of 11 sentences without a code."), "\(done.output)")
        let row = try stage.gloss("documents", "coverage", "doc:R20", "--format", "json").json.array?.first
        #expect(row?["uncoded_sentences"]?.integer == 0 && row?["uncoded_stretches"]?.integer == 0)
        #expect(row?["coded_words"]?.integer == row?["words"]?.integer)
    }
}
