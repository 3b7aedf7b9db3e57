// A second, independent reader of log lines, by JSONDecoder: slow, lax, and the measure of ours.

import CodingCore
import Foundation

/// One object of a log line as JSONDecoder sees it.
struct DecodedLine: Decodable {
    var v: Int?
    var id: String?
    var op: String?
    var by: String?
    var at: String?
    var act: String?
    var logs: Int?
    var ops: [DecodedLine]?
    var on: String?
    var prev: [String: Names]?
    var from: String?
    var how: String?
    var undo: String?
    var doc: String?
    var text: String?
    var start: Int?
    var end: Int?
    var quote: String?
    var qh: String?
    var before: String?
    var after: String?
    var code: String?
    var rule: String?
    var memo: String?
    var star: Int?
    var doubt: Bool?
    var docs: [String]?
    var texts: [String]?
    var ids: [String]?

    /// The ids that a field names; none for what is no array of texts.
    struct Names: Decodable {
        var ids: [String]

        init(from decoder: any Decoder) throws {
            ids = (try? decoder.singleValueContainer().decode([String].self)) ?? []
        }
    }

    /// The line that JSONDecoder makes of bytes; nothing when it refuses.
    static func line(_ bytes: [UInt8]) -> LogLine? {
        (try? JSONDecoder().decode(DecodedLine.self, from: Data(bytes)))?.line
    }

    private var line: LogLine? {
        guard op == "batch" else {
            guard let operation = operation(in: self) else { return nil }
            var line = LogLine(operation)
            line.logs = logs ?? 1
            return line
        }
        guard let id = identifier(id), let ops else { return nil }
        let operations = ops.compactMap { $0.operation(in: self) }
        return operations.count == ops.count ? LogLine(batch: id, operations: operations, logs: logs ?? 1) : nil
    }

    private func identifier(_ text: String?) -> Identifier? { text.flatMap { Identifier($0) } }

    private func operation(in line: DecodedLine) -> LogOperation? {
        guard let id = identifier(id), let by = (by ?? line.by).flatMap({ CoderID($0) }),
            let at = (at ?? line.at).flatMap({ Moment($0) }), let body
        else { return nil }
        let own = op == "undo" ? nil : act
        let inherited = line.op == "batch" ? line.act ?? line.id : nil
        return LogOperation(id: id, by: by, at: at, act: identifier(own ?? inherited), body: body)
    }

    private var body: LogOperation.Body? {
        switch op {
        case "code":
            guard let document = identifier(doc), let anchor, let code = code.flatMap({ CodeID($0) }) else {
                return nil
            }
            return .code(
                document: document,
                anchor: anchor,
                code: code,
                rule: rule ?? "",
                memo: memo ?? "",
                star: star ?? 0,
                doubt: doubt ?? false
            )
        case "set":
            guard let on = identifier(on) else { return nil }
            let changes = CodingChanges(
                anchor: anchor,
                code: code.flatMap { CodeID($0) },
                rule: rule,
                memo: memo,
                star: star,
                doubt: doubt,
                from: identifier(from),
                how: how
            )
            return .set(on: on, replaces: replaced, changes: changes)
        case "uncode": return identifier(on).map { .uncode(on: $0, replaces: replaced[.whole] ?? []) }
        case "undo": return identifier(act).map { .undo(act: $0) }
        case "redo": return identifier(undo).map { .redo(undo: $0) }
        case "forget", "scrub":
            guard let ids, let reason = op.flatMap({ Tombstone.Reason(rawValue: $0) }) else { return nil }
            return .tombstone(
                Tombstone(
                    reason,
                    documents: (docs ?? []).compactMap { Identifier($0) },
                    texts: texts ?? [],
                    operations: ids.compactMap { Identifier($0) }
                )
            )
        default: return op.map { .unknown(name: $0) }
        }
    }

    private var anchor: Anchor? {
        guard let version = text.flatMap({ VersionTag($0) }), let start, let end, let quote,
            let span = TextSpan(checking: start, end)
        else { return nil }
        return Anchor(
            version: version,
            span: span,
            quote: quote,
            quoteHash: qh,
            before: before ?? "",
            after: after ?? ""
        )
    }

    private var replaced: [CodingField: [Identifier]] {
        Dictionary(
            uniqueKeysWithValues: (prev ?? [:]).compactMap { name, names in
                CodingField(rawValue: name).map { ($0, names.ids.compactMap { Identifier($0) }) }
            }
        )
    }
}
