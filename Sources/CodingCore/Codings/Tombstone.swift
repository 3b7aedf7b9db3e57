// What is left in the logs of lines that were taken out of them: the names of what is gone, and none of its words. Knows no
// files.

/// Names what a participant's withdrawal, or a pseudonym, took out of logs for good.
package struct Tombstone: Hashable, Sendable {
    /// Why lines were taken out.
    package enum Reason: String, Hashable, Sendable {
        /// A participant withdrew: whatever is named here does not count, wherever it comes back from.
        case forget
        /// Words were replaced: the operations named here go on without the words they quoted.
        case scrub
    }

    package var reason: Reason
    /// Documents of which nothing may stay.
    package var documents: [Identifier]
    /// SHA-256 of text versions that are gone, in hexadecimal.
    package var texts: [String]
    /// Operations that are gone, codings among them, and acts over several logs that lost a line.
    package var operations: [Identifier]

    package init(
        _ reason: Reason,
        documents: [Identifier] = [],
        texts: [String] = [],
        operations: [Identifier] = []
    ) {
        self.reason = reason
        self.documents = documents
        self.texts = texts
        self.operations = operations
    }
}

/// Everything that the tombstones of some logs say is forgotten.
package struct Forgotten: Equatable, Sendable {
    package private(set) var documents: Set<Identifier> = []
    package private(set) var texts: Set<String> = []
    /// Operations, codings and acts.
    package private(set) var operations: Set<Identifier> = []
    /// The operations that go on without the words they quoted.
    package private(set) var wordless: Set<Identifier> = []
    /// The texts, by SHA-256, that documents which stay were taken out of; a newest text stays until there is another.
    package private(set) var replacedTexts: Set<String> = []
    /// The documents, still there, whose imported bytes are gone.
    package private(set) var changedDocuments: Set<Identifier> = []

    package init() {}

    /// What a series of operations says is forgotten; codings that it makes on forgotten documents are among it.
    package init(in operations: some Sequence<LogOperation>) {
        for case .tombstone(let tombstone) in operations.lazy.map(\.body) { add(tombstone) }
        guard !documents.isEmpty else { return }
        for operation in operations where covers(operation) { self.operations.insert(operation.id) }
    }

    /// Whether nothing is forgotten, which is the rule.
    package var isEmpty: Bool { documents.isEmpty && operations.isEmpty && texts.isEmpty }

    /// Whether no words were taken out of lines and texts that stay.
    package var keepsAllWords: Bool { wordless.isEmpty && replacedTexts.isEmpty && changedDocuments.isEmpty }

    /// Adds what a tombstone names; one that is about words alone forgets no operation.
    package mutating func add(_ tombstone: Tombstone) {
        switch tombstone.reason {
        case .forget:
            documents.formUnion(tombstone.documents)
            texts.formUnion(tombstone.texts)
            operations.formUnion(tombstone.operations)
        case .scrub:
            changedDocuments.formUnion(tombstone.documents)
            replacedTexts.formUnion(tombstone.texts)
            wordless.formUnion(tombstone.operations)
        }
    }

    /// Whether an operation is forgotten: by its own id, by its document's, or by that of the coding it changes.
    package func covers(_ operation: LogOperation) -> Bool {
        guard !isEmpty else { return false }
        if operations.contains(operation.id) { return true }
        return switch operation.body {
        case .code(let document, _, _, _, _, _, _): documents.contains(document)
        case .set(let on, _, _), .uncode(let on, _): operations.contains(on)
        case .undo, .redo, .tombstone, .unknown: false
        }
    }
}
