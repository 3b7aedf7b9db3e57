// Runs over the bytes of a text and finds a phrase. Most bytes are passed over by one look into a table; a `String` is
// made only of characters that are neither ASCII nor the very bytes looked for.

import TextMetrics

/// One run of a search over one text.
struct SearchScan {
    private let bytes: [UInt8]
    private let signs: [SearchSign]
    private let folding: SearchFolding
    /// Whether a line may be broken before a sign without a blank, as in Chinese.
    private let breaksBefore: [Bool]
    /// For each byte whether a character that begins with it can be the first sign.
    private let begins: [Bool]
    /// The bytes of the first sign where it is not ASCII.
    private let firstBytes: [UInt8]
    /// For each scalar below U+3000 whether it is the first sign by itself: 0 not known, 1 no, 2 yes.
    private var verdicts: [UInt8]

    init(_ pattern: SearchPattern, _ bytes: [UInt8]) {
        self.bytes = bytes
        signs = pattern.signs
        folding = pattern.folding
        let isIdeograph = signs.map { sign in
            if case .other(let text) = sign {
                text.unicodeScalars.first.map(isIdeographicScalar) ?? false
            } else {
                false
            }
        }
        breaksBefore = isIdeograph.indices.map { $0 > 0 && isIdeograph[$0] && isIdeograph[$0 - 1] }
        begins = Self.leads(of: signs[0], folding)
        if case .other(let text) = signs[0] {
            firstBytes = Array(text.utf8)
            verdicts = Array(repeating: 0, count: 0x3000)
        } else {
            (firstBytes, verdicts) = ([], [])
        }
    }

