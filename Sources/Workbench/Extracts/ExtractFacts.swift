// What is said of an extract besides its words: other codes, coder, day, marks. Values only.

import CodingCore
import TextMetrics

/// What is said of an extract.
struct ExtractFacts {
    /// The tags of the other codes on some of the same words.
    let also: [String]
    /// The same codes by tag and name.
    let alsoNamed: [String]
    let coder: String
    let day: String
    /// `*` for a memo, `?` for a doubt, stars in words.
    let marks: [String]

    /// In one row: `also FX · rs 12 May * ?`.
    func line(dot: Character) -> String {
        let others = also.isEmpty ? "" : "also \(also.joined(separator: " ")) \(dot) "
        return others + ([coder, day] + marks).joined(separator: " ")
    }

    /// The columns of the row.
    var width: Int { displayWidth(of: line(dot: "·")) }
}

extension AppState {
    /// What is said of an extract.
    func facts(of entry: ExtractsState.Entry, in extracts: ExtractsState) -> ExtractFacts {
        let coding = entry.coding
        var marks: [String] = []
        if !coding.memo.isEmpty { marks.append("*") }
        if coding.doubt { marks.append("?") }
        if coding.star > 0 { marks.append(coding.star == 1 ? "1 star" : "\(coding.star) stars") }
        if !coding.disputed.isEmpty { marks.append("disputed") }
        if let transcript = transcript(of: coding.document), !stands(coding, in: transcript) {
            marks.append("older text")
        }
        let others = extracts.beside(entry, in: study).map { study.codebook.resolve($0.code) }.uniqued()
        return ExtractFacts(
            also: others.map { study.codebook[$0]?.tag ?? "??" },
            alsoNamed: others.map { nameWithTag(of: $0) },
            coder: coding.coder.description,
            day: dayWords(coding.codedAt, now: now),
            marks: marks
        )
    }

    /// Whether a coding's words stand in a text where it says: its span is one of this version and holds the quote.
    func stands(_ coding: Coding, in transcript: Transcript) -> Bool {
        guard transcript.text.contains(coding.span), let record = document(coding.document) else { return false }
        guard record.versions.last.flatMap({ VersionTag($0) }) == coding.anchor.version else { return false }
        return coding.anchor.quote.utf8.elementsEqual(Anchor.quote(of: coding.span, in: transcript.text).utf8)
    }

    /// Where an extract stands: its lines, or nothing while its text is not at hand.
    func lines(of coding: Coding) -> ClosedRange<Int>? {
        guard let transcript = transcript(of: coding.document), stands(coding, in: transcript) else { return nil }
        return transcript.lines.lines(of: coding.span)
    }
}
