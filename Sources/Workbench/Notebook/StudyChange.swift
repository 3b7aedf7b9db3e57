// What the notebook asks of the study's files. Values only.

import CodingCore
import StudyFiles

/// A change of codebook, themes or memos: one act of the journal.
enum StudyChange {
    case addCode(CodeDraft, after: CodeID?)
    case setCode(CodeID, [(field: CodeField, words: String)])
    case moveCodes([CodeID], under: CodeID?)
    /// The code behind which another one of its file stands; first without one.
    case orderCode(CodeID, after: CodeID?)
    case merge([CodeID], into: CodeID)
    case retire([CodeID])
    case restore(CodeID)
    case adopt(CodeID)
    /// Codings get another code: one that there is, or a new one behind theirs.
    case split([Coding], into: String, from: CodeID)
    case addTheme(String)
    case setTheme(ThemeID, [(field: ThemeField, words: String)])
    case addMemo(String, Memo.Kind, [MemoLink])
    case setMemo(MemoID, [(field: MemoField, words: String)])
    case snapshot(String)
    case setCell(CellChange)
    case undo(Identifier)
    case redo(Identifier)

    /// Whether memos may be others afterwards.
    var mayConcernMemos: Bool {
        switch self {
        case .addMemo, .setMemo, .undo, .redo: true
        default: false
        }
    }
}

/// What a change came to.
struct ChangedStudy {
    let study: Study
    /// What is said of it.
    let notice: String
    /// What it made, to be turned to.
    var made: NotebookState.Subject?
}
