// What other programs saved while the workbench is open. Where the reader is, what is selected and what is typed stays.

import CodingCore
import Screen

extension AppState {
    /// Whether the study may change under the reader now: not while something lies over it that was asked of the old one, and not
    /// while acts are in memory only, which the files do not have.
    var isReadyForNews: Bool { overlay == nil && coding?.editing == nil && unsaved == 0 }

    /// Takes the study as the files have it now. The open document's own operations are read apart.
    mutating func take(news: Study) {
        study = news
        // Another window of this coder may have been there, whose acts are undone from here too.
        history = nil
        if let open = coding?.document, document(open.uuid) == nil {
            coding = nil
            trail = [.dashboard]
            notice = Notice(text: "\(open.id) is not in the study any more.", kind: .alarm)
        }
        coding?.take(study.codebook)
        studyIsBehind = coding != nil
        studyChanged()
    }
}

extension TerminalEvent {
    /// Whether it came from the person, who meant what was on the screen.
    var isTyped: Bool {
        switch self {
        case .key, .paste, .mouse: true
        case .resize, .signal, .wake: false
        }
    }
}
