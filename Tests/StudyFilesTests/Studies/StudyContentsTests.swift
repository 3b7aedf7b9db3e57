import CodingCore
import Testing

@testable import StudyFiles

@Suite struct StudyContentsTests {
    @Test func documentsAreInNaturalOrderWithTheirAttributes() throws {
        let fixture = try StudyFixture()
        for id in ["B10", "B2", "A1"] { try fixture.add(id, "INT: \(id)\n") }
        try fixture.temporary.write("document,site\nB2,B\nB10,B\n", to: "study/documents.csv")
        let study = try fixture.folder.load().study
        #expect(study.documents.map(\.id.description) == ["A1", "B2", "B10"])
        #expect(study.documents.map { $0.attributes["site"] } == [nil, "B", "B"])
        #expect(study.documents[0].attributes == Attributes([("site", "")]))
    }

    @Test func codingsOfAllCodersComeInTheOrderOfTheDocuments() throws {
        let fixture = try StudyFixture()
        // Made later, sorted first.
        let b = try fixture.add("B", "Ann: one two three\n")
        let a = try fixture.add("A", "Ann: one two\n")
        let colleague = try fixture.colleague("jb")
        try fixture.code(b, words: "three", code: "x")
        try fixture.code(b, words: "one", code: "y", by: colleague)
        try fixture.code(a, words: "two", code: "z")
        let codings = try fixture.folder.load().study.codings
        #expect(codings.map(\.code.description) == ["z", "y", "x"])
        #expect(codings.map(\.coder.description) == ["rs", "jb", "rs"])
    }

    @Test func oneBadFileDoesNotStopTheOthers() throws {
        let fixture = try StudyFixture()
        try fixture.add("A", "Ann: one\n")
        try fixture.add("B", "Ann: two\n")
        try fixture.temporary.write("uuid: [\n", to: "study/transcripts/A.yaml")
        try fixture.temporary.write("x\"\n1,\"2\n", to: "study/speakers.csv")
        try fixture.temporary.write("codes: 5\n", to: "study/codebooks/c.yaml")
        let contents = try fixture.folder.load()
        #expect(contents.study.documents.map(\.id.description) == ["B"])
        let files: Set = ["transcripts/A.yaml", "speakers.csv", "codebooks/c.yaml"]
        #expect(files.isSubset(of: contents.findings.map(\.file)))
        #expect(contents.findings.allSatisfy { $0.severity == .problem })
    }

    @Test func aCopiedDocumentFileIsLeftOut() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add("A", "Ann: one\n")
        try fixture.temporary.write(
            fixture.temporary.text(of: "study/transcripts/A.yaml"),
            to: "study/transcripts/A2.yaml"
        )
        let contents = try fixture.folder.load()
        #expect(contents.study.documents.map(\.uuid) == [document.uuid])
        #expect(contents.findings.contains { $0.file == "transcripts/A2.yaml" && $0.what.contains("uuid") })
    }

    @Test func rowsWithoutDocumentAreReported() throws {
        let fixture = try StudyFixture()
        try fixture.add("A", "Ann: one\n")
        try fixture.temporary.write("document,site\nA,x\nZ,y\n", to: "study/documents.csv")
        try fixture.temporary.write("document,speaker\nA,Ann\nQ,Ann\n", to: "study/speakers.csv")
        let findings = try fixture.folder.load().findings
        #expect(findings.map(\.description).sorted().map { $0.prefix(16) } == ["documents.csv:3:", "speakers.csv:3: "])
    }

    @Test func codingsOfADocumentThatIsGoneAreReportedAndKeptOut() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add("A", "Ann: one\n")
        try fixture.code(document, words: "one", code: "x")
        for ending in ["yaml", "txt", "turns.csv"] { try Disk.remove(fixture.folder.path("transcripts/A.\(ending)")) }
        let contents = try fixture.folder.load()
        #expect(contents.study.codings == [])
        #expect(contents.findings.contains { $0.file == "codings" && $0.what.contains("1 coding") })
    }

    @Test func strangeNamesUnderTranscriptsAreReportedAndHiddenOnesAreNot() throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write("x", to: "study/transcripts/with blank.txt")
        try fixture.temporary.write("x", to: "study/transcripts/.hidden.txt")
        try fixture.temporary.write("x", to: "study/transcripts/notes.pdf")
        try fixture.temporary.link("study/transcripts/loop", to: "loop")
        let findings = try fixture.folder.load().findings
        #expect(findings.map(\.file).sorted() == ["transcripts/loop", "transcripts/with blank.txt"])
    }

    @Test func aStudyFileThatCannotBeReadIsThrown() throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write("format: gloss/9\n", to: "study/study.yaml")
        #expect(throws: FileTrouble.self) { try fixture.folder.load() }
        #expect(Checker.check(fixture.folder).map(\.file) == ["study.yaml"])
    }
}
