// Lines that a program or a typist broke at one width, and the paragraphs they were. Knows lines; nothing of speakers.

import CodingCore

/// How the lines of a text were wrapped.
struct WrappedLines: Equatable {
    /// The width at which lines were broken, in Unicode scalars.
    let columns: Int
    /// How many columns short of the width a line may end and still be full: printed letters are no columns.
    let tolerance: Int

    /// Narrower or wider texts are not taken for wrapped.
    private static let widths = 24...160
    /// Fewer broken lines say nothing.
    private static let fewest = 12

    /// How much of a text is looked at, in bytes.
    private static let sample = 1 << 20

    /// One line, with what has to be known of it to tell whether the next one goes on with it.
    struct Line {
        /// The characters up to the last that is no blank, in Unicode scalars; an indent counts.
        var width: Int
        /// How far the first word reaches, with a lone dash after it, since no line begins with one; 1 in scripts without
        /// blanks, which break anywhere.
        var firstWord: Int
        var isBlank: Bool

        init(_ utf8: ArraySlice<UInt8>) {
            var line = utf8
            while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0A { line.removeLast() }
            width = line.count { $0 & 0xC0 != 0x80 }
            let words = line.drop { $0 == 0x20 || $0 == 0x09 }
            isBlank = words.isEmpty
            let isWide = words.first.map { $0 >= 0xE3 && $0 <= 0xED } ?? false
            firstWord = isWide ? 1 : Self.reach(ofWordIn: words)
        }

        private static func reach(ofWordIn words: ArraySlice<UInt8>) -> Int {
            func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
            let first = words.prefix { !isBlank($0) }
            let length = first.count { $0 & 0xC0 != 0x80 }
            let next = words[first.endIndex...].dropFirst().prefix { !isBlank($0) }
            let isDash = next.elementsEqual("-".utf8) || next.elementsEqual("–".utf8) || next.elementsEqual("—".utf8)
            return isDash ? length + 2 : length
        }
    }

    /// Finds the width; nothing when the lines are paragraphs or were broken as somebody liked.
    ///
    /// A wrapped line is one after which the next word had no room. Most lines that another line follows must be wrapped.
    ///
    /// - Parameter tolerance: see there; 0 for a text of columns.
    init?(_ lines: [Line], tolerance: Int = 0) {
        var followed: [(width: Int, next: Int)] = []
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
            followed.append((line.width, next.firstWord))
        }
        guard followed.count >= Self.fewest else { return nil }
        let widths = followed.map(\.width).sorted()
        // The few longest may be what no blank let break.
        let widest = widths[min(widths.count - 1, widths.count * 98 / 100)]
        guard Self.widths.contains(widest) else { return nil }
        let wrapped = followed.count { $0.width + 1 + $0.next > widest - tolerance }
        guard wrapped * 10 >= followed.count * 8 else { return nil }
        columns = widest
        self.tolerance = tolerance
    }

    /// Finds the width of a text by its first lines.
    init?(in text: CanonicalText) {
        let lines = text.utf8.prefix(Self.sample).split(separator: 0x0A, omittingEmptySubsequences: false)
        self.init(lines.map { Line($0) })
    }

    /// Whether the line ended because the next word had no room.
    func goesOn(_ line: Line, into next: Line) -> Bool {
        !line.isBlank && !next.isBlank && line.width + 1 + next.firstWord > columns - tolerance
    }
}
