// The pages of the notebook: keys in, what is asked of the files out.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct NotebookTests {
    /// The codebook with the pointer on a code.
    private func codebook(on code: String, columns: Int = 120, rows: Int = 40) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        try bench.press("g c")
        bench.state.notebook[.codebook]?.choose(.code(slug(code)))
        return bench
    }

    private func last(_ bench: ListBench) throws -> (change: StudyChange, why: String) {
        try #require(bench.study.changes.last)
    }

    @Test func theTreeSaysCodesAndCounts() throws {
        let bench = try codebook(on: "block-contracts")
        #expect(bench.state.screen == .notebook(.codebook))
        let line = try #require(bench.lines.first { $0.hasPrefix("›") })
        #expect(line.contains("Block contracts") && line.contains(" 2 "), "\(line)")
        #expect(bench.picture.contains("Definition"))
    }

    @Test func mergingSaysBeforeWhatMovesAndAsksWhy() throws {
        var bench = try codebook(on: "data-inadequate")
        try bench.press("Space")
        bench.state.notebook[.codebook]?.choose(.code(slug("block-contracts")))
        try bench.press("M")
        #expect(bench.picture.contains("2 passages (2 codings) move, 1 overlapping, 0 the same"), "\(bench.picture)")
        #expect(bench.picture.contains("2 passages now, 4 afterwards"))
        #expect(bench.study.changes.isEmpty, "nothing moves before it was seen")
        try bench.type("one idea")
        try bench.press("Enter")
        let (change, why) = try last(bench)
        guard case .merge(let sources, let heir) = change else { throw Wrong(change) }
        #expect(sources == [slug("data-inadequate")] && heir == slug("block-contracts") && why == "one idea")
    }

    @Test func escChangesNothing() throws {
        var bench = try codebook(on: "data-inadequate")
        for keys in ["Space k M Esc", "r Esc", "a Esc", "x Esc", "v Esc", "T Esc"] {
            try bench.press(keys)
            #expect(bench.study.changes.isEmpty, "\(keys)")
            #expect(bench.state.overlay == nil, "\(keys)")
        }
    }

    @Test func aReasonMayBeEmpty() throws {
        var bench = try codebook(on: "data-inadequate")
        try bench.press("r Ctrl-U")
        try bench.type("Data say little")
        try bench.press("Enter Enter")
        let (change, why) = try last(bench)
        guard case .setCode(let id, let fields) = change else { throw Wrong(change) }
        #expect(id == slug("data-inadequate") && fields.map(\.words) == ["Data say little"] && why.isEmpty)
    }

    @Test func aNameIsNeeded() throws {
        var bench = try codebook(on: "data-inadequate")
        try bench.press("a Enter")
        #expect(bench.picture.contains("A code needs a name."))
        try bench.type("New")
        try bench.press("Enter")
        guard case .addCode(let draft, let after) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(draft.name == "New" && after == slug("data-inadequate"))
    }

    @Test func codesMoveInTheTree() throws {
        var bench = try codebook(on: "block-contracts")
        let parent = try #require(bench.state.study.codebook[slug("block-contracts")]?.parent)
        try bench.press("<")
        guard case .moveCodes(let lifted, let under) = try last(bench).change else {
            throw Wrong(try last(bench).change)
        }
        #expect(lifted == [slug("block-contracts")] && under == nil, "it stood below \(parent)")
        try bench.press("v")
        try bench.type("no such code")
        try bench.press("Enter")
        #expect(bench.picture.contains("There is no code “no such code”."))
    }

    @Test func splittingGoesThroughTheExtracts() throws {
        var bench = try codebook(on: "block-contracts")
        try bench.press("S")
        #expect(bench.state.screen == .extracts)
        #expect(bench.said.contains("Space marks what moves"))
        try bench.press("Space S")
        try bench.type("Shelter")
        try bench.press("Enter")
        #expect(bench.picture.contains("Block contracts: 2 → 1 + 1 Shelter"), "\(bench.picture)")
        try bench.press("Enter")
        guard case .split(let codings, let into, let from) = try last(bench).change else {
            throw Wrong(try last(bench).change)
        }
        #expect(codings.count == 1 && into == "Shelter" && from == slug("block-contracts"))
    }

    @Test func aDefinitionIsWrittenInTheEditorAndAFormThatIsWrongComesUpAgain() throws {
        var bench = try codebook(on: "block-contracts")
        bench.study.written = "name: Block contracts\ndefinition: Other words.\n"
        try bench.press("e")
        #expect(bench.picture.contains("why change it"))
        try bench.press("Enter")
        guard case .setCode(_, let fields) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(fields.contains { $0.field == .definition && $0.words == "Other words." })
        bench.study.written = "definition: [a, \nnonsense: x"
        try bench.press("e")
        #expect(bench.study.changes.count == 1)
        #expect(bench.said.contains("could not be used"), "\(bench.said)")
    }

    @Test func codesAndExtractsAreTiedToATheme() throws {
        var bench = try codebook(on: "block-contracts")
        try bench.press("T")
        #expect(bench.said.contains("There is no theme yet"))
        bench.state.study.themes = [
            Theme(id: try #require(ThemeID("t-one")), name: "Nobody pays for what everybody wants")
        ]
        try bench.press("T Tab Enter")
        guard case .setTheme(let id, let fields) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(id.description == "t-one" && fields.map(\.words) == ["block-contracts"])
        try bench.press("Enter T Tab Enter")
        guard case .setTheme(_, let quotes) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(quotes.first?.field == .extracts && quotes.first?.words.contains("B07:") == true)
    }

    @Test func theCardOfAThemeSaysItsEvidenceAndItsStoryInParagraphs() throws {
        var bench = try ListBench(rows: 40, columns: 160)
        var theme = Theme(id: try #require(ThemeID("t-one")), name: "One says something of money")
        theme.codes = [slug("block-contracts")]
        theme.story = "A first line\nthat goes on.\n\n- a list\n- of two"
        bench.state.study.themes = [theme]
        try bench.press("g i")
        #expect(bench.picture.contains("2 codings in 2/3 documents, 0 contrary cases"))
        #expect(bench.picture.contains("A first line that goes on."))
        #expect(bench.picture.contains("- a list") && !bench.picture.contains("- a list - of two"))
    }

    @Test func theMapOfThemesTakesThePlaceOfTheCard() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        var one = Theme(id: try #require(ThemeID("t-one")), name: "One leads to two")
        var two = Theme(id: try #require(ThemeID("t-two")), name: "Two comes back to one")
        one.relations = [ThemeRelation(to: two.id, how: "feeds")]
        two.relations = [ThemeRelation(to: one.id, how: "hides")]
        bench.state.study.themes = [one, two]
        try bench.press("g i z")
        #expect(
            bench.picture.contains("┌─ 1 ─") && bench.picture.contains("└─ feeds ─> 2")
                && bench.picture.contains("└─ hides ─> 1")
        )
        let ascii = bench.state.frame(Look(kind: .dark, glyphs: .ascii)).surface
        #expect(ascii.text.contains("+- 1 -") && ascii.text.contains("+- feeds -> 2"))
        ascii.expectSound()
        try bench.press("z")
        #expect(!bench.picture.contains("┌─ 1 ─"))
    }

    @Test func memosAreFilteredByKindAndWords() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.notes = try [
            note("a", .reflexive, "I hear blame"),
            note("b", .analytic, "The block shelters", links: [.code(slug("block-contracts"))]),
        ]
        try bench.press("g m")
        #expect(bench.picture.contains("I hear blame") && bench.picture.contains("The block shelters"))
        try bench.press("Tab")
        #expect(!bench.picture.contains("The block shelters"))
        try bench.press("Tab f")
        try bench.type("SHELTER")
        try bench.press("Enter")
        #expect(bench.picture.contains("The block shelters"))
        try bench.press("Enter")
        #expect(bench.state.extracts?.subject == .code(slug("block-contracts")), "a memo leads to what it is about")
        try bench.press("g m a")
        #expect(bench.picture.contains(AppState.prompt(bench.state.now)), "a question to think about, and no more")
        try bench.type("Words")
        try bench.press("Enter")
        guard case .addMemo(let words, let kind, _) = try last(bench).change else {
            throw Wrong(try last(bench).change)
        }
        #expect(words == "Words" && kind == .analytic)
    }

    @Test func aMemoFromATextIsLinkedToThePassageInFocus() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("j Enter ]")
        try #require(bench.state.screen == .coding)
        let focus = try #require(bench.state.coding?.focus)
        try bench.press("g m a")
        #expect(bench.picture.contains("It is linked to "))
        try bench.type("What I thought")
        try bench.press("Enter")
        guard case .addMemo(_, _, let links) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(links.count == 1 && links.first?.isAbout(.passage(focus.id, note: "")) == true)
    }

    @Test func aMemoWrittenInTheEditorKeepsItsLinkAndItsKind() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("j Enter ]")
        let focus = try #require(bench.state.coding?.focus)
        try bench.press("g m Tab a")
        try bench.type("What I thought")
        try bench.press("Ctrl-O")
        guard case .addMemo(let words, let kind, let links) = try last(bench).change else {
            throw Wrong(try last(bench).change)
        }
        #expect(words == "What I thought" && kind == .reflexive)
        #expect(links.count == 1 && links.first?.isAbout(.passage(focus.id, note: "")) == true)
    }

    @Test func aMemoThatCannotBeWrittenStaysInTheLine() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.savingFails = "no room"
        try bench.press("g m a")
        try bench.type("Words of mine")
        try bench.press("Enter")
        #expect(bench.said.contains("no room"))
        #expect(bench.picture.contains("Words of mine"))
        bench.study.savingFails = nil
        try bench.press("Enter")
        guard case .addMemo(let words, _, _) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(words == "Words of mine")
    }

    @Test func otherMethodsAskNoReflexiveQuestions() throws {
        var bench = try ListBench(method: .codebook, rows: 40, columns: 120)
        try bench.press("g m a")
        #expect(!bench.picture.contains(AppState.prompt(bench.state.now)))
    }

    @Test func theTimelineTakesBackOnlyWhatCanBe() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.events = try [event(1, "rename", back: true), event(2, "coded", back: false)]
        try bench.press("g h")
        #expect(bench.picture.contains("rename code Block contracts name"))
        try bench.press("j R")
        #expect(bench.said.contains("u undoes your own acts"), "\(bench.said)")
        try bench.press("j R")
        try bench.type("too early")
        try bench.press("Enter")
        let (change, why) = try last(bench)
        guard case .undo = change else { throw Wrong(change) }
        #expect(why == "too early")
    }

    @Test func thePastIsForReadingOnly() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.events = try [event(1, "rename", back: true)]
        var then = bench.state.study
        then.codebook = Codebook(title: "", version: "", codes: [Code(id: slug("older"), name: "An old name")])
        let access = FakeStudy(coder: bench.study.coder)
        (access.texts, access.operations) = (bench.study.texts, bench.study.operations)
        bench.study.earlier = (then, access)
        try bench.press("g h j z g c a x M u g t Enter s c w q q q q q")
        let shown = bench.frames.suffix(18)
        #expect(shown.first?.contains("to read only; q on this page comes back to today") == true)
        #expect(shown.contains { $0.contains("AS OF 2023-11-14") && $0.contains("An old name") })
        #expect(
            shown.filter { $0.contains("as it was on 2023-11-14") && $0.contains("nothing can be changed") }.count >= 5
        )
        #expect(access.saved.isEmpty && access.changes.isEmpty)
        #expect(bench.said == "This is the study as it is now.")
        #expect(bench.picture.contains("Timeline") && !bench.picture.contains("AS OF"))
    }

    @Test func aTerminalThatGoesAwayInThePastEndsTheProgram() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.events = try [event(1, "rename", back: true)]
        bench.study.earlier = (bench.state.study, FakeStudy(coder: bench.study.coder))
        try bench.press("g h j z")
        #expect(bench.study.moments.count == 1)
        #expect(bench.frames.last?.contains("AS OF") == true)
    }

    @Test func aPastThatCannotBeReadIsSaid() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        bench.study.events = try [event(1, "rename", back: true)]
        try bench.press("g h j z")
        #expect(bench.said == "There is no past.")
    }

    @Test func undoTakesBackWhicheverWasDoneLast() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        let id = Identifier.version7(milliseconds: 5_000_000_000_000, random: (3, 3))
        let coder = try #require(CoderID("rs"))
        var entry = JournalEntry(
            .edit,
            id: id,
            by: coder,
            at: Moment(secondsSince1970: 5_000_000_000),
            object: "code:block-contracts"
        )
        (entry.field, entry.before, entry.after) = ("name", "A", "B")
        bench.study.acts = JournalAct.all(of: [entry])
        bench.state.history = nil
        try bench.press("g c u")
        guard case .undo(let act) = try last(bench).change else { throw Wrong(try last(bench).change) }
        #expect(act == id)
    }

    @Test(arguments: ["g c", "g i", "g m", "g h"], [(24, 80), (16, 60), (60, 200), (40, 120)])
    func everyPageIsSoundAtEverySizeAlsoEmpty(_ keys: String, _ size: (Int, Int)) throws {
        var bench = try ListBench([], codings: [], codebook: .empty, rows: size.0, columns: size.1)
        try bench.press(keys)
        bench.surface.expectSound()
        for key in [
            "j", "k", "G", "Enter", "a", "Esc", "e", "r", "x", "M", "S", "T", "R", "z", "u", "U", "?", "Esc", "q",
        ] {
            try bench.press(key)
            bench.surface.expectSound()
        }
        #expect(bench.study.changes.isEmpty)
    }

    private func note(_ id: String, _ kind: Memo.Kind, _ text: String, links: [MemoLink] = []) throws -> Memo {
        Memo(
            id: try #require(MemoID(id)),
            kind: kind,
            coder: CoderID("rs"),
            made: Moment(secondsSince1970: ListBench.now),
            links: links,
            text: text
        )
    }

    private func event(_ number: UInt64, _ verb: String, back: Bool) throws -> TimelineEvent {
        TimelineEvent(
            id: .version7(milliseconds: number, random: (number, number)),
            by: try #require(CoderID("rs")),
            at: Moment(secondsSince1970: ListBench.now + Int64(number)),
            verb: verb,
            object: back ? "code:block-contracts" : "block-contracts",
            field: back ? "name" : "",
            before: "a",
            after: "b",
            why: "",
            documents: [],
            count: 1,
            canBeTakenBack: back,
            isTakenBack: false
        )
    }
}

/// A change that was not the expected one.
private struct Wrong: Error {
    let change: StudyChange
    init(_ change: StudyChange) { self.change = change }
}
