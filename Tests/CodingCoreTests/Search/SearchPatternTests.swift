// What a phrase finds: `«…»` are the hits, the phrase stands beside the text.

import TestSupport
import Testing

@testable import CodingCore

@Suite struct SearchPatternTests {
    /// The text with every hit of a phrase marked.
    private func hits(of words: String, in text: String) throws -> String {
        let pattern = try #require(SearchPattern(words), "\(words) is nothing to look for")
        let canonical = CanonicalText(text)
        var marked = ""
        var end = 0
        for hit in pattern.occurrences(in: canonical) {
            marked += canonical.string(in: TextSpan(end, hit.start)) + "«" + canonical.string(in: hit) + "»"
            end = hit.end
        }
        return marked + canonical.string(in: TextSpan(end, canonical.scalarCount))
    }

    private func expect(_ words: String, finds marked: String) throws {
        let text = marked.filter { $0 != "«" && $0 != "»" }
        let found = try hits(of: words, in: text)
        #expect(found.utf8.elementsEqual(marked.utf8), "/\(words): \(found)")
    }

    @Test(arguments: [
        ("ward", "A «ward» and «Ward»s, «WARD»."),
        ("Ward", "A ward and «Ward»s, WARD."),
        ("WARD", "A ward and Wards, «WARD»."),
        ("ward 2", "A «Ward 2», a ward, 2."),
        ("2", "«2»0«2»4"),
        ("aa", "«aa»a «aa»«aa»"),
        ("e", "h«e»r«e»"),
        ("?", "Who«?» What«?»"),
        (".", "One«.» Two«.»"),
        ("nothing", "Something else."),
        ("longer than the text", "short"),
        ("ὁδός", "«ὉΔΌΣ», «ὁδός»"),
        ("дом", "«Дом» и «дом»"),
        ("Дом", "«Дом» и дом"),
    ])
    func smallLettersFindCapitalsAndCapitalsOnlyThemselves(_ words: String, _ marked: String) throws {
        try expect(words, finds: marked)
    }

    @Test(arguments: [
        ("cafe", "«Café», «cafe\u{301}», «cafe»"),
        ("café", "«Café», «cafe\u{301}», cafe"),
        ("cafe\u{301}", "«Café», «cafe\u{301}», cafe"),
        ("Cafe", "«Café», café"),
        ("naive", "«naïve» and «nai\u{308}ve»"),
        ("a", "«å» «a\u{30A}» «\u{212B}»"),
        ("å", "«å» «a\u{30A}» «\u{212B}» a"),
        ("k", "«K» «\u{212A}»"),
        ("й", "«й» «и\u{306}» и"),
        ("и", "й и\u{306} «и»"),
        ("한", "«한» «\u{1112}\u{1161}\u{11AB}» 하"),
        ("\u{1112}\u{1161}\u{11AB}", "«한» «\u{1112}\u{1161}\u{11AB}» 하"),
        ("が", "«が» «か\u{3099}» か"),
        ("か", "が か\u{3099} «か»"),
        ("كتب", "«كتب» «كَتَب»"),
        ("كَتَب", "كتب «كَتَب»"),
        ("أحمد", "«أحمد» «ا\u{654}حمد» احمد"),
        ("שלום", "«שלום» «שָׁלוֹם»"),
        ("क", "«क» कि"),
        ("ไทย", "ภาษา«ไทย»"),
        ("混乱", "出现«混乱»,当前的"),
        ("乱", "混«乱»混«乱»"),
        ("𠀀", "一«𠀀»二"),
    ])
    func marksAndCompositionInAllScripts(_ words: String, _ marked: String) throws {
        try expect(words, finds: marked)
    }

    @Test(arguments: [
        ("virtual ward", "the «virtual ward» and «virtual\nward» and «virtual  ward»."),
        ("virtual  ward", "the «virtual ward»."),
        ("virtual ward", "the «virtual\u{A0}ward» and «virtual\n\nward» but virtualward."),
        ("the ", "«the »ward, then «the\n»other"),
        (" the", "in« the» other«\nthe»"),
        ("虚拟病房", "一个«虚拟\n病房»。"),
        ("虚 拟", "虚拟 «虚 拟»"),
    ])
    func blanksFindAnyRunOfBlanksAndLineEnds(_ words: String, _ marked: String) throws {
        try expect(words, finds: marked)
    }

    @Test(arguments: [
        ("don't", "«don't» and «don’t»"),
        ("don’t", "don't and «don’t»"),
        ("\"leave", "said «\"leave» or «“leave»"),
        ("well-known", "«well-known», «well\u{2011}known»"),
        ("1-2", "«1–2» and «1-2»"),
        ("commission", "«com\u{AD}mission»"),
        ("word by", "«word\u{200B} by»"),
        ("\u{AD}m", "com«\u{AD}m»ission m"),
    ])
    func whatAKeyboardHasStandsForWhatIsPrinted(_ words: String, _ marked: String) throws {
        try expect(words, finds: marked)
    }

    @Test(arguments: [
        ("👩", "👩‍👩‍👧 «👩»"),
        ("👍", "👍🏽 «👍»"),
        ("👍🏽", "«👍🏽» 👍"),
        ("🇧🇪", "«🇧🇪»"),
        ("e\u{301}", "e\u{301}\u{302} «é»"),
    ])
    func noHitCutsACharacterInTwo(_ words: String, _ marked: String) throws {
        try expect(words, finds: marked)
    }

    @Test(arguments: ["", " ", "\n", " \t\u{3000}"])
    func blanksAloneAreNothingToLookFor(_ words: String) {
        #expect(SearchPattern(words) == nil)
    }

    @Test func aFloodOfMarksIsFoundWithItsLetter() throws {
        let flood = "a" + String(repeating: "\u{301}", count: 5_000)
        #expect(try hits(of: "xa", in: "b x" + flood + "b") == "b «x" + flood + "»b")
        #expect(try hits(of: "ш", in: flood) == flood)
    }

    @Test func controlsAndStrangeSignsAreFoundAsTheyAre() throws {
        try expect("[31m", finds: "\u{1B}«[31m»red")
        try expect("\u{0}", finds: "a«\u{0}»b")
    }

    /// The slow and obvious way: every run of characters, compared as strings.
    private func plainly(_ words: String, _ text: String) -> [TextSpan] {
        let characters = Array(text)
        let wanted = Array(words).count
        var (found, offset, index): ([TextSpan], Int, Int) = ([], 0, 0)
        while index < characters.count {
            let run = characters[index..<min(index + wanted, characters.count)]
            if run.count == wanted, String(run).lowercased() == words.lowercased() {
                let length = String(run).unicodeScalars.count
                found.append(TextSpan(offset, offset + length))
                (offset, index) = (offset + length, index + wanted)
            } else {
                offset += characters[index].unicodeScalars.count
                index += 1
            }
        }
        return found
    }

    @Test(arguments: 0..<40)
    func randomTextsAreSearchedAsThePlainWayDoes(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["a", "b", "A", "ж", "Ж", "混", "乱", "한", "é", "e\u{301}", "👍", "👍🏽", "म", "मि", "ก", "ش", "שׁ", "."]
        let text = (0..<400).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        for length in 1...3 {
            // With a mark in the phrase marks count, and the plain way can be right.
            let words = "é" + (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let pattern = try #require(SearchPattern(words.lowercased()))
            guard !pattern.folding.isCaseExact, pattern.folding.isMarkExact else { continue }
            #expect(pattern.occurrences(in: CanonicalText(text)) == plainly(words, text), "/\(words)")
        }
    }
}
