import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// "Machine-readable output (stable keys; more keys may be added, none renamed)": key by key, value by value.
@Suite struct ShapesTests {
    private func coded() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc", "--memo", "why?", "--star", "2").code == 0)
        try #require(
            stage.gloss("code", "A01", "--quote", "We trust nobody.", "tr", "--coder", "jb", "--doubt").code == 0
        )
        return stage
    }

    private func table(_ played: Played) throws -> Table {
        try CSVReader.read(Array(played.output.utf8), file: "output").table
    }

    @Test func documents() throws {
        let list = try #require(try coded().gloss("documents", "--format", "json").json.array)
        let document = try #require(list.last)
        let promised = ["id", "title", "words", "turns", "codings", "coded_share", "attributes"]
        #expect(promised.filter { !document.names.contains($0) } == [])
        #expect(document["id"] == "B/B07")
        #expect(document["title"] == "B07")
        #expect(document["words"] == 24)
        #expect(document["turns"] == 4)
        #expect(document["codings"] == 1)
        #expect(document["coded_words"] == 4)
        #expect(document["coded_share"] == .double(0.1667))
        #expect(document["attributes"] == ["site": "B", "role": "commissioner"])
        #expect(document["last_coded"]?.string?.hasSuffix("Z") == true)
    }

    @Test func documentsBeforeAnyCoding() throws {
        let list = try #require(try Stage.withStudy().gloss("documents", "--format", "json").json.array)
        #expect(list.map { $0["coded_share"] } == [.double(0), .double(0)])
        #expect(list.map { $0["last_coded"] } == [.null, .null])
        #expect(list.map { $0["codings"] } == [0, 0])
    }

    @Test func extracts() throws {
        let extract = try #require(try coded().extracts("doc:B07").first)
        #expect(extract["document"] == "B/B07")
        #expect(extract["start"] == 37)
        #expect(extract["end"] == 61)
        #expect(extract["line_from"] == 3)
        #expect(extract["line_to"] == 3)
        #expect(extract["speaker"] == "P1")
        #expect(extract["speakers"] == ["P1"])
        #expect(extract["text"] == "The block contract pays.")
        #expect(extract["code"] == "block")
        #expect(extract["code_path"] == ["money", "block"])
        #expect(extract["coder"] == "rs")
        #expect(extract["memo"] == "why?")
        #expect(extract["star"] == 2)
        #expect(extract["doubt"] == .bool(false))
        #expect(extract["coded_at"]?.string?.hasSuffix("Z") == true)
        #expect(extract["locator"] == "B07:3")
        #expect(extract["context_before"] == "Interviewer: Who pays for this?\n\nP1: ")
        #expect(extract["context_after"] == " Nothing moves in winter.")
        #expect(extract["id"]?.string?.utf8.count == 36)
    }

    @Test func linesOfJSONAreTheElementsOfTheArrayAndTheRowsOfTheTable() throws {
        let stage = try coded()
        let lines = try stage.gloss("extracts", "--format", "jsonl").lines
        #expect(try stage.gloss("extracts", "--format", "json").json == .array(lines))
        let rows = try table(stage.gloss("extracts", "--format", "csv"))
        let id = try #require(rows.column("id"))
        #expect(rows.rows.map { $0.cells[id] } == lines.map { $0["id"]?.string ?? "" })
    }

    @Test func frequencies() throws {
        let json = try coded().gloss("frequencies", "doubt:no", "--by", "site", "--format", "json").json
        #expect(json["unit"] == "documents")
        #expect(json["coders"] == ["rs"])
        #expect(json["filter"] == "doubt:no")
        #expect(json["codebook"]?.string?.isEmpty == false)
        let rows = try #require(json["rows"]?.array)
        #expect(rows.map { $0["code"]?.string } == ["money", "block", "trust"])
        let block = rows[1]
        let promised = [
            "code", "name", "parent", "codings", "passages", "words", "documents", "of_documents", "n", "of", "own",
            "own_codings", "by",
        ]
        #expect(block.names == promised)
        #expect(block["name"] == "Block contracts")
        #expect(block["parent"] == "money")
        #expect(["codings", "passages", "documents", "n", "own", "own_codings"].allSatisfy { block[$0] == 1 })
        #expect(block["words"] == 4)
        #expect(block["of"] == 2 && block["of_documents"] == 2)
        #expect(block["by"] == ["A": ["n": 0, "of": 1], "B": ["n": 1, "of": 1]])
        #expect(rows[0]["own"] == 0 && rows[0]["n"] == 1 && rows[0]["parent"] == .null)
        #expect(rows[2]["n"] == 0)
    }

    @Test(arguments: [
        ("codings", 1, 2), ("passages", 1, 2), ("words", 4, 31), ("documents", 1, 2), ("participants", 1, 2),
        ("site", 1, 2), ("role", 1, 2),
    ])
    func everyUnitCountsInItself(unit: String, n: Int, of: Int) throws {
        let json = try coded().gloss("frequencies", "--count", unit, "--format", "json").json
        #expect(json["unit"]?.string == unit)
        let block = try #require(json["rows"]?.array?.first { $0["code"] == "block" })
        #expect(block["n"]?.integer == n)
        #expect(block["of"]?.integer == of)
        #expect(block["documents"] == 1 && block["of_documents"] == 2)
        #expect(!block.names.contains("by"))
    }

    @Test func checkOfASoundStudy() throws {
        let json = try coded().gloss("check", "--format", "json").json
        #expect(json.names == ["problems", "warnings", "verified"])
        #expect(json["problems"] == [])
        #expect(json["verified"] == ["documents": 2, "codings": 2, "lines": 2])
    }

    @Test func checkNamesFileLineWhatAndDo() throws {
        let stage = try coded()
        try stage.folder.write(interviewB07 + "Added.\n", to: "study/transcripts/B/B07.txt")
        let played = stage.gloss("check", "--format", "json")
        #expect(played.code == 3)
        let problems = try #require(try played.json["problems"]?.array)
        #expect(!problems.isEmpty)
        for problem in problems {
            #expect(problem.names == ["file", "line", "what", "do"])
            #expect(problem["what"]?.string?.isEmpty == false)
            #expect(problem["do"]?.string?.isEmpty == false)
        }
        #expect(problems.contains { $0["file"]?.string?.contains("B07.txt") == true })
        #expect(stage.gloss("check").code == 3)
    }

    @Test func codersAndTheirTable() throws {
        let stage = try coded()
        let list = try #require(try stage.gloss("coders", "--format", "json").json.array)
        #expect(
            list.map(\.names).allSatisfy {
                $0 == ["id", "name", "codings", "documents", "of", "codes", "doubts", "last_coded"]
            }
        )
        #expect(list.map { $0["id"] } == ["rs", "jb"])
        #expect(list.map { $0["doubts"] } == [0, 1])
        let rows = try table(stage.gloss("coders", "--format", "csv"))
        #expect(rows.header == list[0].names)
        #expect(rows.rows.map { $0.cells[0] } == ["rs", "jb"])
    }

    @Test(arguments: [
        ("documents", ["text", "csv", "tsv", "json"]), ("coders", ["text", "csv", "tsv", "json"]),
        ("codes", ["text", "csv", "tsv", "json"]), ("frequencies", ["text", "csv", "tsv", "json"]),
        ("extracts", ["text", "csv", "tsv", "json", "jsonl", "md"]), ("check", ["text", "json"]),
    ])
    func everyFormatIsGivenOrRefusedByName(command: String, offered: [String]) throws {
        let stage = try coded()
        for format in OutputFormat.allCases.map(\.rawValue) {
            let played = stage.gloss(command, "--format", format)
            #expect(played.code == (offered.contains(format) ? 0 : 64), "\(format): \(played.talk)")
            #expect(played.output.isEmpty != offered.contains(format), "\(format)")
            guard !offered.contains(format) else { continue }
            let names = offered.joined(separator: ", ")
            #expect(played.talk == "gloss: this command has no format \(format); it has \(names)\n")
        }
    }

    @Test(arguments: ["documents", "coders", "codes", "frequencies", "extracts"])
    func tabsAndCommasSeparateTheSameCells(command: String) throws {
        let stage = try coded()
        let commas = try table(stage.gloss(command, "--format", "csv"))
        let tabs = try table(stage.gloss(command, "--format", "tsv"))
        #expect(commas.header == tabs.header)
        #expect(commas.rows.map(\.cells) == tabs.rows.map(\.cells))
        #expect(!commas.rows.isEmpty)
        #expect(Set(commas.header).count == commas.header.count)
    }

    @Test func aRefusedFormatIsRefusedEvenWhenNothingIsFound() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("extracts", "--format", "md").code == 1)
        #expect(stage.gloss("extracts").talk == "gloss: no coding fits the query\n")
        #expect(stage.gloss("frequencies", "--format", "json").code == 0)
    }
}
