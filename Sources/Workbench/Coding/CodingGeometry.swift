// Where things stand on the coding screen. Numbers only: it knows neither text nor codings.

/// The columns and rows of the coding screen's parts in a window of a given size.
struct CodingGeometry: Equatable {
    let size: WindowSize
    /// The width of the line numbers, the blank or pointer after them included.
    let numberWidth: Int
    /// The lanes that are drawn, from the outside: the width of each, gap included.
    let laneWidths: [Int]
    /// Whether there are more lanes than are drawn, so that the last one shows `+n`.
    let hasHiddenLanes: Bool
    let textColumn: Int
    let textWidth: Int
    /// The column after the text.
    let textEnd: Int
    let textTop: Int
    let textRows: Int
    /// The column of the scroll map.
    let mapColumn: Int
    /// Where the margin of names begins and how wide it is; nothing in narrow windows.
    let margin: (column: Int, width: Int)?
    /// The rows of the legend of names; empty in wide windows.
    let legend: Range<Int>
    /// The rows of the inspector under the text; empty in narrow windows.
    let inspector: Range<Int>
    var statusRow: Int { size.rows - 2 }
    var hintRow: Int { size.rows - 1 }

    private static let mostLanes = 5
    private static let mostLanesInWideWindows = 10
    private static let leastMargin = 24
    /// Longer tags than this less a gap are cut.
    private static let widestLane = 6

    /// - Parameters:
    ///   - lines: how many numbered lines the document has.
    ///   - laneWidths: the width that each lane needs, gap included.
    ///   - measure: the width of the text where the window allows it.
    init(size: WindowSize, lines: Int, laneWidths needed: [Int], measure: Int) {
        self.size = size
        numberWidth = max(3, String(lines).count) + 1
        let marginWidth = size.hasMargin ? Self.leastMargin + 2 : 0
        let room = size.columns - numberWidth - 1 - marginWidth
        let forLanes = max(room - measure, 0)
        var widths: [Int] = []
        for width in needed.prefix(size.columns >= 170 ? Self.mostLanesInWideWindows : Self.mostLanes).map({
            min($0, Self.widestLane)
        }) {
            let used = widths.reduce(0, +) + width
            if used <= forLanes || (widths.count < 2 && room - used >= 40) { widths.append(width) } else { break }
        }
        hasHiddenLanes = needed.count > widths.count
        // An empty gutter of two lanes keeps the text from jumping aside at the first coding.
        while widths.count < 2 && needed.count < 2 { widths.append(3) }
        laneWidths = widths
        textColumn = numberWidth + widths.reduce(0, +)
        textWidth = max(20, min(measure, size.columns - 1 - marginWidth - textColumn))
        // A blank between text and map, where there is room for one.
        textEnd = textColumn + textWidth
        mapColumn = min(textEnd + 1, max(textEnd, size.columns - 1 - marginWidth))
        margin = size.hasMargin ? (mapColumn + 2, size.columns - mapColumn - 2) : nil
        textTop = size.hasMargin ? 2 : 1
        let below = size.hasMargin ? 5 : 4
        textRows = max(1, size.rows - textTop - below)
        legend = size.hasMargin ? 0..<0 : (textTop + textRows)..<(textTop + textRows + 2)
        inspector = size.hasMargin ? (textTop + textRows + 1)..<(textTop + textRows + 3) : 0..<0
    }

    /// The column at which a lane begins.
    func column(ofLane lane: Int) -> Int { numberWidth + laneWidths.prefix(lane).reduce(0, +) }

    static func == (a: CodingGeometry, b: CodingGeometry) -> Bool {
        a.size == b.size && a.numberWidth == b.numberWidth && a.laneWidths == b.laneWidths && a.textWidth == b.textWidth
    }
}
