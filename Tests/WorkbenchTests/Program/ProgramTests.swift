// The running program over a study and a terminal in memory: what is written, what is kept, and what is said when it fails.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct ProgramTests {
    /// A program over two documents.
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

    private func stage(_ terminal: FakeTerminal, list: Bool = true, opens: Bool = true) throws -> Stage {
        let coder = try #require(CoderID("rs"))
        let first = try Self.record("B/B07", 1, Bench.interview)
        let second = try Self.record("C/C01", 2, Self.elsewhere)
        let study = FakeStudy(coder: coder)
        study.texts = [first.uuid: Bench.interview, second.uuid: Self.elsewhere]
        let state = AppState(
            size: WindowSize(rows: terminal.size.rows, columns: terminal.size.columns),
            study: Study(
                settings: StudySettings(id: .version7(milliseconds: 9, random: (9, 9)), title: "Invented study"),
                documents: [first, second],
                codebook: Bench.codebook
            ),
            coder: coder,
            screens: list ? [.documents] : [.coding]
        )
        let program = WorkbenchProgram(
            state: state,
            access: study,
            terminal: terminal,
            look: { _ in Look(kind: .dark) }
        )
        if opens { try program.open(first) }
        return Stage(program: program, study: study, terminal: terminal, first: first, second: second)
    }

    private func stage(_ keys: String, list: Bool = true, opens: Bool = true) throws -> Stage {
        try stage(FakeTerminal(keys: keys), list: list, opens: opens)
    }

    @Test func everyKeyIsFollowedByAFrame() throws {
        let stage = try stage("s c v w Enter")
        stage.program.run()
        #expect(stage.terminal.frames.count == 6)
        #expect(stage.last.contains("coded B07:3 VW Virtual wards · u undoes"))
        #expect(stage.study.saved.count == 1)
    }

    @Test func whatIsOddAboutADocumentIsSaidWhenItOpens() throws {
        let stage = try stage("", opens: false)
        stage.study.remark = "B07.turns.csv: covers 5 characters of a text that has 6"
        try stage.program.open(stage.first)
        #expect(
            stage.state.notice
                == Notice(text: "B07.turns.csv: covers 5 characters of a text that has 6", kind: .refused)
        )
    }

    @Test func aSaveThatFailsIsSaidAndChangesNothing() throws {
        let stage = try stage("s c v w Enter")
        stage.study.savingFails = "No room on the disk."
        stage.program.run()
        #expect(stage.last.contains("NOT SAVED: No room on the disk."))
        #expect(stage.state.notice?.kind == .alarm)
        #expect(stage.state.coding?.codings.isEmpty == true)
        #expect(stage.state.coding?.selection != nil, "the passage is still selected, to try again")
        #expect(stage.state.lastCodes.isEmpty)
        #expect(stage.state.uses.slots.isEmpty)
    }

    @Test func aLineKeptInMemoryIsShownAndSaidToBeUnsaved() throws {
        let stage = try stage("s c v w Enter l")
        stage.study.savingFails = "No room on the disk."
        stage.study.keepsUnsaved = true
        stage.program.run()
        #expect(stage.state.coding?.codings.count == 1)
        #expect(stage.state.unsaved == 1)
        #expect(stage.terminal.frames[stage.terminal.frames.count - 2].contains("NOT SAVED: No room on the disk."))
        #expect(stage.last.contains("UNSAVED 1"))
    }

    @Test func whatWasUnsavedIsSavedWithTheNextLine() throws {
        let stage = try stage("s c v w Enter")
        stage.study.savingFails = "No room on the disk."
        stage.study.keepsUnsaved = true
        stage.program.run()
        stage.study.savingFails = nil
        let again = FakeTerminal(keys: ") .")
        let program = WorkbenchProgram(
            state: stage.state,
            access: stage.study,
            terminal: again,
            look: { _ in Look(kind: .dark) }
        )
        program.run()
        #expect(program.state.unsaved == 0)
        #expect(program.state.coding?.codings.count == 2)
        #expect(again.frames.last?.contains("UNSAVED") == false)
    }

    @Test func whatIsUnsavedIsTriedAgainWhileNobodyTypes() throws {
        let stage = try stage("s c v w Enter")
        stage.study.savingFails = "No room on the disk."
        stage.study.keepsUnsaved = true
        stage.program.run()
        let quiet = FakeTerminal(keys: "")
        quiet.script = [[], [], []]
        quiet.beforeEvents = { left in if left == 2 { stage.study.savingFails = nil } }
        let program = WorkbenchProgram(
            state: stage.state,
            access: stage.study,
            terminal: quiet,
            look: { _ in Look(kind: .dark) }
        )
        program.run()
        #expect(quiet.limits.first == .seconds(1))
        #expect(quiet.limits.last == .some(nil), "nothing waits any more")
        #expect(quiet.frames[1].contains("UNSAVED 1"))
        #expect(program.state.unsaved == 0)
        #expect(program.state.notice?.text == "1 act that was in memory only is saved now.")
    }

    @Test func leavingWithUnsavedActsNeedsASecondWord() throws {
        let stage = try stage("s c b c Enter q j Q", list: false)
        stage.study.savingFails = "The disk is full."
        stage.study.keepsUnsaved = true
        stage.program.run()
        let warning = stage.terminal.frames.first { $0.contains("1 act is NOT SAVED: The disk is full. Leave again") }
        #expect(warning != nil)
        #expect(stage.study.asked.filter { $0 == "saveUnsaved" }.count == 1)
    }

    @Test func leavingSavesWhatCanBeSavedBeforeItGoes() throws {
        let stage = try stage("s c b c Enter")
        stage.study.savingFails = "The disk is full."
        stage.study.keepsUnsaved = true
        stage.program.run()
        #expect(stage.study.asked.last == "saveUnsaved")
        #expect(stage.study.unsavedLines == 1)
    }

    @Test func anUndoInADocumentThatCannotBeOpenedIsNotWritten() throws {
        let stage = try stage("u")
        let edit = stage.study.edit
        let text = CanonicalText(Self.elsewhere)
        let version = try #require(VersionTag(stage.second.versions[0]))
        let line = try #require(
            edit.apply(
                [Bench.codebook.codes[1]],
                to: TextSpan(5, 14),
                of: stage.second.uuid,
                text: text,
                version: version
            )
        )
        stage.study.own = line.operations
        stage.study.openingFails = "C01 was changed outside Gloss."
        stage.program.run()
        #expect(stage.study.saved.isEmpty)
        #expect(stage.last.contains("C01 was changed outside Gloss."))
    }

    @Test func anActOnALostDocumentDoesNotStandBeforeOthers() throws {
        let stage = try stage("u")
        let edit = stage.study.edit
        func coded(_ document: Identifier, _ text: String) throws -> LogLine {
            let version = try #require(VersionTag(SHA256.hexadecimal(of: Array(text.utf8))))
            return try #require(
                edit.apply(
                    [Bench.codebook.codes[1]],
                    to: TextSpan(5, 14),
                    of: document,
                    text: CanonicalText(text),
                    version: version
                )
            )
        }
        let here = try coded(stage.first.uuid, Bench.interview)
        let lost = try coded(.version7(milliseconds: 77, random: (7, 7)), "A text that nobody has any more.")
        stage.study.own = here.operations + lost.operations
        stage.program.run()
        let undone = try #require(stage.study.saved.first?.operations.first)
        #expect(undone.body == .undo(act: here.act))
    }

    @Test func whatFailedCanBeTriedAgain() throws {
        let stage = try stage("s c v w Enter")
        stage.study.savingFails = "No room on the disk."
        stage.program.run()
        let again = FakeTerminal(keys: "c v w Enter")
        let program = WorkbenchProgram(
            state: stage.state,
            access: stage.study,
            terminal: again,
            look: { _ in Look(kind: .dark) }
        )
        stage.study.savingFails = nil
        program.run()
        #expect(program.state.coding?.codings.count == 1)
        #expect(again.frames.last?.contains("coded B07:3 VW Virtual wards") == true)
    }

    @Test func afterAFailedUndoTheSameActIsStillTheNextToUndo() throws {
        let stage = try stage("u", opens: false)
        let line = try Bench.line(stage.study.edit, code: "bc", on: "How", in: Bench.interview, of: stage.first)
        stage.study.operations[stage.first.uuid] = line.operations
        stage.study.own = line.operations
        stage.study.savingFails = "No room on the disk."
        try stage.program.open(stage.first)
        stage.program.run()
        #expect(stage.last.contains("NOT SAVED: No room on the disk."))
        #expect(stage.state.coding?.codings.count == 1)
        #expect(stage.state.history?.nextToUndo?.id == line.act)
        #expect(stage.state.history?.nextToRedo == nil)
    }

    @Test func whatOthersWroteMeanwhileIsTakenIn() throws {
        let stage = try stage("s c v w Enter")
        let other = CodingEdit(
            coder: try #require(CoderID("ag")),
            at: Moment(secondsSince1970: 1_700_000_001),
            newID: { .version7(milliseconds: 77, random: (7, 7)) },
            sha256: SHA256.hexadecimal(of:)
        )
        stage.study.arrived = try Bench.line(other, code: "bc", on: "How", in: Bench.interview, of: stage.first)
            .operations
        stage.program.run()
        #expect(Set(stage.state.coding?.codings.map(\.coder.description) ?? []) == ["ag", "rs"])
        #expect(stage.state.coding?.codings.count == 2)
        var state = stage.state
        state.refreshStudy()
        #expect(state.documents.rows.first?.codings == 2)
    }

    // MARK: News

    /// A program with the codings of another window, told of before the next key.
    private func stage(_ keys: String, elsewhere words: String..., list: Bool = true) throws -> (Stage, [LogLine]) {
        let stage = try stage(keys, list: list)
        // Others than those that this window hands out.
        let ids = Bench.Counter()
        for _ in 0..<100 { _ = ids.id() }
        let edit = CodingEdit(
            coder: stage.study.coder,
            at: Moment(secondsSince1970: 1_700_000_001),
            newID: ids.id,
            sha256: SHA256.hexadecimal(of:)
        )
        let lines = try words.map { try Bench.line(edit, code: "bc", on: $0, in: Bench.interview, of: stage.first) }
        stage.study.operations[stage.first.uuid] = lines.flatMap(\.operations)
        stage.study.own = lines.flatMap(\.operations)
        var study = stage.state.study
        study.replaceCodings(of: stage.first.uuid, by: CodingFold(lines.flatMap(\.operations)).codings)
        stage.study.writtenElsewhere = study
        return (stage, lines)
    }

    @Test func whatAnotherWindowSavedIsThereAtTheNextKey() throws {
        let (stage, _) = try stage("l", elsewhere: "How")
        stage.program.run()
        #expect(stage.terminal.frames.first?.contains("BC Block contracts") == false)
        #expect(stage.last.contains("BC Block contracts"))
        #expect(stage.state.coding?.codings.count == 1)
        #expect(stage.state.study.codings.count == 1)
    }

    @Test func anActOfAnotherWindowIsUndoneFromThisOne() throws {
        let (stage, lines) = try stage("u", elsewhere: "How", "Well")
        stage.program.run()
        #expect(stage.last.contains("undid “code BC” in B07"))
        #expect(stage.study.saved.map { $0.operations.map(\.body) }.count == 1)
        guard case .undo(let act)? = stage.study.saved.first?.operations.first?.body else {
            Issue.record("an undo is written")
            return
        }
        #expect(act == lines[1].act)
        #expect(stage.state.coding?.codings.count == 1)
    }

    @Test func aSelectionAndThePlaceStayWhenNewsCome() throws {
        let (stage, _) = try stage("} s l", elsewhere: "How")
        let news = stage.study.writtenElsewhere
        stage.study.writtenElsewhere = nil
        stage.terminal.beforeEvents = { left in if left == 1 { stage.study.writtenElsewhere = news } }
        stage.program.run()
        #expect(stage.state.coding?.codings.count == 1)
        #expect(stage.state.coding?.selection != nil)
    }

    @Test func nothingChangesUnderAPickerThatIsOpen() throws {
        let (stage, _) = try stage("s c Esc", elsewhere: "How")
        let news = stage.study.writtenElsewhere
        var counts: [Int] = []
        stage.terminal.beforeEvents = { left in
            if left > 0 { stage.study.writtenElsewhere = left == 1 ? news : nil }
            counts.append(stage.state.coding?.codings.count ?? -1)
        }
        stage.program.run()
        #expect(counts == [0, 0, 0, 0], "the picker was open when the news came")
        #expect(stage.state.coding?.codings.count == 1, "it was closed when the terminal went")
    }

    @Test func aNewVersionOfTheOpenTextIsShown() throws {
        let (stage, _) = try stage("l", elsewhere: "How", list: false)
        var study = stage.state.study
        study.documents[0].versions.append(SHA256.hexadecimal(of: Array(Self.elsewhere.utf8)))
        stage.study.texts[stage.first.uuid] = Self.elsewhere
        stage.study.writtenElsewhere = study
        stage.program.run()
        #expect(stage.last.contains("Something else was said."))
        #expect(stage.last.contains("B/B07 was changed meanwhile: this is its newest version."))
        #expect(stage.state.coding?.document.versions.count == 2)
    }

    @Test func aDocumentThatIsGoneIsLeftAndSaid() throws {
        let (stage, _) = try stage("l", elsewhere: "How")
        var study = stage.state.study
        study.documents.removeFirst()
        stage.study.writtenElsewhere = study
        stage.program.run()
        #expect(stage.state.coding == nil)
        #expect(stage.state.screen == .dashboard)
        #expect(stage.last.contains("B/B07 is not in the study any more."))
    }

    @Test func leavingKeepsThePlace() throws {
        for keys in ["} }", "} } Q", "} } q"] {
            let stage = try stage(keys)
            stage.program.run()
            let place = try #require(stage.study.places[stage.first.uuid]?.cursor, "\(keys)")
            let text = CanonicalText(Bench.interview)
            #expect(text.string(in: TextSpan(place, text.scalarCount)).hasPrefix("And the virtual"), "\(keys)")
        }
    }

    @Test func openingGoesWhereTheCoderLeft() throws {
        let stage = try stage("q Enter")
        let place = try #require(CanonicalText(Bench.interview).occurrences(of: "virtual ward").first).start
        stage.program.run()
        #expect(stage.state.coding?.cursor == stage.study.places[stage.first.uuid]?.cursor)
        let again = try self.stage("l", opens: false)
        again.study.places[again.first.uuid] = ReadingPlace(cursor: place)
        try again.program.open(again.first)
        #expect(again.state.coding?.cursor == place)
        try again.program.open(again.first, line: 1)
        #expect(again.state.coding?.cursor == 0)
    }

    @Test(arguments: [-5, 99_999, Int.max, Int.min])
    func aPlaceThatIsNotInTheTextDoesNoHarm(_ place: Int) throws {
        let stage = try stage("j k", opens: false)
        stage.study.places[stage.first.uuid] = ReadingPlace(cursor: place)
        try stage.program.open(stage.first)
        stage.program.run()
        let cursor = try #require(stage.state.coding?.cursor)
        #expect(cursor >= 0 && cursor < CanonicalText(Bench.interview).scalarCount)
    }

    @Test func theListOpensAndOpensAnother() throws {
        let stage = try stage("q j Enter", opens: true)
        stage.program.run()
        #expect(stage.state.coding?.document.id.description == "C/C01")
        #expect(stage.last.contains("Something else was said."))
        #expect(stage.study.asked.filter { $0.hasPrefix("open") } == ["open B/B07", "open C/C01"])
    }

    @Test func aDocumentThatCannotBeOpenedIsSaidAndTheListStays() throws {
        let stage = try stage("j Enter", opens: false)
        stage.study.openingFails = "transcripts/C/C01.txt is gone."
        stage.program.run()
        #expect(stage.state.screen == .documents)
        #expect(stage.last.contains("transcripts/C/C01.txt is gone."))
        #expect(stage.state.notice?.kind == .alarm)
    }

    @Test func theHistoryIsReadOnceAndOnlyWhenNeeded() throws {
        let stage = try stage("s c v w Enter u U u")
        stage.program.run()
        #expect(stage.study.asked.filter { $0 == "read history" }.count == 1)
        let none = try self.stage("s c v w Enter")
        none.program.run()
        #expect(!none.study.asked.contains("read history"))
    }

    @Test func undoReachesActsOfEarlierSessions() throws {
        let stage = try stage("u", opens: false)
        let line = try Bench.line(stage.study.edit, code: "bc", on: "How", in: Bench.interview, of: stage.first)
        stage.study.operations[stage.first.uuid] = line.operations
        stage.study.own = line.operations
        try stage.program.open(stage.first)
        #expect(stage.state.coding?.codings.count == 1)
        stage.program.run()
        #expect(stage.state.coding?.codings.isEmpty == true)
        #expect(stage.last.contains("undid “code BC” in B07 · U brings it back"))
    }

    @Test func undoInAnotherDocumentOpensItAndKeepsThePlaceInThisOne() throws {
        let stage = try stage("} u", opens: false)
        let text = CanonicalText(Self.elsewhere)
        let span = try #require(text.occurrences(of: "no more").first)
        let line = try Bench.line(stage.study.edit, code: "vw", on: "no more", in: Self.elsewhere, of: stage.second)
        stage.study.operations[stage.second.uuid] = line.operations
        stage.study.own = line.operations
        try stage.program.open(stage.first)
        stage.program.run()
        let coding = try #require(stage.state.coding)
        #expect(coding.document.id == stage.second.id)
        #expect(coding.codings.isEmpty)
        #expect(coding.cursor == span.start)
        #expect(stage.last.contains("undid “code VW” in C01 · U brings it back"))
        #expect(stage.study.asked.suffix(2) == ["open C/C01", "save in C/C01"])
        #expect(stage.study.places[stage.first.uuid] != nil)
    }

    @Test func aHistoryThatCannotBeReadIsSaid() throws {
        let stage = try stage("u")
        stage.study.own = nil
        stage.program.run()
        #expect(stage.last.contains("The log cannot be read."))
        #expect(stage.study.saved.isEmpty)
    }

    @Test func suspendingKeepsThePlaceAndTakesTheNewSize() throws {
        let terminal = FakeTerminal(keys: "} Ctrl-Z")
        terminal.sizeAfterSuspension = (40, 120)
        let stage = try stage(terminal)
        stage.program.run()
        #expect(terminal.suspensions == 1)
        #expect(stage.study.places[stage.first.uuid] != nil)
        #expect(stage.state.size == WindowSize(rows: 40, columns: 120))
        #expect(stage.last.split(separator: "\n", omittingEmptySubsequences: false).count == 40)
    }

    @Test func drawingAnewForgetsTheFrame() throws {
        let stage = try stage("Ctrl-L")
        stage.program.run()
        #expect(stage.terminal.forgotten == 1)
    }

    @Test func eventsAfterLeavingAreNotFollowed() throws {
        let keys = ["Q", "s", "c", "Enter"].compactMap { KeyPress(name: $0) }
        let stage = try stage(FakeTerminal([keys.map { .key($0) }]))
        stage.program.run()
        #expect(stage.study.saved.isEmpty)
        #expect(stage.terminal.frames.count == 1)
    }

    @Test func aTerminalThatIsGoneEndsTheProgram() throws {
        let stage = try stage("")
        stage.program.run()
        #expect(stage.terminal.frames.count == 1)
        #expect(stage.study.places[stage.first.uuid] != nil)
    }

    @Test func aDocumentOpenedStraightAwayIsLeftStraightAway() throws {
        let stage = try stage("q", list: false)
        stage.program.run()
        #expect(stage.state.coding != nil)
        #expect(stage.terminal.frames.count == 1)
    }

    @Test func resizingIsFollowedBetweenKeys() throws {
        let script: [[TerminalEvent]] = [
            [.resize(rows: 40, columns: 120)], [.key(KeyPress("s")), .resize(rows: 16, columns: 60)],
            [.resize(rows: 3, columns: 10)], [.resize(rows: 24, columns: 80)],
        ]
        let stage = try stage(FakeTerminal(script))
        stage.program.run()
        let heights = stage.terminal.frames.map { $0.split(separator: "\n", omittingEmptySubsequences: false).count }
        #expect(heights == [24, 40, 16, 3, 24])
        #expect(stage.last.contains("SELECT sentence"))
    }
}
