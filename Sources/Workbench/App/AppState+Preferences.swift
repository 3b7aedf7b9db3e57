// Changing what the coder likes while the program runs. The configuration file is never written.

import CodingCore

extension AppState {
    /// Takes over what the coder likes from now on.
    private mutating func follow(_ new: Preferences) -> [Effect] {
        let old = preferences
        preferences = new
        if old.layer != new.layer { coding?.layer = Layer(new.layer) }
        resize(to: size)
        return old.mouse == new.mouse ? [] : [.useMouse(new.mouse)]
    }

    /// Changes an option until the coder leaves: `look light`.
    mutating func set(_ words: String) -> [Effect] {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        do {
            guard parts.count == 2 else {
                let row = try PreferenceTable.row(named: words)
                refuse("\(row.name) needs a value: \(row.values.description).")
                return []
            }
            let effects = follow(try preferences.setting(parts[0], to: parts[1].trimmingBlanks))
            notice = Notice(
                text: "\(parts[0]) is \(parts[1]) until you leave; the configuration file keeps it for good."
            )
            return effects
        } catch {
            refuse(error.description.prefix(1).uppercased() + error.description.dropFirst() + ".")
            return []
        }
    }
}

extension Layer {
    /// The layer that the coder likes to begin with.
    init(_ preference: Preferences.Layer) { self = preference == .mine ? .mine : .everyone }
}
