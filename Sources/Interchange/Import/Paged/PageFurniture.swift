// What stands on pages and is no part of the text: running heads and feet, page numbers. Knows pages as lines; pure.

/// The lines of a paged text that only furnish its pages.
struct PageFurniture {
    /// How many lines at the head and at the foot of a page are looked at.
    private static let reach = 3

    /// The lines to leave out, by page and line.
    private(set) var lines: Set<Place> = []
    /// Running heads and feet as they stand on the first page that has them, with the number of pages.
    private(set) var running: [(words: String, pages: Int)] = []
    /// How many pages have a number on a line of its own.
    private(set) var numbered = 0

    struct Place: Hashable {
        var page: Int
        var line: Int
    }

    /// Finds lines near the edges of pages that are a page number, or that come back on at least three pages and on a
    /// third of all, digits aside.
    init(_ pages: [[ArraySlice<UInt8>]]) {
        var places: [String: [Place]] = [:]
        var words: [String: String] = [:]
        for (page, content) in pages.enumerated() {
            for line in Self.edges(content) {
                let place = Place(page: page, line: line)
                let text = String(decoding: content[line], as: UTF8.self)
                if Self.isPageNumber(text) {
                    lines.insert(place)
                    numbered += 1
                } else {
                    let key = Self.folded(text)
                    places[key, default: []].append(place)
                    if words[key] == nil {
                        words[key] = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    }
                }
            }
        }
        for (key, found) in places {
            let count = Set(found.map(\.page)).count
            guard count >= 3, count * 3 >= pages.count, !key.isEmpty else { continue }
            lines.formUnion(found)
            running.append((words[key] ?? key, count))
        }
        running.sort { ($1.pages, $0.words) < ($0.pages, $1.words) }
    }

    /// The first and last lines with words.
    private static func edges(_ lines: [ArraySlice<UInt8>]) -> [Int] {
        let filled = lines.indices.filter { index in lines[index].contains { $0 > 0x20 } }
        guard filled.count > 2 * reach else {
            // A short page has an edge at either end, and something between them.
            return Array(Set([filled.first, filled.last].compactMap { $0 })).sorted()
        }
        return Array(filled.prefix(reach)) + Array(filled.suffix(reach))
    }

    /// Whether a line is `12`, `- 12 -`, `Page 12`, `12 of 20`, `p. 12`.
    private static func isPageNumber(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !words.isEmpty, words.count <= 4, words.contains(where: { Int($0) != nil }) else { return false }
        let known: Set<String> = [
            "page", "p", "pg", "of", "seite", "von", "página", "pagina", "de", "di", "sur", "sida", "av", "side",
        ]
        return words.allSatisfy { ($0.count <= 4 && Int($0) != nil) || known.contains($0) }
            && !text.contains(":")
    }

    /// A line with its digits made alike, so that heads with a page number in them are one.
    private static func folded(_ text: String) -> String {
        var key = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            key += (key.isEmpty ? "" : " ") + String(word.map { $0.isNumber ? "#" : $0 })
        }
        return key
    }
}
