// One field of one object that an act changes, and the files that it changes for that. Values only.

/// What was said of an object before and after; enough to take the change back.
package struct FieldEdit: Hashable, Sendable {
    /// What it is about, such as `code:block-contracts`, `theme:t-nobody-owns-it`, `memo:2026-11-22-rs-a-worry`.
    package var object: String
    /// The field, such as `name`; empty for the object as a whole, whose `before` is empty when it is made, and whose `after`
    /// is empty when it is removed.
    package var field: String
    /// The value as words; the items of a list each on a line. Empty when there was none.
    package var before: String
    package var after: String

    package init(_ object: String, _ field: String, from before: String, to after: String) {
        (self.object, self.field, self.before, self.after) = (object, field, before, after)
    }

    /// The edit that takes this one back.
    package var reversed: FieldEdit { FieldEdit(object, field, from: after, to: before) }
}

/// A file of the study that an act writes, and what that changes in words.
package struct FileEdit: Sendable {
    /// The path inside the study.
    package var name: String
    /// The bytes that the change was made from; nothing when there was no file.
    package var old: [UInt8]?
    /// The bytes to be there; nothing when the file is to go.
    package var new: [UInt8]?
    package var edits: [FieldEdit]

    package init(_ name: String, from old: [UInt8]?, to new: [UInt8]?, _ edits: [FieldEdit]) {
        (self.name, self.old, self.new, self.edits) = (name, old, new, edits)
    }
}
