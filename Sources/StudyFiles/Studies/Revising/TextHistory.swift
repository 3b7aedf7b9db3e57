// Which versions of a document's text came from which, as the journals tell it. Knows hashes only.

import CodingCore

/// The newest versions of a document's text: one, or several where people revised it without knowing of one another.
struct TextHistory {
    /// The field of a journal's entry that tells of a new version.
    static let field = "text"

    /// The versions from which no other one was made, in the order of the document's file; one at least.
    let newest: [String]

    init(_ document: DocumentRecord, journal: [JournalEntry]) {
        let object = Self.object(document)
        let replaced = journal.filter { entry in
            entry.object == object && entry.field == Self.field && document.versions.contains(entry.after)
        }
        .map(\.before)
        let newest = document.versions.uniqued().filter { !replaced.contains($0) }
        self.newest = newest.isEmpty ? document.versions.suffix(1) : newest
    }

    /// How the journal names a document.
    static func object(_ document: DocumentRecord) -> String { "document:\(document.uuid)" }

    var isDisputed: Bool { newest.count > 1 }

    /// What `gloss check` says of it; nothing where there is one newest version.
    func finding(_ document: DocumentRecord) -> Finding? {
        guard isDisputed else { return nil }
        let tags = newest.map { String($0.prefix(16)) }.joined(separator: ", ")
        let what = "has \(newest.count) newest versions of its text, made without knowing of one another: \(tags)"
        let example = StudyFolder.versionName(newest.last ?? "")
        let advice = "choose one, or write one out of all: “gloss revise \(document.id) --from \(example)”, for example"
        return .problem(StudyFolder.documentName(document.id), what, advice: advice)
    }
}
