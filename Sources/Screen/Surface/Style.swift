// How a cell looks, in words that no terminal library knows of.

/// Colours and attributes of a cell.
package struct Style: Hashable, Sendable {
    /// Attributes that most terminals have; italic and dim are missing on some and never carry meaning alone.
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Attributes(rawValue: 1)
        package static let dim = Attributes(rawValue: 2)
        package static let italic = Attributes(rawValue: 4)
        package static let underline = Attributes(rawValue: 8)
        package static let reverse = Attributes(rawValue: 16)
    }

    /// The terminal's own colour.
    package static let ownColour: Int16 = -1
    /// The terminal's own colours and no attribute.
    package static let plain = Style()

    /// Indices into xterm's 256 colours, or `ownColour`.
    package var foreground: Int16
    package var background: Int16
    package var attributes: Attributes

    package init(
        foreground: Int16 = Style.ownColour,
        background: Int16 = Style.ownColour,
        _ attributes: Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The style with further attributes.
    package func adding(_ attributes: Attributes) -> Style {
        var style = self
        style.attributes.formUnion(attributes)
        return style
    }

    /// The style on another background.
    package func on(_ background: Int16) -> Style {
        var style = self
        style.background = background
        return style
    }
}
