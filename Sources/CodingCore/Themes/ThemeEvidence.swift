// What a theme rests on: who says it, where, how much of it one voice, and what speaks against it. Pure; counts codings, gives no
// coefficient.

/// The spread of a theme's evidence.
package struct ThemeEvidence: Sendable {
    /// One value of an attribute with the participants who speak for the theme.
    package struct Group: Sendable, Hashable {
        package let value: String
        package let participants: Int
        package let of: Int
    }

    package let theme: ThemeID
    /// Codings with one of the theme's codes, or below one, and its key extracts.
    package let codings: Int
    package let documents: Int
    package let ofDocuments: Int
    package let participants: Int
    package let ofParticipants: Int
    /// By site and by role, where the study has these attributes, in the order of the values.
    package let sites: [Group]
    package let roles: [Group]
    /// The participant with most codings, and how many they are; nothing without any.
    package let loudest: (participant: String, codings: Int)?
    /// Key extracts that are there, and those named whose coding is gone.
    package let extracts: [Extract]
    package let lostExtracts: Int
    /// Passages that speak against it.
    package let contrary: [Extract]

    /// The share of key extracts from one participant above which it is said.
    static let oneVoice = 0.2

    /// - Parameter all: the extracts of the whole study, of which the theme's are picked.
    package init(_ theme: Theme, of all: [Extract], in study: Study) {
        let codebook = study.codebook
        let codes = theme.allCodes(in: codebook)
        let keys = Set(theme.extracts.map(\.coding))
        let against = Set(theme.contrary.map(\.coding))
        let own = all.filter {
            (codes.contains($0.code) || keys.contains($0.coding.id)) && !against.contains($0.coding.id)
        }
        self.theme = theme.id
        codings = own.count
        documents = Set(own.map(\.document)).count
        ofDocuments = study.documents.count
        let people = Self.participants(of: study)
        let spoken = Set(own.compactMap(\.placed.voice.participant))
        participants = spoken.count
        ofParticipants = Set(people.compactMap(\.participant)).count
        sites = Self.groups("site", spoken, people)
        roles = Self.groups("role", spoken, people)
        var counts: [String: Int] = [:]
        for participant in own.compactMap(\.placed.voice.participant) { counts[participant, default: 0] += 1 }
        loudest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
        let byID = Dictionary(all.map { ($0.coding.id, $0) }, uniquingKeysWith: { first, _ in first })
        extracts = theme.extracts.compactMap { byID[$0.coding] }
        lostExtracts = theme.extracts.count - extracts.count
        contrary = theme.contrary.compactMap { byID[$0.coding] }
    }

    /// Sentences about what the evidence hangs on; empty when nothing stands out.
    package var cautions: [String] {
        var cautions: [String] = []
        if let loudest, codings >= 5, loudest.codings * 2 > codings {
            cautions.append(
                "\(loudest.codings) of \(counted(codings, "coding")) are from one voice, \(loudest.participant)."
            )
        }
        let voices = Dictionary(grouping: extracts.compactMap(\.placed.voice.participant), by: { $0 }).mapValues(
            \.count
        )
        if let most = voices.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), extracts.count > 2,
            Double(most.value) > Double(extracts.count) * Self.oneVoice, most.value > 1
        {
            cautions.append("\(most.value) of \(counted(extracts.count, "key extract")) are from \(most.key).")
        }
        if participants == 1 { cautions.append("Only one participant speaks for it.") }
        if codings > 0, contrary.isEmpty { cautions.append("No passage is named that speaks against it.") }
        if lostExtracts > 0 {
            cautions.append(
                "\(counted(lostExtracts, "key extract")) named here \(lostExtracts == 1 ? "is" : "are") no longer coded."
            )
        }
        return cautions
    }

    private static func participants(of study: Study) -> [Voice] {
        let documents = Dictionary(study.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return study.speakers.compactMap { record in
            documents[record.document].map { Voice($0, speaker: record.speaker, record: record) }
        }
        .filter { $0.participant != nil }
    }

    private static func groups(_ attribute: String, _ spoken: Set<String>, _ people: [Voice]) -> [Group] {
        let known = people.filter { $0[attribute] != nil }
        guard !known.isEmpty else { return [] }
        return Dictionary(grouping: people, by: { $0.group(by: attribute) })
            .map { value, voices in
                let all = Set(voices.compactMap(\.participant))
                return Group(value: value, participants: all.intersection(spoken).count, of: all.count)
            }
            .sorted { naturallyPrecedes($0.value, $1.value) }
    }
}

extension Theme {
    /// Its codes as they stand now, merged ones followed, with all codes below them.
    package func allCodes(in codebook: Codebook) -> Set<CodeID> {
        Set(
            codes.flatMap { code in
                let now = codebook.resolve(code)
                return codebook.family(of: now).map(\.id) + [now]
            }
        )
    }

    /// What may be wrong with its name: a theme is a claim. Only a hint; nothing where it reads like one.
    package func hint(in codebook: Codebook) -> String? {
        let folded = name.lowercased()
        if let code = codebook.codes.first(where: { $0.name.lowercased() == folded }) {
            return "“\(name)” is also the name of \(code.id). Topic or theme? A theme says something about its topic."
        }
        let words = name.split { !$0.isLetter && !$0.isNumber }.count
        return words < 4
            ? "“\(name)” has \(counted(words, "word")). Topic or theme? A theme says something about its topic." : nil
    }
}
