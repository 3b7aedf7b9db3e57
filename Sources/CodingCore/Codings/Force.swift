// Which acts are in force when undos take acts out of force and redos take undos out of force. Knows no codings.

/// Acts and undos, and which of them stops which.
struct Force {
    /// What can be in force.
    enum Party: Hashable {
        /// Everything that one act did, its redos included.
        case act(Identifier)
        case undo(Identifier)
    }

    /// The parties that each one stops as long as it is in force itself.
    private var stops: [Party: [Party]] = [:]
    /// How many parties against each one are not known to be out of force.
    private var opponents: [Party: Int] = [:]

    /// Notes that one party stops another: an undo an act, or an act, by a redo in it, an undo.
    mutating func add(_ party: Party, against other: Party) {
        stops[party, default: []].append(other)
        opponents[other, default: 0] += 1
        opponents[party, default: 0] += 0
    }

    /// The acts that an undo in force stops; parties that decide over one another in a circle stop nothing.
    ///
    /// - Complexity: O(*n*) in the number of notes.
    func actsOutOfForce() -> Set<Identifier> {
        var opponents = opponents
        var out: Set<Party> = []
        var decided = opponents.filter { $0.value == 0 }.map(\.key)
        while let party = decided.popLast() {
            let isInForce = !out.contains(party)
            for other in stops[party] ?? [] {
                if isInForce {
                    if out.insert(other).inserted { decided.append(other) }
                } else {
                    opponents[other, default: 1] -= 1
                    if opponents[other] == 0, !out.contains(other) { decided.append(other) }
                }
            }
        }
        return Set(out.compactMap { if case .act(let act) = $0 { act } else { nil } })
    }
}
