// A text whose every scalar knows where it came from, so that after an edit the true place of a passage is known.

import CodingCore
import TestSupport

/// Scalars with the place that each had in the text before all edits; none for what came in.
struct TrackedText {
    typealias Piece = (scalar: Unicode.Scalar, origin: Int?)

    private(set) var pieces: [Piece]

    init(_ text: String) {
        pieces = text.unicodeScalars.enumerated().map { ($0.element, $0.offset) }
    }

    init(_ pieces: [Piece]) { self.pieces = pieces }

    var text: CanonicalText {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: pieces.lazy.map(\.scalar))
        return CanonicalText(String(text))
    }

    /// The words: runs of letters and digits.
    var words: [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for (place, piece) in pieces.enumerated() {
            if isWordScalar(piece.scalar) {
                if start == nil { start = place }
            } else if let from = start {
                words.append(from..<place)
                start = nil
            }
        }
        if let start { words.append(start..<pieces.count) }
        return words
    }

    /// Stretches of more than 20 scalars that end after a sentence or a line.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for place in pieces.indices.dropFirst() {
            let (before, here) = (pieces[place - 1].scalar, pieces[place].scalar)
            let isEnd =
                before == "\n"
                || (before == " " && place > 1 && ".!?。".unicodeScalars.contains(pieces[place - 2].scalar))
            if isEnd, here != "\n", here != " ", place - start > 20 {
                sentences.append(start..<place)
                start = place
            }
        }
        if start < pieces.count { sentences.append(start..<pieces.count) }
        return sentences
    }

    func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: pieces[range].lazy.map(\.scalar))
        return String(text)
    }

    /// Puts other words in the place of some; what stands there goes on from what stood there, scalar by scalar.
    func replacing(_ changes: [(range: Range<Int>, words: String)]) -> TrackedText {
        var result: [Piece] = []
        var place = 0
        for (range, words) in changes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where range.lowerBound >= place {
            result += pieces[place..<range.lowerBound]
            let origins = pieces[range].map(\.origin)
            for (offset, scalar) in words.unicodeScalars.enumerated() {
                result.append((scalar, origins.isEmpty ? nil : origins[min(offset, origins.count - 1)]))
            }
            place = range.upperBound
        }
        return TrackedText(result + pieces[place...])
    }

    /// Puts pieces before the scalars at some places.
    func inserting(_ insertions: [(place: Int, pieces: [Piece])]) -> TrackedText {
        var result: [Piece] = []
        var place = 0
        for insertion in insertions.sorted(by: { $0.place < $1.place }) {
            result += pieces[place..<insertion.place] + insertion.pieces
            place = insertion.place
        }
        return TrackedText(result + pieces[place...])
    }

    static func new(_ words: String) -> [Piece] { words.unicodeScalars.map { ($0, nil) } }
}
