// The texts that lists have read, so many and no more. Knows no files: who reads puts them here.

import CodingCore

/// Texts by the ids of their documents; those put here longest ago are let go first.
struct TextShelf {
    /// What reading a document's text came to.
    enum Entry {
        case text(Transcript)
        /// Why the text cannot be read.
        case unreadable(String)

        var transcript: Transcript? {
            if case .text(let transcript) = self { transcript } else { nil }
        }
    }

    /// More than the rows of the tallest window can name.
    static let most = 64

    private var entries: [Identifier: Entry] = [:]
    private var order: [Identifier] = []

    /// What is known of a document's text; nothing while it was not read.
    subscript(document: Identifier) -> Entry? { entries[document] }

    /// Puts a text here.
    mutating func put(_ entry: Entry, for document: Identifier) {
        if entries.updateValue(entry, forKey: document) != nil { order.removeAll { $0 == document } }
        order.append(document)
        while order.count > Self.most { entries[order.removeFirst()] = nil }
    }
}
