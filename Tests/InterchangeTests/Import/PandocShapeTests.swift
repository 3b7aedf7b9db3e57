// The shapes of documents that word processors make: nested, empty, broken over lines, dressed in every way. Words stay.

import CodingCore
import Testing

@testable import Interchange

@Suite struct PandocShapeTests {
    // MARK: Paragraphs and their dress

    @Test(
        arguments: [
            ([Node.para(Node.words("one two"))], "one two\n"),
            ([Node.para(Node.words("one")), Node.para(Node.words("two"))], "one\n\ntwo\n"),
            ([Node.para(""), Node.para(Node.words("one")), Node.para(Node.space), Node.para("")], "one\n"),
            ([Node.para(Node.space, Node.words("one"), Node.space)], "one\n"),
            ([Node.para(Node.words("one"), Node.space, Node.space, Node.words("two"))], "one two\n"),
            ([Node.para(Node.words("one"), Node.soft, Node.words("two"))], "one two\n"),
            ([Node.para(Node.words("one"), Node.lineBreak, Node.words("two"))], "one\ntwo\n"),
            ([Node.para(Node.words("one"), Node.space, Node.lineBreak, Node.space, Node.words("two"))], "one\ntwo\n"),
            ([Node.para(Node.words("one"), Node.lineBreak, Node.lineBreak, Node.words("two"))], "one\ntwo\n"),
            ([Node.para(Node.lineBreak, Node.words("one"), Node.lineBreak)], "one\n"),
            ([Node.plain(Node.words("one")), Node.plain(Node.words("two"))], "one\n\ntwo\n"),
            ([Node.quote(Node.para(Node.words("one")), Node.quote(Node.para(Node.words("two"))))], "one\n\ntwo\n"),
            ([Node.div(Node.div(Node.div(Node.para(Node.words("one")))))], "one\n"),
            ([Node.div(), Node.quote(), Node.bullets(), Node.rule], ""),
            ([Node.para(Node.words("one")), Node.rule, Node.para(Node.words("two"))], "one\n\ntwo\n"),
            ([Node.header(1, Node.words("Head")), Node.header(2, "")], "Head\n"),
        ] as [([String], String)]
    ) func blocksBecomeParagraphs(_ blocks: [String], _ text: String) throws {
        #expect(String(decoding: try Node.render(blocks).text.utf8, as: UTF8.self) == text)
    }

