// Words of a study that a shell offers while a command is being typed. Whatever goes wrong, there is nothing to offer.

import ArgumentParser
import CodingCore
import StudyFiles

/// What completion offers for an argument.
enum StudyWords {
    case documents, codes, attributes, themes, memos
    /// The words of `gloss code`: a document, then a passage, then codes.
    case codingWords

    /// The kind of completion that asks the study.
    var completion: CompletionKind {
        .custom { words, index, prefix in
            offered(words: words, index: index, prefix: prefix, on: .system())
        }
    }

    /// The words to offer.
    ///
    /// - Parameters:
    ///   - words: the command line so far, the program's name first.
    ///   - index: the place among them of the word that is being typed.
    ///   - prefix: what is typed of it.
    func offered(words: [String], index: Int, prefix: String, on console: Console) -> [String] {
        let options = StudyOptions(named: Self.value(of: "--study", in: words))
        guard let folder = try? options.folder(on: console), let study = try? folder.load().study else { return [] }
        switch self {
        case .documents: return Self.documents(of: study, prefix)
        case .codes: return Self.codes(of: study.codebook.codes, prefix)
        case .attributes: return study.attributeNames.filter { $0.hasPrefix(prefix) }
        case .themes: return study.themes.map(\.id.description).filter { $0.hasPrefix(prefix) }
        case .memos:
            return MemoFolder.read(root: folder.root).memos.map(\.id.description).filter { $0.hasPrefix(prefix) }
        case .codingWords:
            let before = Self.positionals(words.prefix(max(0, index)).dropFirst(2))
            if before == 0 { return Self.documents(of: study, prefix) }
            let hasPassage = before > 1 || words.contains("--quote")
            return hasPassage ? Self.codes(of: study.codebook.codes.filter(\.isApplicable), prefix) : []
        }
    }

    /// Ids; only when none begins so, short names.
    private static func documents(of study: Study, _ prefix: String) -> [String] {
        let ids = study.documents.map(\.id.description).filter { $0.hasPrefix(prefix) }
        return ids.isEmpty ? study.documents.map { study.shortName(of: $0.id) }.filter { $0.hasPrefix(prefix) } : ids
    }

    /// Ids; only when none begins so, tags.
    private static func codes(of codes: [Code], _ prefix: String) -> [String] {
        let ids = codes.map(\.id.description).filter { $0.hasPrefix(prefix) }
        return ids.isEmpty ? codes.map(\.mnemonic).filter { !$0.isEmpty && $0.hasPrefix(prefix) } : ids
    }

    /// The value of an option; a shell hands over the quotes that stand around it.
    private static func value(of option: String, in words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word == option, index + 1 < words.count { return unquoted(words[index + 1]) }
            if word.hasPrefix(option + "=") { return unquoted(String(word.dropFirst(option.count + 1))) }
        }
        return nil
    }

    private static func unquoted(_ word: String) -> String {
        guard word.count > 1, let mark = word.first, mark == "'" || mark == "\"", word.last == mark else { return word }
        return String(word.dropFirst().dropLast())
    }

    /// How many words are neither options nor their values.
    private static func positionals(_ words: some Sequence<String>) -> Int {
        let withValue: Set = ["--study", "--coder", "--quote", "--nth", "--memo", "--star", "--from"]
        var (count, isValue) = (0, false)
        for word in words {
            if isValue {
                isValue = false
            } else if word.hasPrefix("--") {
                isValue = withValue.contains(word)
            } else {
                count += 1
            }
        }
        return count
    }
}
