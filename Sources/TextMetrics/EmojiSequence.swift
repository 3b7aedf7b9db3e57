// Which characters of several scalars are emoji that fonts know, and so may keep their joiners. Only shapes are checked;
// a list of all emoji would be out of date each year.

/// The longest emoji in use have ten scalars; a longer chain is somebody hiding something.
private let longestEmojiSequence = 12

/// The three flags that are spelled with tag characters: England, Scotland and Wales.
private let tagSpelledFlags: [[UInt32]] = ["gbeng", "gbsct", "gbwls"].map { region in
    [0x1F3F4] + region.unicodeScalars.map { 0xE0000 + $0.value } + [0xE007F]
}

/// Whether these scalars of one character are a flag, a keycap, or emoji joined, toned or asked to be drawn as pictures.
func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji, scalars.count <= longestEmojiSequence else {
        return false
    }
    let values = scalars.map(\.value)
    if first.value < 0x80 { return values.dropFirst().elementsEqual([0xFE0F, 0x20E3]) }
    if isRegional(first.value) { return values.count == 2 && isRegional(values[1]) }
    if tagSpelledFlags.contains(values) { return true }
    return isJoinedEmoji(scalars)
}

private func isRegional(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

/// Emoji, each with at most a tone or a selector, joined by single joiners.
private func isJoinedEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    /// What was read last; a joiner or a tone may follow only where an emoji went before.
    enum Step { case joiner, emoji, dressed }
    var step = Step.joiner
    for scalar in scalars {
        switch (scalar.value, step) {
        case (0x200D, .emoji), (0x200D, .dressed): step = .joiner
        case (0xFE0E, .emoji), (0xFE0F, .emoji): step = .dressed
        case (_, .emoji) where scalar.properties.isEmojiModifier: step = .dressed
        case (_, .joiner) where scalar.value > 0x7F && scalar.properties.isEmoji: step = .emoji
        default: return false
        }
    }
    return step != .joiner
}
