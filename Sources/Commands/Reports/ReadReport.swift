// A text with its numbered lines and its codings, plain: what a screen shows, for paper, pipes and screen readers.

import CodingCore
import StudyFiles
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
        let lines = wanted.lowerBound...last
        let width = max(4, String(last).utf8.count)
        var text = ""
        var next = lines.lowerBound
        while next <= last {
            let block = transcript.blockIndex(at: transcript.lines.rows[next - 1].scalarStart)
            var end = next
            while end < last, transcript.blockIndex(at: transcript.lines.rows[end].scalarStart) == block { end += 1 }
            text += blockText(block, lines: next...end, of: lines, width: width)
            next = end + 1
        }
        return text
    }

    /// The rows of one block, its codings after the last row that has words.
    private func blockText(_ block: Int?, lines: ClosedRange<Int>, of shown: ClosedRange<Int>, width: Int) -> String {
        let rows = lines.map { (number: $0, words: rowText(transcript.lines.rows[$0 - 1])) }
        let words = rows.lastIndex { !$0.words.isEmpty }.map { $0 + 1 } ?? 0
        var text = unlabelledSpeaker(of: block, atLine: lines.lowerBound).map { margin("", width) + $0 + ":\n" } ?? ""
        text += rows[..<words].map { line($0.number, $0.words, width) }.joined()
        text += notes(under: block, lines: shown, width: width).joined()
        return text + rows[words...].map { line($0.number, "", width) }.joined()
    }

    private func line(_ number: Int, _ words: String, _ width: Int) -> String {
        (words.isEmpty
            ? padded(String(number), columns: width, alignment: .right) : margin(String(number), width) + words)
            + "\n"
    }

    /// The lines of a range of turns, counted from 1; nothing when the document has no such turns.
    func lines(ofTurns wanted: ClosedRange<Int>) -> ClosedRange<Int>? {
        let turns = transcript.blocks.filter { $0.kind == .turn }
        let last = min(wanted.upperBound, turns.count)
        guard wanted.lowerBound >= 1, wanted.lowerBound <= last else { return nil }
        let words = TextSpan(turns[wanted.lowerBound - 1].span.start, turns[last - 1].span.end)
        return transcript.lines.lines(of: transcript.text.trimmed(words))
    }

    /// The codings that begin in a block, or in the first one shown when they begin before it; one line a passage.
    private func notes(under block: Int?, lines: ClosedRange<Int>, width: Int) -> [String] {
        let shown = TextSpan(
            transcript.lines.rows[lines.lowerBound - 1].scalarStart,
            transcript.lines.rows[lines.upperBound - 1].scalarEnd
        )
        let here = codings.filter {
            $0.isOnCurrentText && $0.span.overlaps(shown)
                && transcript.blockIndex(at: max($0.span.start, shown.start)) == block
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
        return
            "\(locator) [\(names.joined(separator: "; "))] \(words(of: span)) (\(coder))"
    }

    /// A long passage as its beginning and its end.
    private func words(of span: TextSpan) -> String {
        cut(trimmedOfBlanks(inOneLine(transcript.text.string(in: span))))
    }

    private func cut(_ words: String) -> String {
        let scalars = Array(words.unicodeScalars)
        guard scalars.count > 80 else { return words }
        let (head, tail) = (String.UnicodeScalarView(scalars.prefix(44)), String.UnicodeScalarView(scalars.suffix(28)))
        return String(head) + " … " + String(tail)
    }

    /// The speaker of a turn whose words do not begin with a label, at the row where the turn begins.
    private func unlabelledSpeaker(of block: Int?, atLine line: Int) -> String? {
        guard let block = block.map({ transcript.blocks[$0] }), block.kind == .turn, block.label.isEmpty,
            !block.speaker.isEmpty
        else { return nil }
        return block.span.start >= transcript.lines.rows[line - 1].scalarStart ? block.speaker : nil
    }

    private func rowText(_ row: TextRow) -> String {
        let words = transcript.text.utf8[row.byteStart..<row.byteEnd].reversed().drop { $0 == 0x0A || $0 == 0x20 }
        return String(decoding: words.reversed(), as: UTF8.self)
    }

    private func margin(_ number: String, _ width: Int) -> String {
        padded(number, columns: width, alignment: .right) + "  "
    }
}
