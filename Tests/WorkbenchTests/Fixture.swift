// A small study in memory to drive the workbench with: keys in, state and screen out. No files, no terminal.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

/// A workbench on one invented interview, driven by the names of keys.
@MainActor
struct Bench {
    var state: AppState
    private(set) var effects: [Effect] = []
    private(set) var saved: [LogLine] = []
    private let ids = Counter()
    let look = Look(kind: .dark)
    /// Whether codes can be made; without it the request is left lying.
    var makesCodes = true
    /// What the coder's editor makes of a text; nothing when no editor opens.
    var writes: ((String) -> String)?

    /// Hands out rising identifiers and moments.
    final class Counter {
        private var next: UInt64 = 1
        func id() -> Identifier {
            next += 1
            return .version7(milliseconds: 1_700_000_000_000 + next, random: (next, next))
        }
    }

    static let interview = """
        Invented interview.

        Interviewer: How did the block contract come about?

        B07: Well, it was before my time. We plan with last year's figures, and nobody minds! \
        Dr. Hall said "leave it", so we left it.

        Interviewer: And the virtual ward?

        B07: 我们有一个虚拟病房。 It has beds, staff and a target.

        """

    init(
        _ text: String = Bench.interview,
        rows: Int = 24,
        columns: Int = 80,
        coder: String = "rs",
        title: String = "B07",
        attributes: [(name: String, value: String)] = [("site", "B")],
        codebook: Codebook = Bench.codebook,
        others: [(coder: String, quote: String, code: String)] = [],
        preferences: Preferences = Preferences()
    ) throws {
        let canonical = CanonicalText(text)
        let document = DocumentRecord(
            id: try #require(DocumentID("B/B07")),
            uuid: .version7(milliseconds: 1, random: (1, 1)),
            title: title,
            versions: [SHA256.hexadecimal(of: Array(text.utf8))],
            attributes: Attributes(attributes)
        )
        let study = Study(
            settings: StudySettings(id: .version7(milliseconds: 2, random: (2, 2)), title: "Invented study"),
            documents: [document],
            codebook: codebook
        )
        let coderID = try #require(CoderID(coder))
        state = AppState(
            size: WindowSize(rows: rows, columns: columns),
            study: study,
            coder: coderID,
            preferences: preferences
        )
        let version = try #require(VersionTag(document.versions[0]))
        state.coding = CodingState(
            document: document,
            transcript: Transcript(text: canonical, blocks: Self.blocks(of: canonical), measure: 66),
            version: version,
            measure: 66,
            coder: coderID,
            codebook: study.codebook,
            operations: [],
            size: state.size,
            sha256: SHA256.hexadecimal(of:)
        )
        state.history = UndoHistory([])
        state.now = Moment(secondsSince1970: 1_700_000_000)
        state.arrange()
        for other in others { try addCoding(by: other.coder, quote: other.quote, code: other.code, version: version) }
        state.tally = SessionTally(study: state.study, coder: coderID)
    }

    private mutating func addCoding(by coder: String, quote: String, code: String, version: VersionTag) throws {
        let screen = try #require(state.coding)
        let span = try #require(screen.transcript.text.occurrences(of: quote).first, "\(quote) is not in the text")
        let edit = edit(by: try #require(CoderID(coder)))
        let entry = try #require(state.study.codebook.find(code))
        let line = try #require(
            edit.apply([entry], to: span, of: screen.document.uuid, text: screen.transcript.text, version: version)
        )
        state.coding?.add(line.operations)
        state.studyIsBehind = true
        state.refreshStudy()
    }

    private static func id(_ text: String) -> CodeID {
        guard let id = CodeID(text) else { preconditionFailure("\(text) is no id of a code") }
        return id
    }

    static let codebook = Codebook(
        title: "Commissioning",
        version: "v1",
        codes: [
            Code(id: id("contracting"), name: "Contracting", kind: .category, colour: "teal"),
            Code(
                id: id("block-contracts"),
                name: "Block contracts",
                mnemonic: "bc",
                parent: CodeID("contracting"),
                brief: "Payment fixed whatever the activity.",
                definition: "Any account of block funding: its size, history, security or limits.",
                include: ["limits on growth"],
                exclude: ["tariff talk"],
                rule: "aaaaaaaa"
            ),
            Code(id: id("data-inadequate"), name: "Inadequate data", mnemonic: "da", rule: "bbbbbbbb"),
            Code(id: id("virtual-wards"), name: "Virtual wards", mnemonic: "vw", rule: "cccccccc"),
            Code(id: id("reorganisation"), name: "Reorganisation", mnemonic: "reo", rule: "dddddddd"),
        ]
    )

    /// Turns by the labels that this fixture uses; everything before the first one is front matter.
    static func blocks(of text: CanonicalText) -> [Block] {
        let whole = text.string(in: text.wholeSpan)
        var blocks: [Block] = []
        var start = 0
        for paragraph in whole.split(separator: "\n\n", omittingEmptySubsequences: false) {
            let length = paragraph.unicodeScalars.count + 2
            let end = min(start + length, text.scalarCount)
            guard end > start else { break }
            let label = ["Interviewer: ", "B07: ", "C03: "].first { paragraph.hasPrefix($0) } ?? ""
            blocks.append(
                Block(
                    kind: paragraph.hasPrefix("[") ? .note : label.isEmpty ? .front : .turn,
                    span: TextSpan(start, end),
                    speaker: label.isEmpty ? "" : String(label.dropLast(2)),
                    label: label
                )
            )
            start = end
        }
        return blocks
    }

