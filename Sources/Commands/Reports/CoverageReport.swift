// How coverage and the accumulation of codes are printed. Counts nothing.

import CodingCore
import StudyFiles

/// How far documents are coded.
struct CoverageReport {
    /// What is listed.
    enum Form {
        case documents, sentences, stretches
    }

    let coverage: LineCoverage
    let study: Study
    let query: Query
    var form = Form.documents

    private var passages: [(document: DocumentRecord, passage: LineCoverage.Passage)] {
        coverage.documents.flatMap { document in
            (form == .sentences ? document.uncodedSentences : document.uncodedStretches).map { (document.record, $0) }
        }
    }

    var text: String {
        guard form == .documents else {
            return passages.map { document, passage in
                let place = study.locator(document.id, lines: passage.lines)
                let facts = [place, passage.speaker, counted(passage.words, "word")].filter { !$0.isEmpty }
                return facts.joined(separator: "  ") + "\n  " + inOneLine(passage.text) + "\n"
            }
            .joined() + footer + "\n"
        }
        var grid = TextTable(
            columns: [.left("document"), .right("words"), .right("coded")]
                + coverage.coders.map { .right($0.description) }
                + [.right("sentences"), .right("without a code"), .right("stretches")]
        )
        grid.rows = coverage.documents.map { document in
            [document.record.id.description, grouped(document.words), percentage(document.coded, of: document.words)]
                + coverage.coders.map { percentage(document.byCoder[$0] ?? 0, of: document.words) }
                + [grouped(document.sentences), grouped(document.uncodedSentences.count)]
                + [grouped(document.uncodedStretches.count)]
        }
        return grid.text + footer + "\n"
    }

    private var footer: String {
        func sum(_ count: (LineCoverage.Document) -> Int) -> Int { coverage.documents.reduce(0) { $0 + count($1) } }
        let (words, coded) = (sum(\.words), sum(\.coded))
        let (sentences, open) = (sum(\.sentences), sum(\.uncodedSentences.count))
        let coders = coverage.coders.map(\.description).joined(separator: ", ")
        return
            "\(grouped(coded)) of \(counted(words, "word")) coded; \(grouped(open)) of \(counted(sentences, "sentence")) without "
            + "a code. Words and sentences are those of turns and notes, speaker labels left out; overlaps count once. "
            + "Coders: \(coders.isEmpty ? "none" : coders). \(study.codebook.versionInWords). "
            + "Filter: \(query.source.isEmpty ? "none" : query.source)."
    }

    var columns: TextTable {
        guard form == .documents else {
            var grid = TextTable(
                columns: ["document", "start", "end", "line_from", "line_to", "speaker", "words", "text"].map {
                    .left($0)
                }
            )
            grid.rows = passages.map { document, passage in
                [document.id.description, "\(passage.span.start)", "\(passage.span.end)"]
                    + ["\(passage.lines.lowerBound)", "\(passage.lines.upperBound)", passage.speaker]
                    + ["\(passage.words)", passage.text]
            }
            return grid
        }
        var grid = TextTable(
            columns: (["document", "words", "coded_words"] + coverage.coders.map { "coded_words_\($0)" }
                + ["sentences", "uncoded_sentences", "uncoded_stretches"]).map { .left($0) }
        )
        grid.rows = coverage.documents.map { document in
            [document.record.id.description, "\(document.words)", "\(document.coded)"]
                + coverage.coders.map { "\(document.byCoder[$0] ?? 0)" }
                + ["\(document.sentences)", "\(document.uncodedSentences.count)", "\(document.uncodedStretches.count)"]
        }
        return grid
    }

