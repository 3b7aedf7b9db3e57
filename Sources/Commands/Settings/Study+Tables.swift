// What a table counts and is divided into, as words on the command line name it.

import CodingCore

extension Study {
    /// - Throws: a sentence with what is near when the study has no such unit.
    func unit(named words: String) throws -> CountingUnit {
        if let named = CountingUnit.named.first(where: { $0.description == words }) { return named }
        if attributeNames.contains(words) { return .attribute(words) }
        throw Self.unknown("unit", words, among: CountingUnit.named.map(\.description) + attributeNames)
    }

    /// - Throws: a sentence with what is near when the study has no such attribute.
    func columns(named words: String) throws -> TableColumns {
        let known = TableColumns.named + attributeNames
        guard known.contains(words) else { throw Self.unknown("attribute", words, among: known) }
        return TableColumns(words)
    }

    private static func unknown(_ what: String, _ name: String, among names: [String]) -> CommandFailure {
        let near = namesNear(name, among: names)
        let shown = near.isEmpty ? Array(names.prefix(12)) : near
        let hint =
            shown.isEmpty
            ? "the study has none yet" : (near.isEmpty ? "known: " : "near it: ") + shown.joined(separator: ", ")
        return .couldNot("there is no \(what) ‘\(name)’; \(hint)")
    }
}
