// What a merge of codes moves, in words. Counts nothing itself.

import CodingCore

/// The preview of a merge.
enum CodebookChangeReport {
    /// A line for each code that goes, and one for the code that stays.
    static func text(of preview: MergePreview) -> String {
        var grid = TextTable(columns: [
            .left("merge"), .right("passages"), .right("codings"), .right("documents"), .right("overlapping"),
            .right("same"),
        ])
        grid.rows = preview.sources.map { source in
            [
                source.code.description, "\(source.passages)", "\(source.codings)", "\(source.documents)",
                "\(source.overlapping)", "\(source.same)",
            ]
        }
        let coders = preview.coders.isEmpty ? "nobody" : preview.coders.map(\.description).joined(separator: ", ")
        let below = preview.sources.filter { $0.below > 0 }.map { source in
            "\(counted(source.below, "code")) below \(source.code) \(source.below == 1 ? "comes" : "come") to stand below \(preview.heir).\n"
        }
        return grid.text + below.joined()
            + "into \(preview.heir): \(counted(preview.passages, "passage")) now, \(preview.passagesAfter) afterwards. "
            + "Coded by \(coders). ‘overlapping’ passages share words with one of \(preview.heir); ‘same’ codings count once "
            + "afterwards.\n"
    }
}
