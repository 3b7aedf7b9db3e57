// A text with its numbered lines and its codings, plain: what a screen shows, for paper, pipes and screen readers.

import CodingCore
import TextMetrics

/// A part of a document as numbered lines, with the codings under each turn.
struct ReadReport {
    let study: Study
    let record: DocumentRecord
    let transcript: Transcript
    /// In text order.
    let codings: [PlacedCoding]

    /// The lines of a range, counted from 1; what lies beyond the text is left out.
    func text(lines wanted: ClosedRange<Int>) -> String {
        let last = min(wanted.upperBound, transcript.lines.count)
        guard wanted.lowerBound <= last else { return "" }
        let width = max(4, String(last).utf8.count)
        var text = ""
        var open: (block: Int, rows: [String], blank: [String])?
        func close() {
            guard let block = open else { return }
            text += (block.rows + notes(under: block.block, lines: wanted.lowerBound...last, width: width) + block.blank)
                .joined()
            open = nil
        }
        for number in wanted.lowerBound...last {
            let row = transcript.lines.rows[number - 1]
            let block = transcript.blockIndex(at: row.scalarStart) ?? 0
            if block != open?.block {
                close()
                open = (block, [], [])
                if let name = unlabelledSpeaker(of: block, from: row) {
                    open?.rows.append(margin("", width) + name + ":\n")
                }
            }
            let words = rowText(row)
            if words.isEmpty {
                open?.blank.append(trimmedNumber(number, width))
            } else {
                open?.rows += (open?.blank ?? []) + [margin(String(number), width) + words + "\n"]
                open?.blank = []
            }
        }
        close()
        return text
    }

    /// The lines of a range of turns, counted from 1; nothing when the document has no such turns.
    func lines(ofTurns wanted: ClosedRange<Int>) -> ClosedRange<Int>? {
        let turns = transcript.blocks.filter { $0.kind == .turn }
        let last = min(wanted.upperBound, turns.count)
        guard wanted.lowerBound >= 1, wanted.lowerBound <= last else { return nil }
        let words = TextSpan(turns[wanted.lowerBound - 1].span.start, turns[last - 1].span.end)
        return transcript.lines.lines(of: transcript.text.trimmed(words))
    }

    /// The codings that begin in a block, or that reach into the first block printed, one line for each passage.
    private func notes(under block: Int, lines: ClosedRange<Int>, width: Int) -> [String] {
        let shown = TextSpan(
            transcript.lines.rows[lines.lowerBound - 1].scalarStart,
            transcript.lines.rows[lines.upperBound - 1].scalarEnd
        )
        let first = transcript.blockIndex(at: shown.start)
        let here = codings.filter { placed in
            guard placed.isOnCurrentText, placed.span.overlaps(shown) || placed.span.isEmpty else { return false }
            let home = transcript.blockIndex(at: max(placed.span.start, shown.start))
            return home == block || (home == nil && block == first)
        }
        var passages: [(span: TextSpan, coder: CoderID, codings: [PlacedCoding])] = []
        for placed in here {
            if let index = passages.firstIndex(where: { $0.span == placed.span && $0.coder == placed.coding.coder }) {
                passages[index].codings.append(placed)
            } else {
                passages.append((placed.span, placed.coding.coder, [placed]))
            }
        }
        return passages.map { margin("", width) + note($0.span, $0.coder, $0.codings) + "\n" }
    }

    private func note(_ span: TextSpan, _ coder: CoderID, _ codings: [PlacedCoding]) -> String {
        let names = codings.map { placed in
            let code = study.codebook[placed.code]
            let name = code.map { "\($0.tag) \($0.name)" } ?? placed.code.description
            let marks = (placed.coding.memo.isEmpty ? "" : " *") + (placed.coding.doubt ? " ?" : "")
            return name + marks
        }
        let locator = study.locator(record.id, lines: transcript.lines.lines(of: span))
        return "\(locator) [\(names.joined(separator: "; "))] \(cut(inOneLine(transcript.text.string(in: span)))) (\(coder))"
    }

    /// A long passage as its beginning and its end.
    private func cut(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)
        guard scalars.count > 80 else { return words }
        let (head, tail) = (String.UnicodeScalarView(scalars.prefix(44)), String.UnicodeScalarView(scalars.suffix(28)))
        return String(head) + " … " + String(tail)
    }

    /// The speaker of a turn whose words do not begin with a label, at the row where the turn begins.
    private func unlabelledSpeaker(of block: Int, from row: TextRow) -> String? {
        let block = transcript.blocks[block]
        guard block.kind == .turn, block.label.isEmpty, !block.speaker.isEmpty else { return nil }
        return block.span.start >= row.scalarStart ? block.speaker : nil
    }

    private func rowText(_ row: TextRow) -> String {
        let words = transcript.text.utf8[row.byteStart..<row.byteEnd].reversed().drop { $0 == 0x0A || $0 == 0x20 }
        return String(decoding: words.reversed(), as: UTF8.self)
    }

    private func margin(_ number: String, _ width: Int) -> String {
        padded(number, columns: width, alignment: .right) + "  "
    }

    private func trimmedNumber(_ number: Int, _ width: Int) -> String {
        padded(String(number), columns: width, alignment: .right) + "\n"
    }
}
