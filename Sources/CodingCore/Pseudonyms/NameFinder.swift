// Finds the names of a key in a text, word by word. Pure; knows neither files nor what becomes of a hit.

/// A name and what stands for it.
package struct Pseudonym: Hashable, Sendable {
    package var name: String
    package var pseudonym: String

    package init(name: String, pseudonym: String) {
        self.name = name
        self.pseudonym = pseudonym
    }
}

/// One place where a name stands.
package struct NameHit: Hashable, Sendable {
    /// Half-open, in Unicode scalars.
    package var span: TextSpan
    /// The entry of the key.
    package var entry: Pseudonym
    /// What stands for the name here: in capitals where the name is.
    package var replacement: String
    /// Whether only small letters set it apart from the name, so that it may be another word.
    package var isDoubtful: Bool
}

/// Looks for names.
///
/// A name is found as whole words, the longest one first; as it is spelled or wholly in capitals, in either way to compose its
/// letters, and with any blanks and line ends between its words. Each ideograph is a word.
package struct NameFinder: Sendable {
    private struct Name {
        var entry: Pseudonym
        var words: [String]
        /// The signs between the words, blanks as one blank.
        var gaps: [String]
    }

    private struct Word {
        var text: String
        var span: TextSpan
        /// The signs before it, blanks as one blank.
        var gap: String
    }

    /// The names by their first word in small letters, longest first.
    private var names: [String: [Name]] = [:]

    package init(_ key: some Sequence<Pseudonym>) {
        for entry in key {
            let words = Self.words(of: entry.name)
            guard let first = words.first else { continue }
            let name = Name(entry: entry, words: words.map(\.text), gaps: words.dropFirst().map(\.gap))
            names[first.text.lowercased(), default: []].append(name)
        }
        for key in names.keys { names[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// The hits in the order of the text; none lies over another.
    package func hits(in text: String) -> [NameHit] {
        guard !names.isEmpty else { return [] }
        let words = Self.words(of: text)
        var hits: [NameHit] = []
        var index = 0
        while index < words.count {
            if let (hit, count) = hit(at: index, in: words) {
                hits.append(hit)
                index += count
            } else {
                index += 1
            }
        }
        return hits
    }

    /// A text with its certain hits replaced.
    ///
    /// - Parameter dress: what is put in the place of a name.
    package func replacing(in text: String, _ dress: (NameHit) -> String) -> String {
        var scalars = Array(text.unicodeScalars)
        for hit in hits(in: text).reversed() where !hit.isDoubtful {
            scalars.replaceSubrange(hit.span.start..<hit.span.end, with: Array(dress(hit).unicodeScalars))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func hit(at index: Int, in words: [Word]) -> (NameHit, Int)? {
        guard let candidates = names[words[index].text.lowercased()] else { return nil }
        for name in candidates {
            let count = name.words.count
            guard index + count <= words.count else { continue }
            let found = words[index..<(index + count)]
            guard zip(found.dropFirst(), name.gaps).allSatisfy({ $0.gap == $1 }) else { continue }
            guard zip(found, name.words).allSatisfy({ $0.text.lowercased() == $1.lowercased() }) else { continue }
            let isExact = zip(found, name.words).allSatisfy { $0.text == $1 }
            let isCapital =
                !isExact && zip(found, name.words).allSatisfy { $0.text == $1.uppercased() }
                && found.contains { $0.text.unicodeScalars.count > 1 }
            let start = found.first?.span.start ?? 0
            let hit = NameHit(
                span: TextSpan(start, found.last?.span.end ?? start),
                entry: name.entry,
                replacement: isCapital ? name.entry.pseudonym.uppercased() : name.entry.pseudonym,
                isDoubtful: !isExact && !isCapital
            )
            return (hit, count)
        }
        return nil
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var gap = ""
        var lineEnds = 0
        var word = String.UnicodeScalarView()
        var start = 0
        var offset = 0
        func close() {
            guard !word.isEmpty else { return }
            words.append(Word(text: String(word), span: TextSpan(start, offset), gap: gap))
            word = String.UnicodeScalarView()
            (gap, lineEnds) = ("", 0)
        }
        for scalar in text.unicodeScalars {
            let isAlone = isIdeographic(scalar)
            if isAlone || !isWordScalar(scalar) { close() }
            if isAlone || isWordScalar(scalar) {
                if word.isEmpty { start = offset }
                word.append(scalar)
            } else if scalar.properties.isWhitespace {
                // An empty line ends a paragraph, and with it a name.
                if scalar == "\n" { lineEnds += 1 }
                if lineEnds > 1 { gap = "\n\n" } else if gap.last != " " { gap += " " }
            } else {
                gap.unicodeScalars.append(scalar)
            }
            offset += 1
            if isAlone { close() }
        }
        close()
        return words
    }
}
