// What stands beside the text and at what width: the person's choice, kept from document to document. Values only.

/// What the person wants to see around the text.
struct Arrangement: Equatable {
    /// What stands beside the text, in the order in which one key goes through them.
    enum Pane: CaseIterable {
        /// The names of the codings; in the widest windows the codebook and the code in focus too.
        case names
        /// The code in focus: what it means, where else it was given.
        case card
        case nothing
    }

    /// The parts of the screen that surround the text.
    struct Parts: Equatable {
        var codebook = false
        var names = false
        var card = false
        /// Whether the window is wide enough for a margin, whatever stands in it: it has rules, then.
        var isWide = false
    }

    var pane = Pane.names
    /// Whether the text stands alone.
    var isZoomed = false
    var hasLineNumbers = true
    /// Columns of the window from which names stand in a margin.
    var namesFrom = 110
    /// Columns of the window from which the codebook stands beside the text.
    var panesFrom = 170

    /// Narrower windows have no room for a margin beside a readable text, nor for three panes, whatever was chosen.
    private static let leastForMargin = 96
    private static let leastForPanes = 160

    /// The parts that a window of so many columns shows.
    func parts(columns: Int) -> Parts {
        guard !isZoomed, columns >= max(namesFrom, Self.leastForMargin) else { return Parts() }
        let hasPanes = columns >= max(panesFrom, Self.leastForPanes)
        return switch pane {
        case .names: Parts(codebook: hasPanes, names: true, card: hasPanes, isWide: true)
        case .card: Parts(names: hasPanes, card: true, isWide: true)
        case .nothing: Parts(isWide: true)
        }
    }
}
