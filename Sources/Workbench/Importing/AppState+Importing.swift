// Importing a file, from its path to the document in the list: nothing is written before the person says so on the page that
// tells what was found.

import CodingCore
import Interchange
import Screen

/// A file to be read, and what was decided about it.
struct ImportRequest {
    let path: ImportPath
    var decisions = ImportDecisions()
    /// What is said once it was read with these decisions; nothing at the first reading.
    var told: String?
    /// The name that the speaker under the pointer has then.
    var name: String?
    /// Whether the decision is about who speaks, so that something else has to be found than before.
    var isAboutSpeakers = false
}

/// A file that was read.
struct ImportReading {
    let incoming: IncomingDocument
    /// The id that its name makes, or its place among the study's texts.
    let suggested: DocumentID?
}

/// A document to be taken into the study.
struct ImportAddition {
    let incoming: IncomingDocument
    let id: DocumentID
    let attributes: Attributes
}

/// What became of the study when a document was taken in.
struct ImportOutcome {
    let isNew: Bool
    /// What there is to say besides what the page said.
    let remarks: [String]
    let study: Study
}

extension AppState {
    /// Begins an import with a path as it was typed.
    mutating func startImport(_ words: String) -> [Effect] {
        let path = ImportPath(words)
        notice = Notice(text: "reading \(path.name.isEmpty ? path.words : path.name) …")
        return [.readImport(ImportRequest(path: path))]
    }

    /// Reads the file of the page again, with other decisions.
    mutating func reread(
        _ decisions: ImportDecisions,
        told: String,
        name: String? = nil,
        isAboutSpeakers: Bool = false
    ) -> [Effect] {
        guard let importing else { return [] }
        notice = Notice(text: "reading \(importing.path.name) …")
        return [
            .readImport(
                ImportRequest(
                    path: importing.path,
                    decisions: decisions,
                    told: told,
                    name: name,
                    isAboutSpeakers: isAboutSpeakers
                )
            )
        ]
    }

    /// Takes in a file that was read: the page comes up, or says what it says now.
    mutating func take(_ reading: ImportReading, for request: ImportRequest) -> [Effect] {
        notice = request.told.map { Notice(text: $0) }
        guard request.told != nil else {
            importing = ImportingState(
                reading,
                path: request.path,
                measure: study.settings.measure,
                size: size
            )
            return go(to: .importing)
        }
        if request.isAboutSpeakers, importing?.hasSameSpeakers(as: reading.incoming) == true {
            refuse("Nothing changes: the same speakers are found with it.")
            return []
        }
        importing?.take(reading.incoming, request.decisions, name: request.name)
        return []
    }

    /// Leaves the page, and says that nothing came of it.
    mutating func leaveImport() {
        let name = importing?.path.name ?? ""
        closeImport()
        notice = Notice(text: "Nothing was imported from \(name).")
    }

    private mutating func closeImport() {
        importing = nil
        trail.removeAll { $0 == .importing }
        if trail.isEmpty { trail = [.dashboard] }
        refreshStudy()
    }

    /// Asks for the document of the page to be taken in.
    mutating func writeImport() -> [Effect] {
        guard let importing, let id = importing.id else { return [] }
        let header = importing.decisions.choices.takesHeader ? importing.incoming.findings.header : []
        notice = Notice(text: "importing \(id) …")
        return [
            .addImport(
                ImportAddition(
                    incoming: importing.incoming,
                    id: id,
                    attributes: Attributes(header.map { (name: $0.name, value: $0.value) })
                )
            )
        ]
    }

    /// Takes in that the document is in the study: the list comes up, with the pointer on it.
    mutating func take(_ outcome: ImportOutcome, for addition: ImportAddition) {
        let isDecided = importing?.decisions != ImportDecisions()
        closeImport()
        take(news: outcome.study)
        show(.documents)
        documents.choose(addition.id)
        _ = documents.list.visibleRows(count: documents.rows.count, height: DocumentsState.height(in: size))
        let turns = addition.incoming.blocks.count { $0.kind == .turn }
        let said =
            outcome.isNew
            ? ["imported \(addition.id) (\(counted(turns, "turn"))) · Enter opens it"] + outcome.remarks
            : ["unchanged \(addition.id): the study has this file already · Enter opens it"]
                + (isDecided ? ["what was decided here is not taken"] : [])
        // What is said besides asks to be read: it is never cut.
        notice = Notice(text: said.joined(separator: " · "), kind: said.count > 1 ? .refused : .told)
    }

    // MARK: Commands of the page

    mutating func performInImporting(_ command: Command, count: Int?) -> [Effect] {
        let times = count ?? 1
        switch command {
        case .rowDown: importing?.move(by: times)
        case .rowUp: importing?.move(by: -times)
        case .top: importing?.move(by: -.max / 2)
        case .bottom:
            importing?.move(by: count == nil ? .max / 2 : -.max / 2)
            if let count { importing?.move(by: count - 1) }
        case .pageDown: importing?.scrollText(pages: times)
        case .pageUp: importing?.scrollText(pages: -times)
        case .change: return changeImport()
        case .toggle: return toggleImport()
        case .interviewer: return toggleInterviewer()
        case .rename: openRenaming()
        case .write: return writeImport()
        default: break
        }
        return []
    }
}
