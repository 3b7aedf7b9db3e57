// The text of a document, verified. Knows hashes and turns; nothing of codings.

package import CodingCore

/// A document's text as it stands now, with its blocks.
package struct OpenedDocument: Sendable {
    package var transcript: Transcript
    /// The version that new codings name.
    package var version: VersionTag
    /// What is odd about the blocks; the text itself is as it should be.
    package var findings: [Finding]
}

extension StudyFolder {
    /// Reads a document's text and its blocks, and makes sure that the text is the one that codings point into.
    ///
    /// Where the file has an older version, the newest is read from its copy; where the blocks are missing or do not fit, the
    /// whole text is one note. A finding says so.
    /// - Parameter measure: the width of a line in columns, from `study.yaml`.
    /// - Throws: `FileTrouble`: missing; `changedUnderneath` when the text was changed outside Gloss; and when the system would
    ///   not give one of its files.
    package func open(_ document: DocumentRecord, measure: Int) throws -> OpenedDocument {
        let name = Self.textName(document.id)
        let bytes: [UInt8]
        do {
            bytes = try Disk.read(path(name))
        } catch let trouble as FileTrouble where trouble.code == .missing {
            let copy = Self.versionName(document.versions.last ?? "")
            throw FileTrouble(.missing, "is not there: copy \(copy) back to it.", path: name)
        }
        guard let current = document.versions.last, let version = VersionTag(current) else {
            throw FileTrouble(.malformed, "names no version of its text.", path: Self.documentName(document.id))
        }
        let sha256 = SHA256.hexadecimal(of: bytes)
        let isNewest = sha256 == current
        guard isNewest || document.versions.contains(sha256) else { throw changedOutside(document) }
        guard let text = isNewest ? CanonicalText(utf8: bytes) : try self.text(version: version, of: document) else {
            throw FileTrouble(.malformed, "is not UTF-8: import it again under another id.", path: name)
        }
        let (blocks, findings) = try blocks(of: document, text: text)
        return OpenedDocument(
            transcript: Transcript(text: text, blocks: blocks, measure: measure),
            version: version,
            findings: [unfinished(document, hasNewestText: isNewest)].compactMap(\.self) + findings
        )
    }

    /// A document's text without its turns, verified as `open` does: for a first look that decides whether the document is opened.
    ///
    /// - Throws: `FileTrouble`, as `open`.
    package func textAlone(of document: DocumentRecord) throws -> CanonicalText {
        let name = Self.textName(document.id)
        guard let bytes = try self.bytes(of: name), SHA256.hexadecimal(of: bytes) == document.versions.last,
            let text = CanonicalText(utf8: bytes)
        else { return try open(document, measure: 66).transcript.text }
        return text
    }

    /// What is to be said of a document whose files are not all of its newest version.
    private func unfinished(_ document: DocumentRecord, hasNewestText: Bool) -> Finding? {
        if TurnsDraft(document, in: self) != nil {
            let name = Self.documentName(document.id)
            let what =
                "was revised, and the text or its turns are not in their place yet; they are read from their copies"
            return .problem(name, what, advice: "run “gloss check --repair”, or “gloss revise \(document.id)”")
        }
        if hasNewestText { return nil }
        let copy = Self.versionName(document.versions.last ?? "")
        let name = Self.textName(document.id)
        let what = "is an older version of the text; the newest is read from its copy"
        let advice = "put the newest back with “cp \(copy) \(name)”, or make the older one the newest with "
        return .problem(name, what, advice: advice + "“gloss revise \(document.id)”")
    }

    /// The text of a version, from the copy that is kept of it.
    ///
    /// - Parameter tag: the version as log lines name it.
    /// - Throws: `FileTrouble`: missing when the document has no such version or its copy is gone; malformed when the
    ///   copy was changed.
    package func text(version tag: VersionTag, of document: DocumentRecord) throws -> CanonicalText {
        guard let sha256 = document.versions.first(where: { VersionTag($0) == tag }) ?? keptVersion(tag) else {
            throw FileTrouble(
                .missing,
                "has no version \(tag) of its text: look for it in another copy of the study.",
                path: Self.documentName(document.id)
            )
        }
        let name = Self.versionName(sha256)
        let bytes = try Disk.read(path(name))
        guard SHA256.hexadecimal(of: bytes) == sha256, let text = CanonicalText(utf8: bytes) else {
            throw FileTrouble(.malformed, "is not what its name says: restore it from a copy.", path: name)
        }
        return text
    }

    /// A version that another copy of the study made and that only its kept text tells of.
    private func keptVersion(_ tag: VersionTag) -> String? {
        let names = (try? Disk.list(path(Self.versions)))?.entries.map(\.name) ?? []
        return names.first { $0.hasPrefix(tag.description) && $0.hasSuffix(".txt") && $0.utf8.count == 68 }
            .map { String($0.dropLast(4)) }
    }

    /// The blocks of a document's newest text; one note where they are missing or do not fit.
    ///
    /// - Throws: `FileTrouble` when the system would not give the table: whoever worked on without it would take words for
    ///   talk that are none.
    func blocks(of document: DocumentRecord, text: CanonicalText) throws -> (blocks: [Block], findings: [Finding]) {
        let name = turnsNameNow(document)
        var findings: [Finding] = []
        do {
            if let bytes = try bytes(of: name, limit: CSVReader.limit) {
                let read = TurnTable.read(bytes, file: name, scalarCount: text.scalarCount)
                if let blocks = read.blocks { return (blocks, read.findings) }
                findings = read.findings
            } else {
                let advice = "restore the file from a copy; until then the whole text is one note"
                findings = [.problem(name, "is missing, so nobody is known to speak", advice: advice)]
            }
        } catch let trouble as FileTrouble where trouble.isRefusalToRead {
            throw trouble
        } catch {
            findings = [finding(error, file: name)]
        }
        return (text.scalarCount == 0 ? [] : [Block(kind: .note, span: text.wholeSpan)], findings)
    }

    /// The file with the turns of a document's newest text: a draft, as long as there is one.
    func turnsNameNow(_ document: DocumentRecord) -> String {
        TurnsDraft(document, in: self)?.name ?? Self.turnsName(document.id)
    }

    /// The failure for a text whose hash is not that of its newest version.
    func changedOutside(_ document: DocumentRecord) -> FileTrouble {
        let name = Self.textName(document.id)
        let copy = Self.versionName(document.versions.last ?? "")
        let advice =
            Disk.exists(path(copy))
            ? "Put the text back with “cp \(copy) \(name)”, or take it as the new version with "
                + "“gloss revise \(document.id)”."
            : "Restore it from a copy of the study: \(copy), which should hold it, is missing too."
        return FileTrouble(
            .changedUnderneath,
            "was changed outside Gloss, so its codings no longer fit it. \(advice)",
            path: name
        )
    }
}
