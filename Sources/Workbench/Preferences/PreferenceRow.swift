// One row of the table of options: how an option is called, what it means, and how its value is written.

/// The values that an option can have.
package nonisolated enum PreferenceValues: Sendable, Equatable {
    case choice([String])
    case number(ClosedRange<Int>, orOff: Bool)
    /// Any words; `meaning` says what they are, `fallback` what holds without them.
    case words(meaning: String, fallback: String)

    /// The values in words: `dark, light, plain or high-contrast`; `0 to 5000 or off`.
    package var description: String {
        switch self {
        case .choice(let words): alternatives(words)
        case .number(let range, let orOff): "\(range.lowerBound) to \(range.upperBound)\(orOff ? " or off" : "")"
        case .words(let meaning, _): meaning
        }
    }

    /// The values that can be offered for completion.
    package var completions: [String] {
        switch self {
        case .choice(let words): words
        case .number(_, let orOff): orOff ? ["off"] : []
        case .words: []
        }
    }
}

/// One option.
package nonisolated struct PreferenceRow: Sendable {
    /// As the configuration file and `:set` call it.
    package let name: String
    /// One sentence, for documents and the palette.
    package let sentence: String
    package let values: PreferenceValues
    /// Whether `:set` can change it while the workbench runs.
    package let canChange: Bool
    private let read: @Sendable (Preferences) -> String
    private let write: @Sendable (String, inout Preferences) -> Bool

    init(
        _ name: String,
        _ sentence: String,
        _ values: PreferenceValues,
        canChange: Bool = true,
        read: @escaping @Sendable (Preferences) -> String,
        write: @escaping @Sendable (String, inout Preferences) -> Bool
    ) {
        self.name = name
        self.sentence = sentence
        self.values = values
        self.canChange = canChange
        self.read = read
        self.write = write
    }

    /// The value that holds, as it is written; empty when there is none.
    package func value(in preferences: Preferences) -> String { read(preferences) }

    /// The value that holds when nobody says anything.
    package var defaultValue: String { read(Preferences()) }

    /// What holds when nobody says anything, in words.
    package var defaultWords: String {
        if case .words(_, let fallback) = values { fallback } else { defaultValue }
    }

    /// The preferences with this option changed.
    ///
    /// - Throws: `PreferenceTrouble` when the option has no such value.
    func setting(_ value: String, in preferences: Preferences) throws(PreferenceTrouble) -> Preferences {
        var changed = preferences
        guard write(value, &changed) else {
            let what = value.isEmpty ? "\(name) has no value" : "‘\(value)’ is no value of \(name)"
            throw PreferenceTrouble(what, advice: "write \(values.description)")
        }
        return changed
    }
}

extension PreferenceRow {
    /// An option that is on or off.
    nonisolated static func toggle(
        _ name: String,
        _ path: any WritableKeyPath<Preferences, Bool> & Sendable,
        _ sentence: String
    ) -> PreferenceRow {
        PreferenceRow(name, sentence, .choice(["on", "off"])) {
            $0[keyPath: path] ? "on" : "off"
        } write: { value, preferences in
            guard value == "on" || value == "off" else { return false }
            preferences[keyPath: path] = value == "on"
            return true
        }
    }

    /// An option with a few values.
    nonisolated static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Preferences, Value> & Sendable,
        _ sentence: String
    ) -> PreferenceRow {
        PreferenceRow(name, sentence, .choice(Value.allCases.map(\.rawValue))) {
            $0[keyPath: path].rawValue
        } write: { value, preferences in
            guard let chosen = Value(rawValue: value) else { return false }
            preferences[keyPath: path] = chosen
            return true
        }
    }

    /// An option that is a number.
    nonisolated static func number(
        _ name: String,
        _ path: any WritableKeyPath<Preferences, Int> & Sendable,
        _ range: ClosedRange<Int>,
        _ sentence: String
    ) -> PreferenceRow {
        PreferenceRow(name, sentence, .number(range, orOff: false)) {
            String($0[keyPath: path])
        } write: { value, preferences in
            guard let number = Int(value), range.contains(number) else { return false }
            preferences[keyPath: path] = number
            return true
        }
    }

    /// An option that is a number, or off.
    nonisolated static func numberOrOff(
        _ name: String,
        _ path: any WritableKeyPath<Preferences, Int?> & Sendable,
        _ range: ClosedRange<Int>,
        _ sentence: String
    ) -> PreferenceRow {
        PreferenceRow(name, sentence, .number(range, orOff: true)) {
            $0[keyPath: path].map { String($0) } ?? "off"
        } write: { value, preferences in
            let number = Int(value)
            guard value == "off" || number.map(range.contains) == true else { return false }
            preferences[keyPath: path] = number
            return true
        }
    }

    /// An option that is words; no words leave it unset.
    nonisolated static func words(
        _ name: String,
        _ path: any WritableKeyPath<Preferences, String?> & Sendable,
        meaning: String,
        fallback: String,
        canChange: Bool = true,
        _ sentence: String
    ) -> PreferenceRow {
        PreferenceRow(name, sentence, .words(meaning: meaning, fallback: fallback), canChange: canChange) {
            $0[keyPath: path] ?? ""
        } write: { value, preferences in
            preferences[keyPath: path] = value.isEmpty ? nil : value
            return true
        }
    }
}

/// Words as alternatives: `on or off`.
nonisolated func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}
