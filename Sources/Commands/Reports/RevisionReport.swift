// How the outcome of a revision is printed: the table, then the words of every coding that needs an eye. Decides nothing.

import CodingCore
import StudyFiles

/// What became of the codings of a document.
struct RevisionReport {
    /// What was done.
    enum Kind: String {
        case revised, wouldRevise = "would revise", carried = "carried over", wouldCarry = "would carry over"
    }

    let document: DocumentRecord
    let carried: CarriedCodings
    /// The text that the codings go to.
    let transcript: Transcript
    let kind: Kind
    let study: Study

    var text: String {
        var text = "\(kind.rawValue) \(document.id): \(counts)\n"
        for how in [Anchoring.edited, .guess, .orphan] {
            for coding in carried.carried where coding.how == how { text += lines(of: coding) }
        }
        for coding in carried.disputed {
            text += "disputed  \(heading(coding))\n  \(oneLine(coding.anchor.quote))\n"
        }
        for coding in carried.unreadable {
            text += "not found  \(heading(coding))\n  its older text does not have: \(oneLine(coding.anchor.quote))\n"
        }
        return text + advice
    }

    private var counts: String {
        var parts = Anchoring.allCases.map { "\(carried.count($0)) \($0.rawValue)" }
        if !carried.disputed.isEmpty { parts.append("\(carried.disputed.count) disputed, left where they were") }
        if !carried.unreadable.isEmpty { parts.append("\(carried.unreadable.count) not found, left where they were") }
        return parts.joined(separator: ", ")
    }

    private func lines(of coding: CarriedCoding) -> String {
        let place = coding.how == .orphan ? "" : "  " + locator(coding)
        return "\(coding.how.rawValue)  \(heading(coding.coding))\(place)\n"
            + "  before  \(oneLine(coding.coding.anchor.quote))\n"
            + (coding.how == .orphan ? "" : "  now     \(oneLine(coding.anchor.quote))\n")
    }

    private func heading(_ coding: Coding) -> String { "\(coding.coder)  \(study.codebook.resolve(coding.code))" }

    private func locator(_ coding: CarriedCoding) -> String {
        study.locator(document.id, lines: transcript.lines.lines(of: coding.anchor.span))
    }

    /// What to do about what is not settled.
    private var advice: String {
        let isOpen = carried.count(.guess) + carried.count(.orphan) > 0
        guard isOpen, kind == .revised || kind == .carried else { return "" }
        return "‘gloss revise \(document.id) --list’ numbers what is to be decided.\n"
    }

    var json: JSONText {
        var members: [JSONText.Member] = [
            .init("document", .string(document.id.description)), .init("did", .string(kind.rawValue)),
        ]
        for how in Anchoring.allCases { members.append(.init(how.rawValue, .integer(carried.count(how)))) }
        members.append(.init("disputed", .integer(carried.disputed.count)))
        members.append(.init("not_found", .integer(carried.unreadable.count)))
        members.append(.init("codings", .array(carried.carried.map(json))))
        return .object(members)
    }

    private func json(_ coding: CarriedCoding) -> JSONText {
        let isPlaced = coding.how != .orphan
        return [
            "id": .string(coding.coding.id.description), "coder": .string(coding.coding.coder.description),
            "code": .string(study.codebook.resolve(coding.coding.code).description),
            "how": .string(coding.how.rawValue),
            "start": isPlaced ? .integer(coding.anchor.span.start) : .null,
            "end": isPlaced ? .integer(coding.anchor.span.end) : .null,
            "before": .string(coding.coding.anchor.quote),
            "now": isPlaced ? .string(coding.anchor.quote) : .null,
        ]
    }
}

extension RevisionReport {
    /// - Parameter carried: as saved, or as it would be.
    init(_ revision: Revision, carried: CarriedCodings, isDryRun: Bool, open: OpenStudy) {
        self.init(
            document: revision.document,
            carried: carried,
            transcript: Transcript(
                text: revision.incoming.text,
                blocks: revision.incoming.blocks,
                measure: open.study.settings.measure
            ),
            kind: isDryRun ? .wouldRevise : .revised,
            study: open.study
        )
    }
}

/// Words on one line, cut in their middle where they are many.
func oneLine(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 100 ? line : "\(line.prefix(60))…\(line.suffix(36))"
}
