// The line in which a search is typed, and what is remembered of searches. The text stays in sight: the line stands on
// the status row.

import CodingCore
import Screen

/// A search being typed.
struct SearchState {
    var line = PromptLine()
    /// Where the reader was when the search began; Esc goes back to it.
    let origin: CodingState.View
    /// Which of the hits after the origin is wanted: 1 for the next.
    let times: Int
    /// The hit that the cursor stands on, counted from 0; nothing while there is none.
    var hit: Int?
    /// How far back in the history the line is; nothing while it is being typed.
    private var past: Int?
    /// What was typed before the history was looked through.
    private var typed = ""

    init(origin: CodingState.View, times: Int) {
        self.origin = origin
        self.times = times
    }

    /// Follows a key that edits the line or goes through the history; false when it does neither.
    mutating func handle(_ press: KeyPress, history: [String]) -> Bool {
        switch press.key {
        case .up: return recall(past.map { $0 + 1 } ?? 0, history)
        case .down: return recall(past.map { $0 - 1 }, history)
        default:
            past = nil
            return line.handle(press)
        }
    }

    private mutating func recall(_ wanted: Int?, _ history: [String]) -> Bool {
        guard let wanted, wanted < history.count else { return false }
        if past == nil { typed = line.text }
        past = wanted < 0 ? nil : wanted
        line.text = wanted < 0 ? typed : history[history.count - 1 - wanted]
        return true
    }
}

/// What was looked for in this session.
struct SearchMemory {
    /// What `n` looks for.
    var pattern: SearchPattern?
    /// The phrases, the newest last, none of them twice.
    private(set) var history: [String] = []
    private static let most = 50

    /// Remembers a phrase.
    mutating func remember(_ pattern: SearchPattern) {
        self.pattern = pattern
        history.removeAll { $0.utf8.elementsEqual(pattern.words.utf8) }
        history.append(pattern.words)
        if history.count > Self.most { history.removeFirst() }
    }
}
