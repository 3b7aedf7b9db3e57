// A study of several documents to drive the lists with: keys in, state, screen and what was asked of the files out.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

/// The running program over documents in memory.
@MainActor
struct ListBench {
    /// A document and its words.
    struct Text {
        var id: String
        var words: String
        var attributes: [(name: String, value: String)] = []
        /// Whether the files have the words; else only the records know the document.
        var isReadable = true
    }

    /// A coding that was made before the program started.
    struct Made {
        var coder: String
        var document: String
        var quote: String
        var code: String
        var daysAgo = 0
        var memo = ""
        var star = 0
        var doubt = false
    }

    var state: AppState
    let study: FakeStudy
    let look = Look(kind: .dark)
    /// Every frame since the beginning, as text.
    private(set) var frames: [String] = []

    static let now: Int64 = 1_700_000_000

    static let texts = [
        Text(
            id: "A/A01",
            words: "B07: Nothing of this was ever coded. It stands here to be read.\n",
            attributes: [("site", "A")]
        ),
        Text(id: "B/B07", words: Bench.interview, attributes: [("site", "B"), ("role", "nurse")]),
        Text(
            id: "C/C03",
            words: """
                Interviewer: When we spoke last year you said that the block contract was about to end. Did it?

                C03: No. It was meant to. We are paid the same whatever we do, so the team stopped counting visits. \
                Honestly, the figures that we do have are last year's. They are late.

                Interviewer: And who decides now?

                C03: That is the question. There are three boards, and each thinks another one signs. I wrote to all of them.

                """,
            attributes: [("site", "C"), ("role", "commissioner")]
        ),
    ]

    static let codings = [
        Made(coder: "rs", document: "B/B07", quote: "We plan with last year's figures", code: "da", daysAgo: 3),
        Made(coder: "ag", document: "B/B07", quote: "plan with last year's figures, and nobody minds!", code: "bc"),
        Made(
            coder: "rs",
            document: "B/B07",
            quote: "It has beds, staff and a target.",
            code: "vw",
            daysAgo: 3,
            star: 2
        ),
        Made(
            coder: "rs",
            document: "C/C03",
            quote: "We are paid the same whatever we do",
            code: "bc",
            daysAgo: 1,
            memo: "Who says so?",
            doubt: true
        ),
        Made(
            coder: "rs",
            document: "C/C03",
            quote: "the figures that we do have are last year's",
            code: "da",
            daysAgo: 1
        ),
        Made(coder: "ag", document: "C/C03", quote: "each thinks another one signs", code: "reo", daysAgo: 2),
    ]

    init(
        _ texts: [Text] = ListBench.texts,
        codings: [Made] = ListBench.codings,
        codebook: Codebook = Bench.codebook,
        method: MethodProfile = .reflexive,
        title: String = "Invented study",
        screen: ScreenName = .dashboard,
        rows: Int = 24,
        columns: Int = 80
    ) throws {
        let coder = try #require(CoderID("rs"))
        study = FakeStudy(coder: coder)
        var documents: [DocumentRecord] = []
        for (number, text) in texts.enumerated() {
            let record = DocumentRecord(
                id: try #require(DocumentID(text.id)),
                uuid: .version7(milliseconds: UInt64(number) + 1, random: (7, UInt64(number))),
                title: text.id.split(separator: "/").last.map(String.init) ?? text.id,
                versions: [SHA256.hexadecimal(of: Array(text.words.utf8))],
                attributes: Attributes(text.attributes)
            )
            documents.append(record)
            if text.isReadable { study.texts[record.uuid] = text.words }
        }
        var logs: [Identifier: [LogOperation]] = [:]
        for (number, made) in codings.enumerated() {
            let index = try #require(texts.firstIndex { $0.id == made.document })
            let line = try Self.line(made, UInt64(number), in: texts[index].words, of: documents[index], codebook)
            logs[documents[index].uuid, default: []] += line.operations
        }
        study.operations = logs
        let folded = documents.flatMap { CodingFold(logs[$0.uuid] ?? []).codings }
        state = AppState(
            size: WindowSize(rows: rows, columns: columns),
            study: Study(
                settings: StudySettings(id: .version7(milliseconds: 9, random: (9, 9)), title: title, method: method),
                documents: documents,
                codebook: codebook,
                codings: folded
            ),
            coder: coder,
            screens: [screen]
        )
        state.history = UndoHistory([])
        study.study = state.study
        try press("")
    }

