// What people do to codes: add, define, move, merge, split, retire, adopt. Each is one act. Knows the rules of the codebook;
// how lines are edited is for `CodebookText`.

package import CodingCore

/// A codebook that is being changed, with the act that will do it.
package struct CodebookAct {
    private var editor: CodebookEditor
    private let folder: StudyFolder
    private let author: Author
    private let codebook: Codebook

    package init(_ folder: StudyFolder, _ codebooks: CodebookFolder, by author: Author) {
        (self.folder, self.author) = (folder, author)
        codebook = codebooks.codebook
        editor = CodebookEditor(folder, codebooks, by: author)
    }

    /// Whether nothing would be written.
    package var isEmpty: Bool { editor.files.isEmpty }

    /// The fields that would change, in the order of the edits.
    package var edits: [FieldEdit] { editor.files.flatMap(\.edits) }

    /// Writes everything as one act.
    ///
    /// - Returns: the act's id; nothing when there was nothing to do.
    /// - Throws: `FileTrouble`.
    @discardableResult
    package func write(act: Identifier? = nil, why: String = "") throws -> Identifier? {
        let files = editor.files
        return files.isEmpty ? nil : try folder.change(files, act: act, why: why, by: author)
    }

    // MARK: What people do

    /// Adds a code under a name that no other code has.
    ///
    /// - Parameters:
    ///   - id: the permanent id; else the slug of the name, with a number where that is taken.
    ///   - file: the codebook, by its path inside the study; else that of the parent, else the first.
    /// - Returns: the id of the new code.
    /// - Throws: `FileTrouble`: malformed when the name or id cannot be given.
    package mutating func add(_ code: CodeDraft, to file: String? = nil, after other: CodeID? = nil) throws -> CodeID {
        let name = try freeName(code.name, for: nil)
        let id = try code.id ?? freeID(for: name)
        guard codebook[id] == nil, id.proposer == nil else {
            throw refusal("\(id) cannot be the id of a new code: it is taken, or a proposal’s.")
        }
        var entry = Code(id: id, name: name, parent: code.parent, kind: code.kind, was: code.was)
        for (field, words) in code.fields { entry = try value(field, words, in: entry) }
        try editor.add(entry, to: file, after: other)
        return id
    }

    /// Gives a code another name; the id stays for good.
    package mutating func rename(_ id: CodeID, to name: String) throws {
        try editor.set(.name, of: id, to: try freeName(name, for: id))
    }

    /// Writes fields of a code; empty words clear a field.
    package mutating func set(_ fields: [(field: CodeField, words: String)], of id: CodeID) throws {
        for (field, words) in fields {
            switch field {
            case .name: try rename(id, to: words)
            case .mnemonic: try editor.set(.mnemonic, of: id, to: try freeMnemonic(words, for: id))
            case .parent: try move(id, under: CodeID(words))
            default: try editor.set(field, of: id, to: words)
            }
        }
    }

    /// Puts a code below another one, or at the top; and behind a sibling of the same file, if one is named.
    ///
    /// - Throws: `FileTrouble`: malformed when the code would be below itself.
    package mutating func move(_ id: CodeID, under parent: CodeID?) throws {
        if let parent {
            guard let above = codebook[parent] else { throw refusal("There is no code \(parent) to stand below.") }
            guard !codebook.path(of: parent).contains(where: { $0.id == id }) else {
                throw refusal("\(id) cannot stand below \(above.id), which is below it, or is itself.")
            }
        }
        try editor.set(.parent, of: id, to: parent?.description ?? "")
    }

    /// Puts a code behind another one of its file, or first.
    package mutating func order(_ id: CodeID, after other: CodeID?) throws { try editor.order(id, after: other) }

    /// Merges codes into another: their codings count as its from now on, and what stood below them stands below it.
    ///
    /// No coding is written. A proposal is adopted by the code that it is merged into, so nobody else's file is touched.
    /// - Throws: `FileTrouble`: malformed when a code would be merged into itself, or into one that is merged away or retired.
    package mutating func merge(_ sources: [CodeID], into heir: CodeID) throws {
        guard let target = codebook[heir], target.isApplicable || target.kind == .category else {
            throw refusal("\(heir) is no code that others can be merged into: it is merged away itself, or retired.")
        }
        for source in sources {
            guard let code = codebook[source], source != heir else {
                throw refusal("\(source) cannot be merged into itself.")
            }
            guard target.kind != .category || code.kind == .category else {
                throw refusal(
                    "\(heir) is a category, which takes no codings: merge \(source) into a code, or move it there."
                )
            }
            guard !codebook.path(of: heir).contains(where: { $0.id == source }) else {
                throw refusal("\(source) stands above \(heir): move \(heir) first, then merge.")
            }
            for child in codebook.children(of: source) where child.id.proposer == nil {
                try editor.set(.parent, of: child.id, to: heir.description)
            }
            if code.id.proposer == nil {
                try editor.set(.status, of: source, to: "merged-into: \(heir)")
            } else {
                try adopt(source, by: heir)
            }
        }
    }

    /// Retires a code: it stays readable with its codings and is offered no longer. What stands below it stays where it is.
    package mutating func retire(_ id: CodeID) throws { try editor.set(.status, of: id, to: "retired") }

    /// Brings a retired or merged code back as an agreed one.
    package mutating func restore(_ id: CodeID) throws { try editor.set(.status, of: id, to: "") }

    /// Lets a code adopt a proposal: what was coded with the proposal counts as coded with it.
    package mutating func adopt(_ proposal: CodeID, by heir: CodeID) throws {
        guard proposal.proposer != nil, codebook[proposal] != nil else {
            throw refusal("\(proposal) is no proposal: proposals are called CODER/NAME.")
        }
        guard heir.proposer == nil, let code = codebook[heir] else {
            throw refusal("\(heir) is a proposal itself: adopt it into a codebook first.")
        }
        let was = code.was + (code.was.contains(proposal) ? [] : [proposal])
        try editor.set(.was, of: heir, to: was.map(\.description).joined(separator: "\n"))
    }

    // MARK: Names

    private func freeName(_ words: String, for id: CodeID?) throws -> String {
        let name = CodeName.cleaned(words)
        guard !name.isEmpty, name.unicodeScalars.count <= CodeName.longest else {
            throw refusal("“\(words)” cannot be the name of a code: use 1 to \(CodeName.longest) characters.")
        }
        let folded = name.lowercased()
        if let other = codebook.codes.first(where: { $0.id != id && $0.name.lowercased() == folded && $0.isOffered }) {
            let adopting = other.id.proposer != nil && id == nil
            if !adopting {
                throw refusal("\(other.id) is called “\(other.name)” already: choose another name, or merge the two.")
            }
        }
        return name
    }

    private func freeID(for name: String) throws -> CodeID {
        let latin = CodeName.slug(of: name)
        let slug = latin.isEmpty ? "code-" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(4) : latin
        for number in 1...999 {
            if let id = CodeID(number == 1 ? slug : "\(slug)-\(number)"), codebook[id] == nil { return id }
        }
        throw refusal("“\(name)” gives no id that is free: name one with --id.")
    }

    private func freeMnemonic(_ words: String, for id: CodeID) throws -> String {
        let tag = words.lowercased()
        if tag.isEmpty { return "" }
        guard (2...3).contains(tag.utf8.count), tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            throw refusal("“\(words)” is no mnemonic: use two or three letters a to z.")
        }
        let clash = codebook.codes.first {
            $0.id != id && $0.isApplicable && !$0.mnemonic.isEmpty && Mnemonics.clash($0.mnemonic, tag)
        }
        if let clash {
            throw refusal("“\(tag)” cannot be told from “\(clash.mnemonic)” of \(clash.id): choose other letters.")
        }
        return tag
    }

    private func value(_ field: CodeField, _ words: String, in code: Code) throws -> Code {
        let words = field == .mnemonic ? try freeMnemonic(words, for: code.id) : words
        guard let new = code.setting(field, to: words) else {
            throw refusal("“\(words)” cannot be the \(field.rawValue) of a code.")
        }
        return new
    }

    private func refusal(_ sentence: String) -> FileTrouble {
        FileTrouble(.malformed, sentence, path: CodebookFolder.name)
    }
}

