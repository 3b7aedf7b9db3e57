// The line in which a memo is written. The text that it is about stays in sight.

import CodingCore
import Screen

/// A memo being written on one coding.
struct MemoState {
    let coding: Coding
    let title: String
    var line: PromptLine

    init(coding: Coding, title: String) {
        self.coding = coding
        self.title = title
        line = PromptLine(coding.memo)
    }
}
