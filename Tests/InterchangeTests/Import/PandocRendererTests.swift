import CodingCore
import FoundationEssentials
import Testing

@testable import Interchange

@Suite struct PandocRendererTests {
    /// Renders blocks given as pandoc's JSON.
    private func render(_ blocks: String) throws -> StructuredText {
        let json = #"{"pandoc-api-version":[1,22,2,1],"meta":{},"blocks":["# + blocks + "]}"
        return PandocRenderer.render(try JSONDecoder().decode(PandocDocument.self, from: Data(json.utf8)))
    }

    private func text(_ blocks: String) throws -> String {
        String(decoding: try render(blocks).text.utf8, as: UTF8.self)
    }

    private static func paragraph(_ inlines: String) -> String { #"{"t":"Para","c":["# + inlines + "]}" }

    private static func words(_ text: String) -> String { #"{"t":"Str","c":"\#(text)"}"# }

    private static let space = #"{"t":"Space"}"#

    @Test func paragraphsAreLinesWithABlankLineBetween() throws {
        let one = Self.paragraph([Self.words("One"), Self.space, Self.words("two.")].joined(separator: ","))
        let empty = Self.paragraph("")
        let last = Self.paragraph(Self.words("Three."))
        #expect(try text([one, empty, last].joined(separator: ",")) == "One two.\n\nThree.\n")
        #expect(try text("") == "")
    }

    /// Inline nodes and the words they leave between `a` and `b`.
    @Test(
        arguments: [
            (#"{"t":"Superscript","c":[{"t":"Str","c":"th"}]}"#, "athb"),
            (#"{"t":"SmallCaps","c":[{"t":"Str","c":"Nhs"}]}"#, "aNhsb"),
            (#"{"t":"Emph","c":[{"t":"Strong","c":[{"t":"Str","c":"x"}]}]}"#, "axb"),
            (#"{"t":"Strikeout","c":[{"t":"Str","c":"x"}]}"#, "axb"),
            (#"{"t":"Code","c":[["",[],[]],"x  y"]}"#, "ax  yb"),
            (#"{"t":"Quoted","c":[{"t":"DoubleQuote"},[{"t":"Str","c":"x"}]]}"#, "a“x”b"),
            (#"{"t":"Quoted","c":[{"t":"SingleQuote"},[{"t":"Str","c":"x"}]]}"#, "a‘x’b"),
            (#"{"t":"Link","c":[["",[],[]],[{"t":"Str","c":"x"}],["http://y",""]]}"#, "axb"),
            (#"{"t":"Span","c":[["",["c"],[["k","v"]]],[{"t":"Str","c":"x"}]]}"#, "axb"),
            (#"{"t":"Cite","c":[[{"citationId":"z"}],[{"t":"Str","c":"x"}]]}"#, "axb"),
            (#"{"t":"Math","c":[{"t":"InlineMath"},"x^2"]}"#, "ax^2b"),
            (
                #"{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"n1"}]},{"t":"Para","c":[{"t":"Str","c":"n2"}]}]}"#,
                "a [n1 n2]b"
            ),
            (#"{"t":"LineBreak"}"#, "a\nb"), (#"{"t":"SoftBreak"}"#, "a b"),
            (#"{"t":"RawInline","c":["html","<br>"]}"#, "ab"), (#"{"t":"Novelty","c":[1,2]}"#, "ab"),
            (#"{"t":"Image","c":[["",[],[]],[{"t":"Str","c":"x"}],["u",""]]}"#, "axb"),
        ]
    ) func theDressOfWordsIsDropped(_ node: String, _ expected: String) throws {
        let content = [Self.words("a"), node, Self.words("b")].joined(separator: ",")
        #expect(try text(Self.paragraph(content)) == expected + "\n")
    }

    @Test func whatHasNoWordsIsSaid() throws {
        let raw = #"{"t":"RawBlock","c":["html","<a>x</a>"]},{"t":"HorizontalRule"},{"t":"Null"}"#
        let rendered = try render(raw)
        #expect(rendered.text.utf8.isEmpty)
        #expect(rendered.remarks == ["Left out because it holds no words: raw html (1)."])
    }

    @Test func aLineWrappedBetweenHanCharactersIsJoined() throws {
        let wrapped = [
            Self.words("各位"), #"{"t":"SoftBreak"}"#, Self.words("好，"), #"{"t":"SoftBreak"}"#, Self.words("a"),
        ]
        #expect(try text(Self.paragraph(wrapped.joined(separator: ","))) == "各位好， a\n")
    }

    @Test func headingsAreParagraphsAndRemembered() throws {
        let heading = #"{"t":"Header","c":[2,["x",[],[]],[{"t":"Str","c":"Part"}]]}"#
        let rendered = try render(Self.paragraph(Self.words("a")) + "," + heading)
        #expect(rendered.text.utf8 == Array("a\n\nPart\n".utf8))
        #expect(rendered.headings == [3])
        #expect(rendered.firstHeading == "Part")
    }

    @Test func listsKeepTheirMarkers() throws {
        let item = { (word: String) in #"[{"t":"Plain","c":["# + Self.words(word) + "]}]" }
        let bullets = #"{"t":"BulletList","c":["# + item("a") + "," + item("b") + "]}"
        let ordered =
            #"{"t":"OrderedList","c":[[3,{"t":"Decimal"},{"t":"Period"}],["# + item("c") + "," + item("d") + "]]}"
        let nested = #"{"t":"BulletList","c":[[{"t":"Plain","c":["# + Self.words("e") + "]}," + bullets + "]]}"
        #expect(try text([bullets, ordered].joined(separator: ",")) == "- a\n\n- b\n\n3. c\n\n4. d\n")
        #expect(try text(nested) == "- e\n\n  - a\n\n  - b\n")
    }

    @Test func otherBlocksKeepTheirWords() throws {
        let code = #"{"t":"CodeBlock","c":[["",[],[]],"x\ny"]}"#
        let quote = #"{"t":"BlockQuote","c":["# + Self.paragraph(Self.words("q")) + "]}"
        let lines = #"{"t":"LineBlock","c":[[{"t":"Str","c":"l1"}],[{"t":"Str","c":"l2"}]]}"#
        let div = #"{"t":"Div","c":[["",[],[]],["# + Self.paragraph(Self.words("d")) + "]]}"
        let terms = #"{"t":"DefinitionList","c":[[[{"t":"Str","c":"t"}],[[{"t":"Plain","c":[{"t":"Str","c":"m"}]}]]]]}"#
        let all = [code, quote, lines, div, terms].joined(separator: ",")
        #expect(try text(all) == "x\ny\n\nq\n\nl1\nl2\n\nd\n\nt\n\nm\n")
    }

    @Test func boldStartsOfLinesAreMeasuredInBytes() throws {
        let bold = #"{"t":"Strong","c":["# + Self.words("Zoë:") + "," + Self.space + "]}"
        let content = [bold, Self.words("x"), #"{"t":"LineBreak"}"#, bold, Self.words("y")].joined(separator: ",")
        let rendered = try render(Self.paragraph(content))
        #expect(rendered.text.utf8 == Array("Zoë: x\nZoë: y\n".utf8))
        #expect(rendered.boldRuns == [0: 5, 8: 5])
    }

    // MARK: Tables

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        func cell(_ word: String) -> String {
            let blocks = word.isEmpty ? "" : #"{"t":"Plain","c":["# + words(word) + "]}"
            return #"[["",[],[]],{"t":"AlignDefault"},1,1,["# + blocks + "]]"
        }
        func row(_ cells: [String]) -> String { #"[["",[],[]],["# + cells.map(cell).joined(separator: ",") + "]]" }
        let heads = head.isEmpty ? "" : row(head)
        let body = #"[["",[],[]],0,[],["# + rows.map(row).joined(separator: ",") + "]]"
        return #"{"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],["# + heads + "]],[" + body
            + #"],[["",[],[]],[]]]}"#
    }

    @Test func aTableOfSpeakersTimesAndWordsIsATranscript() throws {
        let rows = [["Ann", "00:00:05", "Hello?"], ["Bob:", "[0:07]", "Yes."], ["", "", "Still."]]
        let rendered = try render(Self.table(["Speaker", "Time", "Text"], rows))
        #expect(rendered.text.utf8 == Array("Ann: Hello?\n\nBob: Yes.\n\nStill.\n".utf8))
        #expect(rendered.begins == [0: 5_000, 13: 7_000])
        #expect(rendered.remarks == ["A table with the columns Speaker, Time, Text was read as turns."])
    }

    @Test func columnsWithoutHeadsAreToldByWhatTheyHold() throws {
        let rows = [["Ann", "Hello?"], ["Bob", "Yes, quite."], ["Ann", "Oh."], ["Bob", "Well, so it goes."]]
        #expect(
            try text(Self.table([], rows)) == "Ann: Hello?\n\nBob: Yes, quite.\n\nAnn: Oh.\n\nBob: Well, so it goes.\n"
        )
    }

    @Test func aTableWithAColumnOfUnknownUseStaysATable() throws {
        let rows = [["Ann", "Hello?", "smiles"], ["Bob", "Yes.", ""]]
        #expect(
            try text(Self.table(["Speaker", "Text", "Remarks"], rows))
                == "Speaker | Text | Remarks\nAnn | Hello? | smiles\nBob | Yes. | \n"
        )
    }

    @Test func aFrameAroundTextIsJustTheText() throws {
        #expect(try text(Self.table([], [["a"], ["b"]])) == "a\n\nb\n")
    }

    @Test func numbersAndEndTimesMayStandInATranscriptTable() throws {
        let rows = [["1", "Ann", "0:05", "0:07", "Hello?"], ["2", "Bob", "0:07", "0:09", "Yes."]]
        let rendered = try render(Self.table(["#", "Name", "Start", "End", "Content"], rows))
        #expect(rendered.text.utf8 == Array("Ann: Hello?\n\nBob: Yes.\n".utf8))
        #expect(rendered.begins == [0: 5_000, 13: 7_000])
    }

    @Test func twoColumnsOfWordsAreNoTranscript() throws {
        let rows = [
            ["Theme one", "Words"], ["Theme two", "More"], ["Theme three", "Words"], ["Theme four", "Less"],
        ]
        #expect(try text(Self.table([], rows)).hasPrefix("Theme one | Words\nTheme two | More\n"))
    }

    @Test func aRowWithASpeakerAndNoWordsIsKept() throws {
        let rendered = try render(Self.table(["Speaker", "Text"], [["Ann", ""], ["Bob", "Yes."]]))
        #expect(rendered.text.utf8 == Array("Ann: \n\nBob: Yes.\n".utf8))
    }

    @Test func rowsOfUnequalLengthStayRows() throws {
        #expect(try text(Self.table([], [["a", "b"], ["c"]])) == "a | b\nc\n")
    }
}
