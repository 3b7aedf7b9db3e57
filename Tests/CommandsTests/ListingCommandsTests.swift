import StudyFiles
import TestSupport
import Testing

@testable import Commands

@Suite struct ListingCommandsTests {
    private func coded() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(
            stage.gloss("code", "B07", "--quote", "The block contract pays.", "bc", "--memo", "why?").code == 0
        )
        try #require(
            stage.gloss("code", "B07", "--quote", "block contract", "tr", "--coder", "jb", "--doubt").code == 0
        )
        try #require(stage.gloss("code", "A01", "--quote", "We trust nobody.", "tr").code == 0)
        return stage
    }

    @Test func documentsHaveThePromisedKeys() throws {
        let list = try #require(try coded().gloss("documents", "--format", "json").json.array)
        #expect(list.map { $0["id"]?.string } == ["A/A01", "B/B07"])
        let b07 = try #require(list.last)
        // Who pays for this; The block contract pays Nothing moves in winter The block stays; Does it; We trust them + 4
        #expect(b07["words"]?.integer == 4 + 11 + 2 + 7)
        #expect(b07["turns"]?.integer == 4)
        #expect(b07["codings"]?.integer == 2)
        #expect(b07["coded_share"] == .double(0.1667))
        #expect(b07["title"]?.string != nil)
        #expect(b07["attributes"]?["site"]?.string == "B")
    }

    @Test func documentsReadAsATable() throws {
        let text = try coded().gloss("documents").output
        #expect(
            text.hasPrefix(
                """
                document  site  role          words  turns  codings  coded  last coded
                A/A01     A     provider          7      4        1    43%
                """
            )
        )
        #expect(try Stage.withStudy().gloss("documents").output.contains("0%"))
    }

    @Test func extractsHaveThePromisedKeysInThePromisedOrder() throws {
        let stage = try coded()
        let lines = try stage.gloss("extracts", "--format", "jsonl").lines
        #expect(lines.map { $0["document"]?.string } == ["A/A01", "B/B07", "B/B07"])
        guard case .object(let members) = lines[1] else {
            Issue.record("no object")
            return
        }
        #expect(
            members.prefix(15).map(\.name) == [
                "id", "document", "start", "end", "line_from", "line_to", "speaker", "text", "code", "code_path",
                "coder",
                "memo", "star", "doubt", "coded_at",
            ]
        )
        #expect(lines[1]["text"]?.string == "The block contract pays.")
        #expect(lines[1]["code_path"] == ["money", "block"])
        #expect(lines[2]["coder"]?.string == "jb")
        #expect(lines[2]["doubt"] == .bool(true))
        #expect(try stage.gloss("extracts", "--format", "json").json.array?.count == 3)
    }

    @Test func extractsAsCSVHaveOneRowEach() throws {
        let stage = try coded()
        let (table, _) = try CSVReader.read(Array(stage.gloss("extracts", "--format", "csv").output.utf8), file: "x")
        #expect(table.rows.count == 3)
        let wanted = [
            "id", "study", "document", "site", "role", "speaker", "start", "end", "text", "context_before", "code_id",
            "code_path", "code_path_1", "coder", "memo", "coded_at", "text_hash",
        ]
        #expect(wanted.filter { table.column($0) == nil } == [])
        let path = try #require(table.column("code_path"))
        #expect(table.rows[1].cells[path] == "money > block")
    }

    @Test(arguments: ["study.yaml", "documents.csv", "transcripts/A/A01.txt", "codings/new.csv", ".gloss/x"])
    func noOutputReplacesTheStudysOwnFiles(name: String) throws {
        let stage = try coded()
        let before = stage.gloss("extracts", "--format", "jsonl").output
        let played = stage.gloss("extracts", "code:bc", "--output", name)
        #expect(played.code == 2)
        #expect(stage.gloss("extracts", "--format", "jsonl").output == before)
        #expect(stage.gloss("check").code == 0)
    }

    @Test func cellsThatASpreadsheetWouldRunAreGuardedUnlessRaw() throws {
        let stage = try coded()
        _ = stage.gloss("code", "A01", "0-11", "bc", "--memo", "=1+1")
        #expect(stage.gloss("extracts", "code:bc doc:A01", "--format", "csv").output.contains(",'=1+1,"))
        #expect(stage.gloss("extracts", "code:bc doc:A01", "--format", "csv", "--raw").output.contains(",=1+1,"))
    }

    @Test func extractsReadAsQuotesWithTheirPlace() throws {
        let text = try coded().gloss("extracts", "site:B", "code:bc", "--context", "1").output
        #expect(
            text.hasPrefix(
                """
                B07:3  money > block  P1  (rs)
                  Interviewer: Who pays for this? P1: [The block contract pays.] Nothing moves in winter.
                  memo: why?

                1 coding in 1 document. Coders: rs. Codebook
                """
            )
        )
        #expect(text.hasSuffix("Filter: site:B code:bc.\n"))
    }

    @Test func extractsAsMarkdownAreQuotes() throws {
        let text = try coded().gloss("extracts", "code:bc", "--format", "md", "--context", "0").output
        #expect(text.hasPrefix("> \\[The block contract pays.\\]\n>\n> — B07:3, P1 (block, rs)\n\n"))
    }

    @Test func noExtractIsExitOne() throws {
        let played = try coded().gloss("extracts", "coder:zz")
        #expect(played.code == 1)
        #expect(played.output.isEmpty)
        #expect(played.talk.contains("No coding is by coder ‘zz’."))
    }

    @Test func aBadQueryIsExitTwoWithACaret() throws {
        let played = try coded().gloss("frequencies", "site:B", "colour:red")
        #expect(played.code == 2)
        #expect(played.talk.hasSuffix("  site:B colour:red\n         ^\n"))
    }

    @Test func anExportIsWrittenAndJournalled() throws {
        let stage = try coded()
        let printed = stage.gloss("extracts", "--format", "csv").output
        let played = stage.gloss("extracts", "--format", "csv", "--output", "quotes.csv")
        #expect(played.code == 0)
        #expect(played.output.isEmpty)
        #expect(try stage.folder.read("study/quotes.csv") == printed)
        let journal = try #require(try stage.folder.contents().first { $0.hasPrefix("study/journal/rs.") })
        let last = try #require(try stage.folder.read(journal).split(separator: "\n").last)
        #expect(last.contains("\"op\":\"export\"") && last.contains("\"file\":\"quotes.csv\""))
        #expect(stage.gloss("extracts", "--output", "no/such/place.csv").code == 2)
    }

    @Test func codersAreListedWithProgress() throws {
        let list = try #require(try coded().gloss("coders", "--format", "json").json.array)
        #expect(list.map { $0["id"]?.string } == ["rs", "jb"])
        #expect(list.map { $0["codings"]?.integer } == [2, 1])
        #expect(list.first?["of"]?.integer == 2)
    }

    @Test func theCodebookIsATreeAndAnEntryHasItsRules() throws {
        let stage = try coded()
        #expect(stage.gloss("codes").output.contains("  block  BC   Block contracts  agreed"))
        let shown = stage.gloss("codes", "show", "bc").output
        #expect(shown.contains("in          Money > Block contracts\n"))
        #expect(shown.contains("definition  Payment fixed whatever the activity.\n"))
        #expect(try stage.gloss("codes", "show", "bc", "--format", "json").json["parent"]?.string == "money")
        #expect(try stage.gloss("codes", "--format", "json").json.array?.count == 4)
        #expect(stage.gloss("codes", "show", "blok").talk.contains("near it: block"))
    }

    @Test func readingShowsLinesTurnsAndCodings() throws {
        let stage = try coded()
        #expect(
            stage.gloss("read", "B07", "--lines", "3").output == """
                   3  P1: The block contract pays. Nothing moves in winter. The block
                      B07:3 [BC Block contracts *] The block contract pays. (rs)
                      B07:3 [TR Trust ?] block contract (jb)

                """
        )
        let turns = stage.gloss("read", "B07", "--turns", "3-4").output
        #expect(turns.hasPrefix("   6  Interviewer: Does it?\n   7\n   8  P1: We trust them"))
        #expect(stage.gloss("read", "B07").output.hasPrefix("   1  Interviewer: Who pays for this?\n   2\n"))
        #expect(stage.gloss("read", "B07", "--lines", "99").talk == "gloss: B07 has 8 lines\n")
        #expect(stage.gloss("read", "B07", "--turns", "9").talk == "gloss: B07 has 4 turns\n")
    }

    @Test func aTextChangedOutsideIsNotQuotedFrom() throws {
        let stage = try coded()
        try stage.folder.write("Other words.\n", to: "study/transcripts/B/B07.txt")
        let played = stage.gloss("extracts", "doc:B07")
        #expect(played.code == 2)
        #expect(played.talk.contains("changed outside Gloss"))
    }
}
