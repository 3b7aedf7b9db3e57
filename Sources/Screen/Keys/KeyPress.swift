// A key with its modifiers, and its name in help, hints and the configuration file.

/// A key and the modifiers held with it.
package struct KeyPress: Hashable, Sendable {
    package var key: Key
    package var modifiers: KeyModifiers

    package init(_ key: Key, _ modifiers: KeyModifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    /// A key that types this character.
    package init(_ character: Character, _ modifiers: KeyModifiers = []) {
        self.init(.character(character), modifiers)
    }

    /// The typed character if no modifier but Shift is held.
    package var typed: Character? {
        if case .character(let character) = key, modifiers.subtracting(.shift).isEmpty { character } else { nil }
    }
}

extension KeyPress: CustomStringConvertible {
    private static let names: [(Key, String)] = [
        (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
        (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.insert, "Ins"), (.delete, "Del"), (.backspace, "Backspace"),
        (.enter, "Enter"), (.tab, "Tab"), (.escape, "Esc"), (.character(" "), "Space"),
    ]

    /// The name as help and configuration write it: `c`, `Ctrl-D`, `S-Tab`, `Alt-b`, `PgDn`, `F9`, `Space`.
    package var description: String {
        var prefix = modifiers.contains(.control) ? "Ctrl-" : ""
        if modifiers.contains(.alt) { prefix += "Alt-" }
        if modifiers.contains(.shift) { prefix += "S-" }
        if let name = Self.names.first(where: { $0.0 == key })?.1 { return prefix + name }
        switch key {
        case .function(let number): return "\(prefix)F\(number)"
        case .character(let character):
            return prefix + (modifiers.contains(.control) ? character.uppercased() : String(character))
        default: return prefix
        }
    }

    /// Reads a name as `description` writes it; `C-`, `Shift-` and any case of named keys are understood too.
    package init?(name: String) {
        var (rest, modifiers) = (Substring(name), KeyModifiers())
        let prefixes: [(String, KeyModifiers)] = [
            ("ctrl-", .control), ("c-", .control), ("alt-", .alt), ("a-", .alt), ("shift-", .shift), ("s-", .shift),
        ]
        while let (prefix, modifier) = prefixes.first(where: { rest.lowercased().hasPrefix($0.0) }),
            rest.count > prefix.count
        {
            rest = rest.dropFirst(prefix.count)
            modifiers.insert(modifier)
        }
        if let key = Self.names.first(where: { $0.1.lowercased() == rest.lowercased() })?.0 {
            self.init(key, modifiers)
        } else if rest.count > 1, rest.first == "F", let number = Int(rest.dropFirst()), (1...24).contains(number) {
            self.init(.function(number), modifiers)
        } else if rest.count == 1, let character = rest.first {
            let isControl = modifiers.contains(.control)
            self.init(.character(isControl ? Character(character.lowercased()) : character), modifiers)
        } else {
            return nil
        }
    }
}
