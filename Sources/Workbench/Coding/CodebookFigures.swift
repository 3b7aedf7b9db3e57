// What the codebook beside the text says: the tree of codes with their counts. Made anew when codings change, never when
// a frame is drawn.

import CodingCore

/// The codes of a study with how often they were given.
struct CodebookFigures {
    /// A code in the tree.
    struct Row {
        let code: Code
        let depth: Int
        /// Its codings; of a category those of all codes below it.
        let count: Int
        /// Its codings in each part of the study; empty for a category.
        let parts: [Int]
    }

    /// The codes in the order of the codebook; those retired or merged away only while codings carry them.
    let rows: [Row]
    /// How many codes can be given.
    let codeCount: Int

    /// - Parameters:
    ///   - here: the codings of the open document that the layer shows.
    ///   - isMineOnly: whether only the coder's own codings count.
    init(_ codebook: Codebook, here: [Coding], others: StudyFigures, isMineOnly: Bool) {
        let hereByCode = here.reduce(into: [CodeID: Int]()) { $0[codebook.resolve($1.code), default: 0] += 1 }
        var rows: [Row] = []
        /// The codings below the codes read last, by depth: the tree is read from its end.
        var below: [Int: Int] = [:]
        for code in codebook.codes.reversed() {
            let depth = codebook.depth(of: code.id)
            var parts = others.counts(of: code.id, isMineOnly: isMineOnly)
            let own = hereByCode[code.id] ?? 0
            let count = others.count(of: code.id, isMineOnly: isMineOnly) + own
            if let open = others.openPart { parts[open] += own }
            let family = count + (below.removeValue(forKey: depth + 1) ?? 0)
            below[depth, default: 0] += family
            let isCategory = code.kind == .category
            guard isCategory || code.isApplicable || count > 0 else { continue }
            rows.append(
                Row(code: code, depth: depth, count: isCategory ? family : count, parts: isCategory ? [] : parts)
            )
        }
        self.rows = rows.reversed()
        codeCount = codebook.codes.count(where: \.isApplicable)
    }
}
