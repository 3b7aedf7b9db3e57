// Runs over the bytes of a text and finds a phrase. Most bytes are passed over by one look into a table; a `String` is
// made only of characters that are neither plain nor the very bytes looked for.

import TextMetrics

/// One run of a search over one text.
struct SearchScan {
    private let text: SearchText
    private let folding: SearchFolding
    private let signs: [SearchSign]
    /// The bytes of each sign that is not ASCII.
    private let bytesOfSign: [[UInt8]]
    /// Whether a line may be broken before a sign without a blank, as in Chinese.
    private let breaksBefore: [Bool]
    /// Where each sign may begin.
    private let starts: [SearchStart]

    init(_ pattern: SearchPattern, _ bytes: [UInt8]) {
        text = SearchText(bytes: bytes)
        folding = pattern.folding
        signs = pattern.signs
        bytesOfSign = signs.map { if case .other(let text) = $0 { Array(text.utf8) } else { [] } }
        let isIdeograph = signs.map { sign in
            guard case .other(let text) = sign, let first = text.unicodeScalars.first else { return false }
            return (0x3041...0x30FF).contains(first.value) || first.properties.isIdeographic
        }
        breaksBefore = isIdeograph.indices.map { $0 > 0 && isIdeograph[$0] && isIdeograph[$0 - 1] }
        let folding = folding
        starts = signs.map { SearchStart($0, folding) }
    }

    /// The byte ranges where the phrase stands, in text order.
    func occurrences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        let start = starts[0]
        var index = 0
        while index < text.count {
            guard start.leads[Int(text.bytes[index])], start.mayBegin(at: index, in: text),
                let end = endOfMatch(at: index)
            else {
                index += 1
                continue
            }
            found.append(index..<end)
            index = end
        }
        return found
    }

    private func endOfMatch(at start: Int) -> Int? {
        guard var index = end(ofSign: 0, at: start) else { return nil }
        for sign in signs.indices.dropFirst() {
            if folding.skipsUnseen { index = endOfUnseen(from: index) }
            if breaksBefore[sign], index < text.count, text.bytes[index] == 0x0A { index += 1 }
            guard let next = end(ofSign: sign, at: index) else { return nil }
            index = next
        }
        return index
    }

    /// The end of a sign that stands at `index`; nothing when another stands there.
    private func end(ofSign place: Int, at index: Int) -> Int? {
        guard index < text.count else { return nil }
        let sign = signs[place]
        switch sign {
        case .blank: return endOfBlanks(from: index)
        case .ascii(let wanted):
            guard folding.folded(text.scalar(at: index)).value == UInt32(wanted) else { return nil }
            if let plain = endOfPlain(at: index) { return plain }
        case .other:
            let end = index + bytesOfSign[place].count
            if text.has(bytesOfSign[place], at: index) {
                if end == text.count || !text.mayExtend(at: end) { return end }
                // A vowel of India or Thailand makes another character.
                if text.bytes[end] == 0xE0 { return nil }
            }
            if place > 0, !starts[place].mayBegin(at: index, in: text) { return nil }
        }
        let end = text.endOfCharacter(at: index)
        return folding.sign(text.string(index..<end)) == sign ? end : nil
    }

    /// The end of an ASCII character, with the marks that do not count; nothing where other marks follow.
    private func endOfPlain(at index: Int) -> Int? {
        let bytes = text.bytes
        guard bytes[index] < 0x80 else { return nil }
        var end = index + 1
        if !folding.isMarkExact {
            // U+0300 to U+036F.
            while end + 1 < bytes.count, bytes[end] == 0xCC || bytes[end] == 0xCD && bytes[end + 1] < 0xB0 { end += 2 }
        }
        return end == bytes.count || !text.mayExtend(at: end) ? end : nil
    }

    private func endOfBlanks(from index: Int) -> Int? {
        var end = index
        while end < text.count, let next = endOfBlank(at: end) { end = next }
        return end > index ? end : nil
    }

    private func endOfBlank(at index: Int) -> Int? {
        let byte = text.bytes[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? index + 1 : nil }
        let scalar = text.scalar(at: index)
        let isPassedOver = folding.skipsUnseen && SearchFolding.isUnseen(scalar)
        return scalar.properties.isWhitespace || isPassedOver ? index + SearchText.length(byte) : nil
    }

    private func endOfUnseen(from index: Int) -> Int {
        var end = index
        while end < text.count, text.bytes[end] >= 0x80, SearchFolding.isUnseen(text.scalar(at: end)) {
            end += SearchText.length(text.bytes[end])
        }
        return end
    }
}
