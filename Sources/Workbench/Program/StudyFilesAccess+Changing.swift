// Changes of codebook, themes and memos on the real files, each one act of the journal.

import CodingCore
import StudyFiles

extension StudyFilesAccess {
    private var folder: StudyFolder { author.folder }

    func journalActs() throws -> [JournalAct] { Journal.ownActs(by: author, among: allActs) }

    private var allActs: [JournalAct] { JournalAct.all(of: Journal.read(folder).entries) }

    func memos() -> [Memo] { past?.memos ?? MemoFolder.read(root: folder.root).memos }

    func textAlone(of document: DocumentRecord) throws -> CanonicalText { try folder.textAlone(of: document) }

    func framework(named name: String) -> (folder: FrameworkFolder, names: [String]) {
        let read = FrameworkFolder.read(root: folder.root, name: name)
        return (past?.framework(read) ?? read, FrameworkFolder.names(root: folder.root))
    }

    func timeline() throws -> [TimelineEvent] {
        if let past { return past.timeline }
        return Timeline(try folder.load(), entries: Journal.read(folder).entries).events
    }

    func change(_ change: StudyChange, in study: Study, why: String) throws -> ChangedStudy {
        switch change {
        case .addTheme(let name):
            guard let id = folder.freeThemeID(for: name) else {
                throw FileTrouble(.malformed, "takes no theme of that name: use words.", path: ThemeFile.folder)
            }
            let theme = try folder.addTheme(Theme(id: id, name: name), why: why, by: author)
            return ChangedStudy(
                study: reread(study),
                notice: theme.hint(in: study.codebook)
                    ?? "made the theme · e writes its concept, T in codebook and extracts builds it",
                made: .theme(id)
            )
        case .setTheme(let id, let fields):
            let edits = try folder.setTheme(id, fields, why: why, by: author)
            return ChangedStudy(study: reread(study), notice: said(edits), made: .theme(id))
        case .addMemo(let text, let kind, let links):
            let memo = try folder.addMemo(text, kind: kind, links: links, why: why, by: author)
            return ChangedStudy(study: study, notice: "memo saved as \(memo.id) · u undoes", made: .memo(memo.id))
        case .setMemo(let id, let fields):
            let edits = try folder.setMemo(id, fields, why: why, by: author)
            return ChangedStudy(study: study, notice: said(edits), made: .memo(id))
        case .setCell(let cell):
            let isChanged = try folder.setCell(
                cell.column,
                ofCase: cell.row,
                document: cell.document,
                in: cell.framework,
                to: cell.after,
                expecting: cell.before,
                why: why,
                by: author
            )
            let what = cell.after.text.isEmpty && !cell.before.text.isEmpty ? "summary taken out" : "saved"
            return ChangedStudy(
                study: study,
                notice: isChanged ? "\(what) · u undoes" : "nothing to change: it says that already"
            )
        case .snapshot(let name):
            try folder.takeSnapshot(named: name, of: CodebookFolder.read(root: folder.root), by: author)
            return ChangedStudy(study: reread(study), notice: "the codebook is called “\(name)” as it is now")
        case .undo(let act):
            let words = words(of: act)
            try ActUndo(session, study: study).undo(act, why: why)
            return ChangedStudy(study: try folder.load().study, notice: "undid \(words) · U brings it back")
        case .redo(let act):
            try ActUndo(session, study: study).redo(act)
            return ChangedStudy(study: try folder.load().study, notice: "redid \(words(of: act)) · u undoes")
        case .split(let codings, let name, let from):
            return try split(codings, into: name, from: from, in: study, why: why)
        default: return try changeCodes(change, in: study, why: why)
        }
    }

    /// What an act changed, in a few words: `definition of block-contracts`, `making of the memo 2026-11-02-rs-a-worry`.
    private func words(of act: Identifier) -> String {
        let edits = allActs.first { $0.id == act }?.edits.map(\.edit) ?? []
        guard let first = edits.first else { return "an act" }
        let parts = first.object.split(separator: ":", maxSplits: 1).map(String.init)
        let name = parts.last ?? first.object
        let more = Set(edits.map(\.object)).count - 1
        let isMade = first.field.isEmpty && first.before.isEmpty
        let fields = edits.filter { $0.object == first.object && !$0.field.isEmpty }.map(\.field).uniqued()
        let what = isMade ? "making of the \(parts[0]) \(name)" : "\(fields.joined(separator: ", ")) of \(name)"
        return what + (more > 0 ? " and \(more) more" : "")
    }

