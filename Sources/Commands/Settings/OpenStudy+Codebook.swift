// How commands change the codebook: as whom, what they say of it, and how codes are named. Knows no command.

import CodingCore
import StudyFiles

extension OpenStudy {
    /// A change of the codebook that is not written yet.
    ///
    /// - Throws: a sentence when a file of codes cannot be read: a code may be there that is not known.
    func codebookAct(by author: Author) throws -> CodebookAct {
        if let unread = study.codebook.unreadFile {
            throw CommandFailure.couldNot("\(unread) could not be read, so no code is changed; ‘gloss check’ says why")
        }
        return CodebookAct(folder, contents.codebooks, by: author)
    }

    /// Several codes that a person names, each once.
    func codes(named names: [String]) throws -> [Code] {
        try names.map { try code(named: $0) }.uniqued()
    }
}

extension CodebookAct {
    /// What was changed, a line for each field; a sentence when nothing was.
    var report: String {
        guard !isEmpty else { return "nothing to change: the codebook says that already\n" }
        return edits.filter { $0.field != CodebookEditor.orderField || $0.before != "" || $0.after != "" }
            .map { edit in
                let code = String(edit.object.dropFirst("code:".count))
                if edit.field.isEmpty { return "added \(code)  \(inOneLine(edit.after))\n" }
                return "\(code)  \(edit.field): \(shown(edit.before)) → \(shown(edit.after))\n"
            }
            .joined()
    }

    private func shown(_ words: String) -> String { words.isEmpty ? "(none)" : "“\(inOneLine(words))”" }
}