/// What a new code is to be.
package struct CodeDraft {
    package var name: String
    package var id: CodeID?
    package var parent: CodeID?
    package var kind: Code.Kind
    /// The proposals that it adopts.
    package var was: [CodeID]
    package var fields: [(field: CodeField, words: String)]

    package init(
        _ name: String,
        id: CodeID? = nil,
        parent: CodeID? = nil,
        kind: Code.Kind = .code,
        was: [CodeID] = [],
        fields: [(field: CodeField, words: String)] = []
    ) {
        (self.name, self.id, self.parent, self.kind, self.was, self.fields) = (name, id, parent, kind, was, fields)
    }
}

extension Code {
    /// Whether people meet it under its name: neither retired nor merged away.
    fileprivate var isOffered: Bool { status == .agreed || status == .proposed }
}

extension CodebookAct {
    /// Takes a proposal into a codebook, under its own name or another, with what its proposer wrote of it.
    ///
    /// - Returns: the id of the new code.
    /// - Throws: `FileTrouble`, as `add`.
    package mutating func adopt(
        _ proposal: Code,
        named name: String? = nil,
        under parent: CodeID? = nil,
        into file: String? = nil
    ) throws -> CodeID {
        let kept: [CodeField] = [.origin, .colour, .brief, .definition, .include, .exclude, .example]
        let agreedParent = proposal.parent.flatMap { $0.proposer == nil ? $0 : nil }
        let new = CodeDraft(
            name ?? proposal.name,
            parent: parent ?? agreedParent,
            was: [proposal.id],
            fields: kept.map { (field: $0, words: proposal[$0]) }.filter { !$0.words.isEmpty }
        )
        return try add(new, to: file)
    }
}
