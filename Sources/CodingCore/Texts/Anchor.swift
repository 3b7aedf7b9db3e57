// How a coding holds on to its passage. Pure: the hash is passed in, nothing is read.

/// The short name of a text version: the first 16 hexadecimal digits of the SHA-256 of its bytes.
package struct VersionTag: Hashable, Sendable, CustomStringConvertible {
    /// Sixteen lower-case hexadecimal digits.
    package let description: String

    /// Takes a full SHA-256 in lower-case hexadecimal, or its first 16 digits; nothing for other text.
    package init?(_ hexadecimal: String) {
        let digits = Array(hexadecimal.utf8)
        guard digits.count == 16 || digits.count == 64,
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        description = String(decoding: digits.prefix(16), as: UTF8.self)
    }
}

/// A passage as a log line states it: where it stands in which text version, and the words to know it again by.
package struct Anchor: Hashable, Sendable {
    package var version: VersionTag
    package var span: TextSpan
    /// The passage, whole up to 160 scalars; of a longer one its first and last 60 with `…` between.
    package var quote: String
    /// Sixteen hexadecimal digits of the SHA-256 of the whole passage; only for passages over 160 scalars.
    package var quoteHash: String?
    /// Up to 24 scalars before and after the passage.
    package var before: String
    package var after: String

    package init(
        version: VersionTag,
        span: TextSpan,
        quote: String,
        quoteHash: String? = nil,
        before: String = "",
        after: String = ""
    ) {
        self.version = version
        self.span = span
        self.quote = quote
        self.quoteHash = quoteHash
        self.before = before
        self.after = after
    }

    package static let wholeQuoteLimit = 160
    package static let quoteEnds = 60
    package static let quoteHashLength = 16
    package static let contextLength = 24

    /// Makes the anchor of a passage.
    ///
    /// - Parameter sha256: gives the SHA-256 of bytes in lower-case hexadecimal.
    package init(
        of span: TextSpan,
        in text: CanonicalText,
        version: VersionTag,
        sha256: ([UInt8]) -> String
    ) {
        let beforeSpan = TextSpan(max(0, span.start - Self.contextLength), span.start)
        let afterSpan = TextSpan(span.end, min(text.scalarCount, span.end + Self.contextLength))
        self.init(
            version: version,
            span: span,
            quote: Self.quote(of: span, in: text),
            quoteHash: span.count > Self.wholeQuoteLimit
                ? String(sha256(Array(text.bytes(in: span))).prefix(Self.quoteHashLength)) : nil,
            before: text.string(in: beforeSpan),
            after: text.string(in: afterSpan)
        )
    }

    /// The quote of a passage as FORMAT.md words it.
    package static func quote(of span: TextSpan, in text: CanonicalText) -> String {
        guard span.count > wholeQuoteLimit else { return text.string(in: span) }
        return text.string(in: TextSpan(span.start, span.start + quoteEnds)) + "…"
            + text.string(in: TextSpan(span.end - quoteEnds, span.end))
    }

    /// Whether the words at the anchor's place in `text` are the words it quotes, scalar for scalar.
    ///
    /// - Parameter sha256: gives the SHA-256 of bytes in lower-case hexadecimal.
    package func holds(in text: CanonicalText, sha256: ([UInt8]) -> String) -> Bool {
        guard text.contains(span) else { return false }
        // Of a scrubbed line the hash alone tells whether the words are the same.
        let isScrubbed = quote.isEmpty && !span.isEmpty && quoteHash != nil
        guard isScrubbed || quote.utf8.elementsEqual(Self.quote(of: span, in: text).utf8) else { return false }
        guard let quoteHash else { return span.count <= Self.wholeQuoteLimit }
        return sha256(Array(text.bytes(in: span))).utf8.prefix(Self.quoteHashLength).elementsEqual(quoteHash.utf8)
    }
}
