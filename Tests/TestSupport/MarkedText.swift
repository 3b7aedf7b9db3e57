// Positions marked in the text itself, so that input and expectation lie side by side.

/// A text with one span marked by guillemets.
package func markedSpan(_ marked: String) -> (text: String, start: Int, end: Int) {
    let (text, spans) = markedSpans(marked)
    precondition(spans.count == 1, "one span is marked in: \(marked)")
    return (text, spans[0].lowerBound, spans[0].upperBound)
}

/// A text and its spans marked by guillemets, in Unicode scalars, half-open, in the order they end; they may nest.
package func markedSpans(_ marked: String) -> (text: String, spans: [Range<Int>]) {
    var (text, open, spans) = (String.UnicodeScalarView(), [Int](), [Range<Int>]())
    for scalar in marked.unicodeScalars {
        switch scalar {
        case "«": open.append(text.count)
        case "»":
            guard let start = open.popLast() else { preconditionFailure("a span ends before it begins in: \(marked)") }
            spans.append(start..<text.count)
        default: text.append(scalar)
        }
    }
    precondition(open.isEmpty, "a span does not end in: \(marked)")
    return (String(text), spans)
}

/// The text with a span marked, for expectations; offsets in Unicode scalars, half-open.
package func marking(_ span: Range<Int>, in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView(scalars[..<span.lowerBound])
    result.append("«")
    result.append(contentsOf: scalars[span])
    result.append("»")
    result.append(contentsOf: scalars[span.upperBound...])
    return String(result)
}
