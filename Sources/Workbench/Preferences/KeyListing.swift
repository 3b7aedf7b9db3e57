// The command table as other documents need it: words only, by place and group. Knows no markup.

/// The keys of one place where the keyboard can be.
package nonisolated struct KeyListing: Sendable {
    /// One command.
    package struct Line: Sendable {
        /// The key sequences, each as it is typed; none for a command without keys.
        package let keys: [String]
        /// As the configuration and the palette name it.
        package let command: String
        /// One sentence.
        package let help: String
    }

    /// Commands that belong together.
    package struct Group: Sendable {
        package let name: String
        package let lines: [Line]
    }

    package let heading: String
    package let groups: [Group]

    /// The keys that Gloss comes with, place by place.
    @MainActor package static func all() -> [KeyListing] {
        let table = CommandTable.standard
        return Place.allCases.map { place in
            let groups = CommandGroup.allCases.map { group in
                let rows = table.rows(in: place).filter { $0.group == group }
                return Group(
                    name: group.rawValue,
                    lines: rows.map { Line(keys: $0.shownKeys, command: $0.command.name, help: $0.help) }
                )
            }
            return KeyListing(heading: place.heading, groups: groups.filter { !$0.lines.isEmpty })
        }
    }
}
