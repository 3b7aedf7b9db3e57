// Where things stand on the coding screen. Numbers only: it knows neither text nor codings.

/// The columns and rows of the coding screen's parts in a window of a given size.
struct CodingGeometry: Equatable {
    let size: WindowSize
    /// The column at which the line numbers begin.
    let left: Int
    /// The width of the line numbers, the blank or pointer after them included.
    let numberWidth: Int
    /// The lanes that are drawn, from the outside: the width of each, gap included.
    let laneWidths: [Int]
    /// Whether there are more lanes than are drawn, so that the last one shows `+n`.
    let hasHiddenLanes: Bool
    /// By how many columns a turn hangs from its label.
    let hang: Int
    let textColumn: Int
    /// The width of the text, the hanging indent included.
    let textWidth: Int
    /// The column of the scroll map.
    let mapColumn: Int
    /// The columns of the codebook, of the names, and of the code in focus, where they stand beside the text.
    let codebook: Range<Int>?
    let margin: Range<Int>?
    let card: Range<Int>?
    /// The columns of the rules between panes.
    let rules: [Int]
    let textTop: Int
    let textRows: Int
    /// The row of the rule below the text; nothing in narrow windows.
    let bottomRule: Int?
    /// The rows of the legend of names; empty where names stand in the margin.
    let legend: Range<Int>
    /// The rows of the inspector under the text; empty where it is not shown.
    let inspector: Range<Int>

    /// The column after the text.
    var textEnd: Int { textColumn + textWidth }
    var statusRow: Int { size.statusRow }
    /// Whether there are rules around the text.
    var isWide: Bool { bottomRule != nil }
    /// The width that the text is broken at.
    var wrapColumns: Int { textWidth - hang }

    /// - Parameters:
    ///   - lines: how many numbered lines the document has.
    ///   - laneWidths: the width that each lane needs, gap included.
    ///   - measure: the width of the text where the window allows it.
    ///   - hang: by how many columns turns should hang from their labels.
    init(
        size: WindowSize,
        lines: Int,
        laneWidths needed: [Int],
        measure: Int,
        hang: Int = 0,
        arrangement: Arrangement = Arrangement()
    ) {
        self.size = size
        let parts = arrangement.parts(columns: size.columns)
        let digits = arrangement.hasLineNumbers ? max(2, String(lines).count) : 0
        let column = TextColumn(
            room: size.columns - PaneWidths.least(parts),
            numbers: digits + 1,
            lanes: needed.prefix(parts.codebook ? Self.mostLanesBesidePanes : Self.mostLanes).map {
                min($0, Self.widestLane)
            },
            measure: measure,
            hang: hang
        )
        let lead = arrangement.hasLineNumbers ? min(1, column.spare) : 0
        let panes = PaneWidths(parts, spare: column.spare - lead)
        laneWidths = column.lanes
        hasHiddenLanes = needed.count > column.lanes.count
        self.hang = column.hang
        numberWidth = lead + digits + 1
        left = panes.left
        textColumn = left + numberWidth + column.lanes.reduce(0, +)
        textWidth = column.textWidth
        mapColumn = textColumn + textWidth + column.gap
        codebook = parts.codebook ? 0..<panes.codebook : nil
        let afterMap = mapColumn + 1
        margin = parts.names ? afterMap + 1..<(parts.card ? afterMap + 1 + panes.names : size.columns) : nil
        let cardRule = margin?.upperBound ?? afterMap
        card = parts.card ? cardRule + 2..<size.columns : nil
        rules =
            (parts.codebook ? [panes.codebook] : []) + (parts.names && !parts.card ? [afterMap] : [])
            + (parts.card ? [cardRule] : [])

        textTop = parts.isWide ? 2 : 1
        let inspectorRows = !parts.isWide || parts.card ? 0 : size.rows < 32 ? 2 : 3
        let legendRows = parts.names ? 0 : 2
        textRows = max(1, size.statusRow - textTop - legendRows - inspectorRows - (parts.isWide ? 1 : 0))
        let afterText = textTop + textRows
        let legendTop = afterText + (parts.card ? 1 : 0)
        legend = legendTop..<legendTop + legendRows
        bottomRule = parts.isWide ? (parts.card ? afterText : afterText + legendRows) : nil
        inspector = size.statusRow - inspectorRows..<size.statusRow
    }

