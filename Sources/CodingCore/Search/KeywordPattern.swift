// What is looked for in all texts of a study: words with alternatives and stars, or a regular expression. Knows texts, not who
// speaks or codes.

import Patterns

/// Words or a pattern to be found in texts.
///
/// `a b` finds the phrase as `SearchPattern` does; `a | b` either; `confus*` whole words that begin so, `*ward` those that end so.
/// `/…/` is a regular expression (PCRE2), in which a capital makes case count.
package struct KeywordPattern: Hashable, Sendable {
    /// As it was typed, without blanks around it.
    package let source: String
    private let form: Form

    private enum Form: Hashable {
        case words([Alternative])
        case pattern(Pattern)
    }

    private struct Alternative: Hashable {
        let phrase: SearchPattern
        /// Whether the hit must begin and end where words do.
        let isWhole: Bool
        /// Whether the hit goes on to the end of its word, or back to the beginning.
        let goesOn: Bool
        let goesBack: Bool
    }

    /// Understands what is looked for.
    ///
    /// - Parameter wholeWords: whether words must stand alone; a star says so by itself.
    /// - Throws: where it goes wrong and what was expected there.
    package init(_ source: String, wholeWords: Bool = false) throws(QueryError) {
        let trimmed = Self.trimmed(source)
        self.source = trimmed
        if trimmed.hasPrefix("/"), trimmed.utf8.count > 1 {
            guard trimmed.hasSuffix("/"), trimmed.utf8.count > 2 else {
                let end = trimmed.unicodeScalars.count
                let problem =
                    trimmed == "//" ? "there is no pattern between the slashes" : "the pattern does not end: add /"
                throw QueryError(source: trimmed, offset: trimmed == "//" ? 1 : end, problem: problem)
            }
            let inner = String(trimmed.dropFirst().dropLast())
            do {
                form = .pattern(try Pattern(inner))
            } catch {
                let before = String(decoding: Array(inner.utf8).prefix(error.offset), as: UTF8.self)
                throw QueryError(
                    source: trimmed,
                    offset: min(1 + before.unicodeScalars.count, trimmed.unicodeScalars.count),
                    problem: "the pattern cannot be used: \(error)"
                )
            }
            return
        }
        var alternatives: [Alternative] = []
        var offset = 0
        for part in trimmed.split(separator: "|", omittingEmptySubsequences: false) {
            guard let alternative = Self.alternative(String(part), wholeWords: wholeWords) else {
                let problem = trimmed.isEmpty ? "there is nothing to look for" : "there are no words here to look for"
                throw QueryError(source: trimmed, offset: offset, problem: problem)
            }
            alternatives.append(alternative)
            offset += part.unicodeScalars.count + 1
        }
        form = .words(alternatives)
    }

    private static func alternative(_ part: String, wholeWords: Bool) -> Alternative? {
        let words = trimmed(part)
        let goesOn = words.hasSuffix("*") && words.utf8.count > 1
        let goesBack = words.hasPrefix("*") && words.utf8.count > 1
        let bare = trimmed(String(words.dropFirst(goesBack ? 1 : 0).dropLast(goesOn ? 1 : 0)))
        return SearchPattern(bare).map {
            Alternative(phrase: $0, isWhole: wholeWords || goesOn || goesBack, goesOn: goesOn, goesBack: goesBack)
        }
    }

    private static func trimmed(_ words: String) -> String {
        let text = CanonicalText(words)
        return text.string(in: text.trimmed(text.wholeSpan))
    }

    /// The places where it stands, in text order, none overlapping another.
    ///
    /// - Throws: `PatternLimit` when a regular expression takes too many steps on this text.
    package func occurrences(in text: CanonicalText) throws -> [TextSpan] {
        switch form {
        case .pattern(let pattern):
            return try pattern.matches(in: text.utf8).map {
                TextSpan(text.scalarOffset(ofByte: $0.lowerBound), text.scalarOffset(ofByte: $0.upperBound))
            }
        case .words(let alternatives):
            if alternatives.count == 1 { return Self.places(of: alternatives[0], in: text) }
            let all = alternatives.flatMap { Self.places(of: $0, in: text) }
                .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
            var found: [TextSpan] = []
            for span in all where span.start >= found.last?.end ?? 0 { found.append(span) }
            return found
        }
    }

    private static func places(of alternative: Alternative, in text: CanonicalText) -> [TextSpan] {
        let found = alternative.phrase.occurrences(in: text)
        guard alternative.isWhole else { return found }
        var end = 0
        return found.compactMap { span in
            let (first, last) = (text.byteOffset(ofScalar: span.start), text.byteOffset(ofScalar: span.end))
            let (start, stop) = (text.wordStart(before: first), text.wordEnd(after: last))
            guard alternative.goesBack || start == first, alternative.goesOn || stop == last else { return nil }
            let whole = TextSpan(text.scalarOffset(ofByte: start), text.scalarOffset(ofByte: stop))
            guard whole.start >= end else { return nil }
            end = whole.end
            return whole
        }
    }
}

extension CanonicalText {
    /// The byte at which the word goes back to whose letters stand before `byte`; `byte` itself where none do, or where none follow.
    fileprivate func wordStart(before byte: Int) -> Int {
        guard let next = scalar(at: byte), isWordScalar(next), !isIdeographic(next) else { return byte }
        var start = byte
        while let (scalar, before) = scalar(before: start), isWordScalar(scalar), !isIdeographic(scalar) {
            start = before
        }
        return start
    }

    /// The byte up to which the word goes on that reaches `byte`; `byte` itself where it ends there.
    fileprivate func wordEnd(after byte: Int) -> Int {
        guard let (last, _) = scalar(before: byte), isWordScalar(last), !isIdeographic(last) else { return byte }
        var end = byte
        while let scalar = scalar(at: end), isWordScalar(scalar), !isIdeographic(scalar) {
            end += SearchText.length(utf8[end])
        }
        return end
    }

    private func scalar(at byte: Int) -> Unicode.Scalar? {
        guard byte < utf8.count else { return nil }
        return SearchText(bytes: utf8).scalar(at: byte)
    }

    private func scalar(before byte: Int) -> (Unicode.Scalar, Int)? {
        guard byte > 0 else { return nil }
        var start = byte - 1
        while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        return (SearchText(bytes: utf8).scalar(at: start), start)
    }
}
