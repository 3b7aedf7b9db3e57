// One line of the journal: what was done besides coding. Knows the line's keys; nothing of files on disk.

package import CodingCore

/// One change as the journal tells it.
package struct JournalEntry: Hashable, Sendable {
    /// What was done.
    package enum Operation: String, Hashable, Sendable {
        /// The study was made.
        case create
        /// A document came in.
        case `import`
        /// Something was changed: an attribute, a code, a theme.
        case edit
        /// A file was written for others.
        case export
        /// An act of the journal was taken back; `object` is `act:ID`, and the edits of the same act undo its edits.
        case undo
        /// An act that was taken back was done again; `object` is the `act:ID` of the undo.
        case redo
        /// The state of the codebook was given a name.
        case snapshot
        /// Another copy of the study was taken in.
        case merge
        /// A participant withdrew; the entry names documents by their uuids alone.
        case forget
    }

    package var id: Identifier
    /// The name of the operation; one of `Operation`, or that of a newer Gloss.
    package var operation: String
    package var by: CoderID
    package var at: Moment
    /// The unit of undo: several entries of one act have it in common.
    package var act: Identifier
    /// What it is about, such as `document:UUID`, `code:block-contracts`, `extracts`.
    package var object: String
    package var field = ""
    package var before = ""
    package var after = ""
    package var why = ""
    /// The file that was written, by its path inside the study, or by its whole path outside.
    package var file = ""
    /// SHA-256 of the file's bytes before and after; empty when there was no file.
    package var shaBefore = ""
    package var shaAfter = ""

    package init(
        _ operation: Operation,
        id: Identifier,
        by: CoderID,
        at: Moment,
        act: Identifier? = nil,
        object: String
    ) {
        self.id = id
        self.operation = operation.rawValue
        self.by = by
        self.at = at
        self.act = act ?? id
        self.object = object
    }

    /// The line with its LF; empty values are left out.
    package var line: [UInt8] {
        var members: [JSONText.Member] = [
            .init("v", 1), .init("id", .string(id.description)), .init("op", .string(operation)),
            .init("by", .string(by.description)), .init("at", .string(at.description)),
            .init("act", .string(act.description)), .init("object", .string(object)),
        ]
        let texts = [
            ("field", field), ("before", before), ("after", after), ("why", why), ("file", file),
            ("sha_before", shaBefore), ("sha_after", shaAfter),
        ]
        for (name, text) in texts where !text.isEmpty { members.append(.init(name, .string(text))) }
        return JSONText.object(members).line
    }

    /// Reads a line; nothing when a key that every line has is missing or makes no sense.
    package init?(_ json: JSONText) {
        func text(_ name: String) -> String { json[name]?.string ?? "" }
        guard json["v"]?.integer == 1, let id = Identifier(text("id")), let by = CoderID(text("by")),
            let at = Moment(text("at")), !text("op").isEmpty
        else { return nil }
        self.id = id
        operation = text("op")
        self.by = by
        self.at = at
        act = Identifier(text("act")) ?? id
        object = text("object")
        field = text("field")
        before = text("before")
        after = text("after")
        why = text("why")
        file = text("file")
        shaBefore = text("sha_before")
        shaAfter = text("sha_after")
    }
}
