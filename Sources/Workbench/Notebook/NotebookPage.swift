// The pages that are no text: codebook, themes, memos and the timeline. Names and words only.

/// A page of the notebook: a list with a card about the chosen row.
enum NotebookPage: String, CaseIterable {
    case codebook, themes, memos, timeline

    /// Where the keyboard is on it.
    var place: Place {
        switch self {
        case .codebook: .codebook
        case .themes: .themes
        case .memos: .memos
        case .timeline: .timeline
        }
    }

    var title: String {
        switch self {
        case .codebook: "Codebook"
        case .themes: "Themes"
        case .memos: "Memos"
        case .timeline: "Timeline"
        }
    }

    /// What is said where there is nothing.
    var empty: String {
        switch self {
        case .codebook: "No code yet: a makes one; while coding, the picker does."
        case .themes: "No theme yet: a makes one. A theme is a claim built from codes and extracts."
        case .memos: "No memo yet: a writes one."
        case .timeline: "Nothing was done yet."
        }
    }
}