    private static func line(
        _ made: Made,
        _ number: UInt64,
        in words: String,
        of document: DocumentRecord,
        _ codebook: Codebook
    ) throws -> LogLine {
        let text = CanonicalText(words)
        let edit = CodingEdit(
            coder: try #require(CoderID(made.coder)),
            at: Moment(secondsSince1970: now - Int64(made.daysAgo) * 86_400),
            newID: { .version7(milliseconds: 1_000_000 + number, random: (number, number)) },
            sha256: SHA256.hexadecimal(of:)
        )
        let code = try #require(codebook.find(made.code))
        let span = try #require(text.occurrences(of: made.quote).first, "\(made.quote) is not in the text")
        let version = try #require(VersionTag(document.versions[0]))
        return try #require(
            edit.apply(
                [code],
                to: span,
                of: document.uuid,
                text: text,
                version: version,
                memo: made.memo,
                star: made.star,
                doubt: made.doubt
            )
        )
    }

    /// Presses keys, named as help names them and parted by blanks; the program does what the state asks for.
    mutating func press(_ keys: String) throws {
        try run(keys.split(separator: " ").map { .key(try #require(KeyPress(name: String($0)), "\($0) is no key")) })
    }

    /// Types characters, blanks included.
    mutating func type(_ text: String) throws { try run(text.map { .key(KeyPress($0)) }) }

    /// Sends any event.
    mutating func send(_ event: TerminalEvent) throws { try run([event]) }

    private mutating func run(_ events: [TerminalEvent]) throws {
        let terminal = FakeTerminal(events.map { [$0] })
        terminal.size = (state.size.rows, state.size.columns)
        let look = look
        let program = WorkbenchProgram(
            state: state,
            access: study,
            terminal: terminal,
            look: { _ in look },
            editor: ExternalEditor(preferred: "true")
        )
        program.run()
        state = program.state
        frames += terminal.frames
    }

    var surface: Surface { state.frame(look).surface }
    var picture: String { surface.text }
    var lines: [String] { (0..<surface.rows).map(surface.line) }
    var said: String { state.notice?.text ?? "" }
    /// The status row.
    var status: String { lines[state.size.statusRow] }
    /// The rows with the pointer.
    var pointed: [String] { lines.filter { $0.contains("›") } }

    /// The codings of the study: coder, document, tag and the quoted words.
    var codings: [String] {
        state.study.codings.map { coding in
            let code = state.study.codebook[state.study.codebook.resolve(coding.code)]
            let document = state.document(coding.document).map { state.study.shortName(of: $0.id) } ?? "?"
            return "\(coding.coder) \(document) \(code?.tag ?? "?") \(coding.anchor.quote)"
        }
    }

    /// The extracts in the list, in the same words.
    var listed: [String] {
        (state.extracts?.entries ?? []).map { entry in
            let document = state.study.shortName(of: state.study.documents[entry.document].id)
            return
                "\(entry.coding.coder) \(document) \(state.study.codebook[entry.code]?.tag ?? "?") \(entry.coding.anchor.quote)"
        }
    }

    /// Checks that every row fills the window and the cursor lies in it.
    func expectSound(_ comment: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) {
        let frame = state.frame(look)
        frame.surface.expectSound(comment, sourceLocation: sourceLocation)
        let cursor = frame.cursor
        #expect(
            cursor.map { frame.surface.area.contains(row: $0.row, column: $0.column) } ?? false,
            "the cursor lies on the screen: \(comment)",
            sourceLocation: sourceLocation
        )
    }
}
