// How disputes are printed: each with its place and the choices there are. Settles nothing.

import CodingCore
import StudyFiles

/// The disputes of a study with their numbers.
struct DisputeReport {
    /// A dispute and where it stands.
    struct Row {
        /// From 1 over the whole study, so that a number means the same with and without a document named.
        let number: Int
        let dispute: Dispute
        let document: DocumentRecord
        /// The lines of the coding; nothing where it is not placed in the text as it is now.
        let lines: ClosedRange<Int>?
        /// Its locator, or the document alone.
        let place: String
    }

    let rows: [Row]
    private let codebook: Codebook

    /// - Parameter only: the document whose disputes are wanted; nothing for all.
    init(_ open: OpenStudy, only: Identifier? = nil) {
        codebook = open.study.codebook
        var texts: [Identifier: OpenedDocument?] = [:]
        let documents = Dictionary(open.study.documents.map { ($0.uuid, $0) }, uniquingKeysWith: { a, _ in a })
        var rows: [Row] = []
        for (index, dispute) in open.study.disputes.enumerated() {
            guard let document = documents[dispute.coding.document], only == nil || only == document.uuid else {
                continue
            }
            // A text that cannot be read costs the line numbers, not the dispute.
            let opened = texts[document.uuid] ?? (try? open.folder.open(document, measure: open.study.settings.measure))
            texts[document.uuid] = .some(opened)
            let lines = opened.flatMap { Self.lines(of: dispute.coding.anchor, in: $0) }
            let place =
                lines.map { open.study.locator(document.id, lines: $0) } ?? open.study.shortName(of: document.id)
            rows.append(Row(number: index + 1, dispute: dispute, document: document, lines: lines, place: place))
        }
        self.rows = rows
    }

    private static func lines(of anchor: Anchor, in opened: OpenedDocument) -> ClosedRange<Int>? {
        let text = opened.transcript.text
        guard anchor.version == opened.version, text.contains(anchor.span), !anchor.span.isEmpty else { return nil }
        return opened.transcript.lines.lines(of: anchor.span)
    }

    // MARK: Text

    var text: String {
        guard !rows.isEmpty else { return "Nothing is disputed.\n" }
        return rows.map(text(of:)).joined()
            + "\(counted(rows.count, "dispute")). To settle one: gloss disputes settle NUMBER --take CHOICE\n"
    }

    private func text(of row: Row) -> String {
        let coding = row.dispute.coding
        let head = "\(row.number)  \(row.place)  \(name(coding.code)) (\(coding.coder))  \(fieldName(row))\n"
        var grid = TextTable(columns: [.right("take"), .left("value"), .left("who and when"), .left("")])
        grid.rows = row.dispute.choices.enumerated().map { index, choice in
            let voices = choice.voices.map { "\($0.by) \(minute($0.at))" }.joined(separator: ", ")
            return ["\(index + 1)", words(choice.value), voices, row.dispute.isShown(choice) ? "shown" : ""]
        }
        let body = grid.text.split(separator: "\n").dropFirst().map { "   \($0)\n" }.joined()
        return head + "   “" + inOneLine(coding.anchor.quote) + "”\n" + body + "\n"
    }

    /// The field as a person calls it.
    func fieldName(_ row: Row) -> String {
        switch row.dispute.field {
        case .span: "extent"
        case .whole: "whether it stands"
        case .code, .rule, .memo, .star, .doubt: row.dispute.field.rawValue
        }
    }

    /// A value on one line.
    func words(_ value: CodingValue) -> String {
        switch value {
        case .span(let anchor): "\(anchor.span) “\(inOneLine(anchor.quote))”"
        case .code(let code): name(code)
        case .rule(let rule): rule.isEmpty ? "no rule" : "the rule \(rule)"
        case .memo(let memo): memo.isEmpty ? "no memo" : "“\(inOneLine(memo))”"
        case .star(let star): counted(star, "star")
        case .doubt(let doubt): doubt ? "doubt" : "no doubt"
        case .ended: "taken away"
        case .standing: "stands"
        }
    }

    private func name(_ code: CodeID) -> String { codebook[codebook.resolve(code)]?.name ?? code.description }

    /// `2026-11-22 10:14`.
    private func minute(_ moment: Moment) -> String {
        String(moment.description.prefix(16)).replacing("T", with: " ")
    }

    // MARK: JSON

    var json: JSONText {
        .array(
            rows.map { row in
                [
                    "number": .integer(row.number),
                    "dispute": .string(row.dispute.name),
                    "document": .string(row.document.id.description),
                    "line_from": row.lines.map { .integer($0.lowerBound) } ?? .null,
                    "line_to": row.lines.map { .integer($0.upperBound) } ?? .null,
                    "coding": .string(row.dispute.coding.id.description),
                    "coder": .string(row.dispute.coding.coder.description),
                    "code": .string(codebook.resolve(row.dispute.coding.code).description),
                    "field": .string(row.dispute.field.rawValue),
                    "choices": .array(row.dispute.choices.enumerated().map { json($0.element, $0.offset + 1, row) }),
                ]
            }
        )
    }

    private func json(_ choice: Dispute.Choice, _ number: Int, _ row: Row) -> JSONText {
        [
            "take": .integer(number),
            "value": json(choice.value),
            "shown": .bool(row.dispute.isShown(choice)),
            "by": .array(
                choice.voices.map { voice in
                    [
                        "coder": .string(voice.by.description), "at": .string(voice.at.description),
                        "operation": .string(voice.operation.description),
                    ]
                }
            ),
        ]
    }

    private func json(_ value: CodingValue) -> JSONText {
        switch value {
        case .span(let anchor):
            [
                "text": .string(anchor.version.description), "start": .integer(anchor.span.start),
                "end": .integer(anchor.span.end), "quote": .string(anchor.quote),
            ]
        case .code(let code): .string(code.description)
        case .rule(let rule): .string(rule)
        case .memo(let memo): .string(memo)
        case .star(let star): .integer(star)
        case .doubt(let doubt): .bool(doubt)
        case .ended: "taken away"
        case .standing: "stands"
        }
    }
}