    @Test(arguments: ["Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"])
    func everyDressOfWordsIsDropped(tag: String) throws {
        #expect(
            try Node.text(Node.para(Node.words("a"), Node.dressed(tag, Node.words("b")), Node.words("c"))) == "abc\n"
        )
        #expect(try Node.text(Node.para(Node.dressed(tag, ""))) == "")
    }

    @Test func dressIsDroppedHoweverDeepItLies() throws {
        let tags = ["Strong", "Emph", "Underline", "SmallCaps", "Superscript"]
        let deep = tags.reduce(Node.words("x y")) { Node.dressed($1, $0) }
        #expect(try Node.text(Node.para(Node.span(Node.link(deep)))) == "x y\n")
    }

    @Test func quotationMarksAreWrittenAsTypographersDo() throws {
        let inner = Node.quoted("SingleQuote", Node.words("no"))
        let outer = Node.quoted("DoubleQuote", Node.words("She said") + "," + Node.space + "," + inner)
        #expect(try Node.text(Node.para(outer)) == "“She said ‘no’”\n")
    }

    @Test func notesStandInBracketsWhereTheyWereReferredTo() throws {
        let note = Node.note(Node.para(Node.words("The first.")) + "," + Node.para(Node.words("The second.")))
        let paragraph = Node.para(Node.words("Yes"), note, Node.words(", of course."))
        #expect(try Node.text(paragraph) == "Yes [The first. The second.], of course.\n")
    }

    @Test func aNoteMayHoldListsAndTables() throws {
        let list = Node.bullets(Node.plain(Node.words("a")), Node.plain(Node.words("b")))
        let table = Node.table(of: [["c", "d"]])
        #expect(try Node.text(Node.para(Node.words("x"), Node.note(list + "," + table))) == "x [a b c d]\n")
    }

    @Test func codeKeepsItsBlanksAndStaysALine() throws {
        #expect(try Node.text(Node.para(Node.words("a"), Node.space, Node.code("x  = 1\ny"))) == "a x  = 1 y\n")
        #expect(try Node.text(Node.codeBlock("one\n  two\n\nthree")) == "one\n  two\nthree\n")
    }

    @Test func whatHasNoWordsIsCounted() throws {
        let rendered = try Node.render([
            Node.para(Node.words("a"), Node.image(""), Node.image(Node.words("a chart")), Node.raw("html", "<br>")),
            Node.rawBlock("html"), Node.rawBlock("tex"), Node.para(Node.raw("html", "<hr>")),
            Node.bullets(Node.para(Node.image(""))),
            Node.table([[Node.para(Node.image("")), Node.para(Node.image(""))]]),
        ])
        #expect(
            rendered.remarks == [
                "Left out because it holds no words: picture (5).", "Left out because it holds no words: raw html (3).",
                "Left out because it holds no words: raw tex (1).",
            ]
        )
        #expect(String(decoding: rendered.text.utf8, as: UTF8.self).hasPrefix("aa chart\n"))
    }

    @Test(arguments: ["Figure", "Widget"]) func nodesOfALaterPandocAreCountedAndNoCrash(tag: String) throws {
        let later = #"{"t":"\#(tag)","c":[["",[],[]],[null,[]],[]]}"#
        let rendered = try Node.render([Node.para(Node.words("a")), later])
        #expect(rendered.text.utf8 == Array("a\n".utf8))
        #expect(rendered.remarks == ["Left out because it holds no words: \(tag) (1)."])
    }

    // MARK: Lists

    @Test func listsKeepTheirNumbersAndTheirDepth() throws {
        let inner = Node.ordered(from: 1, Node.plain(Node.words("deep")), Node.plain(Node.words("deeper")))
        let outer = Node.ordered(
            from: 9,
            Node.para(Node.words("nine")) + "," + Node.para(Node.words("more of nine")),
            Node.plain(Node.words("ten")) + "," + inner,
            Node.plain(Node.words("eleven"))
        )
        #expect(
            try Node.text(outer) == "9. nine\n\nmore of nine\n\n10. ten\n\n  1. deep\n\n  2. deeper\n\n11. eleven\n"
        )
    }

    @Test func aListItemMayBeginWithAnything() throws {
        #expect(try Node.text(Node.bullets(Node.bullets(Node.plain(Node.words("a"))))) == "  - a\n")
        #expect(try Node.text(Node.bullets(Node.quote(Node.para(Node.words("q"))))) == "- q\n")
        #expect(try Node.text(Node.bullets(Node.codeBlock("x\ny"))) == "- x\ny\n")
        #expect(try Node.text(Node.bullets("", Node.plain(Node.words("b")))) == "- b\n")
    }

    @Test func aMarkerOfAnEmptyItemDoesNotReachTheNextParagraph() throws {
        #expect(try Node.text(Node.bullets(""), Node.para(Node.words("after"))) == "after\n")
        #expect(try Node.text(Node.bullets(Node.para("")), Node.para(Node.words("after"))) == "after\n")
    }

    @Test func turnsInAListOfAWordProcessorAreTurns() throws {
        let items = (1...6).map { number in Node.plain(Node.words(number % 2 == 1 ? "Ann: Why?" : "Bob: So.")) }
        let list = Node.ordered(from: 1, items[0], items[1], items[2], items[3], items[4], items[5])
        let found = Turns(try Node.render([list]))
        #expect(found.speakers.map { "\($0.name) \($0.turns)" } == ["Ann 3", "Bob 3"])
        #expect(found.blocks.first?.label == "1. Ann: ")
    }

    @Test func termsAndTheirMeaningsAreParagraphs() throws {
        let list = Node.definitions(
            (Node.words("CCG"), [Node.plain(Node.words("a group")), Node.plain(Node.words("of practices"))]),
            (Node.words("ICB"), [Node.para(Node.words("its heir"))])
        )
        #expect(try Node.text(list) == "CCG\n\na group\n\nof practices\n\nICB\n\nits heir\n")
    }

    @Test func versesKeepTheirLines() throws {
        #expect(try Node.text(Node.lines(Node.words("one"), "", Node.words("two"))) == "one\ntwo\n")
    }

    // MARK: Headings and labels

    @Test func headingsAreNotesAmongTurnsAndTheFirstIsTheTitle() throws {
        let turns = (1...6).map { Node.para(Node.words($0 % 2 == 1 ? "Ann: Why?" : "Bob: So.")) }
        let blocks =
            [Node.header(1, Node.words("Talk with Bob"))] + turns[..<2] + [Node.header(3, Node.words("Money"))]
            + turns[2...]
        let rendered = try Node.render(blocks)
        #expect(rendered.firstHeading == "Talk with Bob")
        let found = Turns(rendered)
        #expect(found.blocks.map(\.kind) == [.front, .turn, .turn, .note, .turn, .turn, .turn, .turn])
        #expect(found.speakers.map(\.turns) == [3, 3])
    }

    @Test func headingsMayBeLabels() throws {
        let blocks = (1...6).flatMap { number in
            [Node.header(3, Node.words(number % 2 == 1 ? "Ann:" : "Bob:")), Node.para(Node.words("words \(number)"))]
        }
        #expect(Turns(try Node.render(blocks)).speakers.map { "\($0.name) \($0.turns)" } == ["Ann 3", "Bob 3"])
    }

    @Test(
        arguments: [
            (Node.dressed("Strong", Node.words("Ann:")), 4),
            (Node.dressed("Strong", Node.words("Ann")) + "," + Node.words(":"), 3),
            (Node.dressed("Strong", Node.words("Ann: so")), 7), (Node.dressed("Emph", Node.words("Ann:")), 0),
            (Node.dressed("Emph", Node.dressed("Strong", Node.words("Ann:"))), 4),
            (Node.words("x") + "," + Node.dressed("Strong", Node.words("Ann:")), 0),
            (Node.dressed("Strong", Node.words("Zoë:")), 5),
            (Node.dressed("Strong", Node.words("A")) + "," + Node.dressed("Strong", Node.words("nn:")), 4),
        ] as [(String, Int)]
    ) func theBoldStartOfALineIsMeasuredInBytes(_ inlines: String, _ bytes: Int) throws {
        let rendered = try Node.render([Node.para(inlines, Node.space, Node.words("end"))])
        #expect(rendered.boldRuns == (bytes == 0 ? [:] : [0: bytes]))
    }

    @Test func boldLabelsAreABoldStyleAndTheTextIsPlain() throws {
        let blocks = (1...6).map { number in
            Node.para(
                Node.dressed("Strong", Node.words(number % 2 == 1 ? "Ann:" : "Bob:")),
                Node.space,
                Node.words("words")
            )
        }
        let rendered = try Node.render(
            blocks + [Node.para(Node.dressed("Strong", Node.words("Eva:")), Node.space, Node.words("once"))]
        )
        let found = Turns(rendered)
        #expect(found.labelStyle == "bold name and colon")
        #expect(found.speakers.map(\.name) == ["Ann", "Bob", "Eva"])
        #expect(!rendered.text.utf8.contains(UInt8(ascii: "*")))
    }

    // MARK: Tables

    @Test(
        arguments: [
            (["Speaker", "Text"], ["Ann", "Hello."], "Ann: Hello.\n"),
            (["SPEAKER", "TRANSCRIPT"], ["Ann:", "Hello."], "Ann: Hello.\n"),
            (["Name", "Speech", "Start", "End"], ["Ann", "Hello.", "00:01", "00:02"], "Ann: Hello.\n"),
            (["#", "Who", "Words"], ["1", "Ann：", "Hello."], "Ann: Hello.\n"),
            (["", "Sprecher", "Text"], ["1", "Ann", "Hello."], "Ann: Hello.\n"),
            (["Time", "Locuteur", "Texte"], ["#00:00:01-2#", "Ann", "Hello."], "Ann: Hello.\n"),
            (["Speaker", "Text"], ["", "Hello."], "Hello.\n"),
        ]
    ) func aTableOfTurnsIsToldByItsHeads(_ head: [String], _ row: [String], _ expected: String) throws {
        let rendered = try Node.render([Node.table(of: [row], head: head)])
        #expect(String(decoding: rendered.text.utf8, as: UTF8.self) == expected)
        #expect(rendered.remarks.first?.hasSuffix("was read as turns.") == true)
    }

    @Test(
        arguments: [
            ["Speaker", "Speaker"], ["Text", "Text"], ["Speaker", "Text", "Remarks"], ["Code", "Text"],
            ["Speaker", "Time"],
            ["Speaker", "Text", "Text"],
        ]
    ) func otherHeadsLeaveATableATable(_ head: [String]) throws {
        let row = head.indices.map { "cell\($0)" }
        let text = try Node.text(Node.table(of: [row], head: head))
        #expect(text == head.joined(separator: " | ") + "\n" + row.joined(separator: " | ") + "\n")
    }

    @Test func timesOfATableAreTheBeginningsOfTurns() throws {
        let rows = [
            ["[00:00:05]", "Ann", "Why?"], ["", "Bob", "So."], ["0:09.5", "Ann", "How?"], ["later", "Bob", "Thus."],
        ]
        let rendered = try Node.render([Node.table(of: rows, head: ["Time", "Speaker", "Text"])])
        #expect(rendered.begins == [0: 5_000, 21: 9_500])
        let blocks = Turns(rendered).blocks
        #expect(blocks.map(\.beginMilliseconds) == [5_000, nil, 9_500, nil])
    }

    @Test func aCellOfSeveralParagraphsIsOneTurn() throws {
        let speech =
            Node.para(Node.words("First.")) + "," + Node.para(Node.words("Second.")) + ","
            + Node.bullets(Node.plain(Node.words("third")))
        let rows = [
            [Node.plain(Node.words("Ann")), speech],
            [Node.plain(Node.words("Bob")), Node.bullets(Node.plain(Node.words("fourth")))],
        ]
        let head = [Node.plain(Node.words("Speaker")), Node.plain(Node.words("Text"))]
        #expect(try Node.text(Node.table(head: head, rows)) == "Ann: First.\n\nSecond.\n\n- third\n\nBob: - fourth\n")
    }

    @Test func aLabelWaitsForTheFirstWordsOfItsCell() throws {
        func row(_ name: String, _ speech: String) -> [String] { [Node.plain(Node.words(name)), speech] }
        let rows = [
            row("Ann", Node.para("") + "," + Node.para(Node.words("late"))),
            row("Bob", Node.rule + "," + Node.quote(Node.para(Node.words("quoted")))),
            row("Eva", Node.header(2, Node.words("Head"))), row("Max", Node.rule), row("Zoë", Node.codeBlock("x")),
        ]
        let head = [Node.plain(Node.words("Speaker")), Node.plain(Node.words("Text"))]
        #expect(
            try Node.text(Node.table(head: head, rows)) == "Ann: late\n\nBob: quoted\n\nEva: Head\n\nMax: \n\nZoë: x\n"
        )
    }

    @Test func aTableOfTurnsInAListKeepsTheMarkerInFront() throws {
        let table = Node.table(of: [["Ann", "Hello."], ["", "More."], ["Bob", "Yes."]], head: ["Speaker", "Text"])
        #expect(try Node.text(Node.bullets(table)) == "- Ann: Hello.\n\nMore.\n\nBob: Yes.\n")
    }

    @Test func captionHeadAndFootOfATableAreRead() throws {
        let table = Node.table(
            caption: Node.plain(Node.words("Who was there")),
            head: [Node.plain(Node.words("Site")), Node.plain(Node.words("Role"))],
            [[Node.plain(Node.words("B")), Node.plain(Node.words("nurse"))]],
            foot: [Node.plain(Node.words("in all")), Node.plain(Node.words("1"))]
        )
        #expect(try Node.text(table) == "Who was there\n\nSite | Role\nB | nurse\nin all | 1\n")
    }

    @Test func cellsAreOneLineWhateverIsInThem() throws {
        let cell =
            Node.para(Node.words("a"), Node.lineBreak, Node.words("b")) + ","
            + Node.bullets(Node.plain(Node.words("c")))
        #expect(try Node.text(Node.table([[cell, Node.codeBlock("d\ne")], ["", ""]])) == "a b c | d e\n | \n")
    }

    @Test func tablesInsideTablesKeepTheirWords() throws {
        let inner = Node.table(of: [["a", "b"], ["c", "d"]])
        #expect(try Node.text(Node.table([[inner]])) == "a | b\nc | d\n")
        #expect(try Node.text(Node.table([[inner, Node.plain(Node.words("e"))]])) == "a b c d | e\n")
    }

    @Test func aFormAtTheHeadThatIsATableIsFrontMatter() throws {
        let form = Node.table(of: [["Date", "3 May"], ["Site", "B"]])
        let turns = (1...6).map { Node.para(Node.words($0 % 2 == 1 ? "Ann: Why?" : "Bob: So.")) }
        let rendered = try Node.render([form] + turns)
        let found = Turns(rendered)
        #expect(found.blocks.first?.kind == .front)
        #expect(found.speakers.map(\.turns) == [3, 3])
    }

    // MARK: Any shape at all

    @Test func anyTreeBecomesTextThatItsBlocksCover() throws {
        var random = Seeded(31)
        func inlines(_ depth: Int) -> String {
            (0..<random.below(5)).map { _ in
                switch random.below(depth > 3 ? 5 : 11) {
                case 0: Node.space
                case 1: Node.lineBreak
                case 2: Node.soft
                case 3: Node.words(random.pick(["Ann:", "Bob: x", "word", "唐：好", "é", "\"q\"", "\\", "[laughs]"]))
                case 4: Node.code(random.pick(["x\ny", "  ", ""]))
                case 5: Node.dressed(random.pick(["Strong", "Emph", "SmallCaps"]), inlines(depth + 1))
                case 6: Node.quoted(random.pick(["SingleQuote", "DoubleQuote"]), inlines(depth + 1))
                case 7: Node.note(Node.para(inlines(depth + 1)))
                case 8: Node.link(inlines(depth + 1))
                case 9: Node.image(inlines(depth + 1))
                default: Node.raw("html", "<b>")
                }
            }.joined(separator: ",")
        }
        func block(_ depth: Int) -> String {
            switch random.below(depth > 3 ? 3 : 10) {
            case 0: return Node.para(inlines(0))
            case 1: return Node.header(1 + random.below(6), inlines(0))
            case 2: return random.pick([Node.rule, Node.rawBlock("html"), Node.codeBlock("a\n\nb")])
            case 3: return Node.bullets(block(depth + 1), block(depth + 1))
            case 4: return Node.ordered(from: random.below(20), block(depth + 1), block(depth + 1))
            case 5: return Node.quote(block(depth + 1), block(depth + 1))
            case 6: return Node.div(block(depth + 1))
            case 7: return Node.lines(inlines(0), inlines(0))
            case 8: return Node.definitions((inlines(0), [block(depth + 1)]))
            default:
                let width = 1 + random.below(4)
                return Node.table((0..<(1 + random.below(5))).map { _ in (0..<width).map { _ in block(depth + 1) } })
            }
        }
        for _ in 0..<300 {
            let rendered = try Node.render((0..<random.below(8)).map { _ in block(0) })
            let utf8 = rendered.text.utf8
            #expect(utf8.isEmpty || (utf8.last == 0x0A && utf8.first != 0x0A))
            #expect(!String(decoding: utf8, as: UTF8.self).contains("\n\n\n"))
            #expect(rendered.headings.allSatisfy { $0 == 0 || utf8[$0 - 1] == 0x0A })
            #expect(rendered.boldRuns.allSatisfy { $0.key + $0.value <= utf8.count })
            let found = Turns(rendered)
            #expect(Transcript.covers(found.blocks, scalarCount: rendered.text.scalarCount))
        }
    }
}
