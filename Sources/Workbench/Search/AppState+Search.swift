// Looking for words in the document: while they are typed, and from hit to hit afterwards.

import CodingCore
import Screen

extension AppState {
    /// Opens the line for a search, or looks for words at once.
    mutating func search(_ words: String?, times: Int) {
        guard let words else {
            if let coding { overlay = .search(SearchState(origin: coding.view, times: times)) }
            return
        }
        guard let pattern = SearchPattern(words) else {
            refuse("There is nothing to look for in blanks.")
            return
        }
        look(for: pattern, times: times)
    }

    /// Looks for the word under the cursor, or for the next one where there is none.
    ///
    /// Of a word longer than any language has, the first hundred characters are looked for.
    mutating func searchWord(times: Int) {
        guard let screen = coding,
            let word = screen.units.word(holding: screen.cursor)
                ?? screen.transcript.unit(.word, startingAfter: screen.cursor),
            let pattern = SearchPattern(String(screen.transcript.text.string(in: word).prefix(100)).lowercased())
        else {
            refuse("There is no word here to look for.")
            return
        }
        look(for: pattern, times: times)
    }

    /// Goes to the next hit of what was looked for last, or to the one before.
    mutating func goToHit(forward: Bool, times: Int) {
        if let pattern = search.pattern { look(for: pattern, forward: forward, times: times) }
    }

    private mutating func look(for pattern: SearchPattern, forward: Bool = true, times: Int) {
        search.remember(pattern)
        let before = here
        coding?.find(pattern)
        guard let found = coding?.goToHit(forward: forward, times: times) else {
            refuse(absence(of: pattern))
            return
        }
        coding?.centreCursor()
        rememberJump(from: before)
        say(found.hit, of: pattern, wraps: found.wraps ? forward : nil)
    }

    private func absence(of pattern: SearchPattern) -> String {
        "“\(pattern.words)” is not in \(coding.map { study.shortName(of: $0.document.id) } ?? "this document")."
    }

    private mutating func say(_ hit: Int, of pattern: SearchPattern, wraps forward: Bool?) {
        var text = "/\(pattern.words) \(hit + 1) of \(coding?.hits.count ?? 0)"
        if let forward { text += " · search went on from the \(forward ? "top" : "end")" }
        notice = Notice(text: text)
    }

    // MARK: While it is typed

    /// Follows a key in the line of a search.
    mutating func handle(_ press: KeyPress, in search: SearchState) {
        if press.key == .enter { return finish(search) }
        // A line that is empty already leads back to the text, as in every pager.
        if press.key == .backspace, search.line.isEmpty { return giveUp(search) }
        edit(search) { search, history in search.handle(press, history: history) }
    }

    /// Edits the line of a search and goes to the first hit after the place where it began.
    mutating func edit(_ search: SearchState, _ change: (inout SearchState, [String]) -> Bool) {
        var search = search
        guard change(&search, self.search.history) else { return }
        coding?.goBack(to: search.origin)
        search.hit = nil
        if let pattern = SearchPattern(search.line.text) {
            coding?.find(pattern)
            search.hit = coding?.goToHit(forward: true, times: search.times)?.hit
            coding?.centreCursor()
        } else {
            coding?.hits = []
        }
        overlay = .search(search)
    }

    /// Keeps the place that a search led to; an empty line looks for the last phrase again.
    private mutating func finish(_ search: SearchState) {
        overlay = nil
        coding?.goBack(to: search.origin)
        if let pattern = SearchPattern(search.line.text) {
            look(for: pattern, times: search.times)
        } else if search.line.isEmpty, self.search.pattern != nil {
            goToHit(forward: true, times: search.times)
        }
    }

    /// Goes back to where a search began.
    mutating func giveUp(_ search: SearchState) {
        overlay = nil
        coding?.goBack(to: search.origin)
    }
}
