/// A mouse report as xterm sends it: a code, a column and a row counted from 1.
struct MouseReport {
    let event: MouseEvent

    /// Nil for reports that the program has no use for: moves without a button, further buttons, the sideways wheel.
    init?(_ numbers: [Int], isRelease: Bool) {
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let code = numbers[0]
        var modifiers = KeyModifiers()
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let action: MouseEvent.Action
        var button = MouseEvent.Button.left
        switch code & ~0x1C {
        case 64: action = .wheelUp
        case 65: action = .wheelDown
        case 3 where isRelease: action = .release  // the old report does not say of which
        case 0...2, 32...34:
            action = isRelease ? .release : code & 32 != 0 ? .drag : .press
            button = [.left, .middle, .right][code & 3]
        default: return nil
        }
        event = MouseEvent(action, button: button, row: numbers[2] - 1, column: numbers[1] - 1, modifiers: modifiers)
    }
}