    /// The line that gives a quote a code, as it would stand in a log.
    static func line(
        _ edit: CodingEdit,
        code: String,
        on quote: String,
        in text: String,
        of document: DocumentRecord
    ) throws -> LogLine {
        let canonical = CanonicalText(text)
        let span = try #require(canonical.occurrences(of: quote).first, "\(quote) is not in the text")
        let entry = try #require(codebook.find(code))
        let version = try #require(document.versions.last.flatMap { VersionTag($0) })
        return try #require(edit.apply([entry], to: span, of: document.uuid, text: canonical, version: version))
    }

    func edit(by coder: CoderID) -> CodingEdit {
        CodingEdit(
            coder: coder,
            at: Moment(secondsSince1970: 1_700_000_000),
            newID: ids.id,
            sha256: SHA256.hexadecimal(of:)
        )
    }

    /// Presses keys, named as help names them and parted by blanks; saves succeed at once.
    mutating func press(_ keys: String) throws {
        for name in keys.split(separator: " ") {
            let key = try #require(KeyPress(name: String(name)), "\(name) is no key")
            try run(state.handle(.key(key), edit: edit(by: state.coder)))
        }
    }

    /// Types characters, blanks included.
    mutating func type(_ text: String) throws {
        for character in text { try run(state.handle(.key(KeyPress(character)), edit: edit(by: state.coder))) }
    }

    /// Pastes text.
    mutating func paste(_ text: String) throws { try run(state.handle(.paste(text), edit: edit(by: state.coder))) }

    /// Sends any event.
    mutating func send(_ event: TerminalEvent) throws { try run(state.handle(event, edit: edit(by: state.coder))) }

    /// Does something to the state and follows what it asks for.
    mutating func perform(_ act: (inout AppState) -> [Effect]) throws { try run(act(&state)) }

    private mutating func run(_ effects: [Effect]) throws {
        self.effects += effects
        for effect in effects {
            switch effect {
            case .save(let request):
                saved.append(request.line)
                state.saved(request)
            case .addCode(let new, let beside, let act):
                guard makesCodes else { return }
                let code = try Self.made(new, by: state.coder, in: state.study.codebook)
                try run(state.added(.made(code), beside: beside, then: act, edit: edit(by: state.coder)))
            case .write(let text, let subject):
                guard let written = writes?(text) else { continue }
                try run(state.written(written, about: subject, edit: edit(by: state.coder)))
            default: continue
            }
        }
    }

    /// The code as the coder's own file would have it.
    private static func made(_ new: NewCode, by coder: CoderID, in codebook: Codebook) throws -> Code {
        let id = try #require(ProposedCodes.id(for: new.name, by: coder, in: codebook))
        return Code(id: id, name: new.name, parent: new.parent, status: .proposed, origin: new.origin, rule: "eeeeeeee")
    }

    /// Puts the list of documents behind the coding screen.
    mutating func putListBehind() {
        state.documents = DocumentsState(state.study, coder: state.coder)
        state.trail = [.documents, .coding]
    }

    /// Puts the cursor on the first character of a quote.
    mutating func go(to quote: String) throws {
        let span = try #require(
            state.coding?.transcript.text.occurrences(of: quote).first,
            "\(quote) is not in the text"
        )
        state.coding?.move(to: span.start)
    }

    var screen: CodingState {
        get throws { try #require(state.coding) }
    }

    /// The words that would be coded now.
    var selected: String? {
        guard let screen = state.coding, let span = screen.selectedSpan else { return nil }
        return screen.transcript.text.string(in: span)
    }

    /// The characters from the cursor to the end of the text.
    var fromCursor: String {
        guard let screen = state.coding else { return "" }
        return screen.transcript.text.string(in: TextSpan(screen.cursor, screen.transcript.text.scalarCount))
    }

    /// The codings in force: coder, tag and words.
    var codings: [String] {
        guard let screen = state.coding else { return [] }
        return screen.codings.map { "\($0.coder) \(screen.tag(of: $0)) \(screen.transcript.text.string(in: $0.span))" }
    }

    /// The screen's text.
    var picture: String { surface.text }

    /// The screen.
    var surface: Surface { state.frame(look).surface }

    /// The rows of the screen.
    var lines: [String] {
        let surface = surface
        return (0..<surface.rows).map(surface.line)
    }

    /// The status line.
    var status: String { lines[state.size.statusRow] }

    /// What was said last.
    var said: String { state.notice?.text ?? "" }

    /// The picker, if it is open.
    var picker: PickerState? {
        guard case .picker(let picker) = state.overlay else { return nil }
        return picker
    }

    /// The help, if it is open.
    var help: HelpState? {
        guard case .help(let help) = state.overlay else { return nil }
        return help
    }

    /// The palette, if it is open.
    var palette: PaletteState? {
        guard case .palette(let palette) = state.overlay else { return nil }
        return palette
    }

    /// The memo being written, if one is.
    var memo: MemoState? {
        guard case .memo(let memo) = state.overlay else { return nil }
        return memo
    }
}

/// The id of a code that a test writes down.
func slug(_ text: String) -> CodeID {
    guard let id = CodeID(text) else { preconditionFailure("\(text) is no id of a code") }
    return id
}
