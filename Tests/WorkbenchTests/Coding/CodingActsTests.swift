// Coding and uncoding: what is written, what is refused, what is said.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct CodingActsTests {
    @Test func fourKeysCodeASentence() throws {
        var bench = try Bench()
        try bench.press("s c Enter")
        #expect(bench.codings == ["rs BC How did the block contract come about?"])
        #expect(bench.said == "coded B07:3 BC Block contracts · u undoes")
        #expect(bench.state.place == .read)
        #expect(bench.fromCursor.hasPrefix("?"), "the cursor stays where the selection ended")
        try bench.press(")")
        #expect(bench.fromCursor.hasPrefix("Well, it was"), "reading goes on")
    }

    @Test func whatIsReadNextBeginsAfterALongPassage() throws {
        var bench = try Bench()
        try bench.press("} 3 s c b c Enter")
        let coded = try #require(bench.codings.last)
        try bench.press(") s")
        let next = try #require(bench.selected)
        #expect(!coded.contains(next))
    }

    @Test func theCursorStaysOnACodedWordWhereACommaWasLeftOut() throws {
        var bench = try Bench()
        try bench.go(to: "Well, it")
        try bench.press("v l l l l c b c Enter")
        #expect(bench.codings == ["rs BC Well"])
        #expect(bench.fromCursor.hasPrefix("l, it"))
        #expect(try bench.screen.focus != nil)
    }

    @Test func withoutASelectionTheSentenceAtTheCursorIsCoded() throws {
        var bench = try Bench()
        try bench.go(to: "minds!")
        try bench.press("c")
        #expect(bench.selected == "We plan with last year's figures, and nobody minds!")
        #expect(bench.picker?.words == 10)
        try bench.press("v w Enter")
        #expect(bench.codings == ["rs VW We plan with last year's figures, and nobody minds!"])
    }

    @Test func onlyTheOneLineIsWritten() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter")
        let line = try #require(bench.saved.first)
        #expect(bench.saved.count == 1)
        #expect(line.operations.count == 1)
        guard
            case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt) =
                line.operations[0].body
        else {
            Issue.record("a code is written")
            return
        }
        #expect(document == bench.state.study.documents[0].uuid)
        #expect(anchor.quote == "How did the block contract come about?")
        #expect(anchor.before.hasSuffix("Interviewer: "))
        #expect(code.description == "virtual-wards")
        #expect(rule == "cccccccc")
        #expect(memo.isEmpty && star == 0 && !doubt)
    }

    @Test func passagesMayOverlapAsTheyLike() throws {
        var bench = try Bench()
        try bench.go(to: "Well")
        try bench.press("t c b c Enter")
        try bench.go(to: "last year")
        try bench.press("v w w c d a Enter")
        try bench.press("s c v w Enter")
        #expect(
            bench.codings == [
                "rs BC Well, it was before my time. We plan with last year's figures, and nobody minds! "
                    + "Dr. Hall said \"leave it\", so we left it.",
                "rs VW We plan with last year's figures, and nobody minds!", "rs DA last year's",
            ]
        )
    }

    @Test func theSamePassageMayCarrySeveralCodes() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter s c v w Enter")
        #expect(bench.codings.count == 2)
    }

    @Test func theSameAgainIsRefusedAndWritesNothing() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter s c b c Enter")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "Already coded: B07:3 Block contracts.")
        #expect(bench.state.notice?.kind == .refused)
        #expect(bench.selected == "How did the block contract come about?")
    }

    @Test func whatAnotherCoderCodedCanBeCodedToo() throws {
        var bench = try Bench(others: [("ag", "How did the block contract come about?", "bc")])
        try bench.press("s c b c Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["ag BC", "rs BC"])
    }

    @Test func aLocatorOfSeveralLinesNamesBoth() throws {
        var bench = try Bench()
        try bench.go(to: "Well")
        try bench.press("t c b c Enter")
        #expect(bench.said.hasPrefix("coded B07:5–7 BC") || bench.said.hasPrefix("coded B07:5–6 BC"))
    }

    @Test func aStudyWithoutACodebookMakesItsFirstCodes() throws {
        var bench = try Bench(codebook: .empty)
        try bench.press("s c")
        #expect(bench.picture.contains("No codes yet: the first one is made below."))
        #expect(bench.picture.contains("0 of 0 codes"))
        try bench.type("trust")
        try bench.press("Enter")
        #expect(bench.codings == ["rs TR How did the block contract come about?"])
        #expect(bench.said == "made TR, coded B07:3 TR trust · u undoes")
    }

    @Test func uncodingTakesOnesOwnCodingAway() throws {
        for key in ["x", "Del"] {
            var bench = try Bench()
            try bench.press("s c b c Enter \(key)")
            #expect(bench.codings.isEmpty)
            #expect(bench.said == "uncoded B07:3 BC Block contracts · u brings it back")
            #expect(bench.saved.count == 2)
        }
    }

    @Test func anothersCodingStays() throws {
        var bench = try Bench(others: [("ag", "How did", "bc")])
        try bench.press("x")
        #expect(bench.codings == ["ag BC How did"])
        #expect(bench.saved.isEmpty)
        #expect(
            bench.said == "Block contracts here is ag's coding, and you are rs: layers stay apart, so code it anew."
        )
    }

    @Test func whereNothingIsCodedThereIsNothingToUncode() throws {
        var bench = try Bench()
        try bench.press("x")
        #expect(bench.said == "No coding at the cursor to uncode; ] goes to the next one.")
    }

    @Test func uncodingTouchesOnlyTheFocus() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter s c v w Enter s c d a Enter")
        try bench.press("Tab x")
        #expect(bench.codings.count == 2)
        try bench.press("u")
        #expect(bench.codings.count == 3)
    }

    @Test(arguments: [
        ("x", "x (uncode) does nothing here: Esc drops the selection first."),
        ("Tab", "Tab (focus) does nothing here: Esc drops the selection first."),
        ("u", "u (undo) does nothing here: Esc drops the selection first."),
        ("Z", "Z does nothing here; ? shows what does."),
        ("F5", "F5 does nothing here; ? shows what does."),
        ("混", "混 does nothing here; ? shows what does."),
        ("9", "Nothing lies on 9 yet: codes take the digits in the order of their first use."),
        (".", "Nothing to repeat yet: c chooses a code first."),
    ])
    func whileSelectingEveryDeadKeySaysWhy(_ key: String, _ sentence: String) throws {
        var bench = try Bench()
        try bench.press("s \(key)")
        #expect(bench.said == sentence)
        #expect(bench.selected == "How did the block contract come about?")
        #expect(bench.status.contains(sentence) || sentence.count > 78)
    }

    @Test(arguments: [
        ("V", "V (shrink) does nothing here: s, t or v makes a selection first."),
        ("o", "o (other end) does nothing here: s, t or v makes a selection first."),
        ("e", "No coding at the cursor to change the extent of; ] goes to the next one."),
        ("r", "No coding at the cursor to recode; ] goes to the next one."),
        ("*", "No coding at the cursor to star; ] goes to the next one."),
        ("!", "No coding at the cursor to doubt; ] goes to the next one."),
        ("f", "No coding at the cursor to put in the spotlight; ] goes to the next one."),
        ("y", "No coding at the cursor to copy; ] goes to the next one."),
        ("m", "No coding at the cursor to write a memo on; ] goes to the next one."),
        ("Tab", "No coding here to turn to; ] goes to the next one."),
        ("S-Tab", "No coding here to turn to; ] goes to the next one."),
        ("]", "No coding begins after this place."),
        ("[", "No coding begins before this place."),
        ("u", "Nothing of yours to undo in this clone."),
        ("U", "Nothing to redo."),
        (".", "Nothing to repeat yet: c chooses a code first."),
    ])
    func whileReadingEveryDeadKeySaysWhy(_ key: String, _ sentence: String) throws {
        var bench = try Bench()
        try bench.press(key)
        #expect(bench.said == sentence)
        #expect(bench.state.notice?.kind == .refused)
        #expect(bench.status.contains(sentence))
        #expect(bench.saved.isEmpty)
    }

    @Test func aSentenceGoesWithTheNextKey() throws {
        var bench = try Bench()
        try bench.press("x l")
        #expect(bench.said.isEmpty)
        try bench.press("x Esc")
        #expect(bench.said.isEmpty)
    }

    @Test func pastedTextIsNoCommand() throws {
        var bench = try Bench()
        try bench.paste("scx\nQ")
        #expect(bench.codings.isEmpty)
        #expect(bench.effects.isEmpty)
        #expect(bench.said == "Texts are never edited, so nothing is pasted here: gloss import brings them in.")
    }

    @Test func leavingNeedsNoQuestion() throws {
        for key in ["q", "Q"] {
            var bench = try Bench()
            try bench.press(key)
            guard case .leave = bench.effects.last else {
                Issue.record("\(key) leaves")
                continue
            }
        }
    }

    @Test func signalsLeaveStopAndDrawAnew() throws {
        var bench = try Bench()
        for signal in [TerminalSignal.terminate, .hangUp, .interrupt] {
            try bench.send(.signal(signal))
            guard case .leaveNow = bench.effects.last else { Issue.record("\(signal) leaves"); continue }
        }
        try bench.send(.signal(.suspend))
        guard case .suspend = bench.effects.last else { Issue.record("stops"); return }
        try bench.press("Ctrl-Z")
        guard case .suspend = bench.effects.last else { Issue.record("stops"); return }
        try bench.send(.signal(.resumed))
        guard case .redraw = bench.effects.last else { Issue.record("draws anew"); return }
        try bench.press("Ctrl-L")
        guard case .redraw = bench.effects.last else { Issue.record("draws anew"); return }
        let count = bench.effects.count
        try bench.send(.wake)
        #expect(bench.effects.count == count)
    }
}
