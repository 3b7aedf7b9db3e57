import Testing

@testable import Interchange

@Suite struct HeaderLinesTests {
    private func end(_ text: String) -> Int {
        let utf8 = Array(text.utf8)
        let lines = TextLine.lines(of: utf8)
        let candidates = lines.indices.compactMap { index in
            LabelCandidate(line: index, in: utf8[lines[index].start..<lines[index].contentEnd])
        }
        return HeaderLines.end(lines, candidates: candidates, utf8: utf8)
    }

    @Test(
        arguments: [
            ("Date: 3 May\n\nAnn: Hi", 1), ("Interview 7\nDate: 3 May\nSite: B\n\nAnn: Hi", 3),
            ("Date: 3 May\nWho: Ann\nRoom: 4\n\nAnn: Hi", 3), ("\n\nDate: 3 May\n", 3),
            ("Datum: 3. Mai\n\nAnn: Hallo", 1),
            ("日期：五月三日\n\n王：好", 1), ("Ann: Hi\n\nBob: Hi\n", 0), ("", 0), ("Date of the talk unknown\n", 0),
            ("Ann: Hi.\nDate: 3 May\n", 0), ("Date: 3 May\nAnn: Hi\nBob: Hi\nAnn: Well\n", 1),
            ("Date: 3 May\nAnn: How are you?\n", 1),
        ]
    ) func theFormEndsWithItsLastEntry(_ text: String, _ line: Int) {
        #expect(end(text) == line)
    }

    @Test func anEntryFarDownIsNone() {
        let lines = (0..<25).map { "line \($0)" }.joined(separator: "\n")
        #expect(end(lines + "\nDate: 3 May\n") == 0)
    }

    @Test func aLongLineEndsTheForm() {
        #expect(end(String(repeating: "word ", count: 60) + "\nDate: 3 May\n") == 0)
    }
}

@Suite struct TextLineTests {
    @Test(
        arguments: [
            ("", [] as [String], [] as [Bool]), ("a", ["a"], [false]), ("a\n", ["a"], [false]),
            ("\n\n", ["", ""], [true, true]), ("a\n \t\nb", ["a", " \t", "b"], [false, true, false]),
            ("\u{A0}\u{3000}\nx", ["\u{A0}\u{3000}", "x"], [true, false]), ("é\n唐", ["é", "唐"], [false, false]),
        ]
    ) func linesCoverTheTextAndKnowWhenTheyAreBlank(_ text: String, _ contents: [String], _ blanks: [Bool]) {
        let utf8 = Array(text.utf8)
        let lines = TextLine.lines(of: utf8)
        #expect(lines.map { String(decoding: utf8[$0.start..<$0.contentEnd], as: UTF8.self) } == contents)
        #expect(lines.map(\.isBlank) == blanks)
        #expect(lines.flatMap { utf8[$0.start..<$0.end] } == utf8)
    }
}
