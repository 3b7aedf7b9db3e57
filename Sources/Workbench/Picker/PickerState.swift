// Choosing codes by a few letters. Knows the codebook and the uses; draws nothing and writes nothing.

import CodingCore
import Screen
import TextMetrics

/// The picker's state: what was typed, which codes answer to it, and which are marked.
struct PickerState {
    /// One code that answers to the query.
    struct Row: Equatable {
        let code: Code
        /// The characters of the name that the query found.
        let marks: [Int]
    }

    /// A row at the end of the list that makes a code.
    enum Addition { case create, inVivo }

    /// What the codes are chosen for.
    let act: CodeAct
    /// How many words are about to be coded, and which.
    let words: Int
    let quote: String
    private(set) var query = PromptLine()
    private(set) var rows: [Row] = []
    /// The choice among the rows and, after them, the additions.
    var list = ListView(wraps: true)
    /// Which rows are in sight; additions always are.
    private(set) var view = ListView()
    let codebook: Codebook
    let uses: UseCounts
    /// The marked codes, in the order of marking.
    private(set) var marked: [CodeID] = []
    /// Whether the next character begins a new query, since a code was marked by this one.
    private(set) var beginsAnew = false
    /// Why something that was asked for cannot be done; goes with the next key.
    var remark: String?
    /// The row of the text that was on top before the picker opened; nothing over other screens.
    var topBefore: Int?
    /// Where the cursor was, if nothing was selected before the picker opened.
    var cursorBefore: Int?
    let candidates: [Code]
    let frecency: [CodeID: Double]
    /// The coder's codes on the digits: a digit means the same code here as in the text.
    private let slots: [CodeUses.Slot]

    typealias UseCounts = [CodeID: Int]

    init(
        codebook: Codebook,
        uses: CodeUses,
        counts: UseCounts,
        words: Int,
        quote: String,
        act: CodeAct = .apply
    ) {
        self.codebook = codebook
        self.uses = counts
        self.words = words
        self.quote = quote
        self.act = act
        if case .extracts = act {
            candidates = codebook.codes.filter { $0.isApplicable || $0.kind == .category || counts[$0.id] != nil }
        } else {
            candidates = codebook.codes.filter(\.isApplicable)
        }
        frecency = uses.frecency()
        slots = uses.slots
        rows = ranked()
    }

    /// The code under the pointer; nothing on an addition.
    var chosen: Code? { rows.indices.contains(list.selection) ? rows[list.selection].code : nil }

    /// The addition under the pointer.
    var chosenAddition: Addition? {
        let number = list.selection - rows.count
        return additions.indices.contains(number) ? additions[number] : nil
    }

    /// The rows that make a code, in the order shown.
    var additions: [Addition] {
        guard codebook.unreadFile == nil else { return [] }
        guard act.makesCodes else { return [] }
        return act.takesSeveral ? [.create, .inVivo] : [.create]
    }

    /// The rows and the additions together.
    var count: Int { rows.count + additions.count }

    /// How many codes there are to choose from.
    var candidateCount: Int { candidates.count }

    /// The name of the code that would be made.
    var newName: String { CodeName.cleaned(query.text) }

    /// The category of the new code: that of the first code whose tag or name the query found.
    var newParent: Code? {
        guard !newName.isEmpty, let first = rows.first(where: { !$0.marks.isEmpty }) else { return nil }
        return codebook.path(of: first.code.id).dropLast().last
    }

    /// The codes to be taken now: the marked ones, or the one under the pointer.
    var taken: [Code] { marked.isEmpty ? [chosen].compactMap { $0 } : markedCodes }

    /// The marked codes in the order of marking.
    var markedCodes: [Code] { marked.compactMap { codebook[$0] } }

    /// The code whose whole mnemonic was typed and nothing else, where no other mnemonic begins with it.
    var exactMnemonic: Code? {
        guard marked.isEmpty, let found = candidates.first(where: { $0.mnemonic == query.text.lowercased() }),
            !found.mnemonic.isEmpty
        else { return nil }
        let isBeginning = candidates.contains { $0.id != found.id && $0.mnemonic.hasPrefix(found.mnemonic) }
        return isBeginning ? nil : found
    }

    /// Takes an edit of the query and ranks anew.
    mutating func edit(_ change: (inout PromptLine) -> Bool) -> Bool {
        let before = query.text
        guard change(&query) else { return false }
        beginsAnew = false
        if query.text != before {
            rows = ranked()
            list.select(0, count: count)
            view = ListView()
        }
        return true
    }

    /// Takes text into the query; what was there goes when a code was marked by it.
    mutating func insert(_ text: String) {
        let beginsAnew = beginsAnew
        _ = edit { line in
            if beginsAnew { line = PromptLine() }
            line.insert(text)
            return true
        }
    }

    /// Marks the code under the pointer, or takes its mark away.
    mutating func toggleMark() {
        guard act.takesSeveral, let code = chosen else { return }
        if let index = marked.firstIndex(of: code.id) { marked.remove(at: index) } else { marked.append(code.id) }
        beginsAnew = !query.isEmpty
    }

    /// Whether a code is marked.
    func isMarked(_ code: Code) -> Bool { marked.contains(code.id) }

    /// The digit that a code lies on, as long as digits are not letters of a query.
    func digit(of code: Code) -> Int? { query.isEmpty ? slots.first { $0.code == code.id }?.digit : nil }

    /// Puts the pointer on the code that lies on a digit; false where there is none.
    mutating func point(toDigit digit: Int) -> Bool {
        guard let row = rows.firstIndex(where: { self.digit(of: $0.code) == digit }) else { return false }
        list.select(row, count: count)
        return true
    }

    /// Puts the pointer on a code, if it is in the list.
    mutating func point(to code: CodeID) {
        if let row = rows.firstIndex(where: { $0.code.id == code }) { list.select(row, count: count) }
    }

    /// Keeps the code under the pointer in sight of a list of so many rows.
    mutating func keepInSight(height: Int) {
        if list.selection < rows.count { view.select(list.selection, count: rows.count) }
        _ = view.visibleRows(count: rows.count, height: height)
    }
}

extension String {
    /// The text without the blanks at either end.
    var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
