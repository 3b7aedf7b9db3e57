// Studies that came from elsewhere: copied, synchronised, merged by git, taken apart by hand. They open; what is odd is said.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct ReceivedStudyTests {
    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        return (fixture, document)
    }

    private func codes(_ fixture: StudyFixture) throws -> [String] {
        try fixture.folder.load().study.codings.map(\.code.description).sorted()
    }

    // MARK: Links and modes

    @Test(arguments: ["transcripts/B/B07.txt", "transcripts/B/B07.yaml"])
    func aLinkInThePlaceOfATranscriptIsSaid(name: String) throws {
        let (fixture, _) = try fixture()
        try unsafe #require(rename(fixture.folder.path(name), fixture.temporary.path + "/elsewhere") == 0)
        try fixture.temporary.link("study/" + name, to: fixture.temporary.path + "/elsewhere")
        #expect(fixture.problems.contains { $0.file == name && $0.what.contains("is no file") })
        #expect(try fixture.folder.load().study.settings.title == "A study: of things")
    }

    @Test func aLogThatIsALinkIsNotReadAndSaidSo() throws {
        let (fixture, _) = try fixture()
        let log = fixture.log()
        try unsafe #require(
            rename(fixture.temporary.path + "/" + log, fixture.temporary.path + "/elsewhere.jsonl") == 0
        )
        try fixture.temporary.link(log, to: fixture.temporary.path + "/elsewhere.jsonl")
        #expect(try codes(fixture) == [])
        let found = fixture.problems.filter { $0.what.contains("symbolic link") }
        #expect(found.map { "study/" + $0.file } == [log])
    }

    @Test func aFolderOfLogsThatIsALinkIsNotFollowed() throws {
        let (fixture, _) = try fixture()
        try unsafe #require(rename(fixture.folder.path("codings/rs"), fixture.temporary.path + "/rs") == 0)
        try fixture.temporary.link("study/codings/rs", to: fixture.temporary.path + "/rs")
        #expect(try codes(fixture) == [])
        #expect(fixture.problems.contains { $0.file == "codings/rs" })
    }

    @Test(arguments: ["study/transcripts/loop", "study/transcripts/B/up", "study/codings/rs/loop"])
    func linksThatLeadBackUpEndNowhere(name: String) throws {
        let (fixture, _) = try fixture()
        try fixture.temporary.link(name, to: "..")
        #expect(try codes(fixture) == ["a"])
        #expect(fixture.problems.map { "study/" + $0.file } == [name])
    }

    @Test func aTableThatIsALinkIsReadAndNeverWrittenThrough() throws {
        let (fixture, _) = try fixture()
        let outside = fixture.temporary.path + "/documents.csv"
        try fixture.temporary.write("document,site\nB/B07,B\n", to: "documents.csv")
        try Disk.remove(fixture.folder.path("documents.csv"))
        try fixture.temporary.link("study/documents.csv", to: outside)
        let study = try fixture.folder.load().study
        #expect(study.documents.first?.attributes["site"] == "B")
        let wanted = [(document: study.documents[0], attributes: Attributes([("site", "C")]))]
        let error = #expect(throws: FileTrouble.self) {
            try fixture.folder.setAttributes(wanted, by: fixture.author)
        }
        #expect(error?.code == .symbolicLink)
        #expect(try fixture.temporary.text(of: "documents.csv") == "document,site\nB/B07,B\n")
    }

    @Test func aFileThatHasAnotherNameOutsideIsReplacedAndNotWrittenThrough() throws {
        let (fixture, document) = try fixture()
        let outside = fixture.temporary.path + "/mine.csv"
        #expect(unsafe link(fixture.folder.path("documents.csv"), outside) == 0)
        let before = try fixture.temporary.text(of: "mine.csv")
        let wanted = [(document: document, attributes: Attributes([("site", "C")]))]
        _ = try fixture.folder.setAttributes(wanted, by: fixture.author)
        #expect(try fixture.temporary.text(of: "mine.csv") == before)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == "document,site\nB/B07,C\n")
    }

    @Test func modesOfFilesAreKeptWhenTheyAreReplaced() throws {
        let (fixture, document) = try fixture()
        try fixture.temporary.allow("study/documents.csv", mode: 0o664)
        let wanted = [(document: document, attributes: Attributes([("site", "C")]))]
        _ = try fixture.folder.setAttributes(wanted, by: fixture.author)
        #expect(try Disk.stamp(of: fixture.folder.path("documents.csv"))?.mode == 0o664)
        #expect(try Disk.stamp(of: fixture.folder.path("speakers.csv"))?.mode == 0o600)
    }

    @Test func aCloneByGitIsOpenToOthersWhichIsOneWarning() throws {
        let (fixture, _) = try fixture()
        for name in try fixture.temporary.files(in: "study") { try fixture.temporary.allow(name, mode: 0o644) }
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.what.contains("more below the study") == true)
        #expect(findings.first?.advice.contains("chmod -R go= .") == true)
    }

    // MARK: Names

    @Test(arguments: [
        "two words.txt", "-rf.txt", "a:b.txt", "semi;colon.txt", "$(id).txt", "new\nline.txt", "\u{1B}[2J.txt",
        "\u{202E}txt.exe.txt", "a\u{200B}b.txt", "B\\B07.txt", "%n%n.txt", "'quote'.txt",
    ])
    func aTextWithANameThatNoDocumentCanHaveIsSaid(name: String) throws {
        let (fixture, _) = try fixture()
        try fixture.temporary.write("words", to: "study/transcripts/" + name)
        let found = fixture.problems
        #expect(found.map(\.file) == ["transcripts/" + name])
        #expect(found.first?.what == "has a name that no document can have")
        #expect(try fixture.folder.load().study.documents.count == 1)
    }

    @Test(arguments: ["trailing.", "CON", "NUL", "é", "e\u{301}", "唐鳳", "b07", "B07.old", "0", "_"])
    func oddNamesThatAreDocumentIdsWork(name: String) throws {
        let (fixture, _) = try fixture()
        let document = try fixture.add("B/" + name, "Ann: words\n")
        try fixture.code(document, words: "words", code: "b")
        #expect(try codes(fixture) == ["a", "b"])
        #expect(fixture.problems == [])
    }

    @Test func twoSpellingsOfOneLetterAreTwoDocuments() throws {
        let (fixture, _) = try fixture()
        let one = try fixture.add("caf\u{E9}", "Ann: one\n")
        let other = try fixture.add("cafe\u{301}", "Ann: other\n")
        try fixture.code(other, words: "other", code: "b")
        let study = try fixture.folder.load().study
        #expect(study.documents.count == 3)
        #expect(study.codings.filter { $0.document == one.uuid } == [])
        #expect(study.codings.filter { $0.document == other.uuid }.map(\.code.description) == ["b"])
    }

    @Test func aNameThatIsNotUTF8IsSaidAndTheRestIsRead() throws {
        let (fixture, _) = try fixture()
        let folders = ["transcripts", "codings/rs"]
        for folder in folders {
            let name = Array((fixture.folder.path(folder) + "/caf").utf8) + [0xE9] + Array(".txt".utf8) + [0]
            let descriptor = unsafe open(name.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o600)
            try #require(descriptor >= 0)
            close(descriptor)
        }
        defer {
            for folder in folders {
                let name = Array((fixture.folder.path(folder) + "/caf").utf8) + [0xE9] + Array(".txt".utf8) + [0]
                _ = unsafe unlink(name.map { CChar(bitPattern: $0) })
            }
        }
        #expect(try codes(fixture) == ["a"])
        #expect(fixture.problems.filter { $0.what.contains("not named in UTF-8") }.count == 2)
    }

    @Test func hiddenNamesAndForeignFilesAreLeftAlone() throws {
        let (fixture, _) = try fixture()
        for name in [
            "transcripts/.DS_Store", "transcripts/.B07.txt.swp", "transcripts/notes.docx", "transcripts/B/B07.md",
            "codings/rs/B/notes.txt", "themes/.t-a.md.swp", "memos/m.txt", "queries/q.gloss", "README",
            "codebooks/a.txt",
        ] { try fixture.temporary.write("x", to: "study/" + name) }
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func foldersNestedTooDeepAreSaid() throws {
        let (fixture, _) = try fixture()
        let deep = "transcripts/" + (0..<40).map { _ in "d" }.joined(separator: "/")
        try fixture.temporary.write("x", to: "study/\(deep)/x.txt")
        let found = fixture.problems
        #expect(found.count == 1)
        #expect(found.first?.what == "lies too deep and was not read")
        #expect(found.first.map { deep.hasPrefix($0.file) } == true)
    }

    // MARK: Copies

    @Test func twoClonesThatClaimOneReplicaLoseNothing() throws {
        // A folder copied together with the state folder: both copies write a log of one name, and one is mailed back.
        let (fixture, document) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        let here = try fixture.line(on: document, words: "Café nurses", code: "b")
        try CodingSession(fixture.author).append(here, to: document)
        let there = try fixture.line(on: document, words: "What changed", code: "b")
        let copy = Array(log.utf8) + LogLineWriter.bytes(there)
        let name = fixture.log().replacing(".jsonl", with: " (2).jsonl")
        try fixture.temporary.write(copy, to: name)
        #expect(try codes(fixture) == ["a", "b", "b"])
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first.map { "study/" + $0.file } == name)
    }

    @Test(arguments: [
        "B07.k3f9x2.sync-conflict-20230112-003022-FUKIKK4.jsonl", "B07 (Ann's conflicted copy 2020-01-14).jsonl",
        "B07-DESKTOP.jsonl", "B07.jsonl", "B07.k3f9x2.jsonl.orig", "B07.k3f9x2.jsonl.BACKUP.1234", "anything.jsonl",
        "B07.k3f9x2.jsonl~", "B07.k3f9x2.jsonl (1)",
    ])
    func copiesOfSyncToolsAreTakenInAsLogs(name: String) throws {
        let (fixture, document) = try fixture()
        let line = try fixture.line(on: document, words: "Café nurses", code: "b")
        try fixture.temporary.write(LogLineWriter.bytes(line), to: "study/codings/rs/B/" + name)
        #expect(try codes(fixture) == ["a", "b"])
        let session = CodingSession(fixture.author)
        #expect(try session.operations(on: document).operations.count == 2)
    }

    @Test(arguments: ["B07.k3f9x2.jsonl.torn-1", "B07.k3f9x2.jsonl.0a1b2c3d.tmp~", "B07.json", "jsonl", "B07.txt"])
    func whatIsNoLogIsNotTakenIn(name: String) throws {
        let (fixture, document) = try fixture()
        let line = try fixture.line(on: document, words: "Café nurses", code: "b")
        try fixture.temporary.write(LogLineWriter.bytes(line), to: "study/codings/rs/B/" + name)
        #expect(try codes(fixture) == ["a"])
    }

    @Test func aCodersLayerCanBeTakenAwayAndPutBack() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "Café nurses", code: "b", by: fixture.colleague("jb"))
        #expect(try codes(fixture) == ["a", "b"])
        #expect(unsafe rename(fixture.folder.path("codings/jb"), fixture.temporary.path + "/jb") == 0)
        #expect(try codes(fixture) == ["a"])
        #expect(fixture.problems == [])
        #expect(unsafe rename(fixture.temporary.path + "/jb", fixture.folder.path("codings/jb")) == 0)
        #expect(try codes(fixture) == ["a", "b"])
    }

    @Test func aLayerInTheFolderOfAnotherCoderCountsAsItsOwnersAndIsSaid() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "Café nurses", code: "b", by: fixture.colleague("jb"))
        #expect(unsafe rename(fixture.folder.path("codings/jb"), fixture.folder.path("codings/xx")) == 0)
        #expect(try fixture.folder.load().study.codings.map(\.coder.description).sorted() == ["jb", "rs"])
        #expect(fixture.problems.map(\.what) == ["is by jb, in the folder of xx"])
    }

    @Test func documentsThatSwappedTheirNamesAreSaid() throws {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let one = try fixture.add("A", "Ann: one\n")
        let other = try fixture.add("B", "Ann: two\n")
        try fixture.code(one, words: "one", code: "a")
        try fixture.code(other, words: "two", code: "a")
        for ending in ["txt", "yaml", "turns.csv"] {
            let (a, b) = (
                fixture.folder.path("transcripts/A." + ending), fixture.folder.path("transcripts/B." + ending)
            )
            let (first, second) = (try Disk.read(a), try Disk.read(b))
            try Disk.writeDurably(second, to: a)
            try Disk.writeDurably(first, to: b)
        }
        let found = fixture.problems.filter { $0.file.hasPrefix("codings/") }
        #expect(
            found.map(\.what).sorted() == [
                "codes A in a log that is named for B", "codes B in a log that is named for A",
            ]
        )
        #expect(found.map(\.line) == [1, 1])
    }
}
