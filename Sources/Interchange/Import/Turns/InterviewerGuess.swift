// Who asks the questions. Used for filters only; a guess is always said to be one. Pure.

import CodingCore

/// The speakers who seem to be interviewers.
struct InterviewerGuess {
    /// Their names; empty when nobody can be told.
    private(set) var names: Set<String> = []
    /// A sentence that says on what the answer rests; nothing when labels name the role or nobody speaks.
    private(set) var remark: String?

    /// The share of turns ending in a question mark from which on a speaker is taken to ask.
    static let questionShare = 0.4

    /// - Parameters:
    ///   - roles: every speaker's name with the role that the name says, if it says one.
    ///   - stated: who asks, when a person said it.
    init(blocks: [Block], text: CanonicalText, roles: [String: Role?], stated: [String]? = nil) {
        guard !roles.isEmpty else { return }
        if let stated {
            let keys = Set(stated.map { SpeakerKey($0) })
            names = Set(roles.keys.filter { keys.contains(SpeakerKey($0)) })
            return
        }
        names = Set(roles.filter { $0.value == .interviewer }.keys)
        if !names.isEmpty { return }
        if let stated = Self.stated(blocks: blocks, text: text, names: roles.keys) {
            names = [stated]
            remark = "\(stated) is named as the interviewer before the first turn."
        } else if let asker = Self.asker(blocks: blocks, text: text, roles: roles) {
            names = [asker.name]
            remark =
                "\(asker.name) is taken as the interviewer: \(asker.asked) of \(asker.turns) turns end in a question. "
                + "This is a guess."
        } else {
            remark = "Nothing in the text tells who the interviewer is."
        }
    }

    /// The speaker whose name follows `Interviewer:` in the front matter.
    private static func stated(blocks: [Block], text: CanonicalText, names: some Collection<String>) -> String? {
        for block in blocks where block.kind == .front {
            for line in text.string(in: block.span).split(separator: "\n") {
                let bytes = Array(line.utf8)
                guard let label = LabelCandidate(line: 0, in: bytes[...]),
                    RoleWords.role(of: SpeakerKey(label.name)) == .interviewer,
                    !RoleWords.isQuestion(SpeakerKey(label.name).word)
                else { continue }
                let words = Set(String(decoding: bytes[label.byteCount...], as: UTF8.self).split { !$0.isLetter })
                let named = names.filter { name in
                    name.split { !$0.isLetter }.contains { $0.count > 2 && words.contains($0) }
                }
                if named.count == 1 { return named.first }
            }
        }
        return nil
    }

    private struct Asking {
        var name: String
        var turns = 0
        var asked = 0
        var share: Double { turns == 0 ? 0 : Double(asked) / Double(turns) }
    }

    /// The speaker whose turns end in a question at least four times in ten and twice as often as anybody else's.
    private static func asker(blocks: [Block], text: CanonicalText, roles: [String: Role?]) -> Asking? {
        var places: [String: Int] = [:]
        var tallies: [Asking] = []
        for block in blocks where block.kind == .turn && !block.label.isEmpty {
            let place = places[block.speaker] ?? tallies.count
            if place == tallies.count {
                places[block.speaker] = place
                tallies.append(Asking(name: block.speaker))
            }
            tallies[place].turns += 1
            if endsInQuestion(text.bytes(in: block.speechSpan)) { tallies[place].asked += 1 }
        }
        let regular = tallies.filter { $0.turns >= LabelCensus.threshold }
        guard regular.count > 1, let most = regular.max(by: { ($0.share, $0.turns) < ($1.share, $1.turns) }),
            most.share >= questionShare,
            regular.allSatisfy({ $0.name == most.name || $0.share * 2 <= most.share })
        else { return nil }
        return roles[most.name] == .participant ? nil : most
    }

    /// Whether the last character that is no blank, quotation mark or bracket is a question mark.
    private static func endsInQuestion(_ speech: ArraySlice<UInt8>) -> Bool {
        // Most turns end in a plain full stop or question mark.
        let plain = speech.suffix(64).reversed().first { ![0x0A, 0x20, 0x22, 0x27, 0x29, 0x5D].contains($0) } ?? 0
        if plain < 0x80, plain != 0x2A, plain != 0x5F, plain > 0x20 { return plain == 0x3F }
        var tail = speech.suffix(64)
        while let first = tail.first, first & 0xC0 == 0x80 { tail.removeFirst() }
        let last = String(decoding: tail, as: UTF8.self).unicodeScalars.last { scalar in
            !scalar.properties.isWhitespace && !"\"'”’»）)]」』*_".unicodeScalars.contains(scalar)
        }
        return last.map { "?？؟".unicodeScalars.contains($0) } ?? false
    }
}
