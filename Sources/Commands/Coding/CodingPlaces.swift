// Where and what to code, as people and files write it: offsets, quotes and code names, checked against the texts.

import CodingCore
import StudyFiles

/// Resolves passages and codes; reads each text once.
final class CodingPlaces {
    private let open: OpenStudy
    private var opened: [DocumentID: OpenedDocument] = [:]

    init(_ open: OpenStudy) {
        self.open = open
    }

    /// The text of a document, verified.
    func text(of document: DocumentRecord) throws -> OpenedDocument {
        if let known = opened[document.id] { return known }
        let found = try open.folder.open(document, measure: open.study.settings.measure)
        opened[document.id] = found
        return found
    }

    /// Where a passage stands, such as `B07:214–219`.
    func locator(of span: TextSpan, in document: DocumentRecord) throws -> String {
        open.study.locator(document.id, lines: try text(of: document).transcript.lines.lines(of: span))
    }

    /// The passage from `start` to `end`, as given.
    func span(_ start: Int, _ end: Int, in document: DocumentRecord) throws -> TextSpan {
        let count = try text(of: document).transcript.text.scalarCount
        guard let span = TextSpan(checking: start, end), !span.isEmpty else {
            throw CommandFailure.couldNot("the passage \(start)-\(end) is empty: its end lies after its start")
        }
        guard span.end <= count else {
            throw CommandFailure.couldNot(
                "the passage \(start)-\(end) goes beyond \(document.id), which has \(counted(count, "character"))"
            )
        }
        return span
    }

    /// The passage that a quote stands for.
    ///
    /// - Parameter nth: which occurrence, counted from 1; without it the quote must occur once.
    func span(quoting quote: String, nth: Int?, in document: DocumentRecord) throws -> TextSpan {
        guard !quote.isEmpty else { throw CommandFailure.couldNot("the quote is empty") }
        let found = try text(of: document).transcript.text.occurrences(of: quote)
        guard let only = found.first else {
            throw CommandFailure.couldNot("the words do not occur in \(document.id), letter for letter")
        }
        if let nth {
            guard (1...found.count).contains(nth) else {
                throw CommandFailure.couldNot("the words occur \(found.count) times in \(document.id), not \(nth)")
            }
            return found[nth - 1]
        }
        guard found.count == 1 else {
            let places = try found.prefix(10).enumerated().map { index, span in
                "--nth \(index + 1) is \(try locator(of: span, in: document)), \(span)"
            }
            let more = found.count > 10 ? "; and \(found.count - 10) more" : ""
            throw CommandFailure.couldNot(
                "the words occur \(found.count) times in \(document.id): " + places.joined(separator: "; ") + more
            )
        }
        return only
    }

    /// A code that can be applied.
    func code(named name: String) throws -> Code {
        let code = try open.code(named: name)
        guard !code.isApplicable else { return code }
        if code.kind == .category {
            let below = open.study.codebook.family(of: code.id).filter(\.isApplicable).prefix(6).map(\.id.description)
            let hint = below.isEmpty ? "" : ": choose a code below it, such as \(below.joined(separator: ", "))"
            throw CommandFailure.couldNot("\(code.id) is a category and only groups\(hint)")
        }
        throw CommandFailure.couldNot("\(code.id) is retired and takes no new codings")
    }
}
