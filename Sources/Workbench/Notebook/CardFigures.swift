// What cards say that goes through all codings of a study. Counted once for a page, never for a frame. Pure.

import CodingCore

/// Figures of codes and themes.
struct CardFigures {
    /// Codings made under an older definition, by their codes.
    private(set) var older: [CodeID: Int] = [:]
    /// Codings with a theme's codes or among its key extracts, and in how many documents they are.
    private(set) var evidence: [ThemeID: (codings: Int, documents: Int)] = [:]

    init() {}

    init(_ study: Study) {
        let codebook = study.codebook
        let themes = study.themes.map { theme in
            (
                id: theme.id, codes: theme.allCodes(in: codebook), keys: Set(theme.extracts.map(\.coding)),
                against: Set(theme.contrary.map(\.coding))
            )
        }
        var places: [ThemeID: Set<Identifier>] = [:]
        var codings: [ThemeID: Int] = [:]
        for coding in study.codings {
            let code = codebook.resolve(coding.code)
            if codebook.isUnderOlderDefinition(coding) { older[code, default: 0] += 1 }
            for theme in themes
            where (theme.codes.contains(code) || theme.keys.contains(coding.id)) && !theme.against.contains(coding.id) {
                codings[theme.id, default: 0] += 1
                places[theme.id, default: []].insert(coding.document)
            }
        }
        evidence = codings.reduce(into: [:]) { $0[$1.key] = ($1.value, places[$1.key]?.count ?? 0) }
    }
}