    /// The byte ranges where the phrase stands, in text order.
    mutating func occurrences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard begins[Int(bytes[index])], mayBegin(at: index), let end = endOfMatch(at: index) else {
                index += 1
                continue
            }
            found.append(index..<end)
            index = end
        }
        return found
    }

    // MARK: Where a match may begin

    private static func leads(of sign: SearchSign, _ folding: SearchFolding) -> [Bool] {
        var leads = Array(repeating: false, count: 256)
        switch sign {
        case .blank:
            for lead in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xC2, 0xE1, 0xE2, 0xE3] { leads[lead] = true }
        case .ascii(let byte):
            leads[Int(byte)] = true
            let letter = Unicode.Scalar(byte)
            if !folding.isCaseExact { leads[Int(letter.properties.uppercaseMapping.utf8.first ?? byte)] = true }
            // Latin letters with marks, printed quotes, the Kelvin sign.
            for lead in Array(0xC3...0xCA) + [0xE1, 0xE2] { leads[lead] = true }
        case .other(let text):
            for lead in 0xC2...0xF4 { leads[lead] = true }
            if let base = text.unicodeScalars.first.map(LatinFold.fold), base.isASCII {
                leads[Int(base.value)] = true
                leads[Int(base.properties.uppercaseMapping.utf8.first ?? 0)] = true
            }
        }
        return leads
    }

    /// A quick look at the first character, which throws out nearly all that the table let through.
    private mutating func mayBegin(at index: Int) -> Bool {
        let byte = bytes[index]
        switch signs[0] {
        case .blank: return true
        case .ascii(let wanted):
            return byte < 0x80 || folding.folded(scalar(at: index)).value == UInt32(wanted)
        case .other:
            if byte < 0x80 { return index + 1 < bytes.count && bytes[index + 1] >= 0x80 }
            if standsHere(firstBytes, at: index) { return startsCharacter(index) }
            let scalar = scalar(at: index)
            if scalar.properties.isGraphemeExtend { return false }
            // Thai and Lao have no composed letters.
            if (0xE00...0xEFF).contains(scalar.value) {
                return byte == firstBytes[0] && standsHere(firstBytes.prefix(3), at: index)
            }
            let next = index + Self.length(byte)
            if next < bytes.count, mayExtend(at: next) { return startsCharacter(index) }
            guard scalar.value < verdicts.count else {
                return (scalar.value >= 0xAC00 || firstBytes.count > 4) && startsCharacter(index)
            }
            let place = Int(scalar.value)
            if verdicts[place] == 0 { verdicts[place] = folding.sign(String(scalar)) == signs[0] ? 2 : 1 }
            return verdicts[place] == 2 && startsCharacter(index)
        }
    }

    private func standsHere(_ wanted: some Collection<UInt8>, at index: Int) -> Bool {
        index + wanted.count <= bytes.count && bytes[index..<index + wanted.count].elementsEqual(wanted)
    }

    /// Whether a character begins here, rather than one before it going on: the half of a flag, a joined emoji.
    private func startsCharacter(_ index: Int) -> Bool {
        guard index > 0, bytes[index - 1] >= 0x80, !(0xE4...0xE9).contains(bytes[index]) else { return true }
        var before = index - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        return String(decoding: bytes[before..<index + Self.length(bytes[index])], as: UTF8.self).count > 1
    }

    // MARK: Whether it goes on

    private func endOfMatch(at start: Int) -> Int? {
        guard var index = end(of: signs[0], at: start) else { return nil }
        for place in signs.indices.dropFirst() {
            if folding.skipsUnseen { index = endOfUnseen(from: index) }
            if breaksBefore[place], index < bytes.count, bytes[index] == 0x0A { index += 1 }
            guard let next = end(of: signs[place], at: index) else { return nil }
            index = next
        }
        return index
    }

    /// The end of a sign that stands at `index`; nothing when another stands there.
    private func end(of sign: SearchSign, at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        switch sign {
        case .blank:
            var end = index
            while end < bytes.count, let next = endOfBlank(at: end) { end = next }
            return end > index ? end : nil
        case .ascii(let wanted):
            guard folding.folded(scalar(at: index)).value == UInt32(wanted) else { return nil }
            if bytes[index] < 0x80, index + 1 == bytes.count || bytes[index + 1] < 0x80 { return index + 1 }
        case .other(let text):
            let (first, last) = (bytes[index], index + text.utf8.count)
            if (0xE4...0xE9).contains(first), standsHere(text.utf8, at: index),
                last == bytes.count || !mayExtend(at: last)
            {
                return last
            }
        }
        let end = endOfCharacter(at: index)
        return folding.sign(String(decoding: bytes[index..<end], as: UTF8.self)) == sign ? end : nil
    }

    private func endOfBlank(at index: Int) -> Int? {
        let byte = bytes[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? index + 1 : nil }
        let scalar = scalar(at: index)
        let isPassedOver = folding.skipsUnseen && SearchFolding.isUnseen(scalar)
        return scalar.properties.isWhitespace || isPassedOver ? index + Self.length(byte) : nil
    }

    private func endOfUnseen(from index: Int) -> Int {
        var end = index
        while end < bytes.count, bytes[end] >= 0x80, SearchFolding.isUnseen(scalar(at: end)) {
            end += Self.length(bytes[end])
        }
        return end
    }

    // MARK: Characters

    /// The end of the character that begins at `index`.
    private func endOfCharacter(at index: Int) -> Int {
        let next = index + Self.length(bytes[index])
        if next >= bytes.count || !mayExtend(at: next) { return min(next, bytes.count) }
        var length = 32
        while true {
            var end = min(index + length, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let first = String(decoding: bytes[index..<end], as: UTF8.self).first?.utf8.count ?? 1
            if index + first < end || end == bytes.count { return index + first }
            length *= 4
        }
    }

    /// Whether the scalar that begins at `index` can belong to the character before it; most that cannot are told by
    /// their first byte.
    private func mayExtend(at index: Int) -> Bool {
        switch bytes[index] {
        case ..<0x80, 0xC2...0xCB, 0xCE...0xD1, 0xD3...0xD5, 0xDA, 0xE4...0xE9, 0xEB, 0xEC: false
        case 0xD7: !(0x90...0xAA).contains(bytes[index + 1])  // Hebrew letters
        case 0xD8: bytes[index + 1] < 0xA0  // Arabic letters, here and in the next
        case 0xD9: bytes[index + 1] > 0x8A
        case 0xE3: bytes[index + 1] == 0x82 || bytes[index + 1] == 0x80
        default: true
        }
    }

    /// The scalar that begins at `index`; the text is valid UTF-8.
    private func scalar(at index: Int) -> Unicode.Scalar {
        let first = UInt32(bytes[index])
        func tail(_ place: Int) -> UInt32 { UInt32(bytes[index + place]) & 0x3F }
        let value =
            switch Self.length(bytes[index]) {
            case 1: first
            case 2: (first & 0x1F) << 6 | tail(1)
            case 3: (first & 0xF) << 12 | tail(1) << 6 | tail(2)
            default: (first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
            }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}

private func isIdeographicScalar(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x30FF).contains(scalar.value) || scalar.properties.isIdeographic
}
