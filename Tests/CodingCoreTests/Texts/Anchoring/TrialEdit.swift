// The twelve kinds of edit that transcripts undergo, done to a tracked text by chance.

import TestSupport

/// A kind of edit.
enum TrialEdit: String, CaseIterable {
    case typos, pseudonyms, crlf, decomposed, quotes, rewrapped, inserted, deleted, moved, retranscribed, labelled,
        decoys

    func applied(to text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        switch self {
        case .typos: typos(text, &random)
        case .pseudonyms: pseudonyms(text)
        case .crlf: mapped(text) { $0 == "\n" ? "\r\n" : nil }
        case .decomposed: mapped(text) { Self.marksApart[$0] }
        case .quotes: mapped(text) { Self.otherQuotes[$0] }
        case .rewrapped: rewrapped(text)
        case .inserted: inserted(text, &random)
        case .deleted: deleted(text, &random)
        case .moved: moved(text, &random)
        case .retranscribed: retranscribed(text, &random)
        case .labelled: labelled(text)
        case .decoys: decoys(text, &random)
        }
    }

    private static let marksApart: [Unicode.Scalar: String] = ["é": "e\u{301}", "ü": "u\u{308}", "á": "a\u{301}"]
    private static let otherQuotes: [Unicode.Scalar: String] = [
        "'": "’", "\"": "”", "’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "-": "–",
    ]

    private func mapped(_ text: TrackedText, _ change: (Unicode.Scalar) -> String?) -> TrackedText {
        text.replacing(
            text.pieces.enumerated().compactMap { place, piece in change(piece.scalar).map { (place..<(place + 1), $0) }
            }
        )
    }

    private func typos(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let words = text.words.filter { $0.count > 4 }.shuffled(using: &random).prefix(40)
        return text.replacing(
            words.map { word in
                var letters = Array(text.string(word).unicodeScalars)
                let place = Int.random(in: 1..<(letters.count - 1), using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: letters.remove(at: place)
                case 1: letters.insert(letters[place], at: place)
                default: letters.swapAt(place, place + 1)
                }
                return (word, Self.string(letters))
            }
        )
    }

    private static func string(_ letters: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        return String(view)
    }

    /// The fifteen commonest capitalised words inside sentences get another name.
    private func pseudonyms(_ text: TrackedText) -> TrackedText {
        var counts: [String: Int] = [:]
        for word in text.words where word.lowerBound > 1 && word.count > 1 {
            let (before, blank) = (text.pieces[word.lowerBound - 2].scalar, text.pieces[word.lowerBound - 1].scalar)
            guard blank == " ", before.properties.isLowercase || before == ",",
                text.pieces[word.lowerBound].scalar.properties.isUppercase
            else { continue }
            counts[text.string(word), default: 0] += 1
        }
        let commonest = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(15)
        let names = Dictionary(
            uniqueKeysWithValues: commonest.enumerated().map { ($0.element.key, "[ORG-\($0.offset)]") }
        )
        return text.replacing(text.words.compactMap { word in names[text.string(word)].map { (word, $0) } })
    }

    private func rewrapped(_ text: TrackedText) -> TrackedText {
        var column = 0
        return TrackedText(
            text.pieces.map { piece in
                if piece.scalar == "\n" {
                    column = 0
                } else if piece.scalar == " ", column > 66 {
                    column = 0
                    return ("\n", piece.origin)
                } else {
                    column += 1
                }
                return piece
            }
        )
    }

    private func inserted(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let sentences = text.sentences
        return text.inserting(
            sentences.shuffled(using: &random).prefix(6).map { sentence in
                let copied = sentences.randomElement(using: &random).map(text.string) ?? ""
                let added = "A new paragraph was added here by the transcriber after checking. "
                return (sentence.lowerBound, TrackedText.new(Bool.random(using: &random) ? copied : added))
            }
        )
    }

    private func deleted(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let sentences = text.sentences
        let gone = sentences.shuffled(using: &random).prefix(max(1, sentences.count / 6))
        return text.replacing(gone.map { ($0, "") })
    }

    private func moved(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let sentences = text.sentences
        let size = max(3, sentences.count / 8)
        let blocks = stride(from: 0, to: sentences.count, by: size).map { first in
            text.pieces[sentences[first].lowerBound..<sentences[min(first + size, sentences.count) - 1].upperBound]
        }
        return TrackedText(blocks.shuffled(using: &random).flatMap { Array($0) })
    }

    private func retranscribed(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let words = text.words
        func other() -> String { words.randomElement(using: &random).map(text.string) ?? "" }
        return text.replacing(
            words.compactMap { word in
                switch Int.random(in: 0..<100, using: &random) {
                case ..<10: (word, other())
                case ..<13: (word, "")
                case ..<16: (word, text.string(word) + " " + other())
                default: nil
                }
            }
        )
    }

    private func labelled(_ text: TrackedText) -> TrackedText {
        text.inserting(
            text.sentences.map { sentence in
                let second = sentence.lowerBound / 7 % 60
                return (sentence.lowerBound, TrackedText.new("[00:\(sentence.lowerBound / 420 % 60):\(second)] INT: "))
            }
        )
    }

    /// The adversary: a third of the sentences is copied to the beginning or the end, and then the originals get two typos.
    private func decoys(_ text: TrackedText, _ random: inout SeededGenerator) -> TrackedText {
        let sentences = text.sentences
        var pieces = text.pieces
        var (head, tail): ([TrackedText.Piece], [TrackedText.Piece]) = ([], [])
        for sentence in sentences.shuffled(using: &random).prefix(max(1, sentences.count / 3)) {
            let copy = TrackedText.new(text.string(sentence))
            if Bool.random(using: &random) { head = copy + head } else { tail += copy }
            for _ in 0..<2 {
                guard let place = sentence.randomElement(using: &random) else { continue }
                pieces[place].scalar = "abcdefghij".unicodeScalars.randomElement(using: &random) ?? "a"
            }
        }
        return TrackedText(head + pieces + tail)
    }
}
