// How passages of real transcripts are found again after twelve kinds of edit, with the true places known. The texts are read
// from the folder that GLOSS_SAMPLES names; GLOSS_ANCHOR_CODINGS says how many passages of each text are tried.

import CodingCore
import Foundation
import TestSupport
import Testing

/// What became of the passages after one kind of edit.
struct AnchorTally {
    /// Unflagged, edited and guessed placements that share nine tenths, or half, of the true place.
    var right = 0, edited = 0, guessed = 0
    /// Unflagged and elsewhere: what must not be. Those beside a verbatim copy are counted apart.
    var unseenWrong = 0, besideCopies = 0, drifted = 0
    /// Listed or asked about, but elsewhere.
    var editedElsewhere = 0, guessedElsewhere = 0
    /// Orphans whose words are there, and whose words are gone.
    var missed = 0, gone = 0

    var count: Int {
        right + edited + guessed + unseenWrong + besideCopies + drifted + editedElsewhere + guessedElsewhere + missed
            + gone
    }

    mutating func add(_ other: AnchorTally) {
        right += other.right
        edited += other.edited
        guessed += other.guessed
        unseenWrong += other.unseenWrong
        besideCopies += other.besideCopies
        drifted += other.drifted
        editedElsewhere += other.editedElsewhere
        guessedElsewhere += other.guessedElsewhere
        missed += other.missed
        gone += other.gone
    }

    /// Shares in per cent: exact, edited, guess, orphan; then what was not as it should be.
    var line: String {
        func share(_ part: Int) -> String { String(format: "%5.1f", 100 * Double(part) / Double(max(1, count))) }
        return "exact \(share(right + drifted + unseenWrong + besideCopies))  edited \(share(edited + editedElsewhere))"
            + "  guess \(share(guessed + guessedElsewhere))  orphan \(share(missed + gone))   of \(count)"
            + "; unseen wrong \(unseenWrong), beside a verbatim copy \(besideCopies), drifted \(drifted)"
            + "; elsewhere: edited \(editedElsewhere), guess \(guessedElsewhere); orphans that are there \(missed)"
    }
}

@Suite struct AnchorTrialTests {
    private static let names = [
        "otter-q-cubed.md", "whisper-keitai.txt", "pioneers-038-wrapped.txt", "archive-tw-2020-02-05.zh.md",
        "lampard-2025-05-01.rst",
    ]

    /// The real texts; fewer, said aloud, where they are missing.
    private func texts() -> [(name: String, text: String)] {
        guard let folder = ProcessInfo.processInfo.environment["GLOSS_SAMPLES"] else {
            print("skipped: GLOSS_SAMPLES is not set, so no real text was edited")
            return []
        }
        return Self.names.compactMap { name in
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
                print("skipped: \(folder)/\(name) is missing")
                return nil
            }
            let most = ProcessInfo.processInfo.environment["GLOSS_ANCHOR_SCALARS"].flatMap(Int.init) ?? 24_000
            return (name, String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }.prefix(most))))
        }
    }

    private var passages: Int { ProcessInfo.processInfo.environment["GLOSS_ANCHOR_CODINGS"].flatMap(Int.init) ?? 420 }

    @Test func noPassageOfARealTextMovesUnseen() throws {
        let texts = texts()
        guard !texts.isEmpty else { return }
        #expect(texts.count >= 4)
        var all = AnchorTally()
        for edit in TrialEdit.allCases {
            var tally = AnchorTally()
            for (index, text) in texts.enumerated() {
                var random = SeededGenerator(seed: UInt64(index * 100 + 7))
                tally.add(tried(edit, on: accented(text.text, &random), &random))
            }
            print(edit.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0) + tally.line)
            #expect(tally.unseenWrong == 0, "\(edit)")
            #expect(tally.count >= 2_000)
            all.add(tally)
        }
        print("all           " + all.line)
        #expect(all.besideCopies * 2_000 <= all.count)
        #expect(all.drifted * 1_000 <= all.count)
    }

    /// Letters with accents, which English has too few of for a trial of decomposed ones.
    private func accented(_ text: String, _ random: inout SeededGenerator) -> TrackedText {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            view.append(scalar == "e" && Int.random(in: 0..<50, using: &random) == 0 ? "é" : scalar)
        }
        return TrackedText(String(view))
    }

    private func tried(_ edit: TrialEdit, on text: TrackedText, _ random: inout SeededGenerator) -> AnchorTally {
        let words = text.words
        let spans = (0..<passages).map { _ in
            let length = min([1, 1, 2, 3, 8, 12, 20, 40, 80].randomElement(using: &random) ?? 1, words.count / 2)
            let first = Int.random(in: 0..<(words.count - length), using: &random)
            return TextSpan(words[first].lowerBound, words[first + length - 1].upperBound)
        }
        let edited = edit.applied(to: text, &random)
        let new = edited.text
        let reanchoring = Reanchoring(from: text.text, to: new)
        var places: [Int: [Int]] = [:]
        for (place, piece) in edited.pieces.enumerated() {
            if let origin = piece.origin { places[origin, default: []].append(place) }
        }
        var tally = AnchorTally()
        for span in spans {
            let truth = truth(of: span, places)
            judge(reanchoring.place(span), truth, span, new, edit, &tally)
        }
        return tally
    }

    /// Where a passage went, or the larger part of one that was torn apart; nothing when more than half of it is gone.
    private func truth(of span: TextSpan, _ places: [Int: [Int]]) -> TextSpan? {
        let alive = (span.start..<span.end).flatMap { places[$0] ?? [] }.sorted()
        guard var first = alive.first else { return nil }
        var (best, count, last): (TextSpan?, Int, Int) = (nil, 0, first)
        var most = 0
        for place in alive + [Int.max] {
            if place - last > 200 || place == .max {
                if count > most { (best, most) = (TextSpan(first, last + 1), count) }
                (first, count) = (place, 0)
            }
            (last, count) = (place, count + 1)
        }
        return most * 2 >= span.count ? best : nil
    }

    private func judge(
        _ placement: Placement,
        _ truth: TextSpan?,
        _ span: TextSpan,
        _ text: CanonicalText,
        _ edit: TrialEdit,
        _ tally: inout AnchorTally
    ) {
        guard let place = placement.span else {
            if truth == nil { tally.gone += 1 } else { tally.missed += 1 }
            return
        }
        let shared = truth.flatMap { place.intersection($0)?.count } ?? 0
        let joined = truth.map { max(place.end, $0.end) - min(place.start, $0.start) } ?? 1
        let overlap = Double(shared) / Double(max(1, joined))
        switch placement.how {
        case .exact where overlap >= 0.9: tally.right += 1
        case .exact where overlap >= 0.5: tally.drifted += 1
        case .exact where text.occurrences(of: text.string(in: place)).count > 1: tally.besideCopies += 1
        case .exact:
            tally.unseenWrong += 1
            print("UNSEEN \(edit) \(span) → \(place), truth \(String(describing: truth))")
        case .edited: if overlap >= 0.5 { tally.edited += 1 } else { tally.editedElsewhere += 1 }
        case .guess, .orphan: if overlap >= 0.5 { tally.guessed += 1 } else { tally.guessedElsewhere += 1 }
        }
    }
}
