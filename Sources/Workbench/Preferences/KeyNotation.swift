// How keys stand in the configuration file: `x Del` are two keys for one command, `g,n` is g and then n, `none` is no key.
// Knows which keys a terminal can send, not what they do.

import CodingCore
import Screen

/// Reads and writes key sequences as the configuration file has them.
package nonisolated enum KeyNotation {
    /// The key sequences of a line, as the command table writes them: `x Del g,n` is `["x", "Del", "g n"]`.
    ///
    /// - Throws: `PreferenceTrouble` when a word is no key, or a key that can mean nothing of its own.
    package static func sequences(_ text: String) throws(PreferenceTrouble) -> [String] {
        let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
        guard !words.isEmpty else {
            throw PreferenceTrouble("no key is named", advice: "name keys such as x Del g,n, or write none")
        }
        if words == ["none"] { return [] }
        guard !words.contains("none") else {
            throw PreferenceTrouble("none stands beside keys", advice: "leave it out, or write it alone")
        }
        var sequences: [String] = []
        for word in words {
            let sequence = try sequence(word)
            if !sequences.contains(sequence) { sequences.append(sequence) }
        }
        return sequences
    }

    /// A sequence of the command table as the configuration file writes it: `g n` is `g,n`.
    package static func written(_ sequence: String) -> String {
        sequence.split(separator: " ").map { $0 == "#" ? "Hash" : String($0) }.joined(separator: ",")
    }

    private static func sequence(_ word: String) throws(PreferenceTrouble) -> String {
        var presses: [KeyPress] = []
        let names = parts(of: word)
        for name in names {
            let press = try press(name)
            if presses.isEmpty, let digit = press.typed, ("1"..."9").contains(digit) {
                throw PreferenceTrouble(
                    "‘\(word)’ begins with a digit, and digits are counts and quick codes",
                    advice: "take another key"
                )
            }
            if press.key == .escape, names.count > 1 {
                throw PreferenceTrouble("Esc ends a sequence of keys", advice: "bind it alone or take another key")
            }
            presses.append(press)
        }
        return presses.map(\.description).joined(separator: " ")
    }

    /// The keys of a sequence: what stands between commas, where a comma at the place of a key is the key itself.
    private static func parts(of word: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for character in word {
            if character == ",", !part.isEmpty {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        // A comma at the end with no key behind it is taken for a key that is missing, and blamed below.
        return parts + [part]
    }

    private static func press(_ name: String) throws(PreferenceTrouble) -> KeyPress {
        let press = name.lowercased() == "hash" ? KeyPress("#") : KeyPress(name: name)
        guard let press else {
            throw unknown(name)
        }
        if let reason = whyNot(press) { throw reason }
        return press
    }

    private static func unknown(_ name: String) -> PreferenceTrouble {
        let near = namesNear(name, among: named)
        let advice =
            if !near.isEmpty {
                "near it: \(near.joined(separator: ", "))"
            } else if (2...3).contains(name.count), !name.contains("-") {
                "write \(name.map { String($0) }.joined(separator: ",")) for one key after the other"
            } else {
                "name keys such as x, G, Space, Enter, Tab, S-Tab, Del, PgDn, F9, Ctrl-D, Hash"
            }
        return PreferenceTrouble(
            name.isEmpty ? "a key is missing behind a comma" : "‘\(name)’ is no key",
            advice: advice
        )
    }

    private static let named =
        [
            "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Ins", "Del", "Backspace", "Enter", "Tab",
            "S-Tab", "Esc", "Space", "Hash",
        ] + (1...12).map { "F\($0)" }

    /// Why a key cannot be bound, when it cannot.
    private static func whyNot(_ press: KeyPress) -> PreferenceTrouble? {
        if press.modifiers.contains(.alt) {
            return PreferenceTrouble(
                "\(press) looks to Gloss like Esc and another key",
                advice: "take a key without Alt"
            )
        }
        if case .function(let number) = press.key, number > 20 {
            return PreferenceTrouble("no terminal sends \(press)", advice: "take F1 to F20")
        }
        if press.modifiers.contains(.shift), let other = withoutShift(press) {
            return PreferenceTrouble("no terminal sends \(press)", advice: "write \(other)")
        }
        return press.modifiers.contains(.control) ? whyNotControl(press) : nil
    }

    /// What to write for a key with which Shift does not count.
    private static func withoutShift(_ press: KeyPress) -> String? {
        switch press.key {
        case .character(" "), .enter, .backspace, .escape:
            KeyPress(press.key, press.modifiers.subtracting(.shift)).description
        case .character(let letter):
            press.modifiers.contains(.control)
                ? KeyPress(press.key, .control).description : letter.uppercased()
        default: nil
        }
    }

    private static func whyNotControl(_ press: KeyPress) -> PreferenceTrouble? {
        switch press.key {
        case .character(let letter):
            if let twin = twins[letter] {
                return PreferenceTrouble(
                    "to a terminal \(press) is \(twin)",
                    advice: "write \(twin) or take another key"
                )
            }
            if let use = taken[letter] { return PreferenceTrouble("\(press) \(use)", advice: "take another key") }
            guard letter == " " || ("a"..."z").contains(letter) || "]^_".contains(letter) else {
                return PreferenceTrouble("no terminal sends \(press)", advice: "take Ctrl with a letter")
            }
            return nil
        case .enter, .tab, .backspace, .escape:
            return PreferenceTrouble("no terminal sends \(press)", advice: "take another key")
        default: return nil
        }
    }

    /// Keys that send the same byte as a key with a name.
    private static let twins: [Character: String] = [
        "m": "Enter", "j": "Enter", "i": "Tab", "h": "Backspace", "?": "Backspace", "[": "Esc",
    ]

    /// Keys that terminals, or Gloss everywhere, keep for themselves.
    private static let taken: [Character: String] = [
        "s": "stops the terminal's output", "q": "starts the terminal's output again",
        "v": "is the terminal's own sign for the next key", "c": "always cancels", "\\": "ends programs",
    ]
}
