// The fast line filler against the plain one, on texts of many scripts at every width.
import Testing
import TextMetrics

@Suite struct WrappingRuleTests {
    /// Letters of a kind, and what stands between its words.
    struct Script: Sendable, CustomStringConvertible {
        let description: String
        let letters: [String]
        let between: [String]

        init(_ name: String, _ letters: String, _ between: [String]) {
            description = name
            self.letters = letters.map(String.init)
            self.between = between
        }
    }

    private static let european = [
        " ", " ", " ", "  ", ", ", ". ", "; ", "-", " - ", " – ", "—", "/", " (", ") ", " “", "” ", "’", "\u{A0}", "…",
        "--", " -", "- ", "\t", " 5-", "% ", "?! ", "\u{2011}", " «", "» ",
    ]
    private static let eastAsian = [
        "", "", "、", "。", "「", "」", "（", "）", "！", "——", "\u{3000}", " ", "-", "，", "ー", "ッ", "『", "』。", "々",
    ]

    static let scripts = [
        Script("Latin", "abcdefghijklmnopqrstuvwxyzéüßøŁÇ", european),
        Script("Latin with loose marks", "ae\u{301}o\u{308}u\u{304}\u{301}n", european),
        Script("Greek and Cyrillic", "αβγδεζηθάέПриветёй", european),
        Script("digits", "0123456789", european),
        Script("Hebrew", "אבגדהשָׁלוֹם", european),
        Script("Arabic", "ابتثجسَلامٌ", european),
        Script("Devanagari", "कखगक्षत्रिहि", european),
        Script("Thai", "กขคงจำที่น้ำ", european),
        Script("Korean", "한국어안녕하세요\u{1112}\u{1161}\u{11AB}", european),
        Script("Chinese", "混乱的角色不明确我们有一个虚拟病房𠀀", eastAsian),
        Script("Japanese", "わたしはカタカナ漢字ぁっャ", eastAsian),
        Script("emoji", "😀👍🏿👩🏽‍⚕️🇬🇧✔️1️⃣❤", european),
    ]

    @Test(arguments: scripts)
    func everyWidthAgreesWithTheRule(_ script: Script) {
        var generator = Seeded(seed: UInt64(script.letters.count))
        for columns in 1...100 {
            let text = words(of: [script], count: 12, using: &generator)
            compare(text, columns: columns)
        }
    }

    @Test func scriptsInOneParagraphAgreeWithTheRule() {
        var generator = Seeded(seed: 99)
        for columns in 1...100 {
            for _ in 0..<3 { compare(words(of: Self.scripts, count: 16, using: &generator), columns: columns) }
        }
    }

    @Test func paragraphsAndBlankRowsAgreeWithTheRule() {
        var generator = Seeded(seed: 5)
        for columns in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89] {
            for _ in 0..<20 {
                let text = (0..<4).map { _ in
                    let count = Int.random(in: 0..<5, using: &generator)
                    return words(of: Self.scripts, count: count, using: &generator)
                }
                compare(text.joined(separator: Bool.random(using: &generator) ? "\n" : "\n\n"), columns: columns)
            }
        }
    }

    /// Marks run together without words, so that every pair of them is met, at widths that cut between them.
    @Test func everyPairOfMarksAgreesWithTheRule() {
        let signs = Array("a混1-—/([“”)].,%\"'\u{A0} \t\u{3000}「」。ッ々…é한א").map(String.init)
        for one in signs {
            for other in signs {
                for columns in [1, 2, 3, 4, 9] { compare("ab\(one)\(other)cd 混\(one)\(other)", columns: columns) }
            }
        }
    }

    @Test(arguments: [Int.min, -1, 0])
    func widthsBelowOneCountAsOne(_ columns: Int) {
        let utf8 = Array("ab 混".utf8)
        #expect(wrapRows(utf8, columns: columns) == wrapRows(utf8, columns: 1))
    }

    @Test func theWidestWindowLeavesParagraphsWhole() {
        var generator = Seeded(seed: 6)
        let text = words(of: Self.scripts, count: 300, using: &generator)
        #expect(wrapRows(Array(text.utf8), columns: .max).count == 1)
    }

    @Test func anyRangeBetweenRowsWrapsAsTheWholeDoes() {
        var generator = Seeded(seed: 8)
        for columns in [5, 20, 60] {
            let utf8 = Array(
                (0..<6).map { _ in words(of: Self.scripts, count: 9, using: &generator) }.joined(separator: "\n").utf8
            )
            let whole = wrapRows(utf8, columns: columns)
            // A paragraph by itself, counted from where it begins.
            var first = 0
            for (number, row) in whole.enumerated() where row.endsParagraph || number == whole.count - 1 {
                let range = whole[first].byteStart..<row.byteEnd + (row.endsParagraph ? 1 : 0)
                let part = wrapRows(utf8, range: range, columns: columns, firstScalar: whole[first].scalarStart)
                #expect(part == Array(whole[first...number]))
                first = number + 1
            }
        }
    }

    private func words(of scripts: [Script], count: Int, using generator: inout Seeded) -> String {
        var text = ""
        for _ in 0..<count {
            guard let script = scripts.randomElement(using: &generator) else { continue }
            for _ in 0..<Int.random(in: 1...9, using: &generator) {
                text += script.letters.randomElement(using: &generator) ?? ""
            }
            text += script.between.randomElement(using: &generator) ?? ""
        }
        return text
    }

    private func compare(_ text: String, columns: Int, sourceLocation: SourceLocation = #_sourceLocation) {
        let utf8 = Array(text.utf8)
        let found = wrapRows(utf8, columns: columns).map { row in
            NaiveWrapping.Row(
                text: String(decoding: utf8[row.bytes], as: UTF8.self),
                endsParagraph: row.endsParagraph
            )
        }
        let expected = NaiveWrapping(columns: columns).rows(of: text)
        if found == expected { return }
        let number = zip(found, expected).prefix { $0 == $1 }.count
        Issue.record(
            "\(columns) columns, row \(number): \(found.dropFirst(number).prefix(2)), not \(expected.dropFirst(number).prefix(2))",
            sourceLocation: sourceLocation
        )
    }
}
