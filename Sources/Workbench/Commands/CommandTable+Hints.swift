// What the hint bar says where the keyboard is, the most useful first. Keys come from the rows, so that a person's own
// keys are hinted; what has no key is not.

extension CommandTable {
    /// One hint: a command, two that belong together, or the beginning of several.
    enum Hint {
        case one(Command, String? = nil)
        case pair(Command, Command, String)
        case prefix(String, String)
    }

    /// What the beginnings of sequences are about.
    static let prefixTitles = ["g": "go to"]

    static func hintOrder(in place: Place) -> [Hint] {
        switch place {
        case .read:
            [
                .one(.code), .one(.uncode), .one(.extent), .one(.memo), .one(.recode),
                .pair(.previousCoding, .nextCoding, "prev/next coding"), .prefix("g", "go to…"), .one(.palette),
                .one(.selectSentence), .one(.startOrGrow), .one(.again), .one(.undo), .one(.focusNext), .one(.search),
                .one(.back), .one(.help),
            ]
        case .select:
            [
                .one(.code), .one(.again), .one(.inVivo), .one(.memo), .one(.startOrGrow, "grow"), .one(.shrink),
                .one(.swapEnds), .one(.dropSelection), .one(.help),
            ]
        case .extent:
            [
                .one(.keepExtent), .one(.dropSelection, "leave it"), .one(.swapEnds),
                .pair(.wordBack, .wordForward, "word"), .pair(.sentenceBack, .sentenceForward, "sentence"),
                .one(.selectSentence), .one(.help),
            ]
        case .dashboard:
            [
                .one(.open), .one(.focusNext), .one(.import), .prefix("g", "go to…"), .one(.palette), .one(.back),
                .one(.help),
            ]
        case .documents:
            [.one(.open), .one(.import), .prefix("g", "go to…"), .one(.palette), .one(.back), .one(.help)]
        case .extracts:
            [
                .one(.open, "open in place"), .pair(.wider, .narrower, "context"), .one(.recode), .one(.uncode),
                .one(.memo), .one(.copy, "copy+cite"), .one(.filter), .one(.mark), .one(.back), .one(.help),
            ]
        case .codebook:
            [
                .one(.add), .one(.rename), .one(.define), .pair(.nest, .lift, "nest"), .pair(.lower, .raise, "order"),
                .one(.mark), .one(.merge), .one(.split), .one(.retire), .one(.open, "extracts"), .one(.undo),
                .one(.tie),
                .one(.back), .one(.help),
            ]
        case .themes:
            [
                .one(.add), .one(.define, "write"), .one(.open, "extracts"), .one(.retire, "set aside"), .one(.map),
                .one(.undo),
                .prefix("g", "go to…"), .one(.back), .one(.help),
            ]
        case .memos:
            [
                .one(.add), .one(.open, "go to it"), .one(.define, "write"), .one(.kind), .one(.filter), .one(.undo),
                .prefix("g", "go to…"), .one(.back), .one(.help),
            ]
        case .timeline:
            [
                .one(.open, "go there"), .one(.revert), .one(.snapshot), .one(.asOf), .prefix("g", "go to…"),
                .one(.back),
                .one(.help),
            ]
        case .matrix:
            [
                .one(.open, "extracts"), .one(.transpose), .one(.shares), .one(.columns), .one(.unit), .one(.order),
                .prefix("g", "go to…"), .one(.back), .one(.help),
            ]
        case .framework:
            [
                .one(.define), .one(.mark), .one(.quote), .one(.focusNext), .one(.pane), .one(.nextUncoded),
                .one(.nextStale), .one(.keep), .one(.open), .prefix("g", "go to…"), .one(.back), .one(.help),
            ]
        case .search:
            [
                .one(.open, "in place"), .one(.mark), .one(.code, "code marked…"), .one(.unit), .one(.onlyUncoded),
                .one(.order), .one(.search, "other words"), .prefix("g", "go to…"), .one(.back), .one(.help),
            ]
        case .importing:
            [
                .one(.write), .one(.back, "import nothing"), .one(.change), .one(.toggle), .one(.interviewer),
                .one(.rename), .pair(.pageUp, .pageDown, "text"), .one(.help),
            ]
        }
    }

    /// The hints for where the keyboard is: the key to teach first and a word or two.
    func hints(in place: Place) -> [(key: String, title: String)] {
        Self.hintOrder(in: place).compactMap { hint in
            switch hint {
            case .one(let command, let title):
                return key(of: command, in: place).map { ($0, title ?? row(of: command, in: place)?.title ?? "") }
            case .pair(let first, let second, let title):
                guard let a = key(of: first, in: place), let b = key(of: second, in: place) else { return nil }
                return ("\(a) \(b)", title)
            case .prefix(let key, let title):
                return rows(after: [key], in: place).isEmpty ? nil : (key, title)
            }
        }
    }

    /// The keys that tell of all others, the most important first: the hint bar keeps them whatever else has no room.
    func discoveryKeys(in place: Place) -> [String] {
        [key(of: .help, in: place), key(of: .palette, in: place), "g"].compactMap { $0 }
    }

    /// The key of a command to teach first, as it is typed.
    func key(of command: Command, in place: Place) -> String? {
        row(of: command, in: place)?.keys.first?.replacing(" ", with: "")
    }
}
