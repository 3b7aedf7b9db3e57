// What `gloss check` says of the texts: their hashes, their turns, and the passages that codings quote. Each text of a
// document is read once.

import CodingCore

/// The check of the texts and of everything that points into them.
struct TextCheck {
    /// An anchor as a log line states it.
    private struct Claim {
        var anchor: Anchor
        var file: String
        var line: Int
    }

    private let contents: StudyContents
    private let folder: StudyFolder
    private var findings: [Finding] = []

    static func findings(_ contents: StudyContents, in folder: StudyFolder) -> [Finding] {
        var check = TextCheck(contents: contents, folder: folder)
        let claims = check.claims()
        let speakers = Dictionary(grouping: contents.study.speakers, by: \.document)
        let journal = Journal.read(folder).entries
        for document in contents.study.documents {
            if let finding = TextHistory(document, journal: journal).finding(document) {
                check.findings.append(finding)
            }
            check.check(document, claims[document.uuid] ?? [], speakers: speakers[document.id] ?? [])
        }
        check.checkPlaces()
        return check.findings
    }

    private init(contents: StudyContents, folder: StudyFolder) {
        self.contents = contents
        self.folder = folder
    }

    /// Every anchor in the logs, in force or not, by the document it is on.
    private func claims() -> [Identifier: [Claim]] {
        var owners: [Identifier: Identifier] = [:]
        for (_, log) in contents.logs {
            for operation in log.lines.lazy.flatMap(\.operations) {
                if case .code(let document, _, _, _, _, _, _) = operation.body { owners[operation.id] = document }
            }
        }
        var claims: [Identifier: [Claim]] = [:]
        for (found, log) in contents.logs {
            let file = folder.name(of: found.path)
            for (line, number) in zip(log.lines, log.numbers) {
                for operation in line.operations {
                    switch operation.body {
                    case .code(let document, let anchor, _, _, _, _, _):
                        claims[document, default: []].append(Claim(anchor: anchor, file: file, line: number))
                    case .set(let on, _, let changes):
                        guard let anchor = changes.anchor, let document = owners[on] else { continue }
                        claims[document, default: []].append(Claim(anchor: anchor, file: file, line: number))
                    case .uncode, .undo, .redo, .tombstone, .unknown: continue
                    }
                }
            }
        }
        return claims
    }

    private mutating func check(_ document: DocumentRecord, _ claims: [Claim], speakers: [SpeakerRecord]) {
        checkVersions(of: document)
        let byVersion = Dictionary(grouping: claims, by: \.anchor.version)
        let current = document.versions.last.flatMap { VersionTag($0) }
        for (version, claims) in byVersion.sorted(by: { $0.key.description < $1.key.description }) {
            if version == current || isReplaced(version, document) { continue }
            do {
                check(claims, in: try folder.text(version: version, of: document))
            } catch {
                // One finding for a version, at the first line that needs it.
                var finding = folder.finding(error, file: StudyFolder.documentName(document.id))
                finding.what += " (\(counted(claims.count, "passage")) of \(claims[0].file):\(claims[0].line) on)"
                findings.append(finding)
            }
        }
        do {
            let opened = try folder.open(document, measure: StudySettings.defaultMeasure)
            findings += opened.findings
            if let current { check(byVersion[current] ?? [], in: opened.transcript.text) }
            checkSpeakers(opened.transcript.blocks, of: document, speakers)
        } catch {
            findings.append(folder.finding(error, file: StudyFolder.textName(document.id)))
        }
    }

    private mutating func check(_ claims: [Claim], in text: CanonicalText) {
        for claim in claims where !claim.anchor.holds(in: text, sha256: { SHA256.hexadecimal(of: $0) }) {
            let span = claim.anchor.span
            let what =
                text.contains(span)
                ? "quotes other words than stand at \(span)" : "points at \(span), beyond the end of the text"
            let advice = "the words are not believed: find the passage and code it again"
            findings.append(.problem(claim.file, line: claim.line, what, advice: advice))
        }
    }

    /// The newest version has to be kept too, so that a change outside Gloss can be undone.
    private mutating func checkVersions(of document: DocumentRecord) {
        for sha256 in document.versions where !isReplaced(sha256, document) {
            let name = StudyFolder.versionName(sha256)
            do {
                guard let bytes = try folder.bytes(of: name) else {
                    let what = "is missing: it is a version of \(document.id)"
                    let text = StudyFolder.textName(document.id)
                    let isCurrent = try folder.bytes(of: text).map(SHA256.hexadecimal(of:)) == sha256
                    let advice = isCurrent ? "run “cp \(text) \(name)”" : "restore it from a copy of the study"
                    findings.append(.problem(name, what, advice: advice))
                    continue
                }
                guard SHA256.hexadecimal(of: bytes) != sha256 else { continue }
                findings.append(.problem(name, "is not what its name says", advice: "restore it from a copy"))
            } catch {
                findings.append(folder.finding(error, file: name))
            }
        }
    }

    /// Whether a version was taken out of the study on purpose.
    private func isReplaced(_ sha256: String, _ document: DocumentRecord) -> Bool {
        contents.fold.forgotten.replacedTexts.contains(sha256) && sha256 != document.versions.last
    }

    private func isReplaced(_ version: VersionTag, _ document: DocumentRecord) -> Bool {
        contents.fold.forgotten.replacedTexts.contains { VersionTag($0) == version }
    }

    private mutating func checkSpeakers(_ blocks: [Block], of document: DocumentRecord, _ speakers: [SpeakerRecord]) {
        let known = Set(speakers.map { Array($0.speaker.utf8) })
        var seen: Set<[UInt8]> = []
        for (index, block) in blocks.enumerated() where block.kind == .turn && !block.speaker.isEmpty {
            let name = Array(block.speaker.utf8)
            guard !known.contains(name), seen.insert(name).inserted else { continue }
            let what = "has the speaker “\(block.speaker)”, who is not in \(SpeakerTable.name)"
            let advice = "add the row \(document.id),\(block.speaker) to \(SpeakerTable.name)"
            // The header is line 1; a cell with a line end in it would shift the count.
            findings.append(.problem(StudyFolder.turnsName(document.id), line: index + 2, what, advice: advice))
        }
    }

    private static func words(for kind: PassageQuestion.Kind, count: Int, _ id: DocumentID) -> (String, String) {
        let list = "“gloss revise \(id) --list”"
        return switch kind {
        case .guess: ("has \(counted(count, "coding")) whose place is a guess", "\(list) asks; accept or refuse each")
        case .orphan:
            ("has \(counted(count, "coding")) whose words are gone", "\(list) names them; place them or let go")
        case .olderText:
            (
                "has \(counted(count, "coding")) on an older text",
                "\(list) names them, “gloss revise \(id) --carry” takes them over"
            )
        }
    }

    /// Codings in force that a person has to place on the text as it is now.
    private mutating func checkPlaces() {
        for document in contents.study.documents {
            let current = document.versions.last.flatMap { VersionTag($0) }
            guard let current else { continue }
            let codings = contents.study.codings.filter { $0.document == document.uuid }
            let kinds = Dictionary(grouping: codings.compactMap { PassageQuestion.Kind(of: $0, now: current) }) { $0 }
            for (kind, all) in kinds {
                let (what, advice) = Self.words(for: kind, count: all.count, document.id)
                findings.append(.problem(StudyFolder.documentName(document.id), what, advice: advice))
            }
        }
    }
}
