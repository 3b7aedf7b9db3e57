// The palette: any command by its name, with what it needs. Knows names and words; performs nothing.

import Screen
import TextMetrics

/// The palette's state: what was typed and what answers to it.
struct PaletteState {
    /// One line of the list.
    struct Row: Equatable {
        /// What the row puts into the line.
        let text: String
        /// What is to be written after it.
        var placeholder = ""
        /// The keys that do the same.
        var keys = ""
        let words: String
        /// Why it cannot be done now.
        var why: String?
        /// A word more that it goes by.
        var alias = ""
        /// What is shown in the place of the text, where that is long and known already.
        var shown: String?

        /// Whether a beginning of one of its names was typed, so that nobody can have meant another.
        func begins(with typed: String) -> Bool {
            [text, alias, words].contains { $0.lowercased().hasPrefix(typed.lowercased()) }
        }
    }

    /// What Enter comes to.
    enum Order: Equatable {
        case nothing
        case run(Command, argument: String?)
        /// Something is missing: the line to go on with, and what to say.
        case incomplete(line: String, sentence: String)
        case refused(String)
    }

    private(set) var sources: PaletteSources
    private(set) var line = PromptLine()
    private(set) var rows: [Row] = []
    var list = ListView(wraps: true)
    /// Why what was asked for could not be done, or what is missing.
    var trouble: String?
    /// The row of the text that was on top before the palette opened.
    var topBefore = 0
    /// Whether the pointer was moved, so that Enter means the row and not the words.
    private(set) var isPointing = false
    private let history: [String]
    /// Which line of the history is shown; nothing when the line is one's own.
    private var recalled: Int?

    init(sources: PaletteSources, history: [String] = [], text: String = "") {
        self.sources = sources
        self.history = history
        line = PromptLine(text)
        rebuild()
    }

    /// The row under the pointer.
    var chosen: Row? { rows.indices.contains(list.selection) ? rows[list.selection] : nil }

    /// The command that the line names and what follows its name; nothing while the name is still being typed.
    var named: (row: CommandRow, argument: String)? {
        let text = typed
        guard let blank = text.firstIndex(of: " "),
            let row = sources.table.row(named: text[..<blank], in: sources.place)
        else { return nil }
        return (row, String(text[blank...]).trimmingBlanks)
    }

    private var typed: String { String(line.text.drop { $0 == " " }) }

    // MARK: Typing

    /// Takes an edit of the line.
    mutating func edit(_ change: (inout PromptLine) -> Bool) -> Bool {
        let before = line.text
        guard change(&line) else { return false }
        if line.text != before {
            recalled = nil
            rebuild()
        }
        return true
    }

    /// Puts a whole line in place of what was typed.
    mutating func write(_ text: String, trouble: String? = nil) {
        line = PromptLine(text)
        rebuild()
        self.trouble = trouble
    }

    /// Moves the pointer; nothing else is changed by it.
    mutating func point(_ press: KeyPress, height: Int) -> Bool {
        guard list.handle(press, count: rows.count, height: height) else { return false }
        isPointing = !rows.isEmpty
        return true
    }

    /// Shows what was run before (after, when not `back`); false when the line is one's own and not empty.
    mutating func recall(back: Bool) -> Bool {
        guard recalled != nil || line.isEmpty, !isPointing, !history.isEmpty else { return false }
        let place = (recalled ?? history.count) + (back ? -1 : 1)
        guard place < history.count else {
            write("")
            recalled = nil
            return true
        }
        write(history[max(0, place)])
        recalled = max(0, place)
        return true
    }

    /// Writes the row under the pointer into the line, ready for what comes next.
    mutating func complete() {
        guard let row = chosen else { return }
        if let named, named.row.argument != nil {
            let isOption = named.row.argument == .setting && !row.text.contains(" ")
            write("\(named.row.command.name) \(row.text)\(isOption ? " " : "")")
        } else {
            write(row.text + (row.placeholder.isEmpty ? "" : " "))
        }
    }

    /// The folder, as it was typed, whose names the palette needs to go on.
    var wantedFolder: String? {
        guard let named, named.row.argument == .path else { return nil }
        let folder = ImportPath(named.argument).folder
        return sources.listing?.folder == folder ? nil : folder
    }

    /// Takes in what stands in a folder.
    mutating func take(_ listing: PathListing) {
        let said = trouble
        sources.listing = listing
        rebuild()
        trouble = said
    }

    // MARK: Answers

    private mutating func rebuild() {
        trouble = nil
        isPointing = false
        if let named, named.row.argument == .path {
            rows = sources.listing?.rows(for: ImportPath(named.argument).name) ?? []
        } else if let named, named.row.argument != nil {
            let words =
                named.row.argument == .setting ? String(typed.drop { $0 != " " }.drop { $0 == " " }) : named.argument
            rows = Self.ranked(sources.things(for: named.row, typed: words), words)
        } else {
            rows = sources.commandRows(for: typed.trimmingBlanks)
        }
        list.select(0, count: rows.count)
    }

    private static func ranked(_ things: [PaletteSources.Thing], _ typed: String) -> [Row] {
        let wanted = typed.lowercased()
        let scored = things.enumerated().compactMap {
            place,
            thing -> (place: Int, score: Int, thing: PaletteSources.Thing)? in
            if thing.text.lowercased() == wanted { return (place, .max, thing) }
            guard let match = FuzzyMatch.score(typed, "\(thing.text) \(thing.alias) \(thing.words)") else { return nil }
            return (place, match.score, thing)
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
            .map { Row(text: $0.thing.text, words: $0.thing.words, alias: $0.thing.alias) }
    }

    // MARK: Enter

    /// What Enter comes to now.
    var order: Order {
        let text = typed.trimmingBlanks
        if let named { return order(named.row, named.argument) }
        guard !text.isEmpty || isPointing else { return .nothing }
        if Int(text) != nil, !isPointing {
            guard sources.lines != nil else { return .refused("No text is shown here to go to a line of.") }
            return .run(.top, argument: text)
        }
        let exact = isPointing ? nil : sources.table.row(named: text, in: sources.place)
        guard let row = exact ?? chosen.flatMap({ sources.table.row(named: $0.text, in: sources.place) }) else {
            return .refused(sources.unknown(text))
        }
        return order(row, "")
    }

    /// Whether the beginning of a name is as good as the whole, since nothing else begins so.
    private func isOnlyAnswer(_ row: Row, to typed: String) -> Bool {
        !typed.isEmpty && row.begins(with: typed) && rows.count { $0.begins(with: typed) } == 1
    }

    private func order(_ row: CommandRow, _ typed: String) -> Order {
        let name = row.command.name
        guard let argument = row.argument else {
            return typed.isEmpty ? .run(row.command, argument: nil) : .refused("\(name) takes nothing after its name.")
        }
        var words = typed
        if named != nil, let chosen, isPointing || isOnlyAnswer(chosen, to: typed) { words = chosen.text }
        if words.isEmpty {
            guard row.needsArgument else { return .run(row.command, argument: nil) }
            return .incomplete(line: name + " ", sentence: "\(name) needs \(argument.noun).")
        }
        if argument == .path, words.hasSuffix("/") {
            return .incomplete(line: "\(name) \(words)", sentence: ImportRefusal.inFolder)
        }
        if argument == .setting, !words.contains(" "),
            let option = PreferenceTable.rows.first(where: { $0.name == words })
        {
            return .incomplete(
                line: "\(name) \(words) ",
                sentence: "\(words) needs a value: \(option.values.description)."
            )
        }
        return .run(row.command, argument: words)
    }
}
