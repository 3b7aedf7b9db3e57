// How commands find themes and memos, and what a theme rests on. Knows no command.

import CodingCore
import StudyFiles

extension OpenStudy {
    /// The theme that a person names: by id, or by a name that only one theme has.
    func theme(named name: String) throws -> Theme {
        if let theme = study.themes.first(where: { $0.id.description == name }) { return theme }
        let named = study.themes.filter { $0.name.lowercased() == name.lowercased() }
        if let only = named.first, named.count == 1 { return only }
        if named.count > 1 {
            let ids = named.map(\.id.description).joined(separator: ", ")
            throw CommandFailure.couldNot("several themes are called ‘\(name)’: \(ids)")
        }
        let near = namesNear(name, among: study.themes.flatMap { [$0.id.description, $0.name] })
        let hint = near.isEmpty ? "‘gloss themes’ lists them" : "near it: \(near.joined(separator: ", "))"
        throw CommandFailure.couldNot("there is no theme ‘\(name)’; \(hint)")
    }

    /// Themes with what they rest on.
    func evidence(of themes: [Theme]) throws -> [(theme: Theme, evidence: ThemeEvidence)] {
        guard !themes.isEmpty else { return [] }
        let all = try Extracts(corpus, sha256: { SHA256.hexadecimal(of: $0) }).extracts
        return themes.map { ($0, ThemeEvidence($0, of: all, in: study)) }
    }

    /// A link as a person writes it: `code:bc`, `theme:NAME`, `document:B07`, `passage:ID`, `memo:ID`.
    ///
    /// - Parameter memos: those that can be named.
    func link(_ words: String, memos: [Memo]) throws -> MemoLink {
        let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw CommandFailure.couldNot(
                "‘\(words)’ is no link: write code:NAME, theme:NAME, document:NAME, passage:ID or memo:ID"
            )
        }
        switch parts[0] {
        case "code": return .code(try code(named: parts[1]).id)
        case "theme": return .theme(try theme(named: parts[1]).id)
        case "document", "doc": return .document(try document(named: parts[1]).id)
        case "passage": return .passage(try extract(parts[1]).coding, note: try extract(parts[1]).note)
        case "memo":
            guard let memo = memos.first(where: { $0.id.description == parts[1] }) else {
                throw CommandFailure.couldNot("there is no memo ‘\(parts[1])’; ‘gloss memo’ lists them")
            }
            return .memo(memo.id)
        default:
            throw CommandFailure.couldNot("‘\(parts[0])’ is nothing to link to: code, theme, document, passage or memo")
        }
    }

    /// A coding by its id, with where it is now.
    func extract(_ words: String) throws -> ThemeExtract {
        guard let id = Identifier(words.split(separator: " ").first ?? ""),
            let coding = study.codings.first(where: { $0.id == id }),
            let record = study.documents.first(where: { $0.uuid == coding.document })
        else {
            throw CommandFailure.couldNot("‘\(words)’ is no coding’s id; ‘gloss extracts --format json’ has them")
        }
        let transcript = try corpus.transcript(of: record)
        let isHere =
            transcript.text.contains(coding.span) && coding.stands(on: record.versions.last.flatMap { VersionTag($0) })
        let note =
            isHere
            ? study.locator(record.id, lines: transcript.lines.lines(of: coding.span)) : study.shortName(of: record.id)
        return ThemeExtract(id, note: note)
    }
}

/// Edits as lines: `t-x  concept: “…” → “…”`.
func report(_ edits: [FieldEdit]) -> String {
    guard !edits.isEmpty else { return "nothing to change: it says that already\n" }
    func shown(_ words: String) -> String { words.isEmpty ? "(none)" : "“\(inOneLine(words))”" }
    return edits.map { edit in
        let name = edit.object.split(separator: ":", maxSplits: 1).last.map(String.init) ?? edit.object
        return "\(name)  \(edit.field): \(shown(edit.before)) → \(shown(edit.after))\n"
    }
    .joined()
}
