// Colours that were chosen by measure: far apart for three kinds of colour sight, readable on their background. All lie
// in the fixed part of xterm's 256 colours, which users' themes do not repaint.

/// The colours of a theme, as indices into xterm's 256 colours.
package struct Palette: Hashable, Sendable {
    /// Eight hues for codes or categories; at least 12 CIEDE2000 apart under normal, protan, deutan and tritan sight.
    package var hues: [Int16]
    /// Backgrounds for no, one, two, and three or more codings over a text: grey steps, never a hue.
    package var tints: [Int16]
    /// Foregrounds that are readable on a hue used as background.
    package var onHue: Int16
    /// The one accent of the frame: the cursor row and the like.
    package var accent: Int16

    /// For dark backgrounds; 4.5:1 or better on black and on #1c1c1c.
    package static let dark = Palette(
        hues: [103, 116, 135, 136, 147, 148, 180, 198],
        tints: [Style.ownColour, 236, 238, 240],
        onHue: 16,
        accent: 180
    )
    /// For light backgrounds; 4.5:1 or better on white.
    package static let light = Palette(
        hues: [19, 23, 29, 52, 53, 63, 94, 163],
        tints: [Style.ownColour, 254, 252, 250],
        onHue: 231,
        accent: 94
    )
    /// For a background that nobody told us: muted, 3:1 or better on black and on white; depth shows by underline.
    package static let unknownBackground = Palette(
        hues: [58, 60, 69, 93, 95, 103, 138, 202],
        tints: Array(repeating: Style.ownColour, count: 4),
        onHue: 231,
        accent: 69
    )
    /// No colour at all: for NO_COLOR and the plain theme.
    package static let none = Palette(
        hues: Array(repeating: Style.ownColour, count: 8),
        tints: Array(repeating: Style.ownColour, count: 4),
        onHue: Style.ownColour,
        accent: Style.ownColour
    )

    /// The hue of the n-th code or category, round and round.
    package func hue(_ index: Int) -> Int16 {
        hues.isEmpty ? Style.ownColour : hues[((index % hues.count) + hues.count) % hues.count]
    }

    /// The background under so many codings.
    package func tint(depth: Int) -> Int16 {
        tints.isEmpty ? Style.ownColour : tints[min(max(0, depth), tints.count - 1)]
    }
}
