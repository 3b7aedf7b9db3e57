// Stands in for what the command table is about to have of its own. Delete when it has.

extension CommandTable {
    static var standard: CommandTable.Type { self }
}

extension Command {
    /// The name by which a person calls it, in the palette and in the configuration: `next-coding`.
    var name: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}
