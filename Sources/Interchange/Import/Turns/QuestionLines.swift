// Transcripts that number or embolden their questions and name nobody: a question, then its answer. Pure.

import CodingCore

/// The lines of a text that are questions without a label.
enum QuestionLines {
    /// Who is said to ask.
    static let asker = "Interviewer"
    /// Who is said to answer.
    static let answerer = "Participant"

    /// Fewer questions make no interview.
    private static let fewest = 3
    /// A longer line is speech, in bytes.
    private static let reach = 600

    /// Finds them; empty when the text is not made of questions and answers.
    ///
    /// A question is a line that is numbered, or bold from end to end, and ends in a question mark. Most questions must
    /// be followed by something that is none.
    static func find(_ lines: [TextLine], in source: StructuredText) -> Set<Int> {
        let utf8 = source.text.utf8
        let filled = lines.indices.filter { !lines[$0].isBlank }
        let questions = Set(
            filled.filter { index in
                let line = lines[index]
                guard line.contentEnd - line.start <= reach else { return false }
                return isQuestion(utf8[line.start..<line.contentEnd], bold: source.boldRuns[line.start] ?? 0)
            }
        )
        guard questions.count >= fewest else { return [] }
        let answered = zip(filled, filled.dropFirst()).count { questions.contains($0) && !questions.contains($1) }
        return answered * 10 >= questions.count * 6 ? questions : []
    }

    private static func isQuestion(_ line: ArraySlice<UInt8>, bold: Int) -> Bool {
        var words = line.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = words.last, last == 0x20 || last == 0x09 { words.removeLast() }
        let opening = words.prefix { $0 == 0x2A || $0 == 0x5F }.count
        let closing = words.reversed().prefix { $0 == 0x2A || $0 == 0x5F }.count
        guard words.count > opening + closing else { return false }
        let isBold = (opening >= 2 && closing >= 2) || bold >= words.count - 2
        let inner = words.dropFirst(opening).dropLast(closing)
        guard endsInQuestion(inner) else { return false }
        return isBold || isNumbered(inner)
    }

    private static func endsInQuestion(_ words: ArraySlice<UInt8>) -> Bool {
        words.last == 0x3F || words.suffix(3).elementsEqual("？".utf8) || words.suffix(2).elementsEqual("؟".utf8)
    }

    private static func isNumbered(_ words: ArraySlice<UInt8>) -> Bool {
        let digits = words.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return false }
        let rest = words[digits.endIndex...]
        guard let mark = rest.first, mark == 0x2E || mark == 0x29, let next = rest.dropFirst().first else {
            return false
        }
        return next == 0x20 || next == 0x09
    }
}
