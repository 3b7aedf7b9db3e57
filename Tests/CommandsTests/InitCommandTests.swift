import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

@Suite struct InitCommandTests {
    private func title(_ stage: Stage, _ folder: String) throws -> String {
        try StudyFolder.open(stage.folder.path(folder)).load().study.settings.title
    }

    @Test func aStudyHasItsFoldersAndTellsWhatIsNext() throws {
        let stage = try Stage()
        let played = stage.gloss("init", "a/b/study")
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output == "made \(stage.folder.path("a/b/study"))\n")
        #expect(played.talk == "Next: gloss import --study a/b/study FILE…\n")
        for name in ["study.yaml", "documents.csv", "speakers.csv", "transcripts", "codings", "journal", "codebooks"] {
            #expect(stage.folder.exists("a/b/study/\(name)"), "\(name)")
        }
        #expect(stage.gloss("check", "--study", "a/b/study").code == 0)
        #expect(stage.gloss("documents", "--study", "a/b/study").output.contains("gloss import FILE…"))
    }

    @Test(arguments: [
        "Say \"so\"", "it's", "a: b # c", "\\n", "- list", "混乱", "yes", "12", "  blanks  ", "two\nlines", "{x}", "& *a",
    ])
    func anyTitleIsKeptAsItIs(words: String) throws {
        let stage = try Stage()
        #expect(stage.gloss("init", "study", "--title=\(words)").code == 0)
        #expect(try title(stage, "study").utf8.elementsEqual(words.utf8))
    }

    @Test(
        arguments: [
            ("study", nil, "study"), ("study/", nil, "study"), ("a/b", nil, "b"), ("./c", nil, "c"), ("x/.", nil, "x"),
            ("x/../y", nil, "y"), ("study", "", "study"), ("study", "  ", "study"), ("zwei Wörter", nil, "zwei Wörter"),
        ] as [(String, String?, String)]
    )
    func withoutATitleTheFoldersNameIsTheTitle(folder: String, given: String?, expected: String) throws {
        let stage = try Stage()
        try stage.folder.write("", to: "x/keep")
        let played = stage.play(["init", folder] + (given.map { ["--title", $0] } ?? []))
        #expect(played.code == 0, "\(played.talk)")
        #expect(try title(stage, folder) == expected)
    }

    @Test func theFolderOneStandsInIsNamedByItsOwnName() throws {
        let stage = try Stage()
        try stage.folder.write("", to: "mine/keep")
        stage.place = "mine"
        #expect(stage.gloss("init", ".").code == 0)
        #expect(try title(stage, "mine") == "mine")
    }

    @Test func anEmptyFolderNameMakesNoStudyHere() throws {
        let stage = try Stage()
        let played = stage.gloss("init", "")
        #expect(played.code == 64)
        #expect(played.talk.contains("Name a folder"))
        #expect(try stage.folder.contents().isEmpty)
    }

    @Test(arguments: MethodProfile.allCases)
    func everyMethodIsKept(method: MethodProfile) throws {
        let stage = try Stage()
        #expect(stage.gloss("init", "study", "--method", method.rawValue).code == 0)
        #expect(try StudyFolder.open(stage.folder.path("study")).load().study.settings.method == method)
    }

    @Test func aMethodThatIsNoneNamesThoseThereAre() throws {
        let stage = try Stage()
        let played = stage.gloss("init", "study", "--method", "grounded")
        #expect(played.code == 64)
        for method in MethodProfile.allCases { #expect(played.talk.contains(method.rawValue)) }
        #expect(!stage.folder.exists("study"))
    }

    @Test func aStudyIsNeverMadeOverAStudy() throws {
        let stage = try Stage.withStudy()
        stage.place = ""
        let before = try stage.files()
        let played = stage.gloss("init", "study", "--title", "Other")
        #expect(played.code == 2)
        #expect(played.talk.contains("is a study already"))
        #expect(try stage.files() == before)
    }

    @Test func whatLiesInTheFolderStays() throws {
        let stage = try Stage()
        try stage.folder.write("mine\n", to: "study/notes.txt")
        try stage.folder.write("*.bak\n", to: "study/.gitignore")
        #expect(stage.gloss("init", "study").code == 0)
        #expect(try stage.folder.read("study/notes.txt") == "mine\n")
        #expect(try stage.folder.read("study/.gitignore").hasPrefix("*.bak\n"))
    }

    @Test func aFileInTheWayIsSaid() throws {
        let stage = try Stage()
        try stage.folder.write("mine", to: "study")
        let played = stage.gloss("init", "study")
        #expect(played.code == 2)
        #expect(played.talk.contains("is in the way"))
        #expect(try stage.folder.read("study") == "mine")
    }

    @Test(arguments: ["codes: [\n", "- a\n- b\n", "\u{0}", "codes: &a [*a]\n"])
    func aBadCodebookMakesNoStudy(codebook: String) throws {
        let stage = try Stage()
        try stage.folder.write(codebook, to: "codes.yaml")
        let played = stage.gloss("init", "study", "--codebook", "codes.yaml")
        #expect(played.code == 2, "\(played.talk)")
        #expect(played.talk.contains("codes.yaml"))
        #expect(!stage.folder.exists("study/study.yaml"))
    }

    @Test func anEntryThatCannotBeReadIsSaidWithItsLine() throws {
        let stage = try Stage()
        try stage.folder.write("title: x\ncodes:\n- name: nameless\n- id: good\n  name: Good\n", to: "codes.yaml")
        let played = stage.gloss("init", "study", "--codebook", "codes.yaml")
        #expect(played.code == 0)
        #expect(played.talk.contains("codes.yaml:3: has an entry without “id:”"))
        #expect(stage.gloss("codes", "--study", "study").output.contains("good"))
    }

    @Test func theCodebookIsCopiedByteForByte() throws {
        let stage = try Stage()
        let codebook = "# ours\ntitle:   Small\ncodes:\n- {id: a, name: 'A'}\n"
        try stage.folder.write(codebook, to: "elsewhere/my codes.yaml")
        #expect(stage.gloss("init", "study", "--codebook", "elsewhere/my codes.yaml").code == 0)
        let copies = try stage.files(below: "study/codebooks")
        #expect(copies.values.contains(Array(codebook.utf8)), "\(copies.keys)")
        #expect(stage.gloss("codes", "--study", "study").output.contains("A"))
    }

    @Test func theMakersIdStandsAmongTheCoders() throws {
        let stage = try Stage()
        #expect(stage.gloss("init", "study", "--coder", "jb").code == 0)
        #expect(stage.gloss("coders", "--study", "study", "--format", "csv").output.contains("\njb,,0,0,0,0,0,\n"))
        #expect(stage.gloss("init", "other", "--coder", "J B").code == 2)
        #expect(!stage.folder.exists("other"))
    }
}
