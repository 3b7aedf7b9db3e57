// Spells log lines: fixed key order, nothing that is empty or usual. Format: docs/FORMAT.md, "A log line". Knows no files.

package import CodingCore

/// The one spelling of a log line.
package enum LogLineWriter {
    /// The line in UTF-8 with LF at the end.
    ///
    /// An operation of the kind `unknown` is spelled without what this Gloss could not read of it; no such line is ever
    /// to be written to a log.
    package static func bytes(_ line: LogLine) -> [UInt8] {
        json(line).line
    }

    private static func json(_ line: LogLine) -> JSONText {
        guard let first = line.operations.first else { return .object([]) }
        let standsAlone = !line.isBatch && (!first.isUndo || (line.act == line.id && line.logs == 1))
        guard standsAlone else { return batch(line, first) }
        var members = head(first.id, first.body.name, by: first.by, at: first.at)
        if !first.isUndo, first.act != first.id { members.append(.init("act", .string(first.act.description))) }
        if line.logs != 1 { members.append(.init("logs", .integer(line.logs))) }
        return .object(members + body(first.body))
    }

    private static func batch(_ line: LogLine, _ first: LogOperation) -> JSONText {
        var members = head(line.id, "batch", by: first.by, at: first.at)
        members.append(.init("act", .string(line.act.description)))
        if line.logs != 1 { members.append(.init("logs", .integer(line.logs))) }
        members.append(.init("ops", .array(line.operations.map { nested($0, in: first) })))
        return .object(members)
    }

    private static func nested(_ operation: LogOperation, in first: LogOperation) -> JSONText {
        var members: [JSONText.Member] = [
            .init("id", .string(operation.id.description)), .init("op", .string(operation.body.name)),
        ]
        if operation.by != first.by { members.append(.init("by", .string(operation.by.description))) }
        if operation.at != first.at { members.append(.init("at", .string(operation.at.description))) }
        if operation.act != first.act, !operation.isUndo {
            members.append(.init("act", .string(operation.act.description)))
        }
        return .object(members + body(operation.body))
    }

    private static func head(_ id: Identifier, _ name: String, by: CoderID, at: Moment) -> [JSONText.Member] {
        [
            .init("v", 1), .init("id", .string(id.description)), .init("op", .string(name)),
            .init("by", .string(by.description)), .init("at", .string(at.description)),
        ]
    }

    private static func body(_ body: LogOperation.Body) -> [JSONText.Member] {
        switch body {
        case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt):
            var members = [JSONText.Member("doc", .string(document.description))] + spelled(anchor)
            members.append(.init("code", .string(code.description)))
            if !rule.isEmpty { members.append(.init("rule", .string(rule))) }
            if !memo.isEmpty { members.append(.init("memo", .string(memo))) }
            if star != 0 { members.append(.init("star", .integer(star))) }
            if doubt { members.append(.init("doubt", true)) }
            return members
        case .set(let coding, let replaces, let changes):
            return [.init("on", .string(coding.description)), .init("prev", spelled(replaces))] + spelled(changes)
        case .uncode(let coding, let replaces):
            return [.init("on", .string(coding.description)), .init("prev", spelled([.whole: replaces]))]
        case .undo(let act): return [.init("act", .string(act.description))]
        case .redo(let undo): return [.init("undo", .string(undo.description))]
        case .tombstone(let tombstone): return spelled(tombstone)
        case .unknown: return []
        }
    }

    private static func spelled(_ anchor: Anchor) -> [JSONText.Member] {
        var members: [JSONText.Member] = [
            .init("text", .string(anchor.version.description)),
            .init("start", .integer(anchor.span.start)), .init("end", .integer(anchor.span.end)),
            .init("quote", .string(anchor.quote)),
        ]
        if let hash = anchor.quoteHash { members.append(.init("qh", .string(hash))) }
        if !anchor.before.isEmpty { members.append(.init("before", .string(anchor.before))) }
        if !anchor.after.isEmpty { members.append(.init("after", .string(anchor.after))) }
        return members
    }

    /// The changes of a `set`, where every field that is given is spelled: an empty memo clears one.
    private static func spelled(_ changes: CodingChanges) -> [JSONText.Member] {
        var members = changes.anchor.map(spelled) ?? []
        if let code = changes.code { members.append(.init("code", .string(code.description))) }
        if let rule = changes.rule { members.append(.init("rule", .string(rule))) }
        if let memo = changes.memo { members.append(.init("memo", .string(memo))) }
        if let star = changes.star { members.append(.init("star", .integer(star))) }
        if let doubt = changes.doubt { members.append(.init("doubt", .bool(doubt))) }
        if let from = changes.from { members.append(.init("from", .string(from.description))) }
        if let how = changes.how { members.append(.init("how", .string(how))) }
        return members
    }

    private static func spelled(_ tombstone: Tombstone) -> [JSONText.Member] {
        func named(_ ids: [Identifier]) -> JSONText { .array(ids.map { .string($0.description) }) }
        var members: [JSONText.Member] = []
        if !tombstone.documents.isEmpty { members.append(.init("docs", named(tombstone.documents))) }
        if !tombstone.texts.isEmpty { members.append(.init("texts", .array(tombstone.texts.map { .string($0) }))) }
        return members + [.init("ids", named(tombstone.operations))]
    }

    private static func spelled(_ replaces: [CodingField: [Identifier]]) -> JSONText {
        .object(
            CodingField.allCases.compactMap { field in
                replaces[field].map { .init(field.rawValue, .array($0.map { .string($0.description) })) }
            }
        )
    }
}

extension LogOperation {
    fileprivate var isUndo: Bool { if case .undo = body { true } else { false } }
}

extension LogOperation.Body {
    fileprivate var name: String {
        switch self {
        case .code: "code"
        case .set: "set"
        case .uncode: "uncode"
        case .undo: "undo"
        case .redo: "redo"
        case .tombstone(let tombstone): tombstone.reason.rawValue
        case .unknown(let name): name
        }
    }
}
