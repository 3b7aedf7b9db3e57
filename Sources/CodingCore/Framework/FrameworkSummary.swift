// What a human wrote into a cell of a framework matrix, and which passages were there then. Values only; hashes are passed in.

/// A passage that stood behind a cell when its summary was written.
package struct SeenPassage: Hashable, Sendable {
    package let coding: Identifier
    /// Eight hexadecimal digits over the passage's words as they were; see `FrameworkSummary.mark`.
    package let mark: String
    /// Whether the summary rests on it by the writer's choice.
    package var isLinked: Bool
    /// The locator as it was, for people; may be empty.
    package let note: String

    package init(_ coding: Identifier, mark: String, isLinked: Bool = false, note: String = "") {
        (self.coding, self.mark, self.isLinked, self.note) = (coding, mark, isLinked, note)
    }

    /// Reads `- [x] ID MARK LOCATOR`, as an item of a task list; nothing for other lines.
    init?(_ line: some StringProtocol) {
        let isLinked = line.hasPrefix("- [x] ")
        guard isLinked || line.hasPrefix("- [ ] ") else { return nil }
        let parts = line.dropFirst(6).split(separator: " ", maxSplits: 2)
        guard parts.count >= 2, let coding = Identifier(parts[0]), parts[1].utf8.count == FrameworkSummary.markLength
        else { return nil }
        self.init(coding, mark: String(parts[1]), isLinked: isLinked, note: parts.count > 2 ? String(parts[2]) : "")
    }

    var line: String {
        "- [\(isLinked ? "x" : " ")] \(coding) \(mark)" + (note.isEmpty ? "" : " \(note)")
    }
}

/// The contents of a cell.
package struct FrameworkSummary: Hashable, Sendable {
    /// The human's own words, in Markdown; may be empty while passages are only linked.
    package var text: String
    package var passages: [SeenPassage]

    package init(text: String = "", passages: [SeenPassage] = []) {
        (self.text, self.passages) = (text, passages)
    }

    package static let markLength = 8

    /// What a passage's words are known again by: the first eight digits of the SHA-256 of its quote, and of the hash that goes with
    /// a long one.
    ///
    /// - Parameter sha256: gives the SHA-256 of bytes in lower-case hexadecimal.
    package static func mark(of coding: Coding, sha256: ([UInt8]) -> String) -> String {
        String(sha256(Array((coding.anchor.quote + "\n" + (coding.anchor.quoteHash ?? "")).utf8)).prefix(markLength))
    }

    /// Reads a cell as a page has it: the words, and below them the passages as a task list.
    package init(words: String) {
        var lines = words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var passages: [SeenPassage] = []
        while let last = lines.last {
            if let passage = SeenPassage(last) {
                passages.append(passage)
            } else if !last.allSatisfy({ $0 == " " }) {
                break
            }
            lines.removeLast()
        }
        let first = lines.firstIndex { !$0.allSatisfy { $0 == " " } } ?? lines.endIndex
        self.init(
            text: lines[first...].map { Self.unescaped($0) }.joined(separator: "\n"),
            passages: passages.reversed()
        )
    }

    /// The cell as a page has it; empty when there is nothing to say.
    package var words: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.escaped($0) }
        let list = passages.map(\.line)
        let parts = [text.isEmpty ? "" : lines.joined(separator: "\n"), list.joined(separator: "\n")]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// A line of the words that would be taken for the next cell's heading, or for a passage, gets a backslash before it.
    private static func escaped(_ line: Substring) -> String {
        let bare = line.drop { $0 == "\\" }
        return bare.hasPrefix("## ") || SeenPassage(bare) != nil ? "\\" + line : String(line)
    }

    private static func unescaped(_ line: String) -> String {
        let bare = line.drop { $0 == "\\" }
        guard line.hasPrefix("\\"), bare.hasPrefix("## ") || SeenPassage(bare) != nil else { return line }
        return String(line.dropFirst())
    }
}

/// The page of one case.
package struct FrameworkPage: Hashable, Sendable {
    /// The row: a document's id, or a value such as `B`.
    package var name: String
    /// The document, where the row is one; it stays when the document is moved.
    package var document: Identifier?
    package var summaries: [FrameworkColumn: FrameworkSummary]

    package init(name: String, document: Identifier? = nil, summaries: [FrameworkColumn: FrameworkSummary] = [:]) {
        (self.name, self.document, self.summaries) = (name, document, summaries)
    }
}
