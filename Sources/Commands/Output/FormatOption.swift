// `--format`, with the formats that a command has and no others.

import ArgumentParser

/// The formats that a command prints.
protocol FormatOffer {
    /// The first one is printed unless another is asked for.
    static var formats: [OutputFormat] { get }
}

/// For what is read, or read by a program.
enum TextOrJSON: FormatOffer {
    static let formats: [OutputFormat] = [.text, .json]
}

/// For tables.
enum TableFormats: FormatOffer {
    static let formats: [OutputFormat] = [.text, .csv, .tsv, .json]
}

/// For reports that go into a paper.
enum ReportFormats: FormatOffer {
    static let formats: [OutputFormat] = [.text, .csv, .tsv, .json, .md]
}

/// For tables of sentences.
enum PageFormats: FormatOffer {
    static let formats: [OutputFormat] = [.text, .csv, .tsv, .json, .md, .html]
}

/// For what is read as one text.
enum MarkdownFormats: FormatOffer {
    static let formats: [OutputFormat] = [.md, .csv, .json]
}

/// For a codebook that goes elsewhere.
enum CodebookFormats: FormatOffer {
    static let formats: [OutputFormat] = [.yaml, .csv, .tsv, .json, .md]
}

/// For hits of a search.
enum SearchFormats: FormatOffer {
    static let formats: [OutputFormat] = [.text, .csv, .tsv, .json, .jsonl]
}

/// For passages, which are also printed one object a line and as quotes.
enum PassageFormats: FormatOffer {
    static let formats: [OutputFormat] = [.text, .csv, .tsv, .json, .jsonl, .md]
}

/// `--format`.
struct FormatOption<Offer: FormatOffer>: ParsableArguments {
    @Option(
        help: ArgumentHelp(stringLiteral: "\(alternatives(Offer.formats))."),
        completion: .list(Offer.formats.map(\.rawValue))
    )
    var format: OutputFormat = Offer.formats[0]

    /// The format that was asked for.
    ///
    /// - Throws: wrong usage when this command does not have it.
    func chosen() throws -> OutputFormat { try format.required(among: Offer.formats) }
}

/// The formats as alternatives: `text or json`.
private func alternatives(_ formats: [OutputFormat]) -> String {
    let names = formats.map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
}
