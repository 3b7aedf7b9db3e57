// Words that a coder was writing when the program had to end: kept in the study's own folder for what is not shared, until the
// coder takes them back. Knows nothing of what they were about.

import CodingCore

/// One coder's unfinished words in one clone.
package struct Drafts {
    private static let folderName = ".gloss/drafts"
    private let folder: StudyFolder
    private let coder: CoderID

    package init(of author: Author) {
        folder = author.folder
        coder = author.coder
    }

    /// The files' names inside the study, in order; none when there is nothing to be read.
    package var names: [String] {
        guard let listing = try? Disk.list(folder.path(Self.folderName)) else { return [] }
        return listing.names.filter { $0.hasPrefix("\(coder)-") && $0.hasSuffix(".md") }
            .map { Self.folderName + "/" + $0 }
    }

    /// Where words are kept and what to do with them; nothing when none are.
    package var sentence: String? {
        let names = names
        guard let last = names.last else { return nil }
        let what = names.count == 1 ? last : "\(names.count) files of \(Self.folderName)"
        return "What you were writing when Gloss had to end is kept in \(what): remove it when you have it back."
    }

    /// Keeps words in a file of their own that only the coder can read.
    ///
    /// - Throws: `FileTrouble`.
    package func keep(_ text: String) throws {
        try Disk.requireInside(folder.path(Self.folderName), root: folder.root)
        try Disk.makeFolder(folder.path(Self.folderName))
        var number = 1
        while Disk.exists(path(number)) { number += 1 }
        try Disk.createDurably(Array((text + "\n").utf8), at: path(number))
    }

    private func path(_ number: Int) -> String { folder.path("\(Self.folderName)/\(coder)-\(number).md") }
}
