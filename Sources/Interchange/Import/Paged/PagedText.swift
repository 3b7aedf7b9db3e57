// Pages become one text: furniture left out, wrapped lines joined over page ends, cut words mended. Pure.

import CodingCore

/// A paged source as paragraphs that know their pages.
struct PagedText {
    /// The text with the pages on which its lines begin.
    private(set) var structured: StructuredText

    /// How much the lines of a printed page differ in characters, in columns.
    private static let tolerance = 14

    /// - Parameter text: its pages are divided by form feeds.
    init(_ text: CanonicalText) {
        let pages = Self.pages(text.utf8)
        let furniture = PageFurniture(pages)
        var lines: [ArraySlice<UInt8>] = []
        var pageOfLine: [Int] = []
        for (page, content) in pages.enumerated() {
            let kept = content.indices.filter { !furniture.lines.contains(.init(page: page, line: $0)) }
            let trimmed = Self.withoutBlankEnds(kept.map { content[$0] })
            // A paragraph goes on over the page's end unless something says otherwise, so no blank line is put between.
            lines += trimmed
            pageOfLine += trimmed.map { _ in page + 1 }
        }
        structured = Self.joined(lines, pageOfLine)
        structured.remarks = Self.remarks(furniture, pages: pages.count) + structured.remarks
    }

    private static func pages(_ utf8: [UInt8]) -> [[ArraySlice<UInt8>]] {
        var pages = utf8.split(separator: 0x0C, omittingEmptySubsequences: false)
        if pages.count > 1, let last = pages.last, !last.contains(where: { $0 > 0x20 }) { pages.removeLast() }
        return pages.map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    }

    private static func withoutBlankEnds(_ lines: [ArraySlice<UInt8>]) -> ArraySlice<ArraySlice<UInt8>> {
        func isBlank(_ line: ArraySlice<UInt8>) -> Bool { !line.contains { $0 > 0x20 } }
        var rest = lines[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }

    /// Joins what was wrapped; a text of lines that are whole paragraphs stays as it is.
    private static func joined(
        _ lines: [ArraySlice<UInt8>],
        _ pageOfLine: [Int]
    ) -> StructuredText {
        let shapes = lines.map { WrappedLines.Line($0) }
        let labelled = LabelLines(lines)
        guard let wrapped = WrappedLines(shapes, tolerance: tolerance) else {
            return structured(lines.joined(separator: [0x0A]) + [0x0A], starts: starts(of: lines), pageOfLine)
        }
        let result = JoinedLines(
            lines[...],
            wrapped: wrapped,
            mendsHyphens: true,
            begins: { labelled.contains($0) || isListItem(lines[$0]) }
        )
        var text = structured(result.utf8, starts: result.starts, pageOfLine)
        text.remarks.append("Lines broken near column \(wrapped.columns) were joined into paragraphs.")
        if result.mended > 0 {
            text.remarks.append("Words cut by a hyphen at the end of a line were joined: \(result.mended).")
        }
        return text
    }

    private static func isListItem(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.drop { $0 == 0x20 || $0 == 0x09 }
        if words.starts(with: Array("•".utf8)) || words.starts(with: Array("– ".utf8)) { return true }
        return words.starts(with: [0x2D, 0x20])
    }

    private static func starts(of lines: [ArraySlice<UInt8>]) -> [Int] {
        var start = 0
        return lines.map { line in
            defer { start += line.count + 1 }
            return start
        }
    }

    private static func structured(_ utf8: [UInt8], starts: [Int], _ pageOfLine: [Int]) -> StructuredText {
        var text = StructuredText(CanonicalText(String(decoding: utf8, as: UTF8.self)))
        var last = 0
        for (start, page) in zip(starts, pageOfLine) where page != last {
            text.pages.append((start, String(page)))
            last = page
        }
        return text
    }

    private static func remarks(_ furniture: PageFurniture, pages: Int) -> [String] {
        var remarks = ["\(counted(pages, "page")); the page on which each turn begins is kept."]
        if furniture.numbered > 0 {
            remarks.append("Page numbers on lines of their own were left out: \(furniture.numbered).")
        }
        for head in furniture.running.prefix(6) {
            remarks.append("Left out on \(head.pages) pages: the running line “\(head.words.prefix(60))”.")
        }
        if furniture.running.count > 6 {
            remarks.append("\(furniture.running.count - 6) more running lines were left out.")
        }
        return remarks
    }
}
