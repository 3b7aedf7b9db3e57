// The line in which a memo is written. The text that it is about stays in sight.

import CodingCore
import Screen

/// What a memo is about.
enum MemoSubject {
    /// A coding that is there.
    case coding(Coding)
    /// The selected passage, which is given these codes together with the memo.
    case passage([Code])
}

/// A memo being written.
struct MemoState {
    let subject: MemoSubject
    let title: String
    var line: PromptLine
    /// Why the editor could not be opened; shown until the next key.
    var remark: String?

    /// - Parameter draft: the words that were being written when the terminal went away.
    init(_ subject: MemoSubject, title: String, draft: String? = nil) {
        self.subject = subject
        self.title = title
        if let draft {
            line = PromptLine(draft)
            remark = "What you were writing when the terminal went away; Ctrl-U clears it."
            return
        }
        if case .coding(let coding) = subject { line = PromptLine(coding.memo) } else { line = PromptLine() }
    }

    /// The keys that the line's hint bar names.
    var hints: [(key: String, title: String)] {
        switch subject {
        case .coding:
            [("Enter", "save"), ("Ctrl-O", "write more"), ("Esc", "leave it as it was"), ("empty", "clears the memo")]
        case .passage: [("Enter", "code and save"), ("Ctrl-O", "write more"), ("Esc", "code nothing")]
        }
    }
}

extension Coding {
    /// The memo where there is one row for it: the lines parted by ` / `.
    var memoInOneLine: String {
        memo.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: " / ")
    }
}
