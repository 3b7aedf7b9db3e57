// A table that is a transcript: a column of names, a column of words, perhaps one of times. Pure.

/// The turns of a table whose columns could all be told apart.
struct TranscriptTable {
    /// One row of the table.
    struct Row {
        /// The speaker as the cell has it, without a colon at its end; empty when the cell is.
        var label: String
        /// Milliseconds from the start of the recording.
        var begin: Int?
        var speech: [PandocBlock]
    }

    private(set) var rows: [Row] = []
    /// A sentence that says how the table was read.
    let remark: String

    private enum Column { case speaker, time, endTime, number, words, other }

    /// Reads a table by its header row, else by what its cells hold; nothing when a column's use is unclear.
    ///
    /// Columns whose heads say nothing are left out of a table that is a whole file, and said to be.
    init?(_ table: PandocTable) {
        let all = (table.head + table.rows).filter { !$0.cells.allSatisfy(\.isEmpty) }
        guard let first = all.first, all.allSatisfy({ $0.cells.count == first.cells.count }) else { return nil }
        let heads = first.cells.map(Self.words)
        let columns: [Column]
        let body: ArraySlice<PandocTable.Row>
        if let named = Self.columns(named: heads, leavingOthers: table.isWholeFile) {
            (columns, body) = (named, all.dropFirst())
            let left = zip(heads, named).filter { $0.1 == .other }.map(\.0)
            remark =
                "A table with the columns \(heads.joined(separator: ", ")) was read as turns."
                + (left.isEmpty ? "" : " Not taken over: \(left.joined(separator: ", ")).")
        } else if let guessed = Self.columns(of: all) {
            (columns, body) = (guessed, all[...])
            remark = "A table of \(heads.count) columns was read as turns; its columns were told by what they hold."
        } else {
            return nil
        }
        rows = body.map { Self.row($0, columns: columns) }
    }

    private static func row(_ row: PandocTable.Row, columns: [Column]) -> Row {
        var result = Row(label: "", begin: nil, speech: [])
        for (cell, column) in zip(row.cells, columns) {
            switch column {
            case .speaker: result.label = label(words(cell))
            case .time: result.begin = namedTime(words(cell))
            case .words: result.speech = cell
            case .endTime, .number, .other: break
            }
        }
        return result
    }

    private static func label(_ words: String) -> String {
        var label = words[...]
        while let last = label.last, last == ":" || last == "：" || last == " " { label = label.dropLast() }
        return String(label)
    }

    /// A time such as `00:01:02`, in brackets or not.
    private static func time(_ words: String) -> Int? {
        CueTime.milliseconds(words.filter { !"[](){}#".contains($0) }[...])
    }

    /// A time in a column that is named one: also seconds with a fraction, as `12.48`.
    private static func namedTime(_ words: String) -> Int? {
        if let time = time(words) { return time }
        guard let seconds = Double(words), seconds >= 0, seconds < 1_000_000 else { return nil }
        return Int((seconds * 1_000).rounded())
    }

    private static func words(_ cell: [PandocBlock]) -> String {
        var writer = InlineWriter()
        writer.write(flat: cell)
        return writer.lines.map { String(decoding: $0.utf8, as: UTF8.self) }.joined(separator: " ")
    }

    /// The columns by their heads; names and words must be among them once.
    private static func columns(named heads: [String], leavingOthers: Bool) -> [Column]? {
        let columns = heads.map { headWords[$0.lowercased()] ?? .other }
        return isTranscript(columns) && (leavingOthers || !columns.contains(.other)) ? columns : nil
    }

    /// The columns by what they hold: times, short cells that repeat, long text.
    private static func columns(of rows: [PandocTable.Row]) -> [Column]? {
        guard rows.count >= 4, let width = rows.first?.cells.count, (2...4).contains(width) else { return nil }
        var columns: [Column] = []
        for index in 0..<width {
            let cells = rows.map { words($0.cells[index]) }.filter { !$0.isEmpty }
            guard !cells.isEmpty else { return nil }
            if cells.allSatisfy({ time($0) != nil }) {
                columns.append(columns.contains(.time) ? .endTime : .time)
            } else if cells.allSatisfy({ Int($0) != nil }) {
                columns.append(.number)
            } else if cells.allSatisfy({ $0.unicodeScalars.count <= LabelCandidate.nameLimit }),
                Set(cells.map { SpeakerKey(label($0)) }).count * 2 <= cells.count
            {
                columns.append(.speaker)
            } else {
                columns.append(.words)
            }
        }
        return isTranscript(columns) ? columns : nil
    }

    private static func isTranscript(_ columns: [Column]) -> Bool {
        columns.count { $0 == .speaker } == 1 && columns.count { $0 == .words } == 1
            && columns.count { $0 == .time } <= 1
    }

    private static let headWords: [String: Column] = [
        "speaker": .speaker, "name": .speaker, "who": .speaker, "participant": .speaker, "sprecher": .speaker,
        "locuteur": .speaker, "hablante": .speaker, "falante": .speaker,
        "time": .time, "timestamp": .time, "timecode": .time, "start": .time, "start time": .time, "zeit": .time,
        "temps": .time, "tiempo": .time, "tempo": .time,
        "end": .endTime, "end time": .endTime, "duration": .endTime,
        "#": .number, "no": .number, "no.": .number, "nr": .number, "line": .number, "turn": .number, "": .number,
        "text": .words, "speech": .words, "transcript": .words, "transcription": .words, "content": .words,
        "utterance": .words, "words": .words, "dialogue": .words, "texte": .words, "texto": .words, "testo": .words,
    ]
}