    private static let mostLanes = 5
    private static let mostLanesBesidePanes = 6
    /// Longer tags than this less a gap are cut.
    private static let widestLane = 6

    /// The column at which a lane begins.
    func column(ofLane lane: Int) -> Int { left + numberWidth + laneWidths.prefix(lane).reduce(0, +) }
}

/// How the room between the panes is shared by numbers, lanes and text. The text goes first, then
/// three lanes, then a blank before the map and the hang, then further lanes.
private struct TextColumn {
    var lanes: [Int] = []
    var hang = 0
    var textWidth: Int
    /// The blank between text and map.
    var gap = 0
    /// Columns that nothing needs.
    var spare = 0

    /// - Parameters:
    ///   - room: the columns from the first number to the map, both included.
    ///   - numbers: the least width of the line numbers.
    init(room: Int, numbers: Int, lanes needed: [Int], measure: Int, hang wanted: Int) {
        let forText = room - numbers - 1
        let forLanes = forText - measure
        var used: Int { lanes.reduce(0, +) }
        textWidth = measure
        // Half of a row on a row of its own is worse than a lane less; without any lane the text gives way after all.
        let isBroken = (needed.first ?? 3) > forLanes
        for width in needed {
            // The hang is worth more than a fourth lane, and less than a third.
            let reserved = lanes.count < 3 ? 0 : wanted
            guard isBroken ? lanes.count < 2 && forText - used - width >= 40 : used + width + reserved <= forLanes
            else { break }
            lanes.append(width)
        }
        // An empty gutter of two lanes keeps the text from jumping aside at the first coding.
        while lanes.count < 2, lanes.count >= needed.count, isBroken || used + 3 <= forLanes { lanes.append(3) }
        guard !isBroken else {
            hang = wanted
            textWidth = max(20, forText - used)
            return
        }
        spare = forLanes - used
        gap = min(1, spare)
        hang = min(wanted, spare - gap)
        textWidth = measure + hang
        spare -= hang + gap
    }
}

/// How wide the panes beside the text are: the least they need, and a share of what is left over.
private struct PaneWidths {
    private(set) var left = 0
    private(set) var codebook = 0
    private(set) var names = 0
    private(set) var card = 0

    private static let leastCodebook = 30
    private static let leastNames = 24
    /// Names without a card beside them, under which the inspector tells what the code means.
    private static let leastNamesAlone = 28
    private static let leastCard = 26

    /// The columns that the panes need at least, rules and blanks included.
    static func least(_ parts: Arrangement.Parts) -> Int {
        (parts.codebook ? leastCodebook + 1 : 0) + (parts.names ? least(ofNames: parts) + 1 : 0)
            + (parts.card ? leastCard + 2 : 0)
    }

    private static func least(ofNames parts: Arrangement.Parts) -> Int { parts.card ? leastNames : leastNamesAlone }

    init(_ parts: Arrangement.Parts, spare: Int) {
        var spare = spare
        func give(_ share: Int, atMost most: Int) -> Int {
            let given = min(most, spare * share / 10)
            spare -= given
            return given
        }
        if parts.codebook { codebook = Self.leastCodebook + give(5, atMost: 14) }
        if parts.names { names = Self.least(ofNames: parts) + give(parts.card ? 5 : 10, atMost: 18) }
        if parts.card { card = Self.leastCard + give(10, atMost: 22) }
        // The text stands in the middle of what is left; the pane at the right edge takes the rest.
        let before = spare / 2
        left = (parts.codebook ? codebook + 1 : 0) + before
    }
}
