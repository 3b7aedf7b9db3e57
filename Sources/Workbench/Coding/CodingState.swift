// The coding screen as a value: one document, its codings, and where the reader is. Draws nothing, writes nothing.

import CodingCore
import TextMetrics

/// Which coders' codings the screen shows.
enum Layer: Equatable {
    case everyone
    case mine
}

/// The coding screen's state.
struct CodingState {
    let document: DocumentRecord
    let transcript: Transcript
    let version: VersionTag
    let measure: Int
    let coder: CoderID
    private(set) var codebook: Codebook
    /// The words of turns and notes, over which the share coded is taken.
    private let countedWords: [TextSpan]
    private(set) var operations: [LogOperation]
    /// The codings of every coder on this text version, in text order.
    private(set) var codings: [Coding] = []
    /// How many codings point at another version of the text, or at words that are not there.
    private(set) var unplaced = 0
    var layer = Layer.everyone
    /// The code whose codings alone are shown; nothing when all are.
    private(set) var spotlight: CodeID?
    /// What stands beside the text.
    var arrangement = Arrangement()
    /// The codings of the other documents, counted; there only where a pane shows them.
    var others: StudyFigures?
    /// What the codebook beside the text says.
    private(set) var figures: CodebookFigures?
    /// The scalar at which the character under the cursor begins.
    var cursor = 0
    /// The column that vertical motions try to keep.
    var goalColumn: Int?
    var selection: Selection?
    /// The coding whose extent is being changed.
    var editing: Identifier?
    /// What the selection was before each `v`, newest last.
    var growth: [Selection] = []
    /// The coding that `Tab` chose; without one the innermost coding at the cursor is in focus.
    var chosenFocus: Identifier?
    /// The first row in the window.
    var top = 0
    /// The last press of the mouse button in the text.
    var press: MousePress?
    /// Where the words looked for stand: in text order, none over another; empty when nothing is looked for.
    var hits: [TextSpan] = []
    /// The marks that a letter goes back to.
    var marks: [Character: Int] = [:]
    private(set) var rows: DisplayRows
    private(set) var geometry: CodingGeometry
    /// The stripes of the codings shown, by numbered lines, so that they do not depend on the window.
    private(set) var lanes = Lanes(rows: [])
    /// The codings of the layer, those of the code in the spotlight alone where there is one, in text order.
    private(set) var shown: [Coding] = []
    /// The share of the counted words that lie in a coding of the layer, 0 to 1; nothing for a text without words.
    private(set) var shareCoded: Double?
    /// How many rows before each row, and before the end, hold a coding that is shown.
    private(set) var codedRows: [Int] = []
    private let wantedHang: Int
    private let sha256: ([UInt8]) -> String

    init(
        document: DocumentRecord,
        transcript: Transcript,
        version: VersionTag,
        measure: Int,
        coder: CoderID,
        codebook: Codebook,
        operations: [LogOperation],
        size: WindowSize,
        sha256: @escaping ([UInt8]) -> String
    ) {
        self.document = document
        self.transcript = transcript
        self.version = version
        self.measure = measure
        self.coder = coder
        self.codebook = codebook
        self.operations = operations
        self.sha256 = sha256
        countedWords = transcript.blocks.filter { $0.kind != .front }
            .flatMap { transcript.text.words(in: $0.speechSpan) }
        wantedHang = DisplayRows.hang(of: transcript)
        geometry = CodingGeometry(size: size, lines: transcript.lines.count, laneWidths: [], measure: measure)
        rows = DisplayRows(transcript, columns: geometry.wrapColumns, measure: measure, hang: geometry.hang)
        refold()
        move(to: transcript.blocks.first { $0.kind == .turn }.map { transcript.text.trimmed($0.speechSpan).start } ?? 0)
        centreCursor()
    }

    var units: TextUnits { TextUnits(transcript: transcript) }

    /// Takes in operations that were saved or read anew.
    mutating func add(_ new: [LogOperation]) {
        operations += new
        // What was just coded is seen, whatever was in the spotlight.
        if spotlight != nil, new.contains(where: { isOutsideSpotlight($0) }) { spotlight = nil }
        refold()
    }

    private func isOutsideSpotlight(_ operation: LogOperation) -> Bool {
        guard case .code(_, _, let code, _, _, _, _) = operation.body else { return false }
        return codebook.resolve(code) != spotlight
    }

    /// Takes the codebook as it is now.
    mutating func take(_ codebook: Codebook) {
        self.codebook = codebook
        layOut(geometry.size)
    }

