// Acts on the codebook files of a study: which file each edit goes to, and what the journal is told. Nothing is written before
// `files` are handed to `StudyFolder.change`. Knows files of codes; nothing of codings.

package import CodingCore

/// The codebook files of a study with edits that are not written yet.
package struct CodebookEditor {
    private let folder: StudyFolder
    private let author: Author
    private let places: [CodeID: String]
    private let codebook: Codebook
    /// The files that were opened, with what they were and what they are to be.
    private var open: [(name: String, old: [UInt8]?, text: CodebookText)] = []
    private var edits: [String: [FieldEdit]] = [:]

    /// The file that a first code goes to where a study has none.
    package static let usualFile = CodebookFolder.name + "/codebook.yaml"

    /// - Parameter codebooks: the files as they were read; they are read again when they are edited.
    package init(_ folder: StudyFolder, _ codebooks: CodebookFolder, by author: Author) {
        self.folder = folder
        self.author = author
        places = codebooks.places.mapValues(\.file)
        codebook = codebooks.codebook
    }

    /// The files to write, each once, with all edits; empty when nothing is different.
    package var files: [FileEdit] {
        open.compactMap { file in
            guard let edits = edits[file.name], !edits.isEmpty else { return nil }
            return FileEdit(file.name, from: file.old, to: file.text.bytes, edits)
        }
    }

    // MARK: Acts

    /// Writes a field of a code, unless it says that already; empty words take the key out.
    ///
    /// - Throws: `FileTrouble` when it cannot be written, or the code is another coder's proposal.
    package mutating func set(_ field: CodeField, of id: CodeID, to words: String) throws {
        let place = try file(of: id)
        let before = open[place].text.written(field, of: id)
        guard !before.utf8.elementsEqual(words.utf8) else { return }
        try open[place].text.set(field, of: id, to: words)
        note(FieldEdit("code:\(id)", field.rawValue, from: before, to: words), place)
    }

    /// Adds a code to a file, behind another code of that file or at its end.
    ///
    /// - Parameter name: the file; else that of `other` or of the code's parent, else the first codebook.
    /// - Throws: `FileTrouble`.
    package mutating func add(_ code: Code, to name: String? = nil, after other: CodeID? = nil) throws {
        let place = try file(named: name ?? usualFile(for: code, after: other))
        guard open[place].text[code.id] == nil, places[code.id] == nil else {
            throw FileTrouble(.malformed, "has the code \(code.id) already.", path: open[place].name)
        }
        let after =
            other.flatMap { open[place].text[$0] == nil ? nil : $0 } ?? lastSibling(of: code, in: open[place].text)
        try open[place].text.add(code, after: after)
        note(FieldEdit("code:\(code.id)", "", from: "", to: code.name), place)
        for field in CodeField.allCases where field != .name {
            let words = open[place].text.written(field, of: code.id)
            if !words.isEmpty { note(FieldEdit("code:\(code.id)", field.rawValue, from: "", to: words), place) }
        }
        let before = open[place].text.idBefore(code.id)
        if !before.isEmpty { note(FieldEdit("code:\(code.id)", Self.orderField, from: "", to: before), place) }
    }

    /// Takes a code out: only to take back that it was added.
    ///
    /// - Throws: `FileTrouble`.
    package mutating func remove(_ id: CodeID) throws {
        let place = try file(of: id)
        guard let code = open[place].text[id] else { return }
        try open[place].text.remove(id)
        note(FieldEdit("code:\(id)", "", from: code.name, to: ""), place)
    }

    /// Puts a code behind another one of its file, or first.
    ///
    /// - Throws: `FileTrouble`, also when the other one stands in another file.
    package mutating func order(_ id: CodeID, after other: CodeID?) throws {
        let place = try file(of: id)
        let before = open[place].text.idBefore(id)
        guard before != other?.description ?? "" else { return }
        if let other, open[place].text[other] == nil {
            let sentence =
                "does not hold \(other), and the order of codes is that inside a file: choose a code of this file."
            throw FileTrouble(.malformed, sentence, path: open[place].name)
        }
        try open[place].text.move(id, after: other)
        note(FieldEdit("code:\(id)", Self.orderField, from: before, to: other?.description ?? ""), place)
    }

    /// The field under which the journal has a code's place among the others: the id of the one before it.
    package static let orderField = "order"

    // MARK: From the journal

    /// Does what an edit says, where the file is as the edit found it.
    ///
    /// - Throws: `FileTrouble` with what is there instead, when somebody changed it since.
    package mutating func apply(_ edit: FieldEdit, in file: String) throws {
        guard edit.object.hasPrefix("code:"), let id = CodeID(edit.object.dropFirst("code:".count)) else { return }
        if edit.field.isEmpty {
            guard edit.after.isEmpty else { return try add(Code(id: id, name: edit.after), to: file) }
            return try remove(id)
        }
        let place = try self.file(of: id)
        if edit.field == Self.orderField {
            return try order(id, after: CodeID(edit.after).flatMap { open[place].text[$0] == nil ? nil : $0 })
        }
        guard let field = CodeField(rawValue: edit.field) else { return }
        let now = open[place].text.written(field, of: id)
        guard now.utf8.elementsEqual(edit.before.utf8) else {
            let sentence =
                "has “\(now)” as \(field.rawValue) of \(id), which was changed since; change it by hand, or take back what came "
                + "later first."
            throw FileTrouble(.malformed, sentence, path: open[place].name)
        }
        try set(field, of: id, to: edit.after)
    }

    // MARK: Files

    private mutating func note(_ edit: FieldEdit, _ place: Int) { edits[open[place].name, default: []].append(edit) }

    /// The place in `open` of the file that holds a code.
    private mutating func file(of id: CodeID) throws -> Int {
        if let place = open.firstIndex(where: { $0.text[id] != nil }) { return place }
        guard let name = places[id] else {
            throw FileTrouble(.malformed, "has no code \(id): “gloss codes” lists them.", path: CodebookFolder.name)
        }
        if let proposer = id.proposer {
            let own = ProposedCodes.path(coder: author.coder, replica: author.replica.description)
            guard name == own else {
                let sentence = "belongs to \(proposer), who proposed \(id): adopt the code, then change it."
                throw FileTrouble(.malformed, sentence, path: name)
            }
        }
        return try file(named: name)
    }

    private mutating func file(named name: String) throws -> Int {
        if let place = open.firstIndex(where: { $0.name == name }) { return place }
        let old = try folder.bytes(of: name, limit: StrictYAML.limit)
        let start = old ?? Array("title: Codebook\ncodes:\n".utf8)
        let proposer = name.hasPrefix(CodebookFolder.proposedName + "/") ? author.coder : nil
        open.append((name, old, try CodebookText(start, path: name, proposer: proposer)))
        return open.count - 1
    }

    private func usualFile(for code: Code, after other: CodeID?) -> String {
        for id in [other, code.parent] {
            if let id, id.proposer == nil, let name = places[id] { return name }
        }
        let names = Set(places.filter { $0.key.proposer == nil }.values)
        return names.min { naturallyPrecedes($0, $1) } ?? folder.firstCodebookFile ?? Self.usualFile
    }

    /// The last code below the new one's parent, and what is below that, so that siblings stand together.
    private func lastSibling(of code: Code, in text: CodebookText) -> CodeID? {
        guard let parent = code.parent, text[parent] != nil else { return nil }
        return codebook.family(of: parent).last { text[$0.id] != nil }?.id ?? parent
    }
}

extension StudyFolder {
    /// The first codebook file in order of names, which may be empty of codes.
    fileprivate var firstCodebookFile: String? {
        (try? Disk.list(path(CodebookFolder.name)))?.entries.map(\.name)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .min { naturallyPrecedes($0, $1) }.map { CodebookFolder.name + "/" + $0 }
    }
}
