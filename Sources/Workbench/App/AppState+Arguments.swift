// What is written after a command's name: what it means, and what is said when it means nothing.

import CodingCore

extension AppState {
    /// Performs a command that takes something, where the words after its name decide what is done.
    ///
    /// - Returns: nothing when the command is done in the usual way, by its screen.
    mutating func performNamed(_ command: Command, argument: String?, edit: CodingEdit) -> [Effect]? {
        guard let row = table.row(of: command, in: place), let kind = row.argument else { return nil }
        guard let argument, !argument.isEmpty else {
            guard row.needsArgument else { return nil }
            openPalette(command.name + " ", trouble: "\(command.name) needs \(kind.noun).")
            return wantedListing
        }
        switch kind {
        case .line: return goToLine(argument, command, edit: edit)
        case .document: return openDocument(argument)
        case .setting: return set(argument)
        case .path: return startImport(argument)
        case .letter, .digit:
            guard kind.takes(argument) else {
                refuse("\(command.name) needs \(kind.noun), not “\(argument)”.")
                return []
            }
            return nil
        case .code: return performOnCode(argument, command, edit: edit)
        case .words: return nil
        }
    }

    private mutating func goToLine(_ words: String, _ command: Command, edit: CodingEdit) -> [Effect] {
        guard let line = Int(words), line > 0 else {
            refuse("“\(words)” is no number of a line.")
            return []
        }
        return perform(command, count: line, edit: edit)
    }

    /// Opens the document of an id, a short name or a title.
    private mutating func openDocument(_ words: String) -> [Effect] {
        let wanted = words.lowercased()
        func names(_ document: DocumentRecord) -> [String] {
            [document.id.description, study.shortName(of: document.id), document.title]
        }
        let exact = study.documents.first { $0.id.description.lowercased() == wanted }
        let named = study.documents.filter { names($0).contains { $0.lowercased() == wanted } }
        guard let document = exact ?? (named.count == 1 ? named.first : nil) else {
            refuse(
                named.count > 1
                    ? "“\(words)” names \(named.count) documents: \(listed(named.map(\.id.description)))."
                    : "There is no document “\(words)”" + near(words, study.documents.flatMap(names))
            )
            return []
        }
        if screen == .coding, coding?.document.uuid == document.uuid {
            notice = Notice(text: "\(study.shortName(of: document.id)) is open.")
            return []
        }
        return keepingPlace + [.open(document.id, place: nil)]
    }

    private mutating func performOnCode(_ words: String, _ command: Command, edit: CodingEdit) -> [Effect]? {
        switch command {
        case .code: return codeNamed(words).map { applySelecting([$0], sentences: 1, edit: edit) } ?? []
        case .recode where screen == .coding:
            guard let focus = coding?.focus, let code = codeNamed(words) else { return [] }
            return recode(focus, to: code, edit: edit)
        default: return nil
        }
    }

    /// The code of a tag, an id or a name; says why there is none.
    ///
    /// - Parameter isForCoding: whether it has to be one that passages can be given, and no category.
    mutating func codeNamed(_ words: String, isForCoding: Bool = true) -> Code? {
        guard let code = study.codebook.find(words.trimmingBlanks) else {
            let names = study.codebook.codes.flatMap { [$0.mnemonic, $0.id.description, $0.name] }.filter {
                !$0.isEmpty
            }
            refuse("There is no code “\(words)”" + near(words, names))
            return nil
        }
        if code.isApplicable || !isForCoding { return code }
        let what = code.kind == .category ? "a category: name a code under it." : "retired: name another code."
        refuse("\(code.name) is \(what)")
        return nil
    }

    private func near(_ words: String, _ names: [String]) -> String {
        let near = namesNear(words, among: names)
        return near.isEmpty ? "." : "; near it: \(listed(near))."
    }

    private func listed(_ names: [String]) -> String { names.prefix(3).joined(separator: ", ") }
}
