import CodingCore
import Testing

@testable import StudyFiles

@Suite struct JournalTests {
    @Test func anEntryComesBackAsItWas() throws {
        let coder = try #require(CoderID("rs"))
        var entry = JournalEntry(
            .edit,
            id: Identifier(high: 1, low: 2),
            by: coder,
            at: Moment(secondsSince1970: 1_700_000_000),
            object: "code:a"
        )
        entry.field = "name"
        entry.before = "x \"y\"\n"
        entry.after = "\u{202E}z"
        entry.why = "because"
        entry.file = "codebooks/c.yaml"
        entry.shaBefore = "00"
        entry.shaAfter = "11"
        let read = JournalEntry(try JSONText(reading: entry.line))
        #expect(read == entry)
    }

    @Test func theLineHasTheKeysOfTheFormatInOrder() throws {
        var entry = JournalEntry(
            .export,
            id: Identifier(high: 0, low: 1),
            by: try #require(CoderID("rs")),
            at: Moment(secondsSince1970: 0),
            object: "extracts"
        )
        entry.file = "out.csv"
        let id = "00000000-0000-0000-0000-000000000001"
        #expect(
            String(decoding: entry.line, as: UTF8.self)
                == "{\"v\":1,\"id\":\"\(id)\",\"op\":\"export\",\"by\":\"rs\",\"at\":\"1970-01-01T00:00:00Z\","
                + "\"act\":\"\(id)\",\"object\":\"extracts\",\"file\":\"out.csv\"}\n"
        )
    }

    @Test func journalsOfAllCodersAreReadOnceEachAndBadLinesAreReported() throws {
        let fixture = try StudyFixture()
        let colleague = try fixture.colleague("jb")
        try Journal.append([colleague.entry(.edit, object: "memo:x")], by: colleague)
        let own = "study/journal/rs.\(fixture.author.replica).jsonl"
        let text = try fixture.temporary.text(of: own)
        try fixture.temporary.write(text + "not json\n{\"v\":2}\n{\"v\":1,\"id\"", to: own)
        try fixture.temporary.write(text, to: "study/journal/rs (copy).jsonl")
        let (entries, findings) = Journal.read(fixture.folder)
        #expect(entries.map(\.operation) == ["create", "edit"])
        #expect(findings.map(\.line) == [2, 3, 4])
        #expect(findings.map(\.severity) == [.problem, .problem, .warning])
    }

    @Test func aCodeMadeWhileCodingIsWrittenAndJournalled() throws {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let codebook = try fixture.folder.load().study.codebook
        let code = try fixture.folder.addProposedCode(named: " Trust: lost ", in: codebook, by: fixture.author)
        #expect(code.id.description == "rs/trust-lost")
        #expect(code.name == "Trust: lost")
        let loaded = try fixture.folder.load()
        #expect(loaded.findings == [])
        #expect(loaded.study.codebook[code.id]?.status == .proposed)
        #expect(loaded.study.codebook[code.id]?.rule == code.rule)
        let entry = try #require(Journal.read(fixture.folder).entries.last)
        #expect(entry.object == "code:rs/trust-lost")
        let second = try fixture.folder.addProposedCode(
            named: "Trust lost",
            in: loaded.study.codebook,
            by: fixture.author
        )
        #expect(second.id.description == "rs/trust-lost-2")
        #expect(throws: FileTrouble.self) {
            try fixture.folder.addProposedCode(named: " ", in: codebook, by: fixture.author)
        }
    }

    @Test func anExportIsWrittenAndJournalledWhereverItLies() throws {
        let fixture = try StudyFixture()
        let path = fixture.temporary.path + "/out.csv"
        try fixture.folder.export([0x61], to: path, object: "extracts", question: "code:a", by: fixture.author)
        try fixture.folder.export([0x62], to: path, object: "extracts", question: "code:a", by: fixture.author)
        #expect(try fixture.temporary.text(of: "out.csv") == "b")
        let entry = try #require(Journal.read(fixture.folder).entries.last)
        #expect(entry.operation == "export")
        #expect(entry.field == "code:a")
        #expect(entry.file == path)
        #expect(entry.shaBefore == SHA256.hexadecimal(of: [0x61]))
        #expect(entry.shaAfter == SHA256.hexadecimal(of: [0x62]))
        #expect(throws: FileTrouble.self) {
            try fixture.folder.export(
                [0x61],
                to: fixture.temporary.path + "/no/folder/out.csv",
                object: "extracts",
                question: "",
                by: fixture.author
            )
        }
    }
}
