// What counts as the same character in a search: case, marks, quotes and unseen signs. Knows characters, not texts.

import TextMetrics

/// One character of a phrase as a search compares it.
enum SearchSign: Hashable, Sendable {
    /// Any run of blanks and line ends.
    case blank
    /// An ASCII character, whatever case and marks were folded away.
    case ascii(UInt8)
    /// Any other character; compared by canonical equivalence, so that composed and decomposed forms agree.
    case other(String)
}

/// How much a search tells apart; found out from the words that are looked for.
struct SearchFolding: Hashable, Sendable {
    /// A capital letter was asked for, so case counts.
    let isCaseExact: Bool
    /// A letter with a mark was asked for, so marks count.
    let isMarkExact: Bool
    /// A curly quote or a long dash was asked for, so straight ones do not stand for it.
    let isQuoteExact: Bool
    /// No unseen sign was asked for, so they are passed over.
    let skipsUnseen: Bool

    init(_ words: String) {
        let scalars = words.unicodeScalars
        isCaseExact = scalars.contains {
            $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter
        }
        isMarkExact = scalars.contains { Self.isPointing($0) || LatinFold.fold($0) != Self.small($0) }
        isQuoteExact = scalars.contains { Self.straight($0) != nil }
        skipsUnseen = !scalars.contains(where: Self.isUnseen)
    }

    /// The sign of one character.
    func sign(_ character: some StringProtocol) -> SearchSign {
        guard let first = character.unicodeScalars.first else { return .blank }
        if first.properties.isWhitespace { return .blank }
        let base = folded(first)
        var scalars = String.UnicodeScalarView([base])
        let isLatin = base.isASCII || Self.isLatin(base)
        for mark in character.unicodeScalars.dropFirst() {
            if !isMarkExact, Self.isPointing(mark), isLatin || !Self.isLatinMark(mark) { continue }
            scalars.append(mark)
        }
        if base.isASCII, scalars.count == 1 { return .ascii(UInt8(base.value)) }
        return .other(isCaseExact ? String(scalars) : String(scalars).lowercased())
    }

    /// A scalar without what is not told apart.
    func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return isCaseExact || !(0x41...0x5A).contains(scalar.value)
                ? scalar : Unicode.Scalar(UInt8(scalar.value + 32))
        }
        if !isQuoteExact, let straight = Self.straight(scalar) { return straight }
        if scalar == "\u{212A}" { return folded("K") }  // the Kelvin sign is canonically a K
        if isMarkExact { return isCaseExact ? scalar : Self.small(scalar) }
        let plain = LatinFold.fold(scalar)
        guard isCaseExact, plain.isASCII else { return isCaseExact ? scalar : Self.small(plain) }
        return scalar.properties.isUppercase ? Unicode.Scalar(UInt8(plain.value) & ~0x20) : plain
    }

    /// Whether a scalar leaves no trace on paper, so that nobody would type it into a search: soft hyphens, marks of
    /// direction, joiners of words.
    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x640, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The straight sign that a keyboard has for a printed quote or dash.
    private static func straight(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032: "'"
        case 0x201C...0x201F, 0x2033: "\""
        case 0x2010...0x2014, 0x2212: "-"
        default: nil
        }
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "ς" { return "σ" }
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapping.count == 1, let first = mapping.first else { return scalar }
        return first
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x2B0 || (0x1E00...0x1EFF).contains(scalar.value)
    }

    private static func isLatinMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    /// Whether a mark is one that readers leave out when they type: accents of Latin, vowels of Arabic and Hebrew.
    ///
    /// Signs that make another letter of an Arabic letter (madda, hamza) are none: composed letters would differ.
    private static func isPointing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F: true
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
        case 0x64B...0x652, 0x656...0x65F, 0x670: true
        default: false
        }
    }
}
