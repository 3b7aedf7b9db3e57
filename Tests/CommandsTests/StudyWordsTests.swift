import TestSupport
import Testing

@testable import Commands

/// What a shell offers while a command is being typed.
@Suite struct StudyWordsTests {
    @Test(
        arguments: [
            (.documents, "gloss open ", ["A/A01", "B/B07"]), (.documents, "gloss open B", ["B/B07"]),
            (.documents, "gloss open B0", ["B07"]), (.documents, "gloss open z", []),
            (.codes, "gloss codes show ", ["money", "block", "trust", "old"]),
            (.codes, "gloss codes show t", ["trust"]),
            (.codes, "gloss codes show bc", ["bc"]),
            (.attributes, "gloss frequencies --by ", ["site", "role", "participant"]),
            (.attributes, "gloss frequencies --by r", ["role"]),
            (.codingWords, "gloss code ", ["A/A01", "B/B07"]), (.codingWords, "gloss code B07 ", []),
            (.codingWords, "gloss code B07 0-5 ", ["block", "trust"]),
            (.codingWords, "gloss code B07 0-5 block t", ["trust"]),
            (.codingWords, "gloss code --memo word ", ["A/A01", "B/B07"]),
            (.codingWords, "gloss code --doubt B07 --star 2 0-5 ", ["block", "trust"]),
            (.codingWords, "gloss code B07 --quote words ", ["block", "trust"]),
        ] as [(StudyWords, String, [String])]
    )
    func theStudyIsOffered(kind: StudyWords, line: String, offered: [String]) throws {
        let stage = try Stage.withStudy()
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let found = kind.offered(
            words: words,
            index: words.count - 1,
            prefix: words.last ?? "",
            on: stage.console
        )
        #expect(found == offered)
    }

    @Test func themesAndMemosAreOffered() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("themes", "add", "Nobody owns it").code == 0)
        #expect(stage.gloss("memo", "add", "Who stays?").code == 0)
        let themes = StudyWords.themes.offered(
            words: ["gloss", "themes", "show", "t-n"],
            index: 3,
            prefix: "t-n",
            on: stage.console
        )
        #expect(themes == ["t-nobody-owns-it"])
        let memos = StudyWords.memos.offered(
            words: ["gloss", "memo", "show", ""],
            index: 3,
            prefix: "",
            on: stage.console
        )
        #expect(memos.count == 1 && memos[0].hasSuffix("-who-stays"), "\(memos)")
    }

    @Test(arguments: ["--study ../study", "--study=../study", "--study '../study'", "--study \"../study\""])
    func theStudyMayBeNamed(option: String) throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("", to: "elsewhere/keep")
        stage.place = "elsewhere"
        let words = ["gloss", "open"] + option.split(separator: " ").map(String.init) + [""]
        let found = StudyWords.documents.offered(words: words, index: words.count - 1, prefix: "", on: stage.console)
        #expect(found == ["A/A01", "B/B07"])
    }

    @Test func withoutAStudyOrWithADamagedOneThereIsNothingToOffer() throws {
        let stage = try Stage()
        #expect(
            StudyWords.documents.offered(words: ["gloss", "open", ""], index: 2, prefix: "", on: stage.console) == []
        )
        try stage.folder.write("format: gloss/99\n", to: "study.yaml")
        #expect(StudyWords.codes.offered(words: [], index: 0, prefix: "", on: stage.console) == [])
        #expect(StudyWords.codingWords.offered(words: [], index: 9, prefix: "", on: stage.console) == [])
    }

    @Test func theProgramAnswersAShell() throws {
        let stage = try Stage.withStudy()
        let asked = ["---completion", "open", "--", "positional@0", "2", "0", "gloss", "open", ""]
        let answered = try run(
            [productsDirectory + "/gloss"] + asked,
            environment: stage.environment,
            directory: stage.folder.path("study")
        )
        #expect(answered.status == .exited(0))
        #expect(answered.output == "A/A01\nB/B07\n")
        #expect(answered.error.isEmpty)
    }

    @Test func bashCompletesDocumentsAndCodes() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(stage.gloss("completions", "bash").output, to: "gloss.bash")
        func completed(_ words: [String]) throws -> [String] {
            let quoted = words.map(shellWord).joined(separator: " ")
            let script = """
                PATH=\(shellWord(productsDirectory)):$PATH
                source ../gloss.bash
                COMP_WORDS=(\(quoted)) COMP_CWORD=\(words.count - 1) COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
                COMP_TYPE=9 COMP_KEY=9
                $(complete -p gloss | sed 's/.*-F \\([^ ]*\\).*/\\1/') gloss "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}" 2>&2
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let played = try run(
                ["bash", "-c", script],
                environment: stage.environment,
                directory: stage.folder.path("study")
            )
            return played.output.split(separator: "\n").map { $0.trimmingSuffix { $0 == " " } }.map(String.init)
        }
        guard (try? run(["bash", "--version"]))?.status == .exited(0) else {
            print("skipped: bash is not installed")
            return
        }
        #expect(try completed(["gloss", "open", "B"]).contains("B/B07"))
        #expect(try completed(["gloss", "code", "B07", "0-5", "tru"]).contains("trust"))
    }
}

extension Substring {
    /// Without the characters at the end that fit.
    fileprivate func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, fits(last) { rest.removeLast() }
        return rest
    }
}
