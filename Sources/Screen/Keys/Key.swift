// Keys by what is printed on them, whatever bytes a terminal sends for them.

/// A key by itself.
package enum Key: Hashable, Sendable {
    /// A key that types something. With Control it is the lowercase letter on the key.
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete
    case backspace, enter, tab, escape
    /// F1 is `function(1)`.
    case function(Int)
}

/// Keys held down together with another. Shift is part of a typed character and stands by itself only with other keys.
package struct KeyModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let shift = KeyModifiers(rawValue: 1)
    package static let alt = KeyModifiers(rawValue: 2)
    package static let control = KeyModifiers(rawValue: 4)
}
