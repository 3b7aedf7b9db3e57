import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CheckerTests {
    private static let codebook = "codes:\n- id: a\n- id: b\n"

    private func problems(_ fixture: StudyFixture) -> [Finding] {
        Checker.check(fixture.folder).filter { $0.severity == .problem }
    }

    private func log(_ fixture: StudyFixture) -> String {
        "study/codings/rs/B/B07.\(fixture.author.replica).jsonl"
    }

    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: Self.codebook)
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        return (fixture, document)
    }

    /// Replaces words in the coder's log.
    private func edit(_ fixture: StudyFixture, _ old: String, _ new: String) throws {
        let parts = try fixture.temporary.text(of: log(fixture)).split(separator: old, omittingEmptySubsequences: false)
        #expect(parts.count > 1)
        try fixture.temporary.write(parts.joined(separator: new), to: log(fixture))
    }

    @Test func aStudyInOrderHasNoFindings() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "Café nurses", code: "b", by: fixture.colleague("jb"))
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test(arguments: [
        ("\"end\":", "\"end\":9", "beyond"),
        ("\"start\":", "\"start\":9", ""),
        ("block contract\"", "black contract\"", "other words"),
        ("\"code\":\"a\"", "\"code\":\"z\"", "names the code z"),
        ("\"by\":\"rs\"", "\"by\":\"jb\"", "by jb"),
        ("{\"v\":1", "{\"v\":7", ""),
        ("\"op\":\"code\"", "\"op\":\"code\",\"op\":\"code\"", ""),
        ("\"start\":", "\"start\":-", ""),
        ("{\"v\"", "<<<<<<< HEAD\n{\"v\"", ""),
    ])
    func aSpoiltLineIsFoundWithItsPlace(old: String, new: String, word: String) throws {
        let (fixture, _) = try fixture()
        try edit(fixture, old, new)
        let found = problems(fixture)
        #expect(found.count == 1)
        #expect(found.first?.file == fixture.folder.name(of: fixture.temporary.path + "/" + log(fixture)))
        #expect(found.first?.line == 1)
        #expect(found.first?.what.contains(word) == true || word.isEmpty)
    }

    @Test func anUnknownVersionAndAnUnknownDocumentAreFound() throws {
        let (fixture, document) = try fixture()
        try edit(fixture, String(document.versions[0].prefix(16)), "0123456789abcdef")
        #expect(problems(fixture).count == 2)
        #expect(problems(fixture).allSatisfy { $0.file == "transcripts/B/B07.yaml" })
        try edit(fixture, document.uuid.description, "00000000-0000-0000-0000-000000000001")
        #expect(problems(fixture).map(\.file) == ["codings"])
    }

    @Test func aLongPassageIsComparedByItsHash() throws {
        let fixture = try StudyFixture(codebook: Self.codebook)
        let words = String(repeating: "word ", count: 60)
        let document = try fixture.add("B/B07", "Ann: \(words)\n")
        try fixture.code(document, words: words, code: "a")
        #expect(problems(fixture) == [])
        let hash = SHA256.hexadecimal(of: Array(words.utf8)).prefix(16)
        try edit(fixture, String(hash), "0123456789abcdef")
        #expect(problems(fixture).map(\.line) == [1])
    }

    @Test func disputesWaitingChangesAndContradictionsAreFound() throws {
        let (fixture, document) = try fixture()
        let session = CodingSession(fixture.author)
        let coding = try #require(CodingFold(session.operations(on: document).operations).codings.first)
        let one = try #require(session.edit.change(coding, CodingChanges(memo: "one")))
        let two = try #require(session.edit.change(coding, CodingChanges(memo: "two")))
        try session.append([one, two], to: document)
        #expect(problems(fixture).map(\.line) == [1])
        #expect(problems(fixture).first?.what.contains("memo") == true)
        session.close()

        let lines = try fixture.temporary.text(of: log(fixture)).split(separator: "\n").map(String.init)
        try fixture.temporary.write(lines[1] + "\n", to: log(fixture))
        #expect(problems(fixture).map(\.what) == ["changes a coding that no log makes"])

        let other = lines[0].split(separator: "\"code\":\"a\"").joined(separator: "\"code\":\"b\"")
        try fixture.temporary.write(lines[0] + "\n" + other + "\n" + lines[0] + "\n", to: log(fixture))
        #expect(problems(fixture).count == 1)
        #expect(problems(fixture).first?.what.contains("another operation") == true)
    }

    @Test func anActThatLacksAPartIsFound() throws {
        let (fixture, document) = try fixture()
        let line = try fixture.line(on: document, words: "nurses", code: "b")
        var act = LogLine(batch: fixture.identifiers.next(), operations: line.operations, logs: 2)
        act.operations[0].act = act.id
        try CodingSession(fixture.author).append(act, to: document)
        #expect(problems(fixture).map(\.line) == [2])
        #expect(problems(fixture).first?.what.contains("2 documents") == true)
    }

    @Test func aTornTailAndLeftoversAreWarnings() throws {
        let (fixture, _) = try fixture()
        let text = try fixture.temporary.text(of: log(fixture))
        try fixture.temporary.write(text + "{\"v\":1,\"id", to: log(fixture))
        try fixture.temporary.write("x", to: "study/documents.csv.1234.tmp~")
        try fixture.temporary.write("x", to: "study/codings/rs/B/B07.abcdef.jsonl.torn-1")
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning, .warning, .warning])
    }

    @Test func marksThatGitLeftAreFoundInOrdinaryFiles() throws {
        let (fixture, _) = try fixture()
        try fixture.temporary.write(
            "document,site\n<<<<<<< HEAD\nB/B07,A\n=======\nB/B07,B\n>>>>>>> x\n",
            to: "study/documents.csv"
        )
        let marks = problems(fixture).filter { $0.what.contains("git") }
        #expect(marks.map(\.file) == ["documents.csv", "documents.csv"])
        #expect(marks.map(\.line) == [2, 6])
    }

    @Test func aTextChangedOutsideAMissingVersionAndAnUnknownSpeakerAreFound() throws {
        let (fixture, document) = try fixture()
        try fixture.temporary.write("document,speaker\nB/B07,INT\n", to: "study/speakers.csv")
        #expect(problems(fixture).map(\.file) == ["transcripts/B/B07.turns.csv"])
        #expect(problems(fixture).map(\.line) == [4])
        let copy = "transcripts/.versions/\(document.versions[0]).txt"
        try Disk.remove(fixture.folder.path(copy))
        #expect(problems(fixture).contains { $0.file == copy })
        try fixture.temporary.write("changed", to: "study/transcripts/B/B07.txt")
        #expect(problems(fixture).contains { $0.file == "transcripts/B/B07.txt" })
    }

    @Test func filesOpenToOthersAreOneWarning() throws {
        let (fixture, _) = try fixture()
        try fixture.temporary.allow("study/study.yaml", mode: 0o644)
        try fixture.temporary.allow("study/documents.csv", mode: 0o644)
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.what.contains("0644") == true)
    }

    @Test func findingsAreSaidAsFileLineWhatAndWhatToDo() {
        let finding = Finding.problem("a.csv", line: 3, "has two heads", advice: "remove one")
        #expect(finding.description == "a.csv:3: has two heads; remove one")
        let trouble = FileTrouble(.malformed, "is not UTF-8: save it again.", path: "/x/a.csv", line: 2)
        let told = Finding(trouble, file: "a.csv")
        #expect(told == .problem("a.csv", line: 2, "is not UTF-8", advice: "save it again"))
    }
}
