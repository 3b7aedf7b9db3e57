// Changing how far a coding goes: its passage becomes a selection again, and Enter keeps what is selected then.

import CodingCore

extension AppState {
    /// Opens the extent of the coding in focus.
    mutating func openExtent() {
        guard let focus = coding?.focus, isOwn(focus) else { return }
        coding?.openExtent(of: focus)
    }

    /// Gives the coding being changed the extent that is selected now.
    mutating func keepExtent(edit: CodingEdit) -> [Effect] {
        guard let screen = coding, let edited = screen.edited else { return [] }
        guard let span = screen.selectedSpan else {
            refuse("There are no words in the selection to keep.")
            return []
        }
        guard span != edited.span else {
            coding?.dropSelection()
            notice = Notice(text: "The extent is as it was.")
            return []
        }
        if let code = screen.code(of: edited), hasOwn(code, on: span, in: edited.document, besides: edited.id) {
            refuse("You coded exactly these words \(code.tag) \(code.name) already: choose others, or Esc.")
            return []
        }
        let anchor = edit.anchor(of: span, in: screen.transcript.text, version: screen.version)
        let words = screen.transcript.text.wordCount(in: span)
        let said = "\(described(edited)) goes over \(locator(of: span)) now, \(words) word\(words == 1 ? "" : "s")"
        return change(edited, CodingChanges(anchor: anchor), saying: said, edit: edit)
    }
}

extension CodingState {
    /// The coding whose extent is being changed.
    var edited: Coding? { editing.flatMap { id in codings.first { $0.id == id } } }

    /// Makes a selection of a coding's passage.
    mutating func openExtent(of coding: Coding) {
        growth = []
        select(coding.span, unit: .free)
        editing = coding.id
        chosenFocus = coding.id
    }
}
