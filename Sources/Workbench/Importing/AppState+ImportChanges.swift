// What a person decides on the page of an import. Each decision has the file read again, so that the page says what it will be.

import CodingCore
import Interchange
import Screen

extension AppState {
    /// Changes what the row under the pointer says; on the last row, imports.
    mutating func changeImport() -> [Effect] {
        guard let importing else { return [] }
        switch importing.chosen {
        case .id: openPrompt(.id)
        case .title: openPrompt(.title)
        case .encoding: openPrompt(.encoding)
        case .speaker(let speaker): openPrompt(.speaker(speaker.name))
        case .write: return writeImport()
        default: return toggleImport()
        }
        return []
    }

    /// Takes what the row under the pointer offers, or leaves it again.
    mutating func toggleImport() -> [Effect] {
        guard let importing else { return [] }
        var decisions = importing.decisions
        switch importing.chosen {
        case .lines:
            decisions.toggleJoining()
            let joins = decisions.choices.joinsLines
            return reread(decisions, told: joins ? "Lines are joined to paragraphs." : "Lines are kept as they are.")
        case .header:
            decisions.toggleHeader()
            let takes = decisions.choices.takesHeader
            return reread(
                decisions,
                told: takes ? "The form at the head becomes attributes." : "The form at the head is text and no more."
            )
        case .speaker(let speaker):
            decisions.refuse(speaker.name, labels: importing.labels)
            return reread(decisions, told: "“\(speaker.name)” is no speaker.", isAboutSpeakers: true)
        case .maybe(let label):
            decisions.accept(label.name)
            return reread(decisions, told: "“\(label.name)” is a speaker.", isAboutSpeakers: true)
        case .near(let names):
            decisions.rename(names.rare, to: names.common, labels: importing.labels)
            return reread(
                decisions,
                told: "“\(names.rare)” stands for \(names.common).",
                name: names.common,
                isAboutSpeakers: true
            )
        default: return []
        }
    }

    /// Makes the speaker under the pointer an interviewer, or one no more.
    mutating func toggleInterviewer() -> [Effect] {
        guard let importing, case .speaker(let speaker) = importing.chosen else { return [] }
        var decisions = importing.decisions
        decisions.toggleInterviewer(speaker.name, among: importing.incoming.speakers)
        let what = speaker.isInterviewer ? "is no interviewer" : "is an interviewer"
        return reread(decisions, told: "\(speaker.name) \(what).", isAboutSpeakers: true)
    }

    /// Asks whom the label under the pointer stands for.
    mutating func openRenaming() {
        if let label = importing?.chosen.label { openPrompt(.speaker(label)) }
    }

    private mutating func openPrompt(_ subject: ImportPrompt.Subject) {
        guard let importing else { return }
        overlay = .prompt(ImportPrompt(subject, of: importing, in: study))
    }

    /// Takes what was written in the line; what cannot be leaves the line open and says why.
    mutating func answer(_ prompt: ImportPrompt) -> [Effect] {
        guard var decisions = importing?.decisions, let labels = importing?.labels else { return [] }
        let words = prompt.line.text.trimmingBlanks
        switch prompt.subject {
        case .id:
            guard let id = DocumentID(words) else {
                var prompt = prompt
                prompt.remark = "“\(words)” is no document id: use letters, digits, . _ - and /."
                overlay = .prompt(prompt)
                return []
            }
            overlay = nil
            importing?.id = id
            if study.documents.contains(where: { $0.id == id }) {
                notice = Notice(text: "The study has a document \(id) already.", kind: .refused)
            }
            return []
        case .title:
            overlay = nil
            decisions.entitle(words)
            return reread(decisions, told: words.isEmpty ? "The title is the file's own." : "The title is “\(words)”.")
        case .encoding:
            overlay = nil
            decisions.decode(as: words)
            return reread(
                decisions,
                told: words.isEmpty ? "The encoding is found out." : "The bytes are read as \(words)."
            )
        case .speaker(let name):
            overlay = nil
            decisions.rename(name, to: words, labels: labels)
            return reread(
                decisions,
                told: words.isEmpty ? "Labels have their own names." : "“\(name)” stands for \(words).",
                name: words.isEmpty ? nil : words,
                isAboutSpeakers: true
            )
        }
    }

    // MARK: What stands in the way

    /// Why a command of the page cannot be done on the row under the pointer; nothing when it can.
    func obstacleInImporting(to command: Command) -> String? {
        guard let importing else { return nil }
        switch command {
        case .change: return whyNotChanged(importing)
        case .toggle: return whyNotToggled(importing)
        case .interviewer:
            guard case .speaker = importing.chosen else { return "Only a speaker can be the interviewer: go to one." }
            return nil
        case .rename:
            return importing.chosen.label == nil ? "Only a speaker can stand for another: go to one." : nil
        case .write:
            return importing.id == nil
                ? "The document needs an id first: go to the first row and press \(key(.change))." : whyNoImport
        default: return obstacleAnywhere(to: command)
        }
    }

    /// Why nothing can be imported now.
    var whyNoImport: String? {
        guard unsaved > 0 else { return nil }
        return "Not while \(counted(unsaved, "line")) of codings cannot be saved: make room on the disk first."
    }

    private func whyNotChanged(_ importing: ImportingState) -> String? {
        switch importing.chosen {
        case .format: "The format is what the file is; nothing can be chosen here."
        case .style: "How speakers are marked was found by counting; say below who is a speaker and who is not."
        case .encoding where !importing.canChooseEncoding: "Files of this format say their encoding themselves."
        case .times, .marks, .entry, .remark: "This is only told; nothing can be chosen here."
        default: nil
        }
    }

    private func whyNotToggled(_ importing: ImportingState) -> String? {
        switch importing.chosen {
        case .lines, .header, .speaker, .maybe, .near: nil
        case .id, .title, .write: "Nothing to take or to leave here: \(key(.change)) is for this row."
        case .encoding where importing.canChooseEncoding:
            "Nothing to take or to leave here: \(key(.change)) is for this row."
        default: whyNotChanged(importing)
        }
    }

    private func key(_ command: Command) -> String { table.key(of: command, in: place) ?? ":" + command.name }

    /// What can be done about the row under the pointer.
    var saidOfImportRow: String {
        guard let importing else { return "" }
        let (change, toggle) = (key(.change), key(.toggle))
        switch importing.chosen {
        case .id: return "\(change) gives another id; a / in it makes folders"
        case .title: return "\(change) gives another title"
        case .encoding: return importing.canChooseEncoding ? "\(change) reads the bytes in another encoding" : ""
        case .lines: return "\(toggle) joins lines that were wrapped by hand, or keeps them"
        case .header: return "\(toggle) makes attributes of the form at the head, which stays in the text"
        case .speaker:
            return "\(toggle) no speaker · \(key(.interviewer)) interviewer or not · \(key(.rename)) stands for another"
        case .maybe: return "\(toggle) makes it a speaker · \(key(.rename)) stands for a speaker"
        case .near(let names): return "\(toggle) makes one of them: \(names.rare) stands for \(names.common) then"
        case .write: return "\(change), or \(key(.write)) anywhere, imports the document"
        case .format, .style, .times, .marks, .entry, .remark, .gap, .heading: return ""
        }
    }
}

extension ImportingState {
    /// Whether the encoding is a person's to say: some formats say it themselves.
    var canChooseEncoding: Bool { !incoming.origin.encoding.hasPrefix("inside ") }
}
