// What of a cell's text a terminal is actually sent. Terminals disagree on the columns of emoji in several parts, so only
// what all of them draw alike goes out; the text itself is never changed.
import TextMetrics

/// One spacing scalar with its marks, and the columns it is given.
struct DrawnPiece: Hashable {
    var scalars: [UInt32]
    var columns: Int
    /// Whether it stands in for something that this terminal cannot show.
    var isStandIn = false

    /// The pieces of a cell, together exactly as wide as the cell.
    ///
    /// Columns that are left over, as after a heart that was asked to be a picture, are blank. A flag goes out as its two letters, joined and toned emoji as their first part, joined letters one by one.
    static func pieces(of cell: Cell) -> [DrawnPiece] {
        var pieces: [DrawnPiece] = []
        var free = Int(cell.width)
        scan: for scalar in cell.text.unicodeScalars {
            if let letter = regionalLetter(scalar) {
                pieces.append(DrawnPiece(scalars: [letter], columns: 1))
                free -= 1
                continue
            }
            switch ScalarClass(scalar) {
            case .hidden where scalar == "\u{200D}": break scan
            case .hidden: continue
            case .mark where !pieces.isEmpty: pieces[pieces.count - 1].scalars.append(scalar.value)
            case .mark: continue
            case .narrow, .wide:
                if !pieces.isEmpty, scalar.properties.isEmojiModifier { continue }
                let columns = displayWidth(of: scalar)
                guard columns <= free else { break scan }
                pieces.append(DrawnPiece(scalars: [scalar.value], columns: columns))
                free -= columns
            }
        }
        let blank = DrawnPiece(scalars: [0x20], columns: 1)
        return pieces + Array(repeating: blank, count: max(0, free))
    }

    /// The plain letter for one half of a flag.
    private static func regionalLetter(_ scalar: Unicode.Scalar) -> UInt32? {
        (0x1F1E6...0x1F1FF).contains(scalar.value) ? scalar.value - 0x1F1E6 + 0x41 : nil
    }
}
