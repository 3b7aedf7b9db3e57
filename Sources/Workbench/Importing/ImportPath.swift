// A path as a person types or pastes it: which part is a folder, and what quotes and `~` mean. Pure; asks no disk.

/// The words of a path.
struct ImportPath: Equatable {
    /// As it is to be shown.
    let words: String

    /// Takes words as they were typed, or pasted with the quotes or backslashes that terminals put round a dropped file.
    init(_ typed: String) {
        let trimmed = typed.trimmingBlanks
        if let quote = trimmed.first, quote == "'" || quote == "\"", trimmed.count > 1, trimmed.last == quote {
            words = String(trimmed.dropFirst().dropLast())
        } else {
            words = trimmed.replacing("\\ ", with: " ")
        }
    }

    /// The folder that is named, ending in `/`; empty for the one that Gloss was started in.
    var folder: String {
        if words == "~" { return "~/" }
        return words.lastIndex(of: "/").map { String(words[...$0]) } ?? ""
    }

    /// What stands after the folder.
    var name: String { words == "~" ? "" : String(words.dropFirst(folder.count)) }

    /// Whether it asks for several files, as a shell would understand it.
    var isPattern: Bool { words.contains { "*?[".contains($0) } }

    /// The path as the system takes it.
    ///
    /// - Parameter home: the person's own folder, which `~` stands for.
    func resolved(home: String?) -> String {
        guard let home, words == "~" || words.hasPrefix("~/") else { return words.isEmpty ? "." : words }
        return home + words.dropFirst()
    }
}

/// What stands in a folder, for completing a path.
struct PathListing: Equatable {
    /// One name in the folder.
    struct Entry: Equatable {
        let name: String
        let isFolder: Bool
    }

    /// The folder as it was typed, ending in `/`; empty for the one that Gloss was started in.
    let folder: String
    var entries: [Entry] = []
    /// Why the folder cannot be listed.
    var why: String?

    /// The rows that go on from what was typed of a name: those that begin so, then those that hold it. Hidden names have to
    /// be begun with their dot.
    func rows(for typed: String) -> [PaletteState.Row] {
        let wanted = typed.lowercased()
        let shown = entries.filter { $0.name.hasPrefix(".") == wanted.hasPrefix(".") }
        let begin = shown.filter { $0.name.lowercased().hasPrefix(wanted) }
        let hold = shown.filter { !$0.name.lowercased().hasPrefix(wanted) && $0.name.lowercased().contains(wanted) }
        return (begin + hold).map { entry in
            let name = entry.name + (entry.isFolder ? "/" : "")
            return PaletteState.Row(text: folder + name, words: entry.isFolder ? "folder" : "", shown: name)
        }
    }
}
