// The theme table, report R4 of METHODS, and one theme with what it rests on. Retrieves nothing.

import CodingCore
import StudyFiles

/// Themes with their evidence.
struct ThemeReport {
    let themes: [(theme: Theme, evidence: ThemeEvidence)]
    let study: Study

    /// How many quotes are printed for each theme, and how many words of its story.
    private static let quotes = 2
    private static let storyWords = 60

    /// One row a theme: Theme (concept) | Codes | What it says | Exemplar quotes | Counter-example.
    var columns: TextTable {
        var grid = TextTable(
            columns: ["theme", "concept", "codes", "what it says", "exemplar quotes", "counter-example", "evidence"]
                .map { .left($0) }
        )
        grid.rows = themes.map { theme, evidence in
            [
                theme.name, theme.concept, codes(of: theme), story(theme),
                exemplars(evidence).map(quote).joined(separator: "\n"),
                evidence.contrary.first.map(quote) ?? "", spread(evidence),
            ]
        }
        return grid
    }

    var markdown: String {
        var grid = TextTable(
            columns: ["Theme (concept)", "Codes", "What it says", "Exemplar quotes", "Counter-example"].map {
                .left($0)
            }
        )
        grid.rows = themes.map { theme, evidence in
            [
                theme.name + (theme.concept.isEmpty ? "" : " (\(theme.concept))"), codes(of: theme), story(theme),
                exemplars(evidence).map(quote).joined(separator: " · "),
                evidence.contrary.first.map(quote) ?? "none named",
            ]
        }
        return grid.markdown + "\n" + MarkdownText.escaped(footer) + "\n"
    }

    var text: String {
        guard !themes.isEmpty else {
            return "No themes yet: ‘gloss themes add 'A claim, not a topic' --concept …’ makes one.\n"
        }
        return themes.map { theme, evidence in
            var lines = ["\(theme.name)  (\(theme.id), \(theme.status.rawValue))"]
            if !theme.concept.isEmpty { lines.append("  concept   \(inOneLine(theme.concept))") }
            lines.append("  codes     " + (theme.codes.isEmpty ? "none yet" : codes(of: theme)))
            lines.append("  evidence  " + spread(evidence))
            for extract in exemplars(evidence) { lines.append("  quote     " + quote(extract)) }
            for extract in evidence.contrary.prefix(1) { lines.append("  against   " + quote(extract)) }
            if let hint = theme.hint(in: study.codebook) { lines.append("  hint      " + hint) }
            for caution in evidence.cautions { lines.append("  note      " + caution) }
            return lines.joined(separator: "\n") + "\n"
        }
        .joined(separator: "\n") + "\n" + footer + "\n"
    }

    /// One theme with everything that is said of it.
    static func text(of theme: Theme, _ evidence: ThemeEvidence, memos: [Memo], in study: Study) -> String {
        var lines = [theme.name, "id          \(theme.id)", "status      \(theme.status.rawValue)"]
        let report = ThemeReport(themes: [], study: study)
        let words = [("concept", theme.concept), ("question", theme.question), ("codes", report.codes(of: theme))]
        for (name, value) in words where !value.isEmpty {
            lines.append(name + String(repeating: " ", count: 12 - name.count) + inOneLine(value))
        }
        lines += theme.boundaries.map { "not about   \(inOneLine($0))" }
        lines += theme.relations.map { relation in
            let name = study.themes.first { $0.id == relation.to }?.name ?? relation.to.description
            return "relation    \(relation.how.isEmpty ? "" : inOneLine(relation.how) + " → ")\(name)"
        }
        lines.append("evidence    " + report.spread(evidence))
        lines += evidence.sites.map { "  site \($0.value)  \($0.participants)/\($0.of) participants" }
        lines += evidence.roles.map { "  role \($0.value)  \($0.participants)/\($0.of) participants" }
        lines += evidence.extracts.map { "quote       " + report.quote($0) }
        lines += evidence.contrary.map { "against     " + report.quote($0) }
        lines += memos.map { "memo        \($0.id)  \(inOneLine($0.title))" }
        if let hint = theme.hint(in: study.codebook) { lines.append("hint        " + hint) }
        lines += evidence.cautions.map { "note        " + $0 }
        return lines.joined(separator: "\n") + "\n" + (theme.story.isEmpty ? "" : "\n" + theme.story + "\n")
    }

    var json: JSONText {
        .array(
            themes.map { theme, evidence in
                [
                    "id": .string(theme.id.description), "name": .string(theme.name), "concept": .string(theme.concept),
                    "status": .string(theme.status.rawValue), "question": .string(theme.question),
                    "codes": .array(theme.codes.map { .string($0.description) }),
                    "extracts": .array(theme.extracts.map { .string($0.coding.description) }),
                    "contrary": .array(theme.contrary.map { .string($0.coding.description) }),
                    "not": .array(theme.boundaries.map { .string($0) }),
                    "relations": .array(
                        theme.relations.map { ["to": .string($0.to.description), "how": .string($0.how)] }
                    ),
                    "story": .string(theme.story), "codings": .integer(evidence.codings),
                    "participants": .integer(evidence.participants),
                    "of_participants": .integer(evidence.ofParticipants),
                    "documents": .integer(evidence.documents), "of_documents": .integer(evidence.ofDocuments),
                ]
            }
        )
    }

    private func codes(of theme: Theme) -> String {
        theme.codes.map { study.codebook[study.codebook.resolve($0)]?.name ?? $0.description }.uniqued()
            .joined(separator: ", ")
    }

    private func story(_ theme: Theme) -> String {
        let words = theme.story.split { $0.isWhitespace }
        return words.prefix(Self.storyWords).joined(separator: " ") + (words.count > Self.storyWords ? " …" : "")
    }

    /// Key extracts from different sites and participants first.
    private func exemplars(_ evidence: ThemeEvidence) -> [Extract] {
        var chosen: [Extract] = []
        var sites: Set<String> = []
        var people: Set<String> = []
        for isStrict in [true, false] {
            for extract in evidence.extracts where chosen.count < Self.quotes {
                let voice = extract.placed.voice
                let person = voice.participant ?? "\(extract.document) \(extract.speaker)"
                guard !people.contains(person), !isStrict || !sites.contains(voice.group(by: "site")) else { continue }
                people.insert(person)
                sites.insert(voice.group(by: "site"))
                chosen.append(extract)
            }
        }
        return chosen
    }

    /// A quote with its label, such as `“…” (site B, provider, B07:214–219)`.
    private func quote(_ extract: Extract) -> String {
        let voice = extract.placed.voice
        let label = [voice["site"].map { "site \($0)" }, voice["role"], extract.locator].compactMap { $0 }
        return "“\(inOneLine(extract.text))” (\(label.joined(separator: ", ")))"
    }

    private func spread(_ evidence: ThemeEvidence) -> String {
        let sites = evidence.sites.filter { $0.participants > 0 }.count
        var words =
            "\(evidence.participants)/\(evidence.ofParticipants) participants, "
            + "\(evidence.documents)/\(evidence.ofDocuments) documents, \(counted(evidence.codings, "coding"))"
        if !evidence.sites.isEmpty { words += ", \(sites)/\(evidence.sites.count) sites" }
        return words + ", \(counted(evidence.contrary.count, "contrary case"))"
    }

    private var footer: String {
        let coders = Set(study.codings.map(\.coder)).sorted().map(\.description).joined(separator: ", ")
        return "Unit: codings with a code of the theme, codes below included, and its key extracts. Coders: "
            + "\(coders.isEmpty ? "none" : coders). \(study.codebook.versionInWords). Filter: none."
    }
}
