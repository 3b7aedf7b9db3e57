// Pictures of screens kept in files: the glyphs, and apart from them the styles.

import Foundation
import Screen
import Testing

@testable import Workbench

/// A picture in `Tests/Golden/workbench`.
@MainActor
struct GoldenScreen {
    private let file: URL

    init(_ name: String) {
        file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Golden/workbench/\(name).txt")
    }

    /// Compares a screen with its picture; with GLOSS_RECORD=1 the picture is taken anew.
    ///
    /// - Parameter withStyles: whether the styles are part of the picture.
    func expect(_ frame: Frame, withStyles: Bool = true, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var picture = frame.surface.text + "\n"
        picture += "== cursor \(frame.cursor.map { "\($0.row),\($0.column)" } ?? "hidden")\n"
        if withStyles { picture += "== styles\n\(StyleMap(frame.surface))\n" }
        if ProcessInfo.processInfo.environment["GLOSS_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try picture.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        guard kept != picture else { return }
        let (wanted, seen) = (rows(kept), rows(picture))
        let first = (0..<max(wanted.count, seen.count)).first { index in
            index >= wanted.count || index >= seen.count || wanted[index] != seen[index]
        }
        let row = first ?? 0
        Issue.record(
            """
            \(file.lastPathComponent) differs first in row \(row + 1); GLOSS_RECORD=1 takes all pictures anew.
            kept: \(row < wanted.count ? wanted[row] : "nothing")
            seen: \(row < seen.count ? seen[row] : "nothing")
            """,
            sourceLocation: sourceLocation
        )
    }

    private func rows(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}