    var json: JSONText {
        guard form == .documents else {
            return .array(
                passages.map { document, passage in
                    [
                        "document": .string(document.id.description), "start": .integer(passage.span.start),
                        "end": .integer(passage.span.end), "line_from": .integer(passage.lines.lowerBound),
                        "line_to": .integer(passage.lines.upperBound), "speaker": .string(passage.speaker),
                        "words": .integer(passage.words), "text": .string(passage.text),
                    ]
                }
            )
        }
        return .array(
            coverage.documents.map { document in
                let byCoder = coverage.coders.map {
                    JSONText.Member($0.description, .integer(document.byCoder[$0] ?? 0))
                }
                return [
                    "document": .string(document.record.id.description), "words": .integer(document.words),
                    "coded_words": .integer(document.coded), "coded_words_by": .object(byCoder),
                    "sentences": .integer(document.sentences),
                    "uncoded_sentences": .integer(document.uncodedSentences.count),
                    "uncoded_stretches": .integer(document.uncodedStretches.count),
                ]
            }
        )
    }
}

/// New codes from document to document, report R11 of METHODS.
struct AccumulationReport {
    let accumulation: Accumulation
    let study: Study
    let query: Query
    /// The share of new codes, in hundredths, that is looked for.
    let threshold: Double

    private static let sparks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    var text: String {
        guard !accumulation.steps.isEmpty else { return "Nothing is coded yet, so no transcript brings codes.\n" }
        var grid = TextTable(
            columns: [.right("#"), .left("document"), .right("codes"), .right("new"), .right("all so far")]
        )
        grid.rows = accumulation.steps.enumerated().map { index, step in
            ["\(index + 1)", step.document.id.description, "\(step.codes)", "\(step.new)", "\(step.total)"]
        }
        let most = accumulation.steps.map(\.new).max() ?? 0
        let spark = accumulation.steps.map { step in
            String(step.new == 0 ? "·" : Self.sparks[(step.new * Self.sparks.count - 1) / max(1, most)])
        }
        return grid.text + "new codes  " + spark.joined() + "\n" + runs + footer + "\n"
    }

    private var runs: String {
        accumulation.runs.map { run in
            let isBelow = run.ratio.map { $0 * 100 <= threshold } ?? false
            return "documents \(run.first)–\(run.last): \(counted(run.new, "new code")) of \(run.base) in the base, "
                + "\(share(run))\(isBelow ? " (≤ \(figure(threshold)) %)" : "")\n"
        }
        .joined()
    }

    private func share(_ run: Accumulation.Run) -> String { run.ratio.map { figure($0 * 100) + " %" } ?? "–" }

    /// With one place behind the point.
    private func figure(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private var footer: String {
        let caution =
            study.settings.method == .reflexive
            ? " Braun and Clarke hold the idea of saturation to be at odds with reflexive thematic analysis." : ""
        return
            "Ratio: new codes in the run out of codes in the base (Guest, Namey and Chen 2020). That codes stop being new says "
            + "nothing of what they mean.\(caution) \(study.codebook.versionInWords). "
            + "Filter: \(query.source.isEmpty ? "none" : query.source)."
    }

    var columns: TextTable {
        var grid = TextTable(columns: ["place", "document", "codes", "new", "total"].map { .left($0) })
        grid.rows = accumulation.steps.enumerated().map { index, step in
            ["\(index + 1)", step.document.id.description, "\(step.codes)", "\(step.new)", "\(step.total)"]
        }
        return grid
    }

    var json: JSONText {
        [
            "steps": .array(
                accumulation.steps.map { step in
                    [
                        "document": .string(step.document.id.description), "codes": .integer(step.codes),
                        "new": .integer(step.new), "total": .integer(step.total),
                    ]
                }
            ),
            "base": .integer(accumulation.base),
            "runs": .array(
                accumulation.runs.map { run in
                    [
                        "first": .integer(run.first), "last": .integer(run.last), "new": .integer(run.new),
                        "base": .integer(run.base),
                        "ratio": run.ratio.map { .double(($0 * 10_000).rounded() / 10_000) } ?? .null,
                    ]
                }
            ),
            "codebook": .string(study.codebook.version), "filter": .string(query.source),
        ]
    }
}
