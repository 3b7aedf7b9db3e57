// Pandoc's document tree for tests, written as JSON by small functions with the names of pandoc's own constructors.

import CodingCore
import FoundationEssentials

@testable import Interchange

/// Makes nodes of pandoc's tree as JSON.
enum Node {
    private static let attributes = #"["",[],[]]"#

    // MARK: Running text

    /// Words divided by `Space`, as pandoc writes a sentence.
    static func words(_ text: String) -> String {
        text.split(separator: " ").map { #"{"t":"Str","c":\#(quoted(String($0)))}"# }.joined(
            separator: #",{"t":"Space"},"#
        )
    }

    static func dressed(_ tag: String, _ inlines: String) -> String { #"{"t":"\#(tag)","c":[\#(inlines)]}"# }
    static func span(_ inlines: String) -> String { #"{"t":"Span","c":[\#(attributes),[\#(inlines)]]}"# }
    static func link(_ inlines: String) -> String {
        #"{"t":"Link","c":[\#(attributes),[\#(inlines)],["http://x",""]]}"#
    }
    static func image(_ inlines: String) -> String { #"{"t":"Image","c":[\#(attributes),[\#(inlines)],["x.png",""]]}"# }
    static func quoted(_ kind: String, _ inlines: String) -> String {
        #"{"t":"Quoted","c":[{"t":"\#(kind)"},[\#(inlines)]]}"#
    }
    static func note(_ blocks: String) -> String { #"{"t":"Note","c":[\#(blocks)]}"# }
    static func code(_ text: String) -> String { #"{"t":"Code","c":[\#(attributes),\#(quoted(text))]}"# }
    static func raw(_ format: String, _ text: String) -> String {
        #"{"t":"RawInline","c":["\#(format)",\#(quoted(text))]}"#
    }
    static let space = #"{"t":"Space"}"#
    static let soft = #"{"t":"SoftBreak"}"#
    static let lineBreak = #"{"t":"LineBreak"}"#

    // MARK: Blocks

    static func para(_ inlines: String...) -> String { #"{"t":"Para","c":[\#(inlines.joined(separator: ","))]}"# }
    static func plain(_ inlines: String) -> String { #"{"t":"Plain","c":[\#(inlines)]}"# }
    static func header(_ level: Int, _ inlines: String) -> String {
        #"{"t":"Header","c":[\#(level),\#(attributes),[\#(inlines)]]}"#
    }
    static func quote(_ blocks: String...) -> String { #"{"t":"BlockQuote","c":[\#(blocks.joined(separator: ","))]}"# }
    static func div(_ blocks: String...) -> String {
        #"{"t":"Div","c":[\#(attributes),[\#(blocks.joined(separator: ","))]]}"#
    }
    static func bullets(_ items: String...) -> String {
        #"{"t":"BulletList","c":[\#(items.map { "[\($0)]" }.joined(separator: ","))]}"#
    }
    static func codeBlock(_ text: String) -> String { #"{"t":"CodeBlock","c":[\#(attributes),\#(quoted(text))]}"# }
    static func rawBlock(_ format: String) -> String { #"{"t":"RawBlock","c":["\#(format)","x"]}"# }
    static let rule = #"{"t":"HorizontalRule"}"#

    static func ordered(from start: Int, _ items: String...) -> String {
        #"{"t":"OrderedList","c":[[\#(start),{"t":"Decimal"},{"t":"Period"}],[\#(items.map { "[\($0)]" }.joined(separator: ","))]]}"#
    }

    static func lines(_ lines: String...) -> String {
        #"{"t":"LineBlock","c":[\#(lines.map { "[\($0)]" }.joined(separator: ","))]}"#
    }

    static func definitions(_ entries: (term: String, meanings: [String])...) -> String {
        let items = entries.map { #"[[\#($0.term)],[\#($0.meanings.map { "[\($0)]" }.joined(separator: ","))]]"# }
        return #"{"t":"DefinitionList","c":[\#(items.joined(separator: ","))]}"#
    }

    /// A table whose cells are blocks given as JSON; the first row is its head when it has one.
    static func table(caption: String = "", head: [String]? = nil, _ rows: [[String]], foot: [String]? = nil) -> String
    {
        func cell(_ blocks: String) -> String { #"[\#(attributes),{"t":"AlignDefault"},1,1,[\#(blocks)]]"# }
        func row(_ cells: [String]) -> String { #"[\#(attributes),[\#(cells.map(cell).joined(separator: ","))]]"# }
        let body = #"[\#(attributes),0,[],[\#(rows.map(row).joined(separator: ","))]]"#
        return #"{"t":"Table","c":[\#(attributes),[null,[\#(caption)]],[],[\#(attributes),[\#(head.map(row) ?? "")]],"#
            + #"[\#(body)],[\#(attributes),[\#(foot.map(row) ?? "")]]]}"#
    }

    /// A table of plain words.
    static func table(of words: [[String]], head: [String]? = nil) -> String {
        func cell(_ text: String) -> String { text.isEmpty ? "" : plain(Self.words(text)) }
        return table(head: head?.map(cell), words.map { $0.map(cell) })
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\t", with: "\\t")
        return "\"" + escaped + "\""
    }

    // MARK: Documents

    /// The text that a document of these blocks comes to, with its hints.
    static func render(_ blocks: [String]) throws -> StructuredText {
        let json = #"{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[\#(blocks.joined(separator: ","))]}"#
        return PandocRenderer.render(try JSONDecoder().decode(PandocDocument.self, from: Data(json.utf8)))
    }

    /// The same, as words only.
    static func text(_ blocks: String...) throws -> String {
        String(decoding: try render(blocks).text.utf8, as: UTF8.self)
    }
}
