// The page of an import in the running program: keys in, what is read and written out.

import CodingCore
import Interchange
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct ImportingTests {
    nonisolated static let talk = """
        Interview 7, invented

        Interviewer: How did it begin?

        B09: Slowly. Nobody knew who would pay.

        Moderator: And then?

        B09: Then it grew. We had no money, and no room.

        Interviewer: Who else was there?

        B09: Nobody. Really nobody.

        Note: the tape ends here.

        """

    /// A study with a file beside it, and the file's page on the screen.
    private func page(_ text: String = Self.talk, rows: Int = 40, columns: Int = 120) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        bench.study.files = ["talks/B09.txt": text, "talks/old/A01.txt": "A: b"]
        try bench.press("a")
        try bench.type("talks/B09.txt")
        try bench.press("Enter")
        #expect(bench.state.screen == .importing)
        return bench
    }

    /// Puts the pointer on the row that shows some words.
    private func point(_ bench: inout ListBench, at words: String) throws {
        try bench.press("g g")
        for _ in 0..<40 where !pointed(bench).contains(words) { try bench.press("j") }
        let row = pointed(bench)
        try #require(row.contains(words), "\(words)")
    }

    /// The row of the page that the pointer is on.
    private func pointed(_ bench: ListBench) -> String {
        let columns = bench.state.importing?.layout.facts.columns ?? 0
        return bench.state.frame(bench.look).cursor.map { String(bench.lines[$0.row].prefix(columns)) } ?? ""
    }

    private func speakers(_ bench: ListBench) -> [String] {
        (bench.state.importing?.incoming.speakers ?? []).map {
            "\($0.name) \($0.turns)" + ($0.isInterviewer ? " asks" : "")
        }
    }

    // MARK: The path

    @Test(arguments: ["a", "g t a", ": i m p o r t Enter"])
    func aPathIsAskedForWithTheNamesInTheFolder(_ keys: String) throws {
        var bench = try ListBench()
        bench.study.files = ["B09.txt": "B: a", "talks/A01.txt": "A: b"]
        try bench.press(keys)
        #expect(bench.picture.contains("import needs the path of a file."))
        #expect(bench.picture.contains("B09.txt"))
        #expect(bench.picture.contains("talks/   folder"))
        try bench.type("ta")
        try bench.press("Tab")
        #expect(bench.picture.contains(":import talks/"))
        #expect(bench.picture.contains("A01.txt"))
        try bench.press("Tab")
        #expect(bench.picture.contains(":import talks/A01.txt"))
        #expect(bench.study.asked.filter { $0.hasPrefix("list") } == ["list ", "list talks/"])
    }

    @Test func enterOnAFolderGoesIntoIt() throws {
        var bench = try ListBench()
        bench.study.files = ["talks/A01.txt": "A: b", "talks/A02.txt": "A: b"]
        try bench.press("a Down Enter")
        #expect(bench.picture.contains(":import talks/"))
        #expect(bench.picture.contains("A folder: choose a file in it"))
        #expect(bench.picture.contains("A02.txt"))
        #expect(!bench.study.asked.contains { $0.hasPrefix("read") })
    }

    @Test func theOnlyNameThatBeginsSoIsMeant() throws {
        var bench = try ListBench()
        bench.study.files = ["B09.txt": Self.talk, "C.txt": "x"]
        try bench.press("a")
        try bench.type("B0")
        try bench.press("Enter")
        #expect(bench.study.asked.contains("read B09.txt"))
        #expect(bench.state.screen == .importing)
    }

    @Test func aFileDroppedOnAListBeginsItsImport() throws {
        var bench = try ListBench()
        bench.study.files = ["/x/my talk.txt": Self.talk]
        try bench.send(.paste("'/x/my talk.txt'"))
        #expect(bench.picture.contains(":import /x/my talk.txt"))
        try bench.press("Enter")
        #expect(bench.state.screen == .importing)
        try bench.press("q")
        try bench.send(.paste("some words"))
        #expect(bench.said.contains("nothing is pasted here"))
    }

    @Test func aFolderThatIsNotThereIsSaid() throws {
        var bench = try ListBench()
        try bench.press("a")
        try bench.type("nowhere/")
        #expect(bench.picture.contains("There is no such folder."))
    }

    @Test(arguments: [("gone.txt", "gone.txt could not be read."), ("empty.txt", "empty.txt: This file is empty.")])
    func whatCannotBeReadIsSaidAndChangesNothing(_ file: String, _ sentence: String) throws {
        var bench = try ListBench()
        bench.study.files = ["empty.txt": ""]
        try bench.press("a")
        try bench.type(file)
        try bench.press("Enter")
        #expect(bench.state.screen == .dashboard)
        #expect(bench.state.importing == nil)
        #expect(bench.state.notice == Notice(text: sentence, kind: .refused))
        #expect(bench.frames.contains { $0.contains("reading \(file) …") }, "said before it is read")
    }

    @Test func nothingIsImportedWhileCodingsCannotBeSaved() throws {
        var bench = try ListBench()
        bench.state.unsaved = 2
        try bench.press("a")
        #expect(bench.state.overlay == nil)
        #expect(bench.said == "Not while 2 lines of codings cannot be saved: make room on the disk first.")
    }

    // MARK: The page

    @Test func thePageTellsWhatWasFound() throws {
        let bench = try page()
        for words in [
            "Import B09.txt", "nothing is written yet", "document  B09", "format    text", "labels    name and colon",
            "encoding  utf-8", "Interviewer  2 turns, interviewer", "B09          3 turns", "NOT TAKEN AS SPEAKERS",
            "Moderator    1 line", "Note         1 line", "Import as B09", "How did it begin?",
        ] {
            #expect(bench.picture.contains(words), "\(words)")
        }
        #expect(!bench.picture.contains("Not taken as speakers, though"), "said once, in rows of their own")
        bench.expectSound()
    }

    @Test func aMaybeBecomesASpeakerAndIsTakenBack() throws {
        var bench = try page()
        try point(&bench, at: "Moderator")
        try bench.press("Space")
        #expect(speakers(bench) == ["Interviewer 2 asks", "B09 3", "Moderator 1 asks"])
        #expect(bench.said == "“Moderator” is a speaker.")
        #expect(pointed(bench).contains("Moderator    1 turn"))
        try bench.press("Space")
        #expect(speakers(bench) == ["Interviewer 2 asks", "B09 3"])
        #expect(bench.said == "“Moderator” is no speaker.")
        try bench.press("Enter")
        #expect(speakers(bench).count == 3, "Enter takes it as well")
    }

    @Test func aSpeakerIsLeftAndComesBack() throws {
        var bench = try page()
        try point(&bench, at: "B09          3 turns")
        try bench.press("Space")
        #expect(speakers(bench) == ["Interviewer 2 asks"])
        #expect(bench.picture.contains("B09          3 lines"))
        try bench.press("Space")
        #expect(speakers(bench) == ["Interviewer 2 asks", "B09 3"])
    }

    @Test func whoAsksIsSaid() throws {
        var bench = try page()
        try point(&bench, at: "B09          3 turns")
        try bench.press("i")
        #expect(speakers(bench) == ["Interviewer 2 asks", "B09 3 asks"])
        #expect(bench.said == "B09 is an interviewer.")
        try bench.press("i k i")
        #expect(speakers(bench) == ["Interviewer 2", "B09 3"])
        #expect(bench.said == "Interviewer is no interviewer.")
    }

    @Test func aLabelStandsForAnotherSpeakerAndForItselfAgain() throws {
        var bench = try page(columns: 200)
        try point(&bench, at: "Moderator")
        try bench.press("r")
        #expect(bench.picture.contains("“Moderator” stands for:"))
        #expect(bench.picture.contains("such as Interviewer · B09"))
        try bench.press("Tab Enter")
        #expect(speakers(bench) == ["Interviewer 3 asks", "B09 3"])
        #expect(bench.picture.contains("as Interviewer, Moderator"))
        try bench.press("r")
        try bench.type("Team")
        try bench.press("Enter")
        #expect(speakers(bench) == ["Team 3 asks", "B09 3"])
        try bench.press("Enter Enter")
        #expect(bench.said == "Labels have their own names.")
        #expect(speakers(bench).first == "Interviewer 2 asks")
    }

    @Test func escLeavesTheLineAsItWas() throws {
        var bench = try page()
        try point(&bench, at: "title")
        try bench.press("e")
        try bench.type(" and more")
        try bench.press("Esc")
        #expect(bench.state.screen == .importing)
        #expect(bench.state.overlay == nil)
        #expect(bench.state.importing?.decisions == ImportDecisions())
    }

    @Test func idTitleAndEncodingAreWritten() throws {
        var bench = try page()
        try bench.press("Enter Ctrl-U")
        try bench.type("B/x y")
        try bench.press("Enter")
        #expect(bench.picture.contains("“B/x y” is no document id: use letters, digits, . _ - and /."))
        try bench.press("Ctrl-U")
        try bench.type("B/B07")
        try bench.press("Enter")
        #expect(bench.said == "The study has a document B/B07 already.")
        #expect(bench.picture.contains("B/B07 (in the study already)"))
        try bench.press("Enter Ctrl-U Tab Tab Enter")
        #expect(
            bench.state.importing?.id?.description.hasSuffix("B09") == false,
            "Tab goes through the folders there are"
        )
        try point(&bench, at: "title")
        try bench.press("e Ctrl-U")
        try bench.type("A talk")
        try bench.press("Enter")
        #expect(bench.state.importing?.incoming.title == "A talk")
        try point(&bench, at: "encoding")
        try bench.press("Enter Tab Tab Enter")
        #expect(bench.state.importing?.incoming.origin.encoding == "windows-1252")
        try bench.press("Enter Ctrl-U")
        try bench.type("nonsense")
        try bench.press("Enter")
        #expect(bench.said.contains("knows no encoding"))
        #expect(bench.state.importing?.incoming.origin.encoding == "windows-1252", "as it was")
        try bench.press("Enter Ctrl-U Enter")
        #expect(bench.state.importing?.incoming.origin.encoding == "utf-8")
        #expect(bench.state.importing?.incoming.title == "A talk", "other decisions stay")
    }

    @Test(arguments: [
        ("format", "Enter", "The format is what the file is; nothing can be chosen here."),
        (
            "labels", "Space",
            "How speakers are marked was found by counting; say below who is a speaker and who is not."
        ),
        ("document", "Space", "Nothing to take or to leave here: Enter is for this row."),
        ("document", "i", "Only a speaker can be the interviewer: go to one."),
        ("Moderator", "i", "Only a speaker can be the interviewer: go to one."),
        ("title", "r", "Only a speaker can stand for another: go to one."),
    ])
    func whatCannotBeDoneOnARowSaysWhy(_ row: String, _ key: String, _ sentence: String) throws {
        var bench = try page()
        try point(&bench, at: row)
        let asked = bench.study.asked
        try bench.press(key)
        #expect(bench.state.notice == Notice(text: sentence, kind: .refused))
        #expect(bench.study.asked == asked)
    }

    @Test func aNameTooRareToTellIsOfferedAsOnePerson() throws {
        var bench = try page()
        var incoming = try #require(bench.state.importing?.incoming)
        incoming.findings.nearNames = [.init(rare: "B09", common: "Interviewer")]
        incoming.findings.header = [.init(name: "Born", value: "1902")]
        incoming.findings.wrapColumns = 70
        incoming.findings.marks = [.gap: 2, .pause: 1]
        bench.state.importing?.take(incoming, ImportDecisions(), name: nil)
        for words in [
            "ONE PERSON OR TWO?", "B09 → Interviewer", "form      stays text (1 entry)", "Born: 1902",
            "lines     kept, wrapped at 70 columns", "marks     2 gaps, 1 pause",
        ] {
            #expect(bench.picture.contains(words), "\(words)")
        }
        try point(&bench, at: "B09 → Interviewer")
        try bench.press("Space")
        #expect(bench.state.importing?.incoming.speakers.map(\.name) == ["Interviewer"])
        #expect(bench.state.importing?.incoming.speakers.map(\.turns) == [5])
        bench.state.importing?.take(incoming, ImportDecisions(), name: nil)
        try point(&bench, at: "lines ")
        try bench.press("Space")
        #expect(bench.state.importing?.decisions.choices.joinsLines == true)
        #expect(bench.picture.contains("lines     joined to paragraphs"))
        try bench.press("Space")
        #expect(bench.state.importing?.decisions.choices.joinsLines == false)
    }

    @Test func theFormAtTheHeadBecomesAttributes() throws {
        var bench = try page()
        var incoming = try #require(bench.state.importing?.incoming)
        incoming.findings.header = [.init(name: "born", value: "1902")]
        var decisions = ImportDecisions()
        decisions.toggleHeader()
        bench.state.importing?.take(incoming, decisions, name: nil)
        #expect(bench.picture.contains("becomes attributes"))
        try bench.press("W")
        #expect(bench.study.added.first?.attributes["born"] == "1902")
    }

    @Test func theTextShowsWhatTheRowIsAbout() throws {
        let long = (0..<60).map { "B09: Sentence \($0).\n\nInterviewer: Yes?\n" }.joined(separator: "\n")
        var bench = try page("Interviewer: Begin?\n\n" + long + "\nModerator: The end.\n", rows: 24, columns: 80)
        #expect(!bench.picture.contains("The end."))
        try point(&bench, at: "Moderator")
        #expect(bench.picture.contains("Moderator: The end."))
        try point(&bench, at: "Interviewer")
        #expect(bench.picture.contains("Interviewer: Begin?"))
        try bench.press("PgDn")
        #expect(!bench.picture.contains("Interviewer: Begin?"))
        try bench.press("PgUp PgUp")
        #expect(bench.picture.contains("Interviewer: Begin?"))
    }

    // MARK: Leaving and importing

    @Test(arguments: ["q", "Esc"])
    func leavingImportsNothingAndSaysSo(_ key: String) throws {
        var bench = try page()
        try bench.press(key)
        #expect(bench.state.screen == .dashboard)
        #expect(bench.state.importing == nil)
        #expect(bench.said == "Nothing was imported from B09.txt.")
        #expect(bench.study.added.isEmpty)
    }

    @Test(arguments: ["W", "G Enter"])
    func importingShowsTheDocumentInTheList(_ keys: String) throws {
        var bench = try page()
        try bench.press("Enter Ctrl-U")
        try bench.type("B/B09")
        try bench.press("Enter")
        try point(&bench, at: "Moderator")
        try bench.press("Space \(keys)")
        #expect(bench.study.added.map(\.id.description) == ["B/B09"])
        #expect(bench.study.added.first?.incoming.speakers.count == 3)
        #expect(bench.state.screen == .documents)
        #expect(bench.said == "imported B/B09 (6 turns) · Enter opens it")
        #expect(bench.state.documents.chosen?.description == "B/B09")
        #expect(bench.frames.contains { $0.contains("importing B/B09 …") }, "said before it is written")
        try bench.press("Enter")
        #expect(bench.state.coding?.document.id.description == "B/B09")
        try bench.press("q q")
        #expect(bench.state.screen == .dashboard, "the page does not come back")
    }

    @Test func theSameFileAgainIsUnchanged() throws {
        var bench = try page()
        try bench.press("W a")
        try bench.type("talks/B09.txt")
        try bench.press("Enter W")
        #expect(bench.said == "unchanged B09: the study has this file already · Enter opens it")
        #expect(bench.study.added.count == 1)
        #expect(bench.state.screen == .documents)
    }

    @Test func decisionsAboutAFileThatIsThereAlreadyAreNotTakenInSilence() throws {
        var bench = try page()
        try bench.press("W a")
        try bench.type("talks/B09.txt")
        try bench.press("Enter")
        try point(&bench, at: "Moderator")
        try bench.press("Space W")
        #expect(bench.said.hasPrefix("unchanged B09"))
        #expect(bench.said.hasSuffix("what was decided here is not taken"))
        #expect(bench.study.added.count == 1)
    }

    @Test func aDecisionThatChangesNothingSaysSo() throws {
        var bench = try page()
        try point(&bench, at: "B09          3 turns")
        try bench.press("r")
        try bench.type("B09")
        try bench.press("Enter")
        #expect(bench.said == "Nothing changes: the same speakers are found with it.")
        #expect(bench.state.importing?.decisions == ImportDecisions())
    }

    @Test func aCountGoesToThatRow() throws {
        var bench = try page()
        try bench.press("3 G")
        #expect(bench.state.importing?.chosen == .format)
        try bench.press("G")
        #expect(bench.state.importing?.chosen == .write)
        try bench.press("g g 2 j")
        #expect(bench.state.importing?.chosen == .format)
    }

    @Test func otherBytesUnderTheIdKeepThePageForAnotherId() throws {
        var bench = try page()
        try bench.press("Enter Ctrl-U")
        try bench.type("B/B07")
        try bench.press("Enter W")
        #expect(bench.state.screen == .importing)
        #expect(bench.state.notice == Notice(text: "x.txt has other bytes than B/B07.", kind: .refused))
        try bench.press("Enter")
        try bench.type("-2")
        try bench.press("Enter W")
        #expect(bench.said == "imported B/B07-2 (5 turns) · Enter opens it")
    }

    @Test func aStudyThatCannotBeWrittenIsSaidAndThePageStays() throws {
        var bench = try page()
        bench.study.addingFails = FileTrouble(.notPermitted, "cannot be written. Ask for the right to it.", path: "a/b")
        try bench.press("W")
        #expect(bench.state.screen == .importing)
        #expect(bench.said == "Nothing is imported: b cannot be written. Ask for the right to it.")
        #expect(bench.state.notice?.kind == .alarm)
        bench.study.addingFails = nil
        try bench.press("W")
        #expect(bench.state.screen == .documents)
    }

    @Test func whatTheStudyHasToSayIsSaidWithTheImport() throws {
        var bench = try page()
        bench.study.addingRemarks = ["The same file is in the study already, as B/B07."]
        try bench.press("W")
        #expect(bench.said.hasSuffix("Enter opens it · The same file is in the study already, as B/B07."))
        #expect(bench.state.notice?.kind == .refused, "shown whole, however narrow the window is")
    }

    @Test func aFileWithoutAnIdNeedsOneFirst() throws {
        var bench = try page()
        bench.state.importing?.id = nil
        #expect(bench.picture.contains("document  needs an id"))
        try bench.press("W")
        #expect(bench.said == "The document needs an id first: go to the first row and press Enter.")
        #expect(bench.study.added.isEmpty)
    }

    @Test func otherScreensComeAndGoAndThePageStays() throws {
        var bench = try page()
        try bench.press("g d")
        #expect(bench.state.screen == .dashboard)
        try bench.press("q")
        #expect(bench.state.screen == .importing)
        try bench.press("q")
        #expect(bench.state.screen == .dashboard)
    }

    @Test func anImportBegunWhileReadingGoesBackToTheText() throws {
        var bench = try ListBench()
        bench.study.files = ["B09.txt": Self.talk]
        try bench.press("Enter")
        #expect(bench.state.screen == .coding)
        try bench.press(":")
        try bench.type("import B09.txt")
        try bench.press("Enter q")
        #expect(bench.state.screen == .coding)
    }

    // MARK: The mouse, sizes, hostile words

    @Test func aPressChoosesARowAndAnotherChangesIt() throws {
        var bench = try page()
        let row = try #require(bench.lines.firstIndex { $0.contains("Moderator    1 line") })
        let press = MouseEvent(.press, row: row, column: 4)
        try bench.send(.mouse(press))
        #expect(speakers(bench).count == 2)
        try bench.send(.mouse(press))
        #expect(speakers(bench).count == 3)
        try bench.send(.mouse(MouseEvent(.press, row: 2, column: 4)))
        #expect(bench.state.importing?.chosen == .id)
        try bench.send(.mouse(MouseEvent(.press, row: 4, column: 4)))
        try bench.send(.mouse(MouseEvent(.press, row: 4, column: 4)))
        #expect(bench.said == "The format is what the file is; nothing can be chosen here.")
    }

    @Test(arguments: [(16, 60), (24, 80), (30, 100), (40, 120), (60, 200), (17, 61)])
    func everyKeyAtEverySizeKeepsThePageSound(_ rows: Int, _ columns: Int) throws {
        var bench = try page(rows: rows, columns: columns)
        for keys in [
            "j j j j", "G", "k k", "Space", "Enter", "Esc", "r", "x Enter", "i", "PgDn", "PgUp", "g g", "e", "Tab",
            "Enter", "l", "Backspace Enter", "?", "Esc", "G", "F9 F9", ":", "Esc", "3 j", "5 k",
        ] {
            try bench.press(keys)
            bench.expectSound("after \(keys)")
            guard bench.state.screen == .importing else { return }
        }
        try bench.send(.resize(rows: 24, columns: 130))
        bench.expectSound()
        for (rows, columns) in [(3, 5), (1, 1), (16, 60)] {
            try bench.send(.resize(rows: rows, columns: columns))
            bench.surface.expectSound("\(rows) by \(columns)")
        }
    }

    @Test(arguments: HostileTextTests.nasty)
    func hostileWordsKeepTheColumnsStraight(_ nasty: String) throws {
        let label = "N\(nasty.prefix(4))"
        let text = """
            \(nasty) front
            \(label): \(nasty) one
            \(label): two \(nasty)\(nasty)
            \(label): three
            Other \(nasty): \(nasty)
            """
        for (rows, columns) in [(16, 60), (40, 120)] {
            var bench = try ListBench(rows: rows, columns: columns)
            bench.study.files = ["\(nasty)x.txt": text, "plain.txt": text]
            try bench.press("a")
            bench.expectSound("\(nasty.debugDescription) among the names")
            try bench.type("plain.txt")
            try bench.press("Enter")
            for keys in ["", "G", "k", "k", "Space", "k", "r", "Esc", "PgDn", "g g", "e"] {
                try bench.press(keys)
                bench.surface.expectSound("\(nasty.debugDescription) after \(keys)")
            }
        }
    }
}
