import CodingCore
import Testing

@testable import StudyFiles

@Suite struct StudyFolderTests {
    @Test func aNewStudyHasTheFilesOfTheFormat() throws {
        let fixture = try StudyFixture(codebook: "title: T\ncodes:\n- id: a\n")
        let study = fixture.temporary
        #expect(
            try study.files(in: "study").filter { !$0.hasPrefix("study/.gloss/") && !$0.hasPrefix("study/journal/") }
                == [
                    "study/.gitattributes", "study/.gitignore", "study/codebooks/book.yaml", "study/documents.csv",
                    "study/speakers.csv", "study/study.yaml",
                ]
        )
        #expect(
            try study.text(of: "study/.gitattributes") == "transcripts/** -text\n*.jsonl text eol=lf merge=union\n"
        )
        #expect(try study.text(of: "study/.gitignore") == ".gloss/\n*.tmp~\n*.torn-*\n")
        #expect(try study.text(of: "study/documents.csv") == "document\n")
        #expect(try study.text(of: "study/speakers.csv") == "document,speaker,participant,interviewer\n")
        #expect(try Disk.stamp(of: fixture.folder.path("study.yaml"))?.mode == 0o600)
        #expect(try Disk.stamp(of: fixture.folder.root)?.mode == 0o700)
    }

    @Test func aNewStudyLoadsWithoutFindings() throws {
        let fixture = try StudyFixture(codebook: "title: T\ncodes:\n- id: a\n")
        let contents = try fixture.folder.load()
        #expect(contents.findings == [])
        #expect(contents.study.settings.title == "A study: of things")
        #expect(contents.study.settings.id == fixture.author.study)
        #expect(contents.study.settings.coders.map(\.name) == ["Rosa S."])
        #expect(contents.study.codebook.codes.map(\.id.description) == ["a"])
        #expect(Journal.read(fixture.folder).entries.map(\.operation) == ["create"])
    }

    @Test func aFolderThatIsAStudyIsNotMadeAgain() throws {
        let fixture = try StudyFixture()
        let before = try fixture.temporary.text(of: "study/study.yaml")
        let error = #expect(throws: FileTrouble.self) {
            try StudyFolder.create(
                at: fixture.folder.root,
                title: "Other",
                coder: fixture.author.coder,
                replicas: Replicas(state: StateFolder(path: nil)),
                identifiers: fixture.identifiers
            )
        }
        #expect(error?.code == .alreadyExists)
        #expect(try fixture.temporary.text(of: "study/study.yaml") == before)
    }

    @Test func whatIsInTheFolderAlreadyIsKept() throws {
        let folder = try TemporaryFolder()
        try folder.write("document,site\nB1,B\n", to: "documents.csv")
        try folder.write("*.pdf\n.gloss/", to: ".gitignore")
        _ = try StudyFolder.create(
            at: folder.path,
            title: "T",
            coder: #require(CoderID("rs")),
            replicas: Replicas(state: StateFolder(path: nil)),
            identifiers: IdentifierSource()
        )
        #expect(try folder.text(of: "documents.csv") == "document,site\nB1,B\n")
        #expect(try folder.text(of: ".gitignore") == "*.pdf\n.gloss/\n*.tmp~\n*.torn-*\n")
    }

    @Test func aCodebookThatIsNoneMakesNoStudy() throws {
        let folder = try TemporaryFolder()
        try folder.write("just words", to: "book.yaml")
        #expect(throws: FileTrouble.self) {
            try StudyFolder.create(
                at: folder.path + "/study",
                title: "T",
                codebook: folder.path + "/book.yaml",
                coder: #require(CoderID("rs")),
                replicas: Replicas(state: StateFolder(path: nil)),
                identifiers: IdentifierSource()
            )
        }
        #expect(!folder.exists("study"))
    }

    @Test func theNearestStudyAboveIsFound() throws {
        let fixture = try StudyFixture()
        try fixture.add()
        #expect(StudyFolder.find(upwardFrom: fixture.folder.path("transcripts/B")) == fixture.folder)
        #expect(StudyFolder.find(upwardFrom: fixture.folder.root) == fixture.folder)
        #expect(StudyFolder.find(upwardFrom: fixture.temporary.path) == nil)
        #expect(StudyFolder.find(upwardFrom: "/nowhere/at/all") == nil)
        #expect(try StudyFolder.open(fixture.folder.root + "/") == fixture.folder)
        #expect(throws: FileTrouble.self) { try StudyFolder.open(fixture.temporary.path) }
    }

    @Test func namesInsideAndOutsideAreTold() {
        let folder = StudyFolder(root: "/a/b/")
        #expect(folder.name(of: "/a/b/c/d") == "c/d")
        #expect(folder.name(of: "/a/bc/d") == "/a/bc/d")
    }

    @Test func readingWritesNothing() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        let before = try fixture.temporary.files(in: "study")
        let stamp = try Disk.stamp(of: fixture.folder.root)
        _ = try fixture.folder.load()
        _ = try fixture.folder.open(document, measure: 66)
        _ = try CodingSession(fixture.colleague("jb")).operations(on: document)
        _ = Checker.check(fixture.folder)
        #expect(try fixture.temporary.files(in: "study") == before)
        #expect(try Disk.stamp(of: fixture.folder.root) == stamp)
    }
}
