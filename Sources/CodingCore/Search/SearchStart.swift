// Where a sign of a phrase may stand: a quick look at the character there, which throws out nearly every place of a text.
// It may let too much through, and never too little.

import TextMetrics

/// One sign of a phrase, made ready for a run over a text.
struct SearchStart {
    /// For each byte whether a character that begins with it can be the sign.
    let leads: [Bool]
    private let sign: SearchSign
    private let folding: SearchFolding
    /// The scalars that the sign's first one can be in the text: itself, small and large.
    private let variants: [UInt32]
    /// Whether the sign is one scalar, so that it can only be composed where a mark follows.
    private let isSingle: Bool

    init(_ sign: SearchSign, _ folding: SearchFolding) {
        self.sign = sign
        self.folding = folding
        var leads = Array(repeating: false, count: 256)
        var scalars: [Unicode.Scalar] = []
        var isSingle = true
        switch sign {
        case .blank:
            for lead in [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xC2, 0xE1, 0xE2, 0xE3] { leads[lead] = true }
        case .ascii(let byte):
            scalars = Self.cases(Unicode.Scalar(byte))
            // Latin letters with marks, printed quotes, the Kelvin sign.
            for lead in Array(0xC3...0xCA) + [0xE1, 0xE2] { leads[lead] = true }
        case .other(let text):
            for lead in 0xC2...0xF4 { leads[lead] = true }
            isSingle = text.unicodeScalars.count == 1
            if let first = text.unicodeScalars.first {
                scalars = Self.cases(first) + (first == "σ" ? ["ς"] : [])
                let plain = LatinFold.fold(first)
                if plain.isASCII { scalars += Self.cases(plain) }
            }
        }
        for scalar in scalars { leads[Int(String(scalar).utf8.first ?? 0)] = true }
        self.leads = leads
        self.isSingle = isSingle
        variants = scalars.map(\.value)
    }

    private static func cases(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let properties = scalar.properties
        return [scalar]
            + [properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping]
            .compactMap { $0.unicodeScalars.first }
    }

    /// Whether the character at `index`, whose first byte is one of `leads`, may be the sign.
    @inline(__always)
    func mayBegin(at index: Int, in text: SearchText) -> Bool {
        switch sign {
        case .blank: return true
        case .ascii(let wanted):
            return text.bytes[index] < 0x80 || folding.folded(text.scalar(at: index)).value == UInt32(wanted)
        case .other:
            let value = text.value(at: index)
            var place = 0
            while place < variants.count {
                if variants[place] == value {
                    return value >= 0x80 ? text.startsCharacter(index) : isMarked(index, in: text)
                }
                place += 1
            }
            return mayBeComposed(value, at: index, in: text)
        }
    }

    /// Whether a mark follows an ASCII letter.
    @inline(__always)
    private func isMarked(_ index: Int, in text: SearchText) -> Bool {
        index + 1 < text.count && text.mayExtend(at: index + 1)
    }

    /// Whether another scalar than the sign's first can begin the same character, composed in another way.
    private func mayBeComposed(_ value: UInt32, at index: Int, in text: SearchText) -> Bool {
        let isHangul = (0x1100...0x11FF).contains(value) || (0xAC00...0xD7A3).contains(value)
        if isHangul { return isOtherHangul(value) && text.startsCharacter(index) }
        if isSingle {
            // A letter and a mark in the text, one composed letter in the phrase; or a letter of compatibility.
            let next = index + SearchText.length(text.bytes[index])
            guard next < text.count, composes(at: next, in: text) else {
                return Self.isCompatible(value) && text.startsCharacter(index)
            }
            return !text.scalar(at: index).properties.isGraphemeExtend && text.startsCharacter(index)
        }
        // One composed letter in the text, a letter and a mark in the phrase.
        guard Self.mayBeComposed(value) || Self.isCompatible(value) else { return false }
        let scalar = text.scalar(at: index)
        return !scalar.properties.isGraphemeExtend && folding.sign(String(scalar)) == sign
            && text.startsCharacter(index)
    }

    /// Whether a mark stands at `index` that makes one composed letter with the letter before it.
    private func composes(at index: Int, in text: SearchText) -> Bool {
        let second = text.bytes[index] < 0x80 ? 0 : text.bytes[index + 1]
        switch text.bytes[index] {
        case 0xCC, 0xCD: return true  // the marks of Latin, Greek and Cyrillic
        case 0xD9: return (0x93...0x95).contains(second)  // madda and hamza
        case 0xD6, 0xD7: return (variants.first ?? 0) >= 0xFB1D  // points of Hebrew, for its letters of compatibility
        case 0xE0:
            let value = text.value(at: index)
            return value & 0x7F == 0x3C || value == 0xBD7  // the dots below of India
        case 0xE3: return second == 0x82 && (0x99...0x9A).contains(text.bytes[index + 2])  // voiced kana
        case 0xE1, 0xF0: return true
        default: return false
        }
    }

    private func isOtherHangul(_ value: UInt32) -> Bool {
        guard let own = variants.first else { return false }
        let (isSyllable, isOwnSyllable) = (value >= 0xAC00, (0xAC00...0xD7A3).contains(own))
        if isSyllable && isOwnSyllable {
            // A syllable without a final consonant, which follows by itself.
            return (value - 0xAC00) % 28 == 0 && own > value && own - value < 28
        }
        return isSyllable != isOwnSyllable && (isOwnSyllable || (0x1100...0x11FF).contains(own))
    }

    /// Whether a scalar may be a letter and a mark in one.
    private static func mayBeComposed(_ value: UInt32) -> Bool {
        switch value {
        case 0xC0...0x5BF, 0x622...0x626, 0x6C0...0x6D3, 0x1B00...0x1FFF, 0x3040...0x30FF: true
        case 0x929...0x934, 0x958...0x95F, 0x9CB...0x9DF, 0xA33...0xA36, 0xA59...0xA5E, 0xB48...0xB4C, 0xB5C...0xB5D,
            0xB94, 0xBCA...0xBCC, 0xC48, 0xCC0...0xCCB, 0xD4A...0xD4C, 0xDDA...0xDDE, 0xF43...0xFB9, 0x1026:
            true
        default: false
        }
    }

    /// Letters that are canonically the same as another one: signs of measure, ideographs of compatibility.
    private static func isCompatible(_ value: UInt32) -> Bool {
        switch value {
        case 0x340...0x341, 0x374, 0x37E, 0x387, 0x1F71...0x1FFD, 0x2000...0x2001, 0x2126...0x212B, 0x2329...0x232A,
            0xF900...0xFAFF, 0x2F800...0x2FA1D:
            true
        default: false
        }
    }
}
