// What the program does for codes, memos and digits: the order of writing, the terminal handed over, and failures.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct MakingTests {
    /// A program over two documents, the first one open.
    @MainActor private struct Stage {
        let program: WorkbenchProgram
        let study: FakeStudy
        let terminal: FakeTerminal
        let first: DocumentRecord
        let second: DocumentRecord
        var state: AppState { program.state }
        var last: String { terminal.frames.last ?? "" }
    }

    private static let elsewhere = "B07: Something else was said.\n\nB07: And then no more."

    private static func record(_ id: String, _ number: UInt64, _ text: String) throws -> DocumentRecord {
        DocumentRecord(
            id: try #require(DocumentID(id)),
            uuid: .version7(milliseconds: number, random: (number, number)),
            title: id,
            versions: [SHA256.hexadecimal(of: Array(text.utf8))]
        )
    }

    private func stage(_ keys: String, editor: String = "true") throws -> Stage {
        let terminal = FakeTerminal(keys: keys)
        let coder = try #require(CoderID("rs"))
        let first = try Self.record("B/B07", 1, Bench.interview)
        let second = try Self.record("C/C01", 2, Self.elsewhere)
        let study = FakeStudy(coder: coder)
        study.texts = [first.uuid: Bench.interview, second.uuid: Self.elsewhere]
        let state = AppState(
            size: WindowSize(rows: 24, columns: 80),
            study: Study(
                settings: StudySettings(id: .version7(milliseconds: 9, random: (9, 9)), title: "Invented study"),
                documents: [first, second],
                codebook: Bench.codebook
            ),
            coder: coder,
            screens: [.documents]
        )
        let program = WorkbenchProgram(
            state: state,
            access: study,
            terminal: terminal,
            look: { _ in Look(kind: .dark) },
            editor: ExternalEditor(preferred: editor)
        )
        try program.open(first)
        return Stage(program: program, study: study, terminal: terminal, first: first, second: second)
    }

    @Test func theCodeIsWrittenBeforeTheCoding() throws {
        let stage = try stage("s c t r u s t Enter")
        stage.program.run()
        #expect(stage.study.made == [NewCode(name: "trust", origin: "inductive")])
        #expect(stage.study.asked.suffix(2) == ["make trust", "save in B/B07"])
        #expect(stage.last.contains("made TR, coded B07:3 TR trust · u undoes"))
        guard case .code(_, _, let code, let rule, _, _, _)? = stage.study.saved.first?.operations.first?.body else {
            Issue.record("a coding is written")
            return
        }
        #expect(code.description == "rs/trust")
        #expect(rule == "eeeeeeee")
    }

    @Test func aCodeThatCannotBeMadeCodesNothing() throws {
        let stage = try stage("s c t r u s t Enter")
        stage.study.makingFails = "No room on the disk."
        stage.program.run()
        #expect(stage.last.contains("Nothing is coded: No room on the disk."))
        #expect(stage.state.notice?.kind == .alarm)
        #expect(stage.study.saved.isEmpty)
        #expect(stage.state.study.codebook.codes.count == Bench.codebook.codes.count)
        #expect(stage.state.coding?.selection != nil, "the passage is still selected, to try again")
    }

    @Test func aCodingThatCannotBeSavedKeepsTheCode() throws {
        let stage = try stage("s c t r u s t Enter")
        stage.study.savingFails = "No room on the disk."
        stage.program.run()
        #expect(stage.last.contains("NOT SAVED: No room on the disk."))
        #expect(stage.state.study.codebook[slug("rs/trust")] != nil)
        #expect(stage.state.coding?.codings.isEmpty == true)
    }

    @Test func undoTakesTheCodeBackThatTheActMade() throws {
        let stage = try stage("s c t r u s t Enter u")
        stage.program.run()
        #expect(stage.study.takenBack == [slug("rs/trust")])
        #expect(stage.state.study.codebook[slug("rs/trust")] == nil)
        #expect(stage.state.uses.slots.isEmpty, "its digit is free")
        #expect(stage.state.notice?.text == "undid “code TR” in B07, and TR is no code any more · U brings it back")
    }

    @Test func redoMakesTheCodeAgain() throws {
        let stage = try stage("s c t r u s t Enter u U")
        stage.program.run()
        #expect(stage.study.made.map(\.name) == ["trust", "trust"])
        #expect(stage.state.study.codebook[slug("rs/trust")]?.name == "trust")
        #expect(stage.state.coding?.codings.map(\.code) == [slug("rs/trust")])
    }

    @Test func aCodeThatIsUsedElsewhereStays() throws {
        let stage = try stage("s c t r u s t Enter ) . [ u u U")
        stage.program.run()
        #expect(stage.study.takenBack == [slug("rs/trust")], "only when the last passage with it was undone")
        let kept = try self.stage("s c t r u s t Enter ) . ( ( x u")
        kept.program.run()
        #expect(kept.study.takenBack.isEmpty)
        #expect(kept.state.study.codebook[slug("rs/trust")] != nil)
    }

    @Test func aCodeOfTheCodebookIsNeverTakenBack() throws {
        let stage = try stage("s c v w Enter u")
        stage.program.run()
        #expect(stage.study.takenBack.isEmpty)
        #expect(stage.state.study.codebook[slug("virtual-wards")] != nil)
    }

    @Test func anUndoThatCannotBeSavedTakesNoCodeBack() throws {
        let stage = try stage("s c t r u s t Enter u")
        stage.terminal.beforeEvents = { if $0 == 1 { stage.study.savingFails = "No room on the disk." } }
        stage.program.run()
        #expect(stage.study.takenBack.isEmpty)
        #expect(stage.state.study.codebook[slug("rs/trust")] != nil)
    }

    @Test func aCodeThatCannotGoIsNotSaidToBeGone() throws {
        let stage = try stage("s c t r u s t Enter u")
        stage.terminal.beforeEvents = { if $0 == 1 { stage.study.makingFails = "no" } }
        stage.program.run()
        #expect(stage.state.study.codebook[slug("rs/trust")] != nil)
        #expect(stage.state.notice?.text == "undid “code TR” in B07 · U brings it back")
    }

    @Test func whoGivesUpTheMemoGivesUpTheCodeMadeForIt() throws {
        let stage = try stage("s m t r u s t Enter Esc")
        stage.program.run()
        #expect(stage.study.takenBack == [slug("rs/trust")])
        #expect(stage.state.notice?.text == "Nothing is coded, and TR is no code any more.")
    }

    @Test func theTerminalIsHandedToTheEditor() throws {
        let stage = try stage("s c b c Enter m Ctrl-O")
        stage.study.written = "one\ntwo\n"
        stage.program.run()
        #expect(stage.terminal.handedOver == 1)
        #expect(stage.terminal.forgotten == 1)
        #expect(stage.state.coding?.codings.first?.memo == "one\ntwo")
        #expect(stage.last.contains("memo saved · u undoes"))
    }

    @Test func anEditorThatIsNotThereIsSaidAndTheLineStays() throws {
        let stage = try stage("s c b c Enter m o h Ctrl-O", editor: "gloss-no-such-editor")
        stage.study.written = "never"
        stage.program.run()
        #expect(stage.last.contains("The editor “gloss-no-such-editor” cannot be started"))
        guard case .memo(let memo) = stage.state.overlay else {
            Issue.record("the line is open")
            return
        }
        #expect(memo.line.text == "oh")
        #expect(stage.study.saved.count == 1)
    }

    /// The keys end, and with them the terminal.
    @Test(arguments: [("s c b c Enter m h a l f", ["half"]), ("s c b c Ctrl-O h a l f", []), ("s c b c Enter m", [])])
    func wordsBeingWrittenAreKeptWhenTheTerminalGoes(_ keys: String, _ drafts: [String]) throws {
        let stage = try stage(keys)
        stage.program.run()
        #expect(stage.study.drafts.map(\.text) == drafts)
    }

    @Test func aMemoThatIsLeftOrSavedIsNoDraft() throws {
        for end in ["Enter", "Esc"] {
            let stage = try stage("s c b c Enter m h a l f \(end)")
            stage.program.run()
            #expect(stage.study.drafts.isEmpty)
        }
    }

    @Test func theDigitsAreKept() throws {
        let stage = try stage("s c v w Enter = 7")
        stage.program.run()
        #expect(stage.study.slots == [7: slug("virtual-wards")])
    }

    @Test func undoOfAnActOverSeveralDocumentsCountsInAll() throws {
        let stage = try stage("u U")
        var codings: [Coding] = []
        let edit = stage.study.edit
        let made = [
            (stage.first, try Bench.line(edit, code: "bc", on: "Well", in: Bench.interview, of: stage.first)),
            (stage.second, try Bench.line(edit, code: "vw", on: "else", in: Self.elsewhere, of: stage.second)),
        ]
        var own: [LogOperation] = []
        for (document, line) in made {
            stage.study.operations[document.uuid] = line.operations
            codings += CodingFold(line.operations).codings
            own += line.operations
        }
        for (document, line) in stage.study.edit.spread(codings.map { .uncode($0) }) {
            stage.study.operations[document, default: []] += line.operations
            own += line.operations
        }
        stage.study.own = own
        try stage.program.open(stage.first)
        #expect(stage.state.coding?.codings.isEmpty == true)
        // The undo stands in one log; the real files are looked through for it, here it is laid beside.
        let other = try #require(stage.study.operations[stage.second.uuid])
        stage.program.run()
        #expect(stage.study.saved.count == 2)
        #expect(stage.study.operations[stage.second.uuid] == other, "one log holds the undo")
        #expect(stage.state.coding?.codings.isEmpty == true, "undone and redone")
        #expect(stage.terminal.frames.contains { $0.contains("2 passages” in B07, C01") })
    }
}
