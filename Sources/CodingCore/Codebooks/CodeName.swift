// Names of codes: what may stand in one, names out of participants' own words, and slugs. Knows no codebook and no file.

import TextMetrics

/// The rules for the names that coders give while coding.
package enum CodeName {
    /// How many scalars a name of the participant's own words has at most.
    package static let longestInVivo = 60
    /// How many scalars a name that was typed has at most.
    package static let longest = 120
    /// How many bytes a slug has at most; with a coder's id before it and a number behind it still fits a code's id.
    static let longestSlug = 35

    /// The name on one line: blanks at the ends taken off, other runs of blanks and line ends made one blank, and what is
    /// invisible or moves other text left out. Empty when nothing is left.
    package static func cleaned(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var isBlankPending = false
        for (index, scalar) in scalars.enumerated() {
            if scalar.properties.isWhitespace {
                isBlankPending = !cleaned.isEmpty
            } else if isShown(scalar) || joins(index, scalars) {
                if isBlankPending { cleaned.append(" ") }
                isBlankPending = false
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }

    /// A name made of the words of a passage: cleaned, without the marks around them, cut after a whole word with `…` where
    /// it is too long. Nothing when the passage has no word.
    package static func inVivo(from words: String) -> String? {
        let scalars = Array(cleaned(words).unicodeScalars)
        guard let first = scalars.firstIndex(where: isPartOfName), let last = scalars.lastIndex(where: isPartOfName)
        else { return nil }
        // The mark of a question is part of what was said.
        let end = last + 1 < scalars.count && ["?", "!", "%"].contains(scalars[last + 1]) ? last + 2 : last + 1
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[first..<end])
        return cut(String(name))
    }

    private static func cut(_ name: String) -> String {
        guard name.unicodeScalars.count > longestInVivo else { return name }
        var kept = ""
        var count = 0
        for character in name {
            count += character.unicodeScalars.count
            if count >= longestInVivo { break }
            kept.append(character)
        }
        // A word is not cut, unless it is a line of its own, as Chinese is.
        if let blank = kept.lastIndex(of: " "), kept[..<blank].unicodeScalars.count > longestInVivo / 3 {
            kept = String(kept[..<blank])
        }
        return kept + "…"
    }

    /// The letters `a`–`z`, digits and hyphens that a name comes to, at most 35; empty when nothing of it is left.
    ///
    /// Latin letters lose their marks: `Café nurses` is `cafe-nurses`.
    package static func slug(of name: String) -> String {
        var slug: [UInt8] = []
        for scalar in name.unicodeScalars {
            let plain = LatinFold.fold(scalar)
            switch plain {
            case "a"..."z", "0"..."9": slug.append(UInt8(plain.value))
            case "'", "’": break
            case _ where isMark(plain): break
            default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
            }
        }
        slug = Array(slug.prefix(longestSlug))
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }

    /// The slug of a name with whole words only, where it has more than one.
    package static func slugOfWords(of name: String) -> String {
        let whole = slug(of: name)
        guard whole.utf8.count >= longestSlug - 1, slug(of: name + "x") == whole, let last = whole.lastIndex(of: "-")
        else {
            return whole
        }
        return String(whole[..<last])
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        isWordScalar(scalar) || isIdeographic(scalar) || scalar.properties.isEmojiPresentation
            || scalar.properties.generalCategory == .currencySymbol
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        default: true
        }
    }

    /// Whether a joiner stands where scripts and emoji need it: between two scalars beyond ASCII.
    private static func joins(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        guard [0x200C, 0x200D].contains(scalars[index].value), index > 0, index + 1 < scalars.count else {
            return false
        }
        return [scalars[index - 1], scalars[index + 1]].allSatisfy { !$0.isASCII && isShown($0) }
    }
}

extension Codebook {
    /// The codebook with one more code, at the end of what stands below the same parent; its mnemonic is free.
    ///
    /// - Complexity: O(*n*) in the number of codes.
    package func adding(_ code: Code) -> Codebook {
        Codebook(title: title, version: version, codes: codes + [code], unreadFile: unreadFile)
    }

    /// The codebook without one code; what stood below it stands at the top.
    ///
    /// - Complexity: O(*n*) in the number of codes.
    package func removing(_ id: CodeID) -> Codebook {
        Codebook(title: title, version: version, codes: codes.filter { $0.id != id }, unreadFile: unreadFile)
    }

    /// The code that coders may apply under a name, whatever its case; of several the first.
    package func applicable(named name: String) -> Code? {
        let wanted = CodeName.cleaned(name).lowercased()
        return codes.first { $0.isApplicable && $0.name.lowercased() == wanted }
    }
}
