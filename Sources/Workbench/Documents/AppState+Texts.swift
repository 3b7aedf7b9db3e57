// Which texts the lists have to read, and what becomes of a text that was read. Reads nothing itself.

import CodingCore

extension AppState {
    /// How many texts are read before the next frame is drawn and the next key is looked at.
    private static let textsAtOnce = 8

    /// What the screen needs from the files before it can show everything; nothing when it has all.
    var needs: [Effect] {
        guard size.isUsable, !isBlanked else { return [] }
        let wanted: [Identifier]
        switch screen {
        case .coding: wanted = textsOfCard
        case .dashboard, .documents: wanted = study.documents.map(\.uuid).filter { measures.isMissing($0) }
        case .extracts: wanted = textsOfExtracts
        case .matrix: return matrix?.isStale == true ? [.countMatrix] : []
        case .framework:
            if framework?.isStale == true { return [.readFramework] }
            wanted = textsOfFramework
        case .search: return keywords?.isStale == true ? [.findKeywords] : []
        case .importing, .notebook: wanted = []
        }
        return wanted.isEmpty ? [] : [.readTexts(Array(wanted.prefix(Self.textsAtOnce)))]
    }

    /// The texts of the extracts in sight that were not read yet, then those that the filter asks for.
    private var textsOfExtracts: [Identifier] {
        guard let extracts else { return [] }
        let inSight = extracts.list(in: self).documentsInSight.filter { transcript(of: $0) == nil && texts[$0] == nil }
        return inSight.isEmpty ? extracts.undecided : inSight
    }

    /// The texts of the other places that the card of the code in focus names, so that it can say their lines.
    private var textsOfCard: [Identifier] {
        guard let coding, coding.geometry.card != nil, coding.selection == nil, let focus = coding.focus,
            let places = coding.others?.codings(
                of: study.codebook.resolve(focus.code),
                isMineOnly: coding.layer == .mine,
                atMost: coding.geometry.textRows
            )
        else { return [] }
        return places.map(\.document).uniqued().filter { texts[$0] == nil }
    }

    /// A document's text, if it is at hand.
    func transcript(of document: Identifier) -> Transcript? {
        if let coding, coding.document.uuid == document { return coding.transcript }
        return texts[document]?.transcript
    }

    /// Takes in a text that was read.
    mutating func take(_ transcript: Transcript, of document: DocumentRecord) {
        take(.text(transcript), of: document)
    }

    /// Takes in that a text cannot be read.
    mutating func take(unreadable why: String, of document: DocumentRecord) {
        take(.unreadable(why), of: document)
    }

    private mutating func take(_ entry: TextShelf.Entry, of document: DocumentRecord) {
        let codings = study.codings.filter { $0.document == document.uuid }
        if measures.isMissing(document.uuid) {
            let measure = entry.transcript.map {
                DocumentMeasure(document, codings: codings, codebook: study.codebook, transcript: $0)
            }
            measures.take(measure, of: document.uuid)
        }
        guard [.extracts, .coding, .framework].contains(screen) else { return }
        texts.put(entry, for: document.uuid)
        extracts?.decide(on: document, text: entry, study: study, unplaced: measures.unplaced)
    }
}
