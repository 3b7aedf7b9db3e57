// Memos as a list, one by one, as one Markdown text and as JSON. Reads nothing.

import CodingCore
import StudyFiles

/// Memos.
struct MemoReport {
    let memos: [Memo]

    var text: String {
        guard !memos.isEmpty else { return "No memo. ‘gloss memo add 'words'’ writes one.\n" }
        var grid = TextTable(columns: [.left("made"), .left("kind"), .left("coder"), .left("title"), .left("links")])
        grid.rows = memos.map { memo in
            [
                memo.made.map { String($0.description.prefix(16)) } ?? "", memo.kind.rawValue,
                memo.coder?.description ?? "", memo.title, memo.links.map(Self.short).joined(separator: ", "),
            ]
        }
        return grid.text + "\(counted(memos.count, "memo")).\n"
    }

    /// One memo, with the memos that name it.
    func text(of memo: Memo) -> String {
        var lines = [
            memo.id.description,
            [memo.kind.rawValue, memo.coder?.description, memo.made?.description].compactMap { $0 }.joined(
                separator: "  "
            ),
        ]
        lines += memo.links.map { "→ \($0.words)" }
        lines += memos.about(.memo(memo.id)).map { "← \($0.id)  \(inOneLine($0.title))" }
        return lines.joined(separator: "\n") + "\n\n" + memo.text + "\n"
    }

    var markdown: String {
        memos.map { memo in
            let head = [memo.made?.day, memo.kind.rawValue, memo.coder?.description].compactMap { $0 }.joined(
                separator: ", "
            )
            let links =
                memo.links.isEmpty
                ? "" : "\nLinks: " + memo.links.map { "`\($0.words)`" }.joined(separator: ", ") + "\n"
            return "## \(MarkdownText.escaped(memo.title))\n\n*\(head)*\n\n\(Self.below(memo))\n\(links)\n"
        }
        .joined()
    }

    /// The words without a first line that is the title already.
    private static func below(_ memo: Memo) -> String {
        let parts = memo.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts.first, Memo.title(of: String(first)) == memo.title else {
            return memo.text
        }
        return trimmedOfBlanks(String(parts[1]))
    }

    var columns: TextTable {
        var grid = TextTable(columns: ["id", "made", "kind", "coder", "title", "links", "text"].map { .left($0) })
        grid.rows = memos.map { memo in
            [
                memo.id.description, memo.made?.description ?? "", memo.kind.rawValue, memo.coder?.description ?? "",
                memo.title,
                memo.links.map(\.words).joined(separator: "\n"), memo.text,
            ]
        }
        return grid
    }

    var json: JSONText {
        .array(
            memos.map { memo in
                [
                    "id": .string(memo.id.description), "made": .string(memo.made?.description ?? ""),
                    "kind": .string(memo.kind.rawValue), "coder": .string(memo.coder?.description ?? ""),
                    "title": .string(memo.title), "links": .array(memo.links.map { .string($0.words) }),
                    "text": .string(memo.text),
                ]
            }
        )
    }

    private static func short(_ link: MemoLink) -> String {
        if case .passage(_, let note) = link, !note.isEmpty { return note }
        return link.words
    }
}
