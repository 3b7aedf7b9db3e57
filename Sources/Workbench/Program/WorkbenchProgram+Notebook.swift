// The edge of the notebook: changes of codebook, themes and memos, and forms in the coder's editor.

import CodingCore
import StudyFiles

extension WorkbenchProgram {
    /// Makes a change; false where it could not be made.
    func make(_ change: StudyChange, why: String) -> Bool {
        guard access.unsavedLines == 0 else {
            state.refuse("Some acts are in memory only: once they are saved, this can be changed.")
            return false
        }
        do {
            let changed = try access.change(change, in: state.study, why: why)
            let open = state.coding?.document
            state.take(changed)
            // A split, and its undo, change codings of the open document too.
            if let open, let record = state.document(open.uuid), let operations = try? access.operations(on: record) {
                state.coding?.replaceOperations(operations)
            }
            readNotebook(nil, memos: change.mayConcernMemos)
            // A cell that was written, or an undo of one; other screens read it when it comes up.
            if state.screen == .framework { readFramework() }
            // A new memo is in the list only now.
            if let made = changed.made, case .notebook(let page) = state.screen { state.notebook[page]?.choose(made) }
            return true
        } catch {
            state.notice = Notice(text: sentence(error), kind: .alarm)
            // Words that were not written are not lost.
            if case .addMemo(let words, _, let links) = change { state.askForMemo(words, links) }
            return false
        }
    }

    /// Reads memos, and for the timeline everything that was done. Memos are read when they are gone to, and once for the cards
    /// of other pages that name them: there may be thousands.
    func readNotebook(_ page: NotebookPage?, memos: Bool = false) {
        do {
            let needsTimeline = page == .timeline || (page == nil && state.screen == .notebook(.timeline))
            let needsMemos = memos || page == .memos || (page != nil && state.memos.isEmpty)
            state.take(
                memos: needsMemos ? access.memos() : state.memos,
                timeline: needsTimeline ? try access.timeline() : nil
            )
        } catch {
            state.notice = Notice(text: sentence(error), kind: .alarm)
        }
    }

    /// Has a form edited and makes the change that it asks for. A form that cannot be used comes up again with the reason.
    func editForm(_ subject: FormSubject) {
        do {
            var form = try access.form(of: subject, in: state.study)
            for _ in 0..<8 {
                let before = form
                form = try access.edited(form) { path in try terminal.handOver { try editor.edit(path) } }
                terminal.forgetFrame()
                if form.trimmingBlanks.isEmpty || (form.trimmingBlanks == before.trimmingBlanks && !isNew(subject)) {
                    state.notice = Notice(text: "Nothing was changed.")
                    return
                }
                do {
                    guard let change = try access.change(from: form, of: subject, in: state.study) else {
                        state.notice = Notice(text: "Nothing was changed.")
                        return
                    }
                    return ask(why: change)
                } catch {
                    form = "# \(sentence(error))\n" + form
                }
            }
            state.refuse("The form could not be used, and nothing was changed.")
        } catch {
            terminal.forgetFrame()
            state.notice = Notice(text: sentence(error), kind: .alarm)
            if case .newMemo(let words, _, let links) = subject { state.askForMemo(words, links) }
        }
    }

    private func isNew(_ subject: FormSubject) -> Bool { if case .newMemo = subject { true } else { false } }

    /// The reason is asked for where a definition or a claim changes; a memo is its own reason.
    private func ask(why change: StudyChange) {
        switch change {
        case .setCode, .setTheme:
            state.overlay = .question(LineQuestion(.why(change), "why change it"))
        default: _ = make(change, why: "")
        }
    }
}
