// The audit trail of report R10 (METHODS; Halpern's classes in Lincoln and Guba 1985, appendix A): one line an act, in the
// order of time. Prints a timeline; reads nothing.

import CodingCore
import StudyFiles

/// A timeline as text, table, Markdown and JSON.
struct JournalReport {
    let events: [TimelineEvent]
    let study: Study
    /// All acts of the study, for those that answer others; an act may have several events.
    private let all: [Identifier: [TimelineEvent]]

    init(events: [TimelineEvent], study: Study, all: [TimelineEvent] = []) {
        (self.events, self.study) = (events, study)
        self.all = Dictionary(grouping: all, by: \.id)
    }

    /// `time | who | act | object | before → after | reason`, as METHODS has it.
    var text: String {
        guard !events.isEmpty else { return "Nothing is in the journal yet.\n" }
        return events.map { event in
            cells(event).map(inOneLine).joined(separator: " | ") + "\n"
        }
        .joined()
    }

    var columns: TextTable {
        var grid = TextTable(
            columns: ["time", "who", "act", "object", "before", "after", "reason", "class", "id"].map { .left($0) }
        )
        grid.rows = events.map { event in
            [
                event.at.description, event.by.description, act(event), object(event), event.before, event.after,
                event.why,
                auditClass(of: event), event.id.description,
            ]
        }
        return grid
    }

    var markdown: String {
        var grid = TextTable(columns: ["time", "who", "act", "object", "before → after", "reason"].map { .left($0) })
        grid.rows = events.map(cells)
        return grid.markdown
    }

    var json: JSONText {
        .array(
            events.map { event in
                [
                    "act": .string(event.id.description), "at": .string(event.at.description),
                    "by": .string(event.by.description), "what": .string(event.verb), "object": .string(event.object),
                    "field": .string(event.field), "before": .string(event.before), "after": .string(event.after),
                    "why": .string(event.why), "count": .integer(event.count),
                    "class": .string(auditClass(of: event)),
                    "taken_back": .bool(event.isTakenBack), "can_be_taken_back": .bool(event.canBeTakenBack),
                ]
            }
        )
    }

    private func cells(_ event: TimelineEvent) -> [String] {
        [
            String(event.at.description.prefix(16)), event.by.description, act(event), object(event),
            Self.change(event), event.why.isEmpty ? "–" : event.why,
        ]
    }

    private func act(_ event: TimelineEvent) -> String { event.verb + (event.isTakenBack ? " (taken back)" : "") }

    /// What an act was about, in words: documents by their names, with how many codings.
    func object(_ event: TimelineEvent) -> String {
        let names = event.documents.compactMap { uuid in
            study.documents.first { $0.uuid == uuid }.map { study.shortName(of: $0.id) }
        }
        let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
        if event.object.hasPrefix("act:"), let act = Identifier(event.object.dropFirst("act:".count)) {
            return answered(act)
        }
        if event.object.hasPrefix("document:"), let uuid = Identifier(event.object.dropFirst("document:".count)) {
            let name = study.documents.first { $0.uuid == uuid }.map { study.shortName(of: $0.id) }
            return "document \(name ?? uuid.description)" + (event.field.isEmpty ? "" : " \(event.field)")
        }
        let place = names.isEmpty ? "" : ", \(counted(event.count, "coding")) in \(shown)"
        let words = event.object.split(separator: ":", maxSplits: 1).joined(separator: " ")
        return words + (event.field.isEmpty || event.verb == "add" ? "" : " \(event.field)") + place
    }

    /// The act that an undo or redo answers, in words; of a redo what was taken back before.
    private func answered(_ act: Identifier) -> String {
        let events = all[act] ?? []
        guard let first = events.first else { return "an act of \(study.settings.title)" }
        if first.object == "act:\(act)" { return "an act" }
        let more = events.count > 2 ? " and \(events.count - 2) more" : ""
        return events.prefix(2).map { "\($0.verb) \(object($0))" }.joined(separator: "; ") + more
    }

    private static func change(_ event: TimelineEvent) -> String {
        if event.before.isEmpty, event.after.isEmpty { return "–" }
        if event.before.isEmpty { return event.after }
        return "\(event.before) → \(event.after.isEmpty ? "(none)" : event.after)"
    }

    /// Halpern's classes; what Gloss cannot tell apart is counted to the class that it most often is.
    private func auditClass(of event: TimelineEvent) -> String {
        let kind = event.object.split(separator: ":").first.map(String.init) ?? ""
        // Taking an act back belongs where the act did.
        if kind == "act", let act = Identifier(event.object.dropFirst("act:".count)), let first = all[act]?.first,
            !first.object.hasPrefix("act:")
        {
            return auditClass(of: first)
        }
        switch event.verb {
        case "import", "forget": return "raw data"
        case "snapshot": return "instrument development"
        default: break
        }
        switch kind {
        case "document": return "raw data"
        case "code": return "instrument development"
        case "theme", "framework": return "reconstruction and synthesis"
        case "memo": return "process notes"
        case "study": return "intentions and dispositions"
        default: return "reduction and analysis"
        }
    }
}
