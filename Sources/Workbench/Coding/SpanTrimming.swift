// What dangles at the ends of a selection and is not coded: blanks, commas, quotes that only open. Knows the text only.

import CodingCore

/// Trims spans as a careful coder would: what closes a sentence stays, what leads to the next words goes.
struct SpanTrimming {
    let text: CanonicalText

    /// The span without what dangles at its ends; the span without blanks where nothing else would be left.
    func trimmed(_ span: TextSpan) -> TextSpan {
        let plain = trimmed(span, dangles: { _, _ in false }, leads: { _, _ in false })
        let careful = trimmed(
            plain,
            dangles: { last, before in dangles(last, after: before) && !isPartner(last, in: plain) },
            leads: { first, next in leads(first, before: next) && !isPartner(first, in: plain) }
        )
        return careful.isEmpty ? plain : careful
    }

    private typealias Test = (Unicode.Scalar, Unicode.Scalar?) -> Bool

    private func trimmed(_ span: TextSpan, dangles: Test, leads: Test) -> TextSpan {
        var (start, end) = (span.start, span.end)
        while end > start, let last = scalar(end - 1) {
            guard isBlank(last) || dangles(last, end - 1 > start ? scalar(end - 2) : nil) else { break }
            end -= 1
        }
        while start < end, let first = scalar(start) {
            let next = start + 1 < end ? scalar(start + 1) : nil
            // A mark on a comma makes one character of both.
            guard isBlank(first) || leads(first, next), next?.properties.isGraphemeExtend != true else { break }
            start += 1
        }
        return TextSpan(start, end)
    }

    /// Whether a quote has its partner in the span, as in « vive », so that neither dangles.
    private func isPartner(_ quote: Unicode.Scalar, in span: TextSpan) -> Bool {
        guard let partner = partners[quote] else { return false }
        return text.scalars(in: span).contains(partner)
    }

    private func scalar(_ offset: Int) -> Unicode.Scalar? { text.scalars(in: TextSpan(offset, offset + 1)).first }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Whether a sign at the end belongs to what follows: a comma, an opening bracket, a quote after a blank.
    private func dangles(_ last: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        if commas.contains(last) || openings.contains(last) { return true }
        guard eitherQuotes.contains(last) else { return false }
        return before.map { isBlank($0) || commas.contains($0) || openings.contains($0) || colons.contains($0) } ?? true
    }

    /// Whether a sign at the start belongs to what went before: a comma, a full stop or closing quote before a blank.
    private func leads(_ first: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        if commas.contains(first) || eastAsianStops.contains(first) { return true }
        guard stops.contains(first) || closings.contains(first) || eitherQuotes.contains(first) else { return false }
        return next.map { isBlank($0) || closings.contains($0) || commas.contains($0) } ?? true
    }
}

private let commas: Set<Unicode.Scalar> = [",", ";", "，", "；", "、", "､", "،", "؛"]
private let colons: Set<Unicode.Scalar> = [":", "："]
private let stops: Set<Unicode.Scalar> = [".", "!", "?", "…", ":", "؟", "۔"]
private let eastAsianStops: Set<Unicode.Scalar> = ["。", "！", "？", "："]
private let openings: Set<Unicode.Scalar> = [
    "(", "[", "{", "¿", "¡", "„", "‚", "「", "『", "（", "【", "《", "〈", "〔",
]
private let closings: Set<Unicode.Scalar> = [")", "]", "}", "”", "’", "」", "』", "）", "】", "》", "〉", "〕"]
private let partners: [Unicode.Scalar: Unicode.Scalar] = ["«": "»", "»": "«", "‹": "›", "›": "‹"]
/// Quotes that open in one place or language and close in another.
private let eitherQuotes: Set<Unicode.Scalar> = ["\"", "'", "“", "‘", "«", "»", "‹", "›"]