    /// Replaces all operations, after the files changed underneath.
    mutating func replaceOperations(_ all: [LogOperation]) {
        operations = all
        refold()
    }

    private mutating func refold() {
        let all = CodingFold(operations).codings.filter { $0.document == document.uuid }
        codings = all.filter { $0.anchor.version == version && $0.anchor.holds(in: transcript.text, sha256: sha256) }
        unplaced = all.count - codings.count
        layOut(geometry.size)
    }

    /// Shows one code's codings alone, or all.
    mutating func turnSpotlight(to code: CodeID?) {
        spotlight = code.map(codebook.resolve)
        layOut(geometry.size)
    }

    /// Lays the window out anew and keeps the cursor in it.
    mutating func layOut(_ size: WindowSize) {
        chooseWhatIsShown()
        var widths = Array(repeating: 3, count: lanes.count)
        for stripe in lanes.stripes {
            widths[stripe.lane] = max(widths[stripe.lane], displayWidth(of: tag(of: shown[stripe.coding])) + 1)
        }
        geometry = CodingGeometry(
            size: size,
            lines: transcript.lines.count,
            laneWidths: widths,
            measure: measure,
            hang: wantedHang,
            arrangement: arrangement
        )
        if rows.columns != geometry.wrapColumns || rows.hang != geometry.hang {
            // The same words stay on top, however the rows are broken now.
            let topmost = rows.rows.indices.contains(top) ? rows.rows[top].scalarStart : 0
            rows = DisplayRows(transcript, columns: geometry.wrapColumns, measure: measure, hang: geometry.hang)
            top = rows.row(ofScalar: topmost)
        }
        codedRows = countCodedRows()
        keepCursorInWindow()
    }

    private mutating func chooseWhatIsShown() {
        let layered = layer == .mine ? codings.filter { $0.coder == coder } : codings
        shareCoded = share(of: layered)
        shown = spotlight.map { code in layered.filter { codebook.resolve($0.code) == code } } ?? layered
        lanes = Lanes(
            rows: shown.map { coding in
                let lines = transcript.lines.lines(of: coding.span)
                return lines.lowerBound - 1...lines.upperBound - 1
            }
        )
        figures = others.map { CodebookFigures(codebook, here: layered, others: $0, isMineOnly: layer == .mine) }
    }

    private func countCodedRows() -> [Int] {
        var counts = [0]
        counts.reserveCapacity(rows.count + 1)
        var reach = -1
        var spans = shown.map { rows.rows(of: $0.span) }.sorted { $0.lowerBound < $1.lowerBound }[...]
        for row in 0..<rows.count {
            while let next = spans.first, next.lowerBound <= row {
                reach = max(reach, next.upperBound)
                spans.removeFirst()
            }
            counts.append(counts[row] + (row <= reach ? 1 : 0))
        }
        return counts
    }

    /// The code of a coding as the codebook has it now, merged and adopted codes followed.
    func code(of coding: Coding) -> Code? { codebook[codebook.resolve(coding.code)] }

    /// The letters that stand for a coding in the gutter.
    func tag(of coding: Coding) -> String { code(of: coding)?.tag ?? "??" }

    /// The name of a coding's code; its id where the codebook does not have it.
    func name(of coding: Coding) -> String { code(of: coding)?.name ?? coding.code.description }

    /// Scrolls so that a span, or as much of its start as fits, stands above a row of the window.
    mutating func show(_ span: TextSpan, aboveRow limit: Int) {
        let height = max(1, limit - geometry.textTop)
        let touched = rows.rows(of: span)
        if touched.upperBound >= top + height { top = max(touched.upperBound - height + 1, 0) }
        if touched.lowerBound < top || touched.count > height { top = touched.lowerBound }
    }

    /// Scrolls as little as shows the cursor, and fills the window where the text is long enough.
    mutating func keepCursorInWindow() {
        let row = rows.row(ofScalar: cursor)
        if row < top { top = row }
        if row >= top + geometry.textRows { top = row - geometry.textRows + 1 }
        top = max(0, min(top, rows.count - geometry.textRows))
    }

    private func share(of codings: [Coding]) -> Double? {
        guard !countedWords.isEmpty else { return nil }
        var spans = codings.map(\.span).sorted()[...]
        var reach = 0
        var coded = 0
        for word in countedWords {
            while let next = spans.first, next.start < word.end {
                reach = max(reach, next.end)
                spans.removeFirst()
            }
            if word.start < reach { coded += 1 }
        }
        return Double(coded) / Double(countedWords.count)
    }
}
