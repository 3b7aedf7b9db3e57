// One row of the command table. Values only.

/// An action, its keys and its words.
struct CommandRow {
    let command: Command
    /// One or two words, for the hint bar and the which-key box; twelve letters at most.
    let title: String
    /// One sentence, for help.
    let help: String
    let group: CommandGroup
    /// Other words that people look for it by.
    let also: String
    /// Key sequences, the one to teach first; keys of a sequence are parted by a blank.
    var keys: [String]
    let places: Set<Place>
    /// What the command takes: after its key where it is typed, after its name in the palette.
    let argument: CommandArgument?
    /// Whether the palette asks for the argument; otherwise it may be left out.
    let needsArgument: Bool

    init(
        _ command: Command,
        _ title: String,
        _ help: String,
        _ group: CommandGroup,
        _ keys: [String],
        in places: Set<Place> = [.read, .select],
        takes argument: CommandArgument? = nil,
        needsArgument: Bool = false,
        also: String = ""
    ) {
        self.command = command
        self.title = title
        self.help = help
        self.also = also
        self.group = group
        self.keys = keys
        self.places = places
        self.argument = argument
        self.needsArgument = needsArgument
    }

    /// Whether one of the other words it is looked for by begins so.
    func isKnown(as typed: some StringProtocol) -> Bool { also.split(separator: " ").contains { $0.hasPrefix(typed) } }

    /// The keys as they are shown: `g g`, or `'` and a letter.
    var shownKeys: [String] {
        switch argument {
        case .letter: keys.map { $0 + " a–z" }
        case .digit: keys.map { $0 + " 1–9" }
        default: keys
        }
    }
}
