// What xterm sends for keys.
package import Screen

extension KeyPress {
    /// The bytes that a terminal sends for the key.
    package var bytes: [UInt8] {
        let number = Int(modifiers.rawValue) + 1
        let parameter = modifiers.isEmpty ? "" : "1;\(number)"
        let tilde = modifiers.isEmpty ? "~" : ";\(number)~"
        let alt = modifiers.contains(.alt) ? "\u{1B}" : ""
        let text: String
        switch key {
        case .up: text = "\u{1B}[\(parameter)A"
        case .down: text = "\u{1B}[\(parameter)B"
        case .right: text = "\u{1B}[\(parameter)C"
        case .left: text = "\u{1B}[\(parameter)D"
        case .home: text = "\u{1B}[\(parameter)H"
        case .end: text = "\u{1B}[\(parameter)F"
        case .insert: text = "\u{1B}[2\(tilde)"
        case .delete: text = "\u{1B}[3\(tilde)"
        case .pageUp: text = "\u{1B}[5\(tilde)"
        case .pageDown: text = "\u{1B}[6\(tilde)"
        case .backspace: text = alt + "\u{7F}"
        case .enter: text = alt + "\r"
        case .escape: text = alt + "\u{1B}"
        case .tab: text = modifiers.contains(.shift) ? "\u{1B}[Z" : alt + "\t"
        case .function(let number) where number <= 4 && modifiers.isEmpty:
            text = "\u{1B}O" + ["P", "Q", "R", "S"][number - 1]
        case .function(let number):
            text = "\u{1B}[\([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24][number - 1])\(tilde)"
        case .character(let character) where modifiers.contains(.control):
            text = alt + String(Unicode.Scalar((character.asciiValue ?? 0) & 0x1F))
        case .character(let character): text = alt + String(character)
        }
        return Array(text.utf8)
    }
}
