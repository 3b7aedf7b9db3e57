// How many keys lie between reading and a coded passage.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct KeyEconomyTests {
    /// A coder who has used a code before and reads on.
    private func reading() throws -> Bench {
        var bench = try Bench()
        try bench.press("s c b c Enter } }")
        #expect(bench.state.place == .read)
        return bench
    }

    @Test(arguments: [
        ("slot", "s 1", 2),
        ("again", ".", 1),
        ("the word in vivo", "i", 1),
        ("picker on the sentence at the cursor", "c b c Enter", 4),
        ("picker on a selection", "s c b c Enter", 5),
        ("picker, the code closest at hand", "c Enter", 2),
        ("picker, by digit", "c 1", 2),
        ("turn by slot", "t 1", 2),
    ])
    func aPassageIsCodedInFewKeys(_ way: String, _ keys: String, _ count: Int) throws {
        var bench = try reading()
        #expect(keys.split(separator: " ").count == count)
        try bench.press(keys)
        #expect(bench.codings.count == 2, "\(way)")
        #expect(bench.state.place == .read, "\(way)")
        #expect(bench.state.overlay == nil, "\(way)")
        try bench.press("u")
        #expect(bench.codings.count == 1, "\(way): one act, one undo")
    }

    @Test func threeSentencesAreCodedAgainInTwoKeys() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter ) 3 .")
        #expect(bench.codings.last?.hasPrefix("rs BC Well, it was before my time. We plan") == true)
        #expect(bench.codings.last?.hasSuffix("so we left it.") == true)
        #expect(bench.saved.count == 2)
    }

    @Test func mnemonicsApplyWithoutEnterWhenSwitchedOn() throws {
        var bench = try reading()
        bench.state.preferences.mnemonics = true
        try bench.press("c v w")
        #expect(bench.codings.last?.hasPrefix("rs VW") == true)
        #expect(bench.picker == nil)
        try bench.press("} c r e")
        #expect(bench.picker != nil, "re begins reo and applies nothing")
        try bench.press("o")
        #expect(bench.codings.last?.hasPrefix("rs REO") == true)
    }

    @Test func mnemonicsAreOnlyLettersWhenSwitchedOff() throws {
        var bench = try reading()
        try bench.press("c v w")
        #expect(bench.codings.count == 1)
        #expect(bench.picker != nil)
    }

    @Test func aMnemonicThatBeginsAnotherWaits() throws {
        let codes = [
            Code(id: slug("a"), name: "Alpha", mnemonic: "al"), Code(id: slug("b"), name: "Allot", mnemonic: "all"),
        ]
        var bench = try Bench(codebook: Codebook(title: "x", version: "v1", codes: codes))
        bench.state.preferences.mnemonics = true
        try bench.press("c a l")
        #expect(bench.picker != nil)
        try bench.press("l")
        #expect(bench.codings.first?.hasPrefix("rs ALL") == true)
    }

    @Test func pastedOrMarkedNothingAppliesByItself() throws {
        var bench = try reading()
        bench.state.preferences.mnemonics = true
        try bench.press("c")
        try bench.paste("vw")
        #expect(bench.picker != nil)
        try bench.press("Tab b c")
        #expect(bench.picker != nil, "with a marked code, Enter decides")
        #expect(bench.codings.count == 1)
    }
}
