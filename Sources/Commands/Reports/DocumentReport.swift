// How the list of documents is printed. Counts nothing.

import CodingCore
import StudyFiles

/// The documents of a study with their coverage.
struct DocumentReport {
    let coverage: Coverage
    let study: Study

    private var attributes: [String] { study.documentAttributeNames }

    var text: String {
        guard !coverage.documents.isEmpty else { return "No documents yet: run ‘gloss import FILE…’.\n" }
        var grid = TextTable(columns: [.left("document")] + attributes.map { .left($0) })
        grid.columns += [.right("words"), .right("turns"), .right("codings"), .right("coded"), .left("last coded")]
        grid.rows = coverage.documents.map { document in
            [document.record.id.description] + attributes.map { document.record.attributes[$0] ?? "" }
                + [grouped(document.words), grouped(document.turns), grouped(document.codings)]
                + [percentage(document.codedWords, of: document.words), document.lastCoded?.day ?? "–"]
        }
        let words = coverage.documents.reduce(0) { $0 + $1.words }
        let coded = coverage.documents.reduce(0) { $0 + $1.codedWords }
        return grid.text
            + "\(counted(coverage.documents.count, "document")), \(grouped(coded)) of \(counted(words, "word")) coded. "
            + "Words are those of turns and notes, speaker labels left out; overlaps count once.\n"
    }

    var columns: TextTable {
        var grid = TextTable(columns: ["id", "title"].map { .left($0) } + attributes.map { .left($0) })
        grid.columns += ["words", "turns", "codings", "coded_words", "coded_share", "last_coded"].map { .left($0) }
        grid.rows = coverage.documents.map { document in
            [document.record.id.description, document.record.title]
                + attributes.map { document.record.attributes[$0] ?? "" }
                + [document.words, document.turns, document.codings, document.codedWords].map(String.init)
                + [document.codedShare.map { String(rounded($0)) } ?? "", document.lastCoded?.description ?? ""]
        }
        return grid
    }

    var json: JSONText {
        .array(
            coverage.documents.map { document in
                let attributes = document.record.attributes.pairs.filter { !$0.value.isEmpty }
                return [
                    "id": .string(document.record.id.description),
                    "title": .string(document.record.title),
                    "words": .integer(document.words),
                    "turns": .integer(document.turns),
                    "codings": .integer(document.codings),
                    "coded_words": .integer(document.codedWords),
                    "coded_share": document.codedShare.map { .double(rounded($0)) } ?? .null,
                    "last_coded": document.lastCoded.map { .string($0.description) } ?? .null,
                    "attributes": .object(attributes.map { .init($0.name, .string($0.value)) }),
                ]
            }
        )
    }

    /// A share to four decimals: more would only look exact.
    private func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}
