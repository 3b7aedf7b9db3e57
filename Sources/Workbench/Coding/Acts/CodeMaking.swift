// What undo knows of codes that were made while coding. Knows names, not files.

import CodingCore

/// The codes that were made in a session, and those of them that undo took back.
struct CodeMaking {
    private var standing: [CodeID: NewCode] = [:]
    private var takenBack: [CodeID: NewCode] = [:]

    /// Takes in a code that was made, or made again.
    mutating func made(_ code: Code) {
        takenBack[code.id] = nil
        standing[code.id] = NewCode(name: code.name, parent: code.parent, origin: code.origin)
    }

    /// Takes in that a code was taken back.
    mutating func tookBack(_ code: CodeID) { takenBack[code] = standing.removeValue(forKey: code) }

    /// Whether a code was made in this session and still stands.
    func isStanding(_ code: CodeID) -> Bool { standing[code] != nil }

    /// What a code was that undo took back.
    func lost(_ code: CodeID) -> NewCode? { takenBack[code] }
}

extension AppState {
    /// Taking back an act that made a code takes the code back too, and bringing it again makes the code again.
    func withCodes(of act: UndoHistory.Act, _ command: Command, _ save: SaveRequest) -> [Effect] {
        let codes = act.codes
        guard command == .undo else {
            let lost = codes.compactMap(making.lost)
            return (lost.isEmpty ? [] : [.makeAgain(lost)]) + [.save(save)]
        }
        // The newest first: only the last entry of the coder's file can go.
        let made = codes.filter(making.isStanding).reversed()
        guard !made.isEmpty else { return [.save(save)] }
        let tags = made.compactMap { study.codebook[$0]?.tag }.joined(separator: ", ")
        let notice = save.notice.replacing(" · ", with: ", and \(tags) is no code any more · ", maxReplacements: 1)
        return [.save(save), .takeBackCodes(Array(made), notice: notice)]
    }

    /// Giving up a memo that was to come with new codes gives the codes up too.
    func takingBackCodes(madeFor memo: MemoState) -> [Effect] {
        guard case .passage(let codes) = memo.subject else { return [] }
        let made = codes.map(\.id).filter { making.isStanding($0) && isUnused($0) }.reversed()
        guard !made.isEmpty else { return [] }
        let tags = made.compactMap { study.codebook[$0]?.tag }.joined(separator: ", ")
        return [.takeBackCodes(Array(made), notice: "Nothing is coded, and \(tags) is no code any more.")]
    }

    /// Whether nothing in the study is coded with a code.
    func isUnused(_ code: CodeID) -> Bool {
        !study.codings.contains { $0.code == code && $0.document != coding?.document.uuid }
            && coding?.allCodings.contains { $0.code == code } != true
    }

    /// Follows a code that is gone from the coder's file.
    mutating func tookBack(_ code: CodeID, notice words: String) {
        making.tookBack(code)
        uses.forget(code)
        study.codebook = study.codebook.removing(code)
        coding?.take(study.codebook)
        studyIsBehind = true
        notice = Notice(text: words)
    }

    /// Follows a code that was made again.
    mutating func madeAgain(_ code: Code) {
        making.made(code)
        study.codebook = study.codebook.adding(code)
        coding?.take(study.codebook)
        studyIsBehind = true
    }
}

extension UndoHistory.Act {
    /// The codes that the act gave to passages, each once, in its order.
    var codes: [CodeID] {
        operations.compactMap { operation in
            switch operation.body {
            case .code(_, _, let code, _, _, _, _): code
            case .set(_, _, let changes): changes.code
            case .uncode, .undo, .redo, .tombstone, .unknown: nil
            }
        }
        .uniqued()
    }
}
