// The one place that decides what a character may look like on a terminal. Everything that reaches a screen or a stream
// passes through here; a file's own bytes never do. Knows nothing of styles, screens or files.

/// What one character looks like in terminal cells: text that is safe to send to any terminal, and its columns.
package struct ShownCluster: Hashable, Sendable {
    /// The text to draw: never a control, format, private or unassigned scalar, never a mark without something under it.
    package let text: String
    /// The columns that the text takes; at least 1.
    package let width: Int
    /// Whether something of the character could not be shown as it is, so that a stand-in is among the text.
    package let isStandIn: Bool

    /// Stands in for every scalar that cannot be shown and has no picture of its own.
    package static let standIn = "\u{FFFD}"
    /// Carries a combining mark that has no letter.
    package static let markCarrier = "\u{25CC}"
    /// The most marks that are drawn over one letter, as many as a cell of ncurses takes.
    package static let markLimit = 4
}

/// What a character looks like in terminal cells.
///
/// - Controls become their picture (`␛`, `␀`), a tab becomes one space: layout alone knows tab stops.
/// - A combining mark without a letter is drawn on a dotted circle.
/// - Format characters, other invisible ones, private and unassigned ones become `�`; hidden ones that cling to a letter
///   become one `�` after it, however many they are.
/// - Joiners and variation selectors stay only inside emoji that fonts know.
///
/// - Complexity: O(scalars of the character).
package func shownCluster(_ character: Character) -> ShownCluster {
    let utf8 = character.utf8
    if utf8.count == 1, let byte = utf8.first, byte >= 0x20 && byte != 0x7F || byte == 0x09 {
        return ShownCluster(text: byte == 0x09 ? " " : String(character), width: 1, isStandIn: false)
    }
    let scalars = character.unicodeScalars
    if scalars.count == 1, let only = scalars.first { return shownCluster(single: only) }
    if isEmojiSequence(scalars) {
        return ShownCluster(text: String(character), width: widthOfEmoji(scalars), isStandIn: false)
    }
    return shownCluster(mixed: scalars)
}

/// The columns that a character takes on a terminal once it is made safe; at least 1, and 1 for a tab.
package func displayWidth(of character: Character) -> Int {
    if character.utf8.count == 1 { return 1 }
    let scalars = character.unicodeScalars
    if scalars.count == 1, let only = scalars.first { return max(1, displayWidth(of: only)) }
    return shownCluster(character).width
}

/// The columns of one scalar by itself: 0 for marks and for everything that must not be drawn, else 1 or 2.
package func displayWidth(of scalar: Unicode.Scalar) -> Int {
    switch ScalarClass(scalar) {
    case .mark, .hidden: 0
    case .narrow: 1
    case .wide: 2
    }
}

/// Two columns, unless a sign was asked to be drawn as text: then those that it has by itself.
private func widthOfEmoji(_ scalars: Character.UnicodeScalarView) -> Int {
    guard scalars.count == 2, scalars.last == "\u{FE0E}", let sign = scalars.first else { return 2 }
    return displayWidth(of: sign)
}

private func shownCluster(single scalar: Unicode.Scalar) -> ShownCluster {
    switch ScalarClass(scalar) {
    case .narrow: ShownCluster(text: String(scalar), width: 1, isStandIn: false)
    case .wide: ShownCluster(text: String(scalar), width: 2, isStandIn: false)
    case .mark where needsLetter(scalar): ShownCluster(text: ShownCluster.standIn, width: 1, isStandIn: true)
    case .mark: ShownCluster(text: ShownCluster.markCarrier + String(scalar), width: 1, isStandIn: true)
    case .hidden: ShownCluster(text: picture(of: scalar), width: 1, isStandIn: true)
    }
}

/// A character of several scalars that is no emoji: a letter with its marks, joined letters, or a string of oddities.
private func shownCluster(mixed scalars: Character.UnicodeScalarView) -> ShownCluster {
    var text = String.UnicodeScalarView()
    var (width, marks) = (0, 0)
    var (isLosing, isStandIn) = (false, false)
    for scalar in scalars {
        switch ScalarClass(scalar) {
        case .mark where marks == ShownCluster.markLimit || (width == 0 && needsLetter(scalar)):
            isLosing = true
        case .mark:
            if width == 0 {
                text.append(contentsOf: ShownCluster.markCarrier.unicodeScalars)
                (width, isStandIn) = (1, true)
            }
            text.append(scalar)
            marks += 1
        case .hidden where scalar.value < 0x80:  // CR LF is one character of two controls
            text.append(contentsOf: picture(of: scalar).unicodeScalars)
            (width, isStandIn) = (width + 1, true)
        case .hidden:
            isLosing = true
        case .narrow, .wide:
            text.append(scalar)
            (width, marks) = (width + displayWidth(of: scalar), 0)
        }
    }
    if isLosing {
        text.append(contentsOf: ShownCluster.standIn.unicodeScalars)
        width += 1
    }
    return ShownCluster(text: String(text), width: width, isStandIn: isLosing || isStandIn)
}

/// Whether a scalar without a column is no mark but a Korean vowel or final: it joins its own letters only, no carrier.
func needsLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .otherLetter }

/// The one-cell sign for a scalar that must not be drawn: the control pictures for controls, else the general stand-in.
private func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case ..<0x20: Unicode.Scalar(0x2400 + scalar.value).map(String.init) ?? ShownCluster.standIn
    case 0x7F: "\u{2421}"
    default: ShownCluster.standIn
    }
}
