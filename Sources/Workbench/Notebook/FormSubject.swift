// What can be written in the coder's editor as a form. Names only.

import CodingCore

/// The object of a form.
enum FormSubject {
    case code(CodeID)
    case theme(ThemeID)
    case memo(MemoID)
    /// A memo that begins with these words, of this kind and with these links.
    case newMemo(String, Memo.Kind, [MemoLink])
}