    private func changeCodes(_ change: StudyChange, in study: Study, why: String) throws -> ChangedStudy {
        var act = CodebookAct(folder, CodebookFolder.read(root: folder.root), by: author)
        var made: CodeID?
        var notice: String?
        switch change {
        case .addCode(let draft, let after): made = try act.add(draft, after: after)
        case .setCode(let id, let fields): try act.set(fields, of: id)
        case .moveCodes(let ids, let parent): for id in ids { try act.move(id, under: parent) }
        case .orderCode(let id, let after): try act.order(id, after: after)
        case .merge(let sources, let heir):
            try act.merge(sources, into: heir)
            notice =
                "merged \(counted(sources.count, "code")) into \(study.codebook[heir]?.name ?? heir.description) · u undoes"
        case .retire(let ids): for id in ids { try act.retire(id) }
        case .restore(let id): try act.restore(id)
        case .adopt(let id):
            guard let code = study.codebook[id] else { break }
            made = try act.adopt(code)
        default: break
        }
        let edits = act.edits
        try act.write(why: why)
        return ChangedStudy(study: reread(study), notice: notice ?? said(edits), made: made.map { .code($0) })
    }

    private func split(_ codings: [Coding], into name: String, from: CodeID, in study: Study, why: String) throws
        -> ChangedStudy
    {
        var act = CodebookAct(folder, CodebookFolder.read(root: folder.root), by: author)
        var target = study.codebook.find(name)?.id
        if let there = target, there == from || study.codebook[there]?.isApplicable != true {
            throw FileTrouble(
                .malformed,
                "cannot give the extracts to \(there): name another code.",
                path: CodebookFolder.name
            )
        }
        if target == nil { target = try act.add(CodeDraft(name, parent: study.codebook[from]?.parent), after: from) }
        let id = author.identifiers.next()
        try act.write(act: id, why: why)
        let codebook = CodebookFolder.read(root: folder.root).codebook
        guard let code = target.flatMap({ codebook[$0] }) else { return ChangedStudy(study: reread(study), notice: "") }
        try session.recode(codings, to: code, in: study, act: id)
        let notice = "\(counted(codings.count, "coding")) now \(code.name) · u undoes"
        return ChangedStudy(study: try folder.load().study, notice: notice, made: .code(code.id))
    }

    /// The study with codes and themes as their files are now; texts and logs did not change.
    private func reread(_ study: Study) -> Study {
        var study = study
        noteCodebooksAndThemes()
        study.codebook = CodebookFolder.read(root: folder.root).codebook
        study.themes = ThemeFolder.read(root: folder.root).themes
        return study
    }

    private func said(_ edits: [FieldEdit]) -> String {
        guard let first = edits.first else { return "nothing to change: it says that already" }
        if first.field.isEmpty { return "made \(first.after) · u undoes" }
        let fields = edits.map(\.field).uniqued().joined(separator: ", ")
        return "changed \(fields) · u undoes"
    }

    // MARK: Forms

    func form(of subject: FormSubject, in study: Study) throws -> String {
        switch subject {
        case .code(let id): return study.codebook[id].map { CodeForm.text(of: $0) } ?? ""
        case .theme(let id): return try folder.text(ofTheme: id)
        case .memo(let id): return try folder.text(ofMemo: id)
        case .newMemo(let words, _, _): return words
        }
    }

    func change(from form: String, of subject: FormSubject, in study: Study) throws -> StudyChange? {
        switch subject {
        case .code(let id):
            guard let code = study.codebook[id] else { return nil }
            let fields = try CodeForm.fields(of: form).filter { field, words in
                // A tag that is only shown is not written; taken as it is, it stays so.
                !code[field].utf8.elementsEqual(words.utf8)
            }
            // What the codebook cannot have is said while the form is there to be mended.
            var trial = CodebookAct(folder, CodebookFolder.read(root: folder.root), by: author)
            try trial.set(fields, of: id)
            return fields.isEmpty ? nil : .setCode(id, fields)
        case .theme(let id):
            let fields = try folder.fields(ofTheme: id, in: form, of: study)
            return fields.isEmpty ? nil : .setTheme(id, fields)
        case .memo(let id):
            let fields = try folder.fields(ofMemo: id, in: form)
            return fields.isEmpty ? nil : .setMemo(id, fields)
        case .newMemo(_, let kind, let links): return .addMemo(form.trimmingBlanks, kind, links)
        }
    }
}
