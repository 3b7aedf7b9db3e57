// Every kind of damage to a study's files, done to a study in order, and the one finding that it must come to.

import CodingCore
import Testing

@testable import StudyFiles

/// What is done to a file, and what `gloss check` has to say of it.
struct Damage: Sendable, CustomTestStringConvertible {
    /// The file inside the study; `LOG` and `JOURNAL` stand for the coder's own.
    var file: String
    /// The words replaced, and those that replace them; the whole file when the first are empty.
    var old: String
    var new: String
    /// Where the finding stands, if not in the file itself.
    var place: String?
    var line: Int?
    /// Words of the finding.
    var says: String

    var testDescription: String { "\(file): \(old.prefix(30)) → \(new.prefix(30))" }

    init(_ file: String, _ old: String, _ new: String, at place: String? = nil, _ line: Int?, _ says: String) {
        (self.file, self.old, self.new, self.place, self.line, self.says) = (file, old, new, place, line, says)
    }
}

@Suite struct DamageTests {
    private static let codebook = "title: T\ncodes:\n- id: a\n  name: A\n  mnemonic: xa\n- id: b\n  name: B\n"

    private func fixture() throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: Self.codebook)
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        try fixture.code(document, words: "Café nurses", code: "b")
        return fixture
    }

    private func name(_ file: String, in fixture: StudyFixture) -> String {
        switch file {
        case "LOG": fixture.folder.name(of: fixture.temporary.path + "/" + fixture.log())
        case "JOURNAL": "journal/rs.\(fixture.author.replica).jsonl"
        default: file
        }
    }

    @Test func theStudyIsInOrderBeforeItIsDamaged() throws {
        let fixture = try fixture()
        #expect(Checker.check(fixture.folder) == [])
    }

    static let settings: [Damage] = [
        Damage("study.yaml", "gloss/1", "gloss/2", 1, "newer Gloss"),
        Damage("study.yaml", "gloss/1", "glass/1", 1, "has no “format: gloss/1”"),
        Damage("study.yaml", "format:", "formats:", 1, "has no “format: gloss/1”"),
        Damage("study.yaml", "id: \"", "id: \"x", 2, "has no “id:” that is a UUID"),
        Damage("study.yaml", "title:", "title: &t", 3, "anchor"),
        Damage("study.yaml", "method: reflexive", "method: hasty", 4, "has a “method” that is not known"),
        Damage("study.yaml", "measure: 66", "measure: 19", 5, "has a “measure” that is not known"),
        Damage("study.yaml", "measure: 66", "measure: 401", 5, "has a “measure” that is not known"),
        Damage("study.yaml", "measure: 66", "measure: 66.0", 5, "has a “measure” that is not known"),
        Damage("study.yaml", "minimum-cell: 3", "minimum-cell: -1", 6, "has a “minimum-cell” that is not known"),
        Damage("study.yaml", "  rs:", "  R.S.:", 8, "“R.S.” is no id of a coder"),
        Damage("study.yaml", "", "", 1, "has no “format: gloss/1”"),
        Damage("study.yaml", "method: reflexive", "method: reflexive\nmethod: realist", nil, "twice"),
    ]

    static let tables: [Damage] = [
        Damage("documents.csv", "document\n", "name\n", 1, "has no column “document”"),
        Damage("documents.csv", "B/B07\n", "B/B 07\n", 2, "is no id of a document"),
        Damage("documents.csv", "B/B07\n", "B/B07\nB/B07\n", 3, "names B/B07 a second time"),
        Damage("documents.csv", "B/B07\n", "B/B07\nB/B99\n", 3, "which is no document of the study"),
        Damage("documents.csv", "B/B07\n", "B/B07,x\n", 2, "has 2 cells, and the header has 1"),
        Damage("documents.csv", "B/B07\n", "\"B/B07\n", 2, "opens a quote here that is never closed"),
        Damage("documents.csv", "document\nB/B07\n", "document,site,site\nB/B07,1,2\n", 1, "has two columns “site”"),
        Damage("documents.csv", "B/B07\n", "\"B/B07\"x\n", 2, "has words after a closing quote"),
        Damage("documents.csv", "B/B07\n", "B/B07\n<<<<<<< HEAD\n", 3, "has a mark that git left"),
        Damage("speakers.csv", "speaker,", "name,", 1, "has no column “document” or “speaker”"),
        Damage("speakers.csv", ",yes", ",maybe", 2, "is neither yes nor no"),
        Damage("speakers.csv", "B/B07,Ann,B07,no\n", "B/B07,Ann,B07,no\nB/B07,Ann,B08,no\n", 4, "a second time"),
        Damage("speakers.csv", "B/B07,Ann", "../B07,Ann", 3, "is no speaker of a document"),
        Damage("speakers.csv", "B/B07,Ann,B07,no\n", "B/B07,Ann,B07,no\nB/B09,Bob,B09,no\n", 4, "which is no document"),
        Damage(
            "speakers.csv",
            "B/B07,Ann,B07,no\n",
            "",
            at: "transcripts/B/B07.turns.csv",
            4,
            "has the speaker “Ann”, who is not in speakers.csv"
        ),
    ]

    static let texts: [Damage] = [
        Damage("transcripts/B/B07.txt", "Café", "Cafe", nil, "was changed outside Gloss"),
        Damage("transcripts/B/B07.txt", "\n\n", "\r\n\r\n", nil, "was changed outside Gloss"),
        Damage("transcripts/B/B07.yaml", "uuid: \"", "uuid: \"0", 1, "has no “uuid:” that is a UUID"),
        Damage("transcripts/B/B07.yaml", "versions:", "version:", 1, "has no “versions:” that are SHA-256"),
        Damage("transcripts/B/B07.yaml", "title: Interview B07", "title: [Interview", nil, "is no YAML"),
        Damage("transcripts/B/B07.yaml", "  encoding:", "\tencoding:", 6, "is no YAML"),
        Damage(
            "transcripts/B/B07.turns.csv",
            "0,15,front",
            "0,14,front",
            3,
            "goes from 15 to 35 where 14 has to begin"
        ),
        Damage("transcripts/B/B07.turns.csv", "0,15,front", "1,15,front", 2, "where 0 has to begin"),
        Damage("transcripts/B/B07.turns.csv", "front", "speech", 2, "is none of turn, note, front"),
        Damage("transcripts/B/B07.turns.csv", "start,end", "begin,end", 1, "has no column start"),
        Damage("transcripts/B/B07.turns.csv", "\"INT: \",,", "\"INT: \",soon,", 3, "“soon” is no time in milliseconds"),
        Damage("transcripts/B/B07.turns.csv", "INT", "IVR", 3, "has the speaker “IVR”"),
    ]

    static let codebooks: [Damage] = [
        Damage("codebooks/book.yaml", "- id: b", "- id: a", 6, "has the code a again"),
        Damage("codebooks/book.yaml", "- id: b\n", "- id: B\n", 6, "is no id of a code"),
        Damage("codebooks/book.yaml", "- id: b\n  name: B", "- name: B", 6, "has an entry without “id:”"),
        Damage("codebooks/book.yaml", "  name: B", "  parent: c", 6, "has the parent c, which no codebook has"),
        Damage("codebooks/book.yaml", "  name: B", "  parent: b", 6, "b is below itself"),
        Damage("codebooks/book.yaml", "  name: B", "  mnemonic: xab", 6, "has the mnemonic “xab”"),
        Damage("codebooks/book.yaml", "  name: B", "  mnemonic: x1", 7, "is no mnemonic"),
        Damage("codebooks/book.yaml", "  name: B", "  status: merged-into: c", 6, "is merged into c"),
        Damage("codebooks/book.yaml", "  name: B", "  status: lost", 7, "has a “status” that is not known"),
        Damage("codebooks/book.yaml", "  name: B", "  kind: theme", 7, "“theme” as “kind” is not known"),
        Damage("codebooks/book.yaml", "codes:", "code:", 1, "has no “codes:”"),
        Damage("codebooks/book.yaml", "  name: B", "  name: *b", 7, "alias (*)"),
        Damage("codebooks/book.yaml", "  name: B", "  name: B: b", 7, "is no YAML"),
        Damage("codebooks/book.yaml", "  name: B", "  name: !x B", 7, "a tag (!)"),
    ]

    static let logs: [Damage] = [
        Damage("LOG", "\"code\":\"b\"", "\"code\":\"lost\"", 2, "names the code lost, which no codebook has (1 line)"),
        Damage("LOG", "\"quote\":\"Café nurses\"", "\"quote\":\"Cafe nurses\"", 2, "quotes other words than stand at"),
        Damage("LOG", "\"start\":64", "\"start\":65", 2, "quotes other words than stand at"),
        Damage("LOG", "\"end\":75", "\"end\":900", 2, "beyond the end of the text"),
        Damage("LOG", "\"start\":64", "\"start\":76", 2, "has a passage from 76 to 75"),
        Damage("LOG", "\"start\":64,", "", 2, "has no “start”"),
        Damage("LOG", "\"op\":\"code\"", "\"op\":\"code\",\"op\":\"code\"", 1, "twice"),
        Damage("LOG", "\"by\":\"rs\"", "\"by\":\"R S\"", 1, "by"),
        Damage("LOG", "\"at\":\"20", "\"at\":\"x20", 1, "is not a time"),
        Damage("LOG", "\"doc\":\"", "\"doc\":\"x", 1, "doc"),
        Damage("LOG", "\"text\":\"", "\"text\":\"zz", 1, "text"),
        Damage("LOG", "{\"v\":1", "{\"v\":0", 1, "never was"),
        Damage("LOG", "\"code\":\"a\"", "\"code\":\"a\",\"star\":4", 1, "4 stars"),
        Damage("JOURNAL", "{\"v\":1", "{\"v\":9", 1, "is no entry that Gloss knows"),
        Damage("JOURNAL", "{\"v\":1", "<<<<<<< HEAD\n{\"v\":1", 1, "has a line that cannot be read"),
    ]

    @Test(arguments: settings + tables + texts + codebooks + logs)
    func aDamageIsFoundInItsFileAndLine(_ damage: Damage) throws {
        let fixture = try fixture()
        let name = name(damage.file, in: fixture)
        if damage.old.isEmpty {
            try fixture.temporary.write(damage.new, to: "study/" + name)
        } else {
            try fixture.edit(name, damage.old, damage.new)
        }
        let found = fixture.problems
        let place = damage.place ?? name
        let hit = found.first {
            $0.file == place && ($0.line == damage.line || damage.line == nil) && $0.description.contains(damage.says)
        }
        #expect(hit != nil, "\(found.map(\.description))")
        #expect(hit?.advice.isEmpty == false)
        #expect(hit?.advice.hasSuffix(".") == false)
        #expect(hit?.what.hasSuffix(".") == false)
    }

    @Test(arguments: settings + tables + texts + codebooks + logs)
    func aDamageStopsNothingElseFromBeingRead(_ damage: Damage) throws {
        let fixture = try fixture()
        let name = name(damage.file, in: fixture)
        if damage.old.isEmpty {
            try fixture.temporary.write(damage.new, to: "study/" + name)
        } else {
            try fixture.edit(name, damage.old, damage.new)
        }
        guard let contents = try? fixture.folder.load() else {
            // Without study.yaml there is no study, and that is the one thing that is said.
            #expect(damage.file == "study.yaml")
            #expect(Checker.check(fixture.folder).map(\.file) == ["study.yaml"])
            return
        }
        #expect(contents.study.settings.title == "A study: of things" || damage.file == "study.yaml")
        #expect(contents.study.documents.count == (damage.file.hasSuffix("B07.yaml") ? 0 : 1))
        #expect(contents.study.speakers.count >= (damage.file == "speakers.csv" ? 0 : 2))
        #expect(contents.study.codebook.codes.count >= (damage.file == "codebooks/book.yaml" ? 0 : 2))
    }

    @Test(arguments: [
        ("transcripts/B/B07.txt", "transcripts/B/B07.yaml", "has no text beside it"),
        ("transcripts/B/B07.turns.csv", "transcripts/B/B07.turns.csv", "is missing, so nobody is known to speak"),
        ("study.yaml", "study.yaml", "could not read the file"),
        ("transcripts/B/B07.yaml", "documents.csv", "names B/B07, which is no document of the study"),
    ])
    func aMissingFileIsFound(name: String, place: String, says: String) throws {
        let fixture = try fixture()
        try Disk.remove(fixture.folder.path(name))
        #expect(fixture.problems.contains { $0.file == place && $0.what.contains(says) })
    }

    @Test(arguments: ["documents.csv", "speakers.csv", ".gitignore", ".gitattributes", "codebooks/book.yaml"])
    func aFileThatMayBeMissingIsNotMissed(name: String) throws {
        let fixture = try StudyFixture(codebook: Self.codebook)
        try Disk.remove(fixture.folder.path(name))
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func bytesThatAreNotUTF8AreFoundInEveryKindOfFile() throws {
        for name in [
            "documents.csv", "speakers.csv", "codebooks/book.yaml", "transcripts/B/B07.yaml",
            "transcripts/B/B07.turns.csv",
            "LOG", "JOURNAL", "study.yaml",
        ] {
            let fixture = try fixture()
            let file = self.name(name, in: fixture)
            var bytes = try Disk.read(fixture.folder.path(file))
            let place = try #require(bytes.firstIndex(of: UInt8(ascii: "e")))
            bytes[place] = 0xE9
            try fixture.temporary.write(bytes, to: "study/" + file)
            #expect(fixture.problems.contains { $0.file == file }, "\(file)")
        }
    }

    @Test func aTextThatIsMissingNamesTheCopyToTake() throws {
        let fixture = try fixture()
        let document = try #require(try fixture.folder.load().study.documents.first)
        try Disk.remove(fixture.folder.path("transcripts/B/B07.txt"))
        let copy = StudyFolder.versionName(document.versions[0])
        #expect(fixture.problems.contains { $0.advice.contains("transcripts/.versions/") })
        // The advice followed, everything is in order again.
        try Disk.writeDurably(Disk.read(fixture.folder.path(copy)), to: fixture.folder.path("transcripts/B/B07.txt"))
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func aVersionThatIsMissingOrChangedNamesTheWayBack() throws {
        let fixture = try fixture()
        let document = try #require(try fixture.folder.load().study.documents.first)
        let copy = StudyFolder.versionName(document.versions[0])
        try fixture.temporary.write("other words", to: "study/" + copy)
        #expect(fixture.problems.map(\.file) == [copy])
        #expect(fixture.problems.first?.what == "is not what its name says")
        try Disk.remove(fixture.folder.path(copy))
        #expect(fixture.problems.map(\.advice) == ["run “cp transcripts/B/B07.txt \(copy)”"])
        try Disk.writeDurably(Disk.read(fixture.folder.path("transcripts/B/B07.txt")), to: fixture.folder.path(copy))
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func findingsComeByFileAndLineAndEachOnce() throws {
        let fixture = try fixture()
        try fixture.edit("documents.csv", "B/B07\n", "B/B07\nB/B99\nB/B98\n../x\n")
        try fixture.edit("codebooks/book.yaml", "  name: B", "  parent: c\n  kind: theme")
        let found = Checker.check(fixture.folder)
        #expect(
            found.map { "\($0.file):\($0.line ?? 0)" } == [
                "codebooks/book.yaml:6", "codebooks/book.yaml:8", "documents.csv:3", "documents.csv:4",
                "documents.csv:5",
            ]
        )
        #expect(found == found.sorted())
        #expect(Set(found).count == found.count)
    }

    @Test func manyLinesWithOneCauseAreOneFinding() throws {
        let fixture = try fixture()
        let document = try #require(try fixture.folder.load().study.documents.first)
        for _ in 0..<20 { try fixture.code(document, words: "nurses", code: "gone") }
        #expect(fixture.problems.map(\.what) == ["names the code gone, which no codebook has (20 lines)"])
        #expect(fixture.problems.map(\.line) == [3])
    }
}
