// The palette: commands by name, arguments by Tab, sentences instead of silence, and the text in sight all the while.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PaletteTests {
    private func bench(_ typed: String, _ keys: String = "", rows: Int = 24, columns: Int = 80) throws -> Bench {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press(":")
        try bench.type(typed)
        try bench.press(keys)
        return bench
    }

    private func texts(_ bench: Bench) -> [String] { bench.palette?.rows.map(\.text) ?? [] }

    // MARK: Finding commands

    @Test(arguments: [
        ("next-unc", "next-uncoded"), ("nxtunc", "next-uncoded"), ("undo", "undo"), ("rowd", "row-down"),
        ("whose", "layer"), ("blank the screen", "privacy"), ("QUIT", "quit"), ("g n", "next-uncoded"), ("x", "uncode"),
    ])
    func commandsAreFoundByNameTitleHelpAndKey(_ typed: String, _ expected: String) throws {
        #expect(try texts(bench(typed)).first == expected)
    }

    @Test func everyCommandOfThePlaceIsThereBeforeAnythingIsTyped() throws {
        let bench = try bench("")
        let expected = bench.state.table.rows(in: .read).map(\.command.name).filter { $0 != "palette" }
        #expect(texts(bench) == expected)
        #expect(!bench.picture.contains("›c"), "nothing is pointed at before anything is typed")
    }

    @Test func theKeyStandsBesideTheCommand() throws {
        let bench = try bench("next-uncoded")
        let line = try #require(bench.lines.first { $0.contains("› next-uncoded") })
        #expect(line.contains("g n"))
        #expect(line.contains("Go to the next passage without a coding."))
    }

    @Test func whatCannotBeDoneSaysWhyInTheList() throws {
        let bench = try bench("uncode")
        #expect(bench.palette?.rows.first?.why == "No coding at the cursor to uncode; ] goes to the next one.")
        #expect(bench.lines.contains { $0.contains("› uncode") && $0.contains("No coding at the cursor to uncode") })
    }

    @Test func enterRunsTheRowUnderThePointer() throws {
        let bench = try bench("select-sent", "Enter")
        #expect(bench.selected == "How did the block contract come about?")
        #expect(bench.state.overlay == nil)
    }

    @Test(arguments: [
        ("quote", "copy"), ("note", "memo"), ("delete", "uncode"), ("highlight", "code"), ("home", "dashboard"),
    ])
    func commandsAreFoundByTheWordsOfOtherTools(_ typed: String, _ command: String) throws {
        #expect(texts(try bench(typed)).contains { $0.hasPrefix(command) })
    }

    @Test func thePointerMovesOverTheRows() throws {
        var bench = try bench("sentence")
        let second = try #require(texts(bench).dropFirst().first)
        try bench.press("Down")
        #expect(bench.palette?.chosen?.text == second)
        try bench.press("Up")
        #expect(bench.palette?.list.selection == 0)
    }

    @Test(arguments: [
        ("zzzz", "No command answers to this; gloss --help in the shell"), ("code zzzz", "Nothing answers to this."),
    ])
    func whereNothingAnswersThatIsSaid(_ typed: String, _ sentence: String) throws {
        #expect(try bench(typed).picture.contains(sentence))
        #expect(try !bench("search zzzz").picture.contains("answers to this"))
    }

    // MARK: Arguments

    @Test func aNumberIsALine() throws {
        let bench = try bench("5", "Enter")
        #expect(bench.status.contains("ln 5/"))
        #expect(bench.state.overlay == nil)
    }

    @Test(arguments: ["top 5", "bottom 5"])
    func aLineCanFollowTheName(_ typed: String) throws {
        #expect(try bench(typed, "Enter").status.contains("ln 5/"))
    }

    @Test(arguments: ["code vw", "code virtual-wards", "code Virtual wards", "code VIRT"])
    func aCodeIsGivenByTagIdNameOrTheOnlyOneThatAnswers(_ typed: String) throws {
        let bench = try bench(typed, "Enter")
        #expect(bench.codings == ["rs VW How did the block contract come about?"])
        #expect(bench.state.overlay == nil)
        #expect(bench.state.place == .read)
    }

    @Test func aCodeIsGivenToTheSelection() throws {
        var bench = try Bench()
        try bench.press("v w :")
        try bench.type("code bc")
        try bench.press("Enter")
        #expect(bench.codings == ["rs BC How"])
    }

    @Test(arguments: [
        ("code vv", "There is no code “vv”; near it: vw."), ("code zzz", "There is no code “zzz”."),
        ("code contracting", "Contracting is a category: name a code under it."),
        ("open B08", "There is no document “B08”; near it: B07."), ("top x", "“x” is no number of a line."),
        ("set looks light", "There is no option ‘looks’; near it: look."),
        ("set look pink", "‘pink’ is no value of look; write dark, light, plain or high-contrast."),
        ("set coder xy", "Coder is settled when Gloss starts; set it in the configuration file."),
        ("set-mark 7", "set-mark needs a letter from a to z, not “7”."),
        ("undo now", "undo takes nothing after its name."),
        ("uncode", "No coding at the cursor to uncode; ] goes to the next one."),
        ("nothing-at-all", "No command is called nothing-at-all."),
        ("undoo", "No command is called undoo; near it: undo."),
        ("swap-ends", "swap-ends does nothing here, only with a selection."),
    ])
    func whatCannotBeDoneLeavesThePaletteOpenAndSaysWhy(_ typed: String, _ sentence: String) throws {
        let bench = try bench(typed, "Enter")
        #expect(bench.palette?.trouble == sentence)
        #expect(bench.palette?.line.text == typed)
        #expect(bench.picture.contains(sentence.prefix(70)))
        #expect(bench.codings.isEmpty && bench.effects.isEmpty)
    }

    @Test(arguments: [
        ("set", "set ", "set needs an option and its value."), ("open", "open ", "open needs a document's id."),
        ("set look", "set look ", "look needs a value: dark, light, plain or high-contrast."),
        ("go-to-mark", "go-to-mark ", "go-to-mark needs a letter from a to z."),
    ])
    func whatIsMissingIsAskedFor(_ typed: String, _ line: String, _ sentence: String) throws {
        let bench = try bench(typed, "Enter")
        #expect(bench.palette?.line.text == line)
        #expect(bench.palette?.trouble == sentence)
    }

    @Test func theNextKeyTakesTheSentenceAway() throws {
        let bench = try bench("set", "Enter l")
        #expect(bench.palette?.trouble == nil)
        #expect(texts(bench).first == "look")
    }

    @Test func aDocumentIsOpenedByItsNames() throws {
        let bench = try bench("open b07", "Enter")
        #expect(bench.said == "B07 is open.")
    }

    // MARK: Tab

    @Test(arguments: [
        ("next-u", "next-uncoded"), ("set-m", "set-mark "), ("code virt", "code vw"), ("open b", "open B/B07"),
        ("set loo", "set look "), ("set look hi", "set look high-contrast"), ("set mouse of", "set mouse off"),
    ])
    func tabCompletes(_ typed: String, _ expected: String) throws {
        #expect(try bench(typed, "Tab").palette?.line.text == expected)
    }

    @Test func valuesOfAnOptionAreOffered() throws {
        #expect(try texts(bench("set look ")) == ["look dark", "look light", "look plain", "look high-contrast"])
    }

    @Test func aRowThatIsPointedAtIsAsGoodAsItsWords() throws {
        let bench = try bench("code ", "Down Enter")
        #expect(bench.codings.count == 1)
    }

    // MARK: History

    @Test func upShowsWhatWasRunBefore() throws {
        var bench = try bench("top 5", "Enter : Up")
        #expect(bench.palette?.line.text == "top 5")
        try bench.press("Down")
        #expect(bench.palette?.line.isEmpty == true)
        try bench.press("Up Enter")
        #expect(bench.status.contains("ln 5/"))
        #expect(bench.state.paletteHistory == ["top 5"])
        try bench.press(":")
        try bench.type("7")
        try bench.press("Enter : Up Up Up")
        #expect(bench.palette?.line.text == "top 5")
    }

    @Test func whatWasRefusedIsNotRemembered() throws {
        #expect(try bench("code zz", "Enter").state.paletteHistory.isEmpty)
    }

    // MARK: Leaving

    @Test(arguments: ["Esc", "Ctrl-C", "Backspace", "Enter"])
    func anEmptyLineIsLeft(_ key: String) throws {
        var bench = try Bench()
        let before = bench.picture
        try bench.press(": \(key)")
        #expect(bench.state.overlay == nil)
        #expect(bench.picture == before)
    }

    @Test func wordsStayInTheLine() throws {
        var bench = try bench("")
        try bench.paste("code vw\n")
        #expect(bench.palette?.line.text == "code vw ")
        #expect(bench.codings.isEmpty)
        try bench.press("Home Del Ctrl-E Ctrl-U")
        #expect(bench.palette?.line.isEmpty == true)
    }

    // MARK: What stays in sight

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200)])
    func aThirdOfTheWindowAtMostAndNeverOverTheSelection(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press("G t")
        let top = try bench.screen.top
        try bench.press(":")
        let area = PaletteDraw.area(in: bench.state.size)
        #expect(area.rows * 3 <= rows)
        let screen = try bench.screen
        let span = try #require(screen.selectedSpan)
        for row in screen.rows.rows(of: span) {
            let line = screen.geometry.textTop + row - screen.top
            #expect(line >= screen.geometry.textTop && line < area.row)
        }
        try bench.expectSound()
        try bench.press("Esc")
        #expect(try bench.screen.top == top)
    }

    @Test func theWheelMovesThePointer() throws {
        var bench = try bench("")
        bench.state.paletteHistory = ["top 5"]
        try bench.send(.mouse(MouseEvent(.wheelDown, row: 20, column: 3)))
        #expect(bench.palette?.list.selection == 1)
        #expect(bench.palette?.line.isEmpty == true)
    }

    @Test(arguments: [ScreenName.dashboard, .documents])
    func everyScreenHasThePalette(_ screen: ScreenName) throws {
        var bench = try Bench()
        bench.putListBehind()
        bench.state.trail = [screen]
        try bench.press(":")
        try bench.type("open B07")
        try bench.press("Enter")
        guard case .open(let id, _)? = bench.effects.last else {
            Issue.record("a document is opened")
            return
        }
        #expect(id.description == "B/B07")
    }
}
