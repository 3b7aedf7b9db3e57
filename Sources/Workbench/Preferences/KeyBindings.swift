// A person's own keys laid over the command table, and what of them cannot be. A pure function of both.

import CodingCore

/// Why keys of a command cannot be used; the command keeps those that it comes with.
package nonisolated struct KeyBindingProblem: Equatable, Sendable {
    /// As the configuration names it.
    package let command: String
    package let trouble: PreferenceTrouble
}

/// The command table's rows with a person's own keys.
struct KeyBindings {
    /// The rows; a command whose own keys cannot be used has those it comes with.
    let rows: [CommandRow]
    let problems: [KeyBindingProblem]

    /// - Parameter keys: key sequences by the name of their command, as `Preferences.keys` has them.
    init(applying keys: [String: [String]], to rows: [CommandRow]) {
        var problems: [KeyBindingProblem] = []
        var wanted = keys
        let names = Set(rows.map(\.command.name))
        for name in keys.keys.sorted() where !names.contains(name) {
            wanted[name] = nil
            problems.append(KeyBindingProblem(command: name, trouble: Self.unknown(name, among: names)))
        }
        // Keys that are refused bring back those of the table, which may stand in the way of others in turn.
        var laid = Self.lay(wanted, over: rows)
        while let problem = Self.collision(in: laid, own: wanted) {
            problems.append(problem)
            wanted[problem.command] = nil
            laid = Self.lay(wanted, over: rows)
        }
        self.rows = laid
        self.problems = problems
    }

    private static func unknown(_ name: String, among names: Set<String>) -> PreferenceTrouble {
        let near = namesNear(name, among: names.sorted())
        return PreferenceTrouble(
            "there is no command ‘\(name)’",
            advice: near.isEmpty ? "‘gloss man’ lists the commands" : "near it: \(near.joined(separator: ", "))"
        )
    }

    private static func lay(_ keys: [String: [String]], over rows: [CommandRow]) -> [CommandRow] {
        guard !keys.isEmpty else { return rows }
        return rows.map { row in
            var row = row
            if let own = keys[row.command.name] { row.keys = own }
            return row
        }
    }

    /// The first two sequences of a place of which one stands in the way of the other, if one is a person's own.
    private static func collision(in rows: [CommandRow], own: [String: [String]]) -> KeyBindingProblem? {
        guard !own.isEmpty else { return nil }
        for place in Place.allCases {
            var owners: [String: String] = [:]
            let bound = rows.filter { $0.places.contains(place) }.flatMap { row in
                row.keys.map { (keys: $0, command: row.command.name) }
            }
            for (keys, command) in bound {
                if let other = owners[keys], other != command,
                    let problem = same(keys, command, other, in: place, own: own)
                {
                    return problem
                }
                owners[keys] = command
            }
            for (keys, command) in bound {
                for start in beginnings(of: keys) {
                    guard let other = owners[start],
                        let problem = hidden(keys, command, behind: start, other, in: place, own: own)
                    else { continue }
                    return problem
                }
            }
        }
        return nil
    }

    /// The shorter sequences that a sequence begins with.
    private static func beginnings(of keys: String) -> [String] {
        let parts = keys.split(separator: " ")
        return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: " ") }
    }

    private static func same(
        _ keys: String,
        _ command: String,
        _ other: String,
        in place: Place,
        own: [String: [String]]
    ) -> KeyBindingProblem? {
        guard let blamed = blamed(command, other, own: own) else { return nil }
        let rival = blamed == command ? other : command
        return KeyBindingProblem(
            command: blamed,
            trouble: PreferenceTrouble(
                "\(KeyNotation.written(keys)) is \(rival) too (\(place.rawValue))",
                advice: "take another key for \(blamed), or give \(rival) another one"
            )
        )
    }

    private static func hidden(
        _ keys: String,
        _ command: String,
        behind start: String,
        _ other: String,
        in place: Place,
        own: [String: [String]]
    ) -> KeyBindingProblem? {
        guard let blamed = blamed(command, other, own: own) else { return nil }
        let (long, short) = (KeyNotation.written(keys), KeyNotation.written(start))
        return KeyBindingProblem(
            command: blamed,
            trouble: PreferenceTrouble(
                "\(long) (\(command)) could never be typed, since \(short) is \(other) (\(place.rawValue))",
                advice: "take other keys for \(blamed)"
            )
        )
    }

    /// Of two commands the one whose own keys are refused: keys that the table comes with are never blamed.
    private static func blamed(_ a: String, _ b: String, own: [String: [String]]) -> String? {
        [a, b].filter { own[$0] != nil }.max()
    }
}
