// Where data goes and how it is spelled: the options that every listing has, and the one place that delivers it.

import ArgumentParser
import CodingCore
import StudyFiles

/// `--format`, `--output` and `--raw`.
struct DataOptions<Offer: FormatOffer>: ParsableArguments {
    @OptionGroup var form: FormatOption<Offer>

    @Option(
        help: ArgumentHelp("Write to a file, durably and noted in the journal.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Flag(help: "In csv and tsv, leave cells as they are that a spreadsheet would take for formulas.")
    var raw = false

    @OptionGroup var coder: CoderOptions

    /// Data in the one format that was asked for.
    struct Forms {
        var text: () -> String
        var table: () -> TextTable
        var json: () -> JSONText
        /// One object a line.
        var lines: (() -> [JSONText])?
        var markdown: (() -> String)?
        var html: (() -> String)?
        var yaml: (() -> String)?
    }

    /// Prints the data, or writes it to the file that was named.
    ///
    /// - Parameters:
    ///   - object: what it is, for the journal.
    ///   - question: the query and the options, so that it can be made again.
    func deliver(_ forms: Forms, object: String, question: String, of open: OpenStudy, on console: Console) throws {
        let text = try spelled(forms)
        guard let output, output != "-" else { return try console.print(text) }
        try ExportCheck.require(text, for: output, of: open, on: console)
        let author = open.author(try coder.coder(on: console), state: console.state)
        let path = console.path(output)
        try open.folder.export(Array(text.utf8), to: path, object: object, question: question, by: author)
        console.say("wrote \(output)")
    }

    private func spelled(_ forms: Forms) throws -> String {
        switch try form.chosen() {
        case .text: return forms.text()
        case .csv: return forms.table().separated(by: ",", raw: raw)
        case .tsv: return forms.table().separated(by: "\t", raw: raw)
        case .json: return String(decoding: forms.json().line, as: UTF8.self)
        case .jsonl: return forms.lines?().map { String(decoding: $0.line, as: UTF8.self) }.joined() ?? ""
        case .md: return forms.markdown?() ?? forms.table().markdown
        case .html: return forms.html?() ?? ""
        case .yaml: return forms.yaml?() ?? ""
        }
    }
}
