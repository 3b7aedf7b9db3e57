// Where copied words go: the terminal's clipboard, or a file of the study.

import Screen

extension WorkbenchProgram {
    /// Hands words to the clipboard that the preferences name, and says where they are.
    func copy(_ text: String, notice: String) {
        var advice = ":set clipboard osc52 uses the terminal's"
        if state.preferences.clipboard == .osc52 {
            switch terminal.copy(text) {
            case .sent:
                state.notice = Notice(text: notice + " to the terminal's clipboard")
                return
            case .tooLong(let limit): advice = "more than \(limit) bytes, too long for a terminal's clipboard"
            case .unsupported: advice = "this terminal has no clipboard that programs can reach"
            }
        }
        do {
            state.notice = Notice(text: "\(notice) to \(try access.keepCopy(text)) · \(advice)")
        } catch {
            state.notice = Notice(text: "Not copied: \(sentence(error))", kind: .alarm)
        }
    }
}
