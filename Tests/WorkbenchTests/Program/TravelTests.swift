// Going from document to document and back, and finding each as it was left.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct TravelTests {
    /// A program over two documents, the first of them open.
    @MainActor private struct Stage {
        let program: WorkbenchProgram
        let study: FakeStudy
        let documents: [DocumentRecord]

        var screen: CodingState? { program.state.coding }

        /// The document that is open and the words from the cursor on.
        var here: String {
            guard let screen else { return "" }
            let text = screen.transcript.text
            return "\(screen.document.id): " + text.string(in: TextSpan(screen.cursor, text.scalarCount))
        }

        func place(_ index: Int) -> ReadingPlace? { study.places[documents[index].uuid] }
    }

    private static let second = "B07: Something else was said.\n\nB07: And then no more."

    private func stage(_ keys: String, places: [Int: ReadingPlace] = [:], line: Int? = nil) throws -> Stage {
        let texts = [Bench.interview, Self.second]
        let documents = try zip(["B/B07", "C/C01"], texts).enumerated().map { number, pair in
            DocumentRecord(
                id: try #require(DocumentID(pair.0)),
                uuid: .version7(milliseconds: UInt64(number + 1), random: (1, 1)),
                title: pair.0,
                versions: [SHA256.hexadecimal(of: Array(pair.1.utf8))]
            )
        }
        let coder = try #require(CoderID("rs"))
        let study = FakeStudy(coder: coder)
        for (document, text) in zip(documents, texts) { study.texts[document.uuid] = text }
        for (index, place) in places { study.places[documents[index].uuid] = place }
        let terminal = FakeTerminal(keys: keys)
        let state = AppState(
            size: WindowSize(rows: 24, columns: 80),
            study: Study(
                settings: StudySettings(id: .version7(milliseconds: 9, random: (9, 9)), title: "Invented study"),
                documents: documents,
                codebook: Bench.codebook
            ),
            coder: coder,
            screens: [.documents]
        )
        let program = WorkbenchProgram(
            state: state,
            access: study,
            terminal: terminal,
            look: { _ in Look(kind: .dark) }
        )
        try program.open(documents[0], line: line)
        program.run()
        return Stage(program: program, study: study, documents: documents)
    }

    private func start(of quote: String, in text: String) throws -> Int {
        try #require(CanonicalText(text).occurrences(of: quote).first).start
    }

    @Test(arguments: [
        ("} q j Enter", "C/C01: Something"), ("} q j Enter H", "B/B07: Well"), ("} q j Enter H L", "C/C01: Something"),
        ("} q j Enter } H", "B/B07: Well"), ("} q j Enter G H H", "B/B07: Well"),
        ("} q j Enter H H", "B/B07: Well"), ("} q j Enter ' '", "B/B07: Well"),
        ("} q j Enter ' ' ' '", "C/C01: Something"),
    ])
    func backAndForwardOverDocuments(_ keys: String, _ expected: String) throws {
        let stage = try stage(keys)
        #expect(stage.here.hasPrefix(expected), "\(keys): \(stage.here)")
    }

    @Test func aDocumentIsFoundAsItWasLeft() throws {
        let stage = try stage("} s A ` a g t j Enter q k Enter")
        let screen = try #require(stage.screen)
        #expect(screen.document.id.description == "B/B07")
        #expect(screen.selectedSpan.map(screen.transcript.text.string) == "Well, it was before my time.")
        #expect(screen.layer == .mine)
        #expect(screen.marks.count == 1)
        #expect(stage.place(0)?.layer == .mine)
        #expect(stage.place(1)?.layer == .everyone, "each document has its own")
    }

    @Test(arguments: ["} s", "} s Q"])
    func leavingKeepsTheSelection(_ keys: String) throws {
        let place = try stage(keys).place(0)
        let start = try start(of: "Well", in: Bench.interview)
        #expect(place?.selection == TextSpan(start, start + "Well, it was before my time.".count))
    }

    @Test func aLineThatIsNamedWinsOverWhatIsRemembered() throws {
        let at = try start(of: "It has beds", in: Bench.interview)
        let kept = ReadingPlace(cursor: at, top: 0, selection: TextSpan(at, at + 6), layer: .mine, marks: ["a": 3])
        let stage = try stage("", places: [0: kept], line: 3)
        #expect(stage.here.hasPrefix("B/B07: Interviewer: How did"))
        #expect(stage.screen?.selection == nil)
        #expect(stage.screen?.marks == ["a": 3])
        let other = try self.stage("", places: [0: kept])
        #expect(other.screen?.selectedSpan == TextSpan(at, at + 6))
    }

    @Test func searchingGoesOnInTheNextDocument() throws {
        let stage = try stage("/ e l s e Enter q j Enter n")
        #expect(stage.here.hasPrefix("C/C01: else was said"))
        #expect(stage.program.state.notice?.text.hasPrefix("/else 1 of 1") == true)
    }

    @Test func aPlaceInADocumentThatCannotBeOpenedIsSaid() throws {
        let stage = try stage("} q j Enter")
        stage.study.openingFails = "B07 is gone."
        let again = FakeTerminal(keys: "H")
        let program = WorkbenchProgram(
            state: stage.program.state,
            access: stage.study,
            terminal: again,
            look: { _ in Look(kind: .dark) }
        )
        program.run()
        #expect(program.state.coding?.document.id.description == "C/C01")
        #expect(again.frames.last?.contains("B07 is gone.") == true)
    }

    @Test func theSessionIsSummedUpOverDocuments() throws {
        let stage = try stage("s c v w Enter q j Enter")
        let summary = try #require(stage.program.state.summary(minutes: 2))
        #expect(summary.documents == 2)
        #expect(summary.passages == 1)
        #expect(summary.lines > 5)
    }
}
