// Codes made while coding: they land in the author's own file of proposed codes, and the journal is told. Knows the file's
// neighbours; nothing of the coding that the code is made for.

package import CodingCore
import Glibc

/// What proposing a code came to.
package enum ProposedCode: Hashable, Sendable {
    /// The code is new and written.
    case made(Code)
    /// A code that can be applied has that name already; nothing was written.
    case exists(Code)

    /// The code to apply.
    package var code: Code {
        switch self {
        case .made(let code), .exists(let code): code
        }
    }
}

extension StudyFolder {
    /// Makes a code while coding, unless there is one of that name that can be applied.
    ///
    /// The code stays when the coding that it was made for is undone, unless `takeBackProposedCode` is called.
    /// - Parameters:
    ///   - name: as typed, or from `CodeName.inVivo`; it is cleaned.
    ///   - parent: the code to stand below.
    ///   - origin: `in-vivo` for the participant's own words, else empty.
    ///   - codebook: the codebook as it is now; `codebook.adding(code)` is the codebook afterwards.
    /// - Returns: the code with its mnemonic, which is shown and not written.
    /// - Throws: `FileTrouble`: malformed when the name is empty or too long, or the coder's file cannot be added to; locked
    ///   when another program of this clone is at it for long; and as writing does, also when codes are not known because a
    ///   file of them could not be read. Nothing is written then, unless the journal says so.
    package func proposeCode(
        named name: String,
        parent: CodeID? = nil,
        origin: String = "",
        brief: String = "",
        in codebook: Codebook,
        by author: Author
    ) throws -> ProposedCode {
        let cleaned = CodeName.cleaned(name)
        let file = ProposedCodes.path(coder: author.coder, replica: author.replica.description)
        guard cleaned.unicodeScalars.count <= CodeName.longest else {
            let sentence =
                "cannot take a name of \(cleaned.unicodeScalars.count) characters: use at most \(CodeName.longest)."
            throw FileTrouble(.malformed, sentence, path: file)
        }
        if let code = codebook.applicable(named: cleaned) { return .exists(code) }
        if let unread = codebook.unreadFile {
            let sentence =
                "could not be read and may have that code, so none was made: “gloss check” says what is wrong."
            throw FileTrouble(.malformed, sentence, path: unread)
        }
        let lock = try lockProposals(of: author)
        defer { withExtendedLifetime(lock) {} }
        // Another window may have made it meanwhile.
        if let code = try ownProposals(in: file, by: author).first(where: {
            $0.name.lowercased() == cleaned.lowercased()
        }),
            code.isApplicable
        {
            return .exists(codebook[code.id] ?? codebook.adding(code)[code.id] ?? code)
        }
        let code = try addProposedCode(
            named: cleaned,
            parent: parent,
            origin: origin,
            brief: brief,
            in: codebook,
            by: author
        )
        return .made(codebook.adding(code)[code.id] ?? code)
    }

    /// Takes a code back that was made by mistake: the newest one of the author's own file, as long as nobody wrote into it.
    ///
    /// Whether codings use it is the caller's to know.
    /// - Returns: whether it was taken back; false when it is not the newest, or is no longer as it was made.
    /// - Throws: `FileTrouble`, as `proposeCode`.
    package func takeBackProposedCode(_ id: CodeID, by author: Author) throws -> Bool {
        let file = ProposedCodes.path(coder: author.coder, replica: author.replica.description)
        let lock = try lockProposals(of: author)
        defer { withExtendedLifetime(lock) {} }
        guard let old = try bytes(of: file, limit: StrictYAML.limit),
            let (bytes, code) = try ProposedCodes.removing(id, by: author.coder, from: old, path: file)
        else { return false }
        var entry = author.entry(.edit, object: "code:\(id)")
        entry.before = code.name
        try Journal.append([FileChange(file, from: old, to: bytes).noted(in: entry)], by: author)
        try write(bytes, to: file, calls: author.calls)
        return true
    }

    /// Makes a code whatever others are called.
    ///
    /// - Returns: the code as it was written, without a mnemonic.
    /// - Throws: `FileTrouble`, as `proposeCode`.
    func addProposedCode(
        named name: String,
        parent: CodeID? = nil,
        origin: String = "",
        brief: String = "",
        in codebook: Codebook,
        by author: Author
    ) throws -> Code {
        let trimmed = CodeName.cleaned(name)
        let file = ProposedCodes.path(coder: author.coder, replica: author.replica.description)
        let taken = Set(try ownProposals(in: file, by: author).map(\.id))
        guard !trimmed.isEmpty, let id = ProposedCodes.id(for: trimmed, by: author.coder, in: codebook, besides: taken)
        else {
            throw FileTrouble(.malformed, "“\(name)” cannot be the name of a code: use words.", path: file)
        }
        let wanted = Code(
            id: id,
            name: trimmed,
            parent: parent,
            status: .proposed,
            origin: origin,
            brief: trimmedOfBlanks(brief)
        )
        let old = try bytes(of: file, limit: StrictYAML.limit)
        let (bytes, code) = try ProposedCodes.adding(wanted, by: author.coder, to: old, path: file)
        var entry = author.entry(.edit, object: "code:\(code.id)")
        entry.after = code.name
        let change = FileChange(file, from: old, to: bytes)
        try Journal.append([change.noted(in: entry)], by: author)
        try write(bytes, to: file, calls: author.calls)
        return code
    }

    /// What the author's own file holds now, whatever the codebook that was read before says.
    private func ownProposals(in file: String, by author: Author) throws -> [Code] {
        guard let bytes = try bytes(of: file, limit: StrictYAML.limit), !bytes.isEmpty else { return [] }
        return try CodebookReader.read(bytes, path: file, proposer: author.coder).codes.map(\.code)
    }

    /// Keeps other programs of this clone from the author's file; it is held for a moment only, so they take turns.
    private func lockProposals(of author: Author) throws -> LogLock {
        let place = path(".gloss/locks/\(author.coder).codes.\(author.replica)")
        try Disk.requireInside(place, root: root)
        return try LogLock.takingTurns { try LogLock(place) }
    }
}
