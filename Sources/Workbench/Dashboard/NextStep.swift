// What there is to do next, as the dashboard says it. Knows the state; draws nothing.

import CodingCore

/// One thing that waits.
enum NextStep: Equatable {
    /// The document that was being read, and the line.
    case resume(DocumentID, line: Int)
    /// Documents without a coding of the coder's own, and the first of them.
    case uncoded(count: Int, first: DocumentID)
    /// Codes that say nowhere what they mean, and the most used of them.
    case undefined(count: Int, first: CodeID)
    /// Codings made under an older definition: those of everyone, and the coder's own among them.
    case relook(Int, own: Int)
    case doubts(Int)
    case disputed(Int)
    case notPlaced(Int)
}

extension AppState {
    /// What there is to do next, the nearest first.
    var nextSteps: [NextStep] {
        guard !dashboard.documents.isEmpty else { return [] }
        var steps: [NextStep] = []
        if let coding {
            let line = coding.transcript.lines.line(ofScalar: coding.cursor)
            steps.append(.resume(coding.document.id, line: min(line, max(1, coding.transcript.lines.count))))
        }
        let uncoded = dashboard.documents.filter { $0.own == 0 }
        if let first = uncoded.first(where: { $0.id != coding?.document.id }) ?? uncoded.first {
            steps.append(.uncoded(count: uncoded.count, first: first.id))
        }
        if dashboard.older > 0 { steps.append(.relook(dashboard.older, own: dashboard.olderOwn)) }
        if dashboard.doubts > 0 { steps.append(.doubts(dashboard.doubts)) }
        if dashboard.disputed > 0 { steps.append(.disputed(dashboard.disputed)) }
        let lost = measures.unplaced.count
        if lost > 0 { steps.append(.notPlaced(lost)) }
        if let first = dashboard.undefined.first {
            steps.append(.undefined(count: dashboard.undefined.count, first: first))
        }
        return steps
    }

    /// A step in a few words, at most as wide as half of the smallest window where names allow it.
    func sentence(of step: NextStep) -> String {
        switch step {
        case .resume(let id, let line): "\(study.shortName(of: id)) stopped at line \(line): resume"
        case .uncoded(let count, let first):
            "\(count) not coded by you yet: \(study.shortName(of: first))"
        case .undefined(let count, _): "\(counted(count, "code")) without a definition"
        case .relook(let count, let own):
            own > 0
                ? "\(counted(own, "coding")) to look at again"
                : "\(counted(count, "coding")) of others to look at again"
        case .doubts(let count): "\(counted(count, "coding")) of yours in doubt"
        case .disputed(let count): "\(counted(count, "coding")) in dispute"
        case .notPlaced(let count): "\(counted(count, "coding")) without a place"
        }
    }

    /// What Enter does about a step.
    func explanation(of step: NextStep) -> String {
        switch step {
        case .resume(let id, _): return "Enter reads on in \(id) where you stopped."
        case .uncoded(_, let first): return "Enter opens \(first), the first document without a coding of yours."
        case .undefined(_, let first):
            let name = study.codebook[first]?.name ?? first.description
            return "Enter shows “\(name)” in the codebook: e writes its definition."
        case .relook(_, let own):
            return own > 0
                ? "Enter shows your \(own) made under an older definition: = keeps one, r recodes it, x takes it away."
                : "Enter shows what others coded under an older definition; they look at it themselves."
        case .doubts: return "Enter shows the codings that you marked with ! as doubtful."
        case .disputed: return "Enter shows the codings that were changed in two places at once, differently."
        case .notPlaced: return "Enter shows the codings whose words are not where they were: their text has changed."
        }
    }

    /// Goes where a step leads.
    mutating func take(_ step: NextStep) -> [Effect] {
        switch step {
        case .resume(let id, _), .uncoded(_, let id): return [.open(id, place: nil)]
        case .undefined(_, let code):
            let effects = goToNotebook(.codebook)
            notebook[.codebook]?.choose(.code(code))
            return effects
        case .relook(_, let own):
            return showExtracts(of: .everything, layer: own > 0 ? .mine : .everyone, filter: "stale:yes")
        case .doubts: return showExtracts(of: .everything, layer: .mine, filter: "doubt:yes")
        case .disputed: return showExtracts(of: .disputed)
        case .notPlaced: return showExtracts(of: .notPlaced)
        }
    }
}
