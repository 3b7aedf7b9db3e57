// Recode, star, doubt: one act, one line, one sentence, one undo.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct ChangingTests {
    private func coded() throws -> Bench {
        var bench = try Bench()
        try bench.press("s c b c Enter")
        return bench
    }

    private func only(_ bench: Bench) throws -> Coding { try #require(bench.screen.codings.first) }

    @Test func aCodingGetsAnotherCode() throws {
        var bench = try coded()
        let before = try only(bench)
        try bench.press("r")
        #expect(bench.picture.contains("recode BC Block contracts: “How did the block contract come about?”"))
        try bench.press("v w Enter")
        #expect(bench.codings == ["rs VW How did the block contract come about?"])
        #expect(bench.said == "recoded B07:3 BC Block contracts to VW Virtual wards · u undoes")
        let after = try only(bench)
        #expect(after.id == before.id)
        #expect(after.rule == "cccccccc")
        #expect(bench.saved.count == 2)
        #expect(try bench.screen.focus?.id == before.id)
        try bench.press("u")
        #expect(bench.codings == ["rs BC How did the block contract come about?"])
        #expect(bench.said == "undid “recode VW” in B07 · U brings it back")
        #expect(try only(bench).rule == "aaaaaaaa")
        try bench.press("U")
        #expect(bench.codings == ["rs VW How did the block contract come about?"])
    }

    @Test func aCodingHasOneCodeSoNothingIsMarked() throws {
        var bench = try coded()
        try bench.press("r Tab")
        #expect(bench.picture.contains("A coding has one code: Enter gives it the one under ›."))
        #expect(!bench.picture.contains("Tab mark several"))
        #expect(!bench.picture.contains("in-vivo code from"))
        try bench.press("Down Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs DA"])
    }

    @Test func recodingCanMakeTheCode() throws {
        var bench = try coded()
        try bench.press("r")
        try bench.type("trust")
        try bench.press("Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs TR"])
        #expect(bench.said == "made TR, recoded B07:3 BC Block contracts to TR trust · u undoes")
    }

    @Test func theSameCodeWritesNothing() throws {
        var bench = try coded()
        try bench.press("r b c Enter")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "The code is BC Block contracts already.")
    }

    @Test func wordsThatHaveTheCodeAlreadyAreNotGivenItTwice() throws {
        var bench = try coded()
        try bench.press("s c v w Enter r b c Enter")
        #expect(bench.saved.count == 2)
        #expect(bench.said == "These words are coded BC Block contracts already: x takes this coding away.")
    }

    @Test func escLeavesTheCode() throws {
        var bench = try coded()
        let top = try bench.screen.top
        try bench.press("r v w Esc")
        #expect(bench.saved.count == 1)
        #expect(bench.state.place == .read)
        #expect(try bench.screen.top == top)
    }

    @Test func starsGoRound() throws {
        var bench = try coded()
        var seen: [Int] = []
        var said: [String] = []
        for _ in 0..<4 {
            try bench.press("*")
            seen.append(try only(bench).star)
            said.append(bench.said)
        }
        #expect(seen == [1, 2, 3, 0])
        #expect(
            said == [
                "gave B07:3 BC Block contracts 1 star * · u undoes",
                "gave B07:3 BC Block contracts 2 stars ** · u undoes",
                "gave B07:3 BC Block contracts 3 stars *** · u undoes",
                "took the stars from B07:3 BC Block contracts · u undoes",
            ]
        )
        try bench.press("u")
        #expect(try only(bench).star == 3)
        #expect(bench.said == "undid “star BC” in B07 · U brings it back")
    }

    @Test func doubtComesAndGoes() throws {
        var bench = try coded()
        try bench.press("!")
        #expect(try only(bench).doubt)
        #expect(bench.said == "in doubt: B07:3 BC Block contracts · u undoes")
        #expect(bench.lines[20].contains("BC Block contracts ?"))
        try bench.press("!")
        #expect(try !only(bench).doubt)
        #expect(bench.said == "no longer in doubt: B07:3 BC Block contracts · u undoes")
        try bench.press("u u")
        #expect(try !only(bench).doubt)
        try bench.press("U")
        #expect(try only(bench).doubt)
    }

    @Test(arguments: ["r", "*", "!", "e", "x", "m"])
    func layersStayApart(_ key: String) throws {
        var bench = try Bench(others: [("ag", "How did", "bc")])
        try bench.press(key)
        #expect(
            bench.said == "Block contracts here is ag's coding, and you are rs: layers stay apart, so code it anew."
        )
        #expect(bench.saved.isEmpty)
        #expect(bench.state.overlay == nil)
        #expect(bench.state.place == .read)
    }

    /// A coding of the coder in a document that is not open.
    private func elsewhere(_ bench: inout Bench) throws -> Coding {
        let text = "B07: Something else was said."
        let other = DocumentRecord(
            id: try #require(DocumentID("C/C01")),
            uuid: .version7(milliseconds: 3, random: (3, 3)),
            title: "C01",
            versions: [SHA256.hexadecimal(of: Array(text.utf8))]
        )
        bench.state.study.documents.append(other)
        let line = try Bench.line(bench.edit(by: bench.state.coder), code: "vw", on: "Something", in: text, of: other)
        let coding = try #require(CodingFold(line.operations).codings.first)
        bench.state.study.codings.append(coding)
        return coding
    }

    @Test func codingsOfOtherDocumentsAreChangedWithoutOpeningThem() throws {
        var bench = try coded()
        let coding = try elsewhere(&bench)
        func now() -> Coding? { bench.state.study.codings.first { $0.id == coding.id } }
        func change(_ act: (inout AppState, Coding) -> [Effect]) throws {
            let current = try #require(now())
            try bench.perform { act(&$0, current) }
        }
        let edit = bench.edit(by: bench.state.coder)
        let code = try #require(Bench.codebook[slug("block-contracts")])
        try bench.perform { $0.recode(coding, to: code, edit: edit) }
        #expect(now()?.code == code.id)
        #expect(bench.said == "recoded C01 VW Virtual wards to BC Block contracts · u undoes")
        try change { $0.star($1, edit: edit) }
        #expect(now()?.star == 1)
        try change { $0.doubt($1, edit: edit) }
        #expect(now()?.doubt == true)
        try change { $0.openMemo(on: $1) }
        #expect(bench.memo?.title == "memo on BC C01")
        try bench.type("there")
        try bench.press("Enter")
        #expect(now()?.memo == "there")
        try change { $0.uncode($1, edit: edit) }
        #expect(now() == nil)
        #expect(try bench.screen.codings.count == 1)
        #expect(bench.saved.count == 6)
        for line in bench.saved.dropFirst(2) {
            guard case .set(_, let replaces, _) = line.operations[0].body else { continue }
            #expect(replaces.values.allSatisfy { !$0.isEmpty }, "every change names what it replaces")
        }
    }

    @Test func recodingElsewhereOpensThePickerAndLeavesTheTextAlone() throws {
        var bench = try coded()
        let coding = try elsewhere(&bench)
        let top = try bench.screen.top
        try bench.perform { state in
            state.openRecode(of: coding)
            return []
        }
        #expect(bench.picture.contains("recode VW Virtual wards: “Something”"))
        try bench.press("d a Enter")
        #expect(bench.said == "recoded C01 VW Virtual wards to DA Inadequate data · u undoes")
        #expect(try bench.screen.top == top)
    }
}
