// What `gloss check` says of themes, memos and framework matrices: whatever they name must be there. And of changes that the journal has and a file
// has not. Reads their files; writes nothing.

import CodingCore

/// The check of themes, memos and of the journal's changes.
struct NotesCheck {
    private let study: Study
    private let codings: Set<Identifier>
    private let themes: Set<ThemeID>
    private let memos: Set<MemoID>
    private(set) var findings: [Finding] = []

    static func findings(_ contents: StudyContents, in folder: StudyFolder) -> [Finding] {
        let memos = MemoFolder.read(root: folder.root)
        var check = NotesCheck(contents.study, memos.memos)
        for theme in contents.study.themes { check.look(at: theme) }
        for memo in memos.memos { check.look(at: memo) }
        for name in FrameworkFolder.names(root: folder.root) {
            check.look(at: FrameworkFolder.read(root: folder.root, name: name))
        }
        return check.findings + memos.findings + unfinished(in: folder)
    }

    private init(_ study: Study, _ memos: [Memo]) {
        self.study = study
        codings = Set(study.codings.map(\.id))
        themes = Set(study.themes.map(\.id))
        self.memos = Set(memos.map(\.id))
    }

    private mutating func look(at theme: Theme) {
        let file = ThemeFile.path(theme.id)
        for code in theme.codes where study.codebook[code] == nil {
            note(file, "names the code \(code), which no codebook has", "take it out, or mend the id")
        }
        for relation in theme.relations where !themes.contains(relation.to) {
            note(file, "is related to \(relation.to), which is no theme", "take it out, or mend the id")
        }
        for extract in theme.extracts + theme.contrary where !codings.contains(extract.coding) {
            let what = "has the extract \(extract.words), whose coding is not there any more"
            findings.append(.warning(file, what, advice: "choose another passage, or take it out"))
        }
    }

    private mutating func look(at memo: Memo) {
        let file = MemoFile.path(memo.id)
        for link in memo.links {
            let isThere: Bool
            switch link {
            case .code(let id): isThere = study.codebook[id] != nil
            case .theme(let id): isThere = themes.contains(id)
            case .document(let id): isThere = study.documents.contains { $0.id == id }
            case .passage(let id, _): isThere = codings.contains(id)
            case .memo(let id): isThere = memos.contains(id)
            }
            if isThere { continue }
            // A passage may be uncoded, and the memo stays.
            let what = "is linked to \(link.words), which is not there"
            if case .passage = link {
                findings.append(.warning(file, what, advice: "nothing needs doing; the link can be taken out"))
            } else {
                note(file, what, "take the link out, or mend it")
            }
        }
    }

    private mutating func look(at framework: FrameworkFolder) {
        findings += framework.findings
        for column in framework.plan.columns where !column.isThere(in: study) {
            let file = FrameworkFile.planPath(framework.plan.name)
            note(file, "has the column \(column), which is not there", "take it out, or mend the id")
        }
        let documents = Dictionary(study.documents.map { ($0.uuid, $0.id) }) { first, _ in first }
        for (page, path) in zip(framework.pages, framework.paths) {
            if let document = page.document, documents[document] == nil {
                let what = "is the page of \(page.name), which is no document of the study any more"
                findings.append(.warning(path, what, advice: "nothing needs doing; the page can be removed"))
            }
            for column in page.summaries.keys.sorted(by: { $0.description < $1.description })
            where !column.isThere(in: study) {
                note(path, "has a cell for \(column), which is not there", "move its words to another cell")
            }
        }
    }

    private mutating func note(_ file: String, _ what: String, _ advice: String) {
        findings.append(.problem(file, what, advice: advice))
    }

    /// Files that are as they were before the journal's newest change of them: the program was ended between the two.
    private static func unfinished(in folder: StudyFolder) -> [Finding] {
        var newest: [String: JournalEntry] = [:]
        for entry in Journal.read(folder).entries where entry.operation == JournalEntry.Operation.edit.rawValue {
            let isNote = [CodebookFolder.name, ThemeFile.folder, MemoFile.folder, FrameworkFile.folder].contains {
                entry.file.hasPrefix($0 + "/")
            }
            if isNote, entry.shaBefore != entry.shaAfter { newest[entry.file] = entry }
        }
        return newest.values.compactMap { entry in
            let now = (try? folder.bytes(of: entry.file))?.map { SHA256.hexadecimal(of: $0) } ?? ""
            guard now == entry.shaBefore, now != entry.shaAfter else { return nil }
            let what = "is as it was before the change of \(entry.object) that the journal has"
            return .warning(
                entry.file,
                what,
                advice: "make the change again; the program was ended before it was written"
            )
        }
    }
}
