// How hits of a search are printed: aligned on the hit by display width, as a table and as JSON. Looks for nothing.

import CodingCore
import StudyFiles
import TextMetrics

/// Keyword in context.
struct SearchReport {
    let concordance: Concordance
    let study: Study
    let pattern: KeywordPattern
    let query: Query

    /// The hits one a line: place, talk before, hit, talk after, tags of the codes.
    ///
    /// - Parameter columns: how wide a line may be.
    func text(columns: Int) -> String {
        let places = concordance.hits.map { study.locator($0.document.id, lines: $0.line...$0.line) }
        let tags = concordance.hits.map(tags)
        let place = places.map { displayWidth(of: $0) }.max() ?? 0
        let tag = min(16, tags.map { displayWidth(of: $0) }.max() ?? 0)
        let hit = min(40, concordance.hits.map { displayWidth(of: shownLine($0.words)) }.max() ?? 0)
        let side = max(8, (columns - place - tag - hit - 8) / 2)
        let lines = concordance.hits.indices.map { index -> String in
            let found = concordance.hits[index]
            let before = fittedAtEnd(shownLine(found.before), columns: side)
            let words = fitted(shownLine(found.words), columns: hit)
            let room = side + hit - displayWidth(of: words)
            let after = padded(shownLine(found.after), columns: room)
            let row = [
                padded(places[index], columns: place, alignment: .right),
                padded(before, columns: side, alignment: .right) + "│" + words + "│" + after,
                fitted(tags[index], columns: tag),
            ]
            return Self.trimmed(row.joined(separator: "  ")) + "\n"
        }
        return lines.joined() + footer + "\n"
    }

    private func shownLine(_ words: String) -> String { shown(inOneLine(words), keepsLines: false) }

    private static func trimmed(_ line: String) -> String {
        String(decoding: line.utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }

    private func tags(_ hit: KeywordHit) -> String {
        hit.codes.isEmpty
            ? "·"
            : hit.codes.map { id in
                study.codebook[id].map { $0.tag.isEmpty ? id.description : $0.tag } ?? id.description
            }
            .joined(separator: " ")
    }

    private var footer: String {
        var sentence =
            "\(counted(concordance.hits.count, "hit")) in \(grouped(concordance.documents)) of "
            + "\(counted(concordance.of, "document")). Looked for: \(pattern.source). "
            + "Filter: \(query.source.isEmpty ? "none" : query.source)."
        if !concordance.givenUp.isEmpty {
            let names = concordance.givenUp.map { study.shortName(of: $0) }.joined(separator: ", ")
            sentence += " The pattern took too long in \(names): make it simpler."
        }
        return sentence
    }

    var columns: TextTable {
        var grid = TextTable(
            columns: ["document", "start", "end", "line", "speaker", "before", "hit", "after", "codes"].map {
                .left($0)
            }
        )
        grid.rows = concordance.hits.map { hit in
            [hit.document.id.description, "\(hit.span.start)", "\(hit.span.end)", "\(hit.line)", hit.speaker]
                + [inOneLine(hit.before), hit.words, inOneLine(hit.after)]
                + [hit.codes.map(\.description).joined(separator: " ")]
        }
        return grid
    }

    /// One object per hit; the keys are PRODUCT.md's.
    var objects: [JSONText] {
        concordance.hits.map { hit in
            [
                "document": .string(hit.document.id.description), "start": .integer(hit.span.start),
                "end": .integer(hit.span.end), "line": .integer(hit.line), "speaker": .string(hit.speaker),
                "before": .string(hit.before), "hit": .string(hit.words), "after": .string(hit.after),
                "codes": .array(hit.codes.map { .string($0.description) }),
            ]
        }
    }
}
