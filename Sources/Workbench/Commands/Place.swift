// Where the keyboard can be. Names and words only.

/// Where the keyboard is: which commands a key can mean.
enum Place: String, CaseIterable {
    case dashboard
    case documents
    case read
    case select
    /// A selection that is the extent of a coding about to be changed.
    case extent
    case extracts
    case importing
    case codebook, themes, memos, timeline
    case matrix, framework
    /// The hits of a search over all texts.
    case search

    /// Whether the text of a document is on screen.
    var isInText: Bool { self == .read || self == .select || self == .extent }

    /// The place as the title of its keys.
    var heading: String {
        switch self {
        case .dashboard: "On the dashboard"
        case .documents: "In the list of documents"
        case .read: "Reading (READ)"
        case .select: "With a selection (SELECT)"
        case .extent: "Changing an extent (EXTENT)"
        case .extracts: "On the extracts of a code"
        case .importing: "On the report of an import"
        case .codebook: "In the codebook"
        case .themes: "On the themes"
        case .memos: "On the memos"
        case .timeline: "On the timeline"
        case .matrix: "On the matrix"
        case .framework: "On the framework matrix"
        case .search: "On the hits of a search"
        }
    }

    /// The place within a sentence: a key does something `while reading`.
    var whereabouts: String {
        switch self {
        case .dashboard: "on the dashboard"
        case .documents: "in the list of documents"
        case .read: "while reading"
        case .select: "with a selection"
        case .extent: "while an extent is changed"
        case .extracts: "on the extracts of a code"
        case .importing: "on the report of an import"
        case .codebook: "in the codebook"
        case .themes: "on the themes"
        case .memos: "on the memos"
        case .timeline: "on the timeline"
        case .matrix: "on the matrix"
        case .framework: "on the framework matrix"
        case .search: "on the hits of a search"
        }
    }
}
