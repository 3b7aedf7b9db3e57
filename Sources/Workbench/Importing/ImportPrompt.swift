// The line in which an id, a title, an encoding or a name is written. The page stays in sight above it.

import CodingCore
import Interchange
import Screen
import TextMetrics

/// A word or two being written about a file to be imported.
struct ImportPrompt {
    /// What the words are for.
    enum Subject: Equatable {
        case id, title, encoding
        /// Whom a speaker or a label stands for.
        case speaker(String)
    }

    let subject: Subject
    var line: PromptLine
    /// Why the words cannot be taken; shown until the next key.
    var remark: String?
    /// What Tab offers.
    let offers: [String]
    /// What was typed before Tab was pressed, and which offer stands in the line.
    private var turning: (typed: String, index: Int)?

    init(_ subject: Subject, of importing: ImportingState, in study: Study) {
        self.subject = subject
        switch subject {
        case .id:
            line = PromptLine(importing.id?.description ?? "")
            let name = importing.id?.lastComponent ?? ""
            let folders = study.documents.map { $0.id.description.dropLast($0.id.lastComponent.count) }.uniqued()
            offers = folders.map { $0 + name }.filter { $0 != importing.id?.description }
        case .title:
            line = PromptLine(importing.incoming.title)
            offers = []
        case .encoding:
            line = PromptLine(importing.decisions.choices.encoding ?? "")
            offers = Self.encodings
        case .speaker(let name):
            line = PromptLine()
            offers = importing.incoming.speakers.map(\.name).filter { $0 != name }
        }
    }

    /// The encodings that transcripts come in most.
    static let encodings = ["utf-8", "windows-1252", "windows-1255", "big5", "gb18030", "macroman"]

    var title: String {
        switch subject {
        case .id: "document id"
        case .title: "title"
        case .encoding: "encoding"
        case .speaker(let name): "“\(name)” stands for"
        }
    }

    /// What an empty line does.
    private var empty: String {
        switch subject {
        case .id: "is no id"
        case .title: "takes the file's"
        case .encoding: "finds it out"
        case .speaker: "its own name"
        }
    }

    /// The keys that the line's hint bar names.
    var hints: [(key: String, title: String)] {
        [("Enter", "take it"), ("Esc", "leave it as it was"), ("empty", empty)]
            + (offers.isEmpty ? [] : [("Tab", "offers")])
    }

    /// Follows a key that edits the line.
    mutating func handle(_ press: KeyPress) {
        remark = nil
        if press.key == .tab {
            turn(by: press.modifiers == .shift ? -1 : 1)
        } else {
            turning = nil
            _ = line.handle(press)
        }
    }

    /// Puts the next offer into the line that begins as was typed; all of them come up where none does.
    private mutating func turn(by step: Int) {
        let typed = turning?.typed ?? line.text
        let beginning = offers.filter { $0.lowercased().hasPrefix(typed.lowercased()) && $0 != typed }
        let fitting = beginning.isEmpty ? offers : beginning
        guard !fitting.isEmpty else { return }
        let index = turning.map { ($0.index + step + fitting.count) % fitting.count } ?? 0
        line = PromptLine(fitting[index])
        turning = (typed, index)
    }
}

extension AppState {
    /// Follows a key in the line.
    mutating func handle(_ press: KeyPress, in prompt: ImportPrompt) -> [Effect] {
        guard press.key != .enter else { return answer(prompt) }
        var prompt = prompt
        prompt.handle(press)
        overlay = .prompt(prompt)
        return []
    }

    /// Draws the line, what Tab offers, and the keys or what is wrong.
    func drawPrompt(_ prompt: ImportPrompt, _ look: Look, into surface: inout Surface) -> CursorPlace {
        let row = size.rows - 3
        let ellipsis = look.glyphs.ellipsis
        surface.fill(Rectangle(row: row, column: 0, rows: 3, columns: size.columns))
        let title = fitted(look.said(prompt.title), columns: size.columns / 2, ellipsis: ellipsis)
        let column = surface.put(" \(title): ", row: row, column: 0, style: look.accent)
        var line = prompt.line
        let cursor = line.draw(into: &surface, row: row, column: column, columns: max(2, size.columns - column - 1))
        let offers = prompt.offers.isEmpty ? "" : " such as " + prompt.offers.joined(separator: " · ")
        surface.put(
            fitted(look.said(offers), columns: size.columns - 1, ellipsis: ellipsis),
            row: row + 1,
            column: 0,
            style: look.quiet
        )
        if let remark = prompt.remark {
            let said = fitted(" " + look.said(remark), columns: size.columns - 1, ellipsis: ellipsis)
            surface.put(said, row: row + 2, column: 0, style: look.strong)
        } else {
            drawHintBar(prompt.hints, row: row + 2, look: look, into: &surface)
        }
        return CursorPlace(row: row, column: cursor)
    }
}
