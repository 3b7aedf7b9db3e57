// The page on a file about to be imported: what was found, the rows that say it, and which row the pointer is on. Reads and
// writes nothing.

import CodingCore
import Interchange
import Screen

/// The state of the import screen.
struct ImportingState {
    /// The file as it was named.
    let path: ImportPath
    /// The id that the document gets; nothing as long as none is known.
    var id: DocumentID?
    private(set) var decisions: ImportDecisions
    private(set) var incoming: IncomingDocument
    private(set) var preview: ImportPreview
    private(set) var lines: [Line] = []
    private(set) var list = ListView()
    private(set) var words: Int
    private(set) var layout: ImportingLayout
    private let measure: Int

    /// One line of the page.
    enum Line: Equatable {
        case gap
        case heading(String)
        case id, title, format, style, encoding, times, marks
        /// Whether lines that were wrapped by hand are joined.
        case lines
        /// Whether the form at the head becomes attributes.
        case header
        case entry(ImportFindings.Entry)
        case speaker(IncomingSpeaker)
        case near(ImportFindings.NearNames)
        case maybe(ImportFindings.Label)
        /// A piece of a remark that fits a row.
        case remark(String)
        case write

        /// Whether the pointer can stand on it.
        var isChoosable: Bool {
            switch self {
            case .gap, .heading: false
            default: true
            }
        }

        /// The label that it is about, whether that is taken for a speaker's or not.
        var label: String? {
            switch self {
            case .speaker(let speaker): speaker.name
            case .maybe(let label): label.name
            default: nil
            }
        }
    }

    init(_ reading: ImportReading, path: ImportPath, measure: Int, size: WindowSize) {
        self.path = path
        id = reading.suggested
        decisions = ImportDecisions()
        incoming = reading.incoming
        self.measure = measure
        layout = ImportingLayout(size, measure: measure)
        preview = ImportPreview(incoming, measure: measure, columns: layout.textColumns)
        words = Self.words(of: incoming)
        layOut(size)
        select(0)
    }

    /// Takes the file as it was read again after a decision; the pointer stays on what it was on.
    ///
    /// - Parameter name: the name that the speaker under the pointer has now, when it was given another.
    mutating func take(_ incoming: IncomingDocument, _ decisions: ImportDecisions, name: String?) {
        let before = chosen
        let index = list.selection
        self.incoming = incoming
        self.decisions = decisions
        words = Self.words(of: incoming)
        var preview = ImportPreview(incoming, measure: measure, columns: layout.textColumns)
        preview.keepPlace(of: self.preview, height: layout.text.rows)
        self.preview = preview
        lines = makeLines()
        let label = name ?? before.label
        let same = lines.firstIndex { line in
            label.map { line.label == $0 } ?? (line == before)
        }
        select(same ?? index)
    }

    /// Lays the page out for a window.
    mutating func layOut(_ size: WindowSize) {
        layout = ImportingLayout(size, measure: measure)
        preview.layOut(columns: layout.textColumns)
        let before = list.selection
        lines = makeLines()
        select(before)
    }

    /// The line under the pointer.
    var chosen: Line { lines.indices.contains(list.selection) ? lines[list.selection] : .gap }

    /// Whether another reading of the file finds who speaks, how often and who asks as this one does.
    func hasSameSpeakers(as other: IncomingDocument) -> Bool {
        incoming.speakers == other.speakers
            && incoming.labels.elementsEqual(other.labels) { $0.label == $1.label && $0.speaker == $1.speaker }
    }

    /// The labels of the text with the speakers they stand for.
    var labels: [(label: String, speaker: String)] { incoming.labels }

    // MARK: Moving

    /// Moves the pointer by so many lines that it can stand on.
    mutating func move(by count: Int) {
        let places = lines.indices.filter { lines[$0].isChoosable }
        guard let here = places.firstIndex(of: list.selection) else { return select(list.selection) }
        select(places[max(0, min(places.count - 1, here + max(-places.count, min(places.count, count))))])
    }

    /// Puts the pointer on a line, or on the nearest after it that it can stand on; before it, where none is after.
    mutating func select(_ index: Int) {
        let after = lines.indices.first { $0 >= index && lines[$0].isChoosable }
        let place = after ?? lines.indices.last { lines[$0].isChoosable } ?? 0
        list.select(place, count: lines.count)
        _ = list.visibleRows(count: lines.count, height: layout.facts.rows)
        // The headings above the first row come into sight with it.
        if place == lines.firstIndex(where: \.isChoosable) {
            list.scroll(by: -place, count: lines.count, height: layout.facts.rows)
        }
        lookAtChosen()
    }

    /// Scrolls the text by so many windows.
    mutating func scrollText(pages: Int) {
        scrollText(by: pages * max(1, layout.text.rows - 1))
    }

    /// Scrolls the text by so many rows.
    mutating func scrollText(by rows: Int) { preview.scroll(by: rows, height: layout.text.rows) }

    /// Shows in the text what the line under the pointer is about.
    private mutating func lookAtChosen() {
        let height = layout.text.rows
        switch chosen {
        case .speaker(let speaker): preview.showSpeaker(speaker.name, height: height)
        case .near(let names): preview.showSpeaker(names.rare, height: height)
        case .maybe(let label): preview.showLabel(label.name, height: height)
        default: preview.unmark()
        }
    }

    // MARK: Lines

    private func makeLines() -> [Line] {
        let findings = incoming.findings
        var lines: [Line] = [.id, .title, .format, .style, .encoding]
        if incoming.blocks.contains(where: { $0.beginMilliseconds != nil }) { lines.append(.times) }
        if findings.wrapColumns != nil || decisions.choices.joinsLines { lines.append(.lines) }
        if !findings.marks.isEmpty { lines.append(.marks) }
        if !findings.header.isEmpty || decisions.choices.takesHeader {
            lines += [.header] + findings.header.map(Line.entry)
        }
        lines += [.gap, .heading(incoming.speakers.isEmpty ? "NO SPEAKERS" : "SPEAKERS")]
        lines += incoming.speakers.map(Line.speaker)
        if !findings.nearNames.isEmpty {
            lines += [.gap, .heading("ONE PERSON OR TWO?")] + findings.nearNames.map(Line.near)
        }
        if !findings.maybes.isEmpty {
            lines += [.gap, .heading("NOT TAKEN AS SPEAKERS")] + findings.maybes.map(Line.maybe)
        }
        if !remarks.isEmpty { lines += [.gap, .heading("REMARKS")] + remarks }
        return lines + [.gap, .write]
    }

    /// The remarks in pieces that fit; what is not taken for a speaker stands in rows of its own.
    private var remarks: [Line] {
        incoming.remarks.filter { !$0.hasPrefix("Not taken as speakers") }.flatMap { remark in
            paragraph(remark, columns: max(20, layout.facts.columns - 6), ellipsis: "")
                .enumerated().map { .remark(($0.offset == 0 ? "· " : "  ") + $0.element) }
        }
    }

    private static func words(of document: IncomingDocument) -> Int {
        document.blocks.filter { $0.kind != .front }.reduce(0) { $0 + document.text.wordCount(in: $1.speechSpan) }
    }
}
