// `codebooks/`: all codebook files of a study taken together. Knows which files there are; nothing of codings.

package import CodingCore

/// What the codebook files of a study come to.
package struct CodebookFolder: Sendable {
    /// The folder's name inside the study.
    package static let name = "codebooks"
    /// The folder of the codes that coders made while coding, `CODER.REPLICA.yaml`.
    package static let proposedName = name + "/proposed"

    package private(set) var codebook: Codebook = .empty
    /// Where each code stands: the path inside the study, and the line.
    package private(set) var places: [CodeID: (file: String, line: Int)] = [:]
    package private(set) var findings: [Finding] = []
    /// Files that could not be read at all, among the findings too: more codes may be there than are known.
    private(set) var unread: [Finding] = []
    private var entries: [Code] = []
    private var title = ""
    private var fingerprints = ""
    /// 8 hexadecimal digits over the files of agreed codes.
    package private(set) var fingerprint = ""
    /// The first file whose codes are not known, though they are everybody's or the system would not give them.
    private var unreadFile: String?

    /// Reads `codebooks/*.yaml` in the order of their names, then `codebooks/proposed/*.yaml`.
    ///
    /// A file that is no codebook is found fault with, and the others are read.
    /// - Parameter root: the study's folder.
    package static func read(root: String) -> CodebookFolder {
        var folder = CodebookFolder()
        for path in folder.paths(in: name, root: root) { folder.take(path, root: root, proposer: nil) }
        folder.fingerprint = String(SHA256.hexadecimal(of: Array(folder.fingerprints.utf8)).prefix(8))
        for path in folder.paths(in: proposedName, root: root) {
            let fileName = path.utf8.dropFirst(proposedName.utf8.count + 1)
            let coder = CoderID(String(decoding: Array(fileName.prefix { $0 != UInt8(ascii: ".") }), as: UTF8.self))
            if let coder {
                folder.take(path, root: root, proposer: coder)
            } else {
                let what = "belongs to no coder"
                folder.findings.append(.problem(path, what, advice: "name it CODER.REPLICA.yaml"))
            }
        }
        folder.codebook = Codebook(
            title: folder.title,
            version: Journal.snapshotName(of: folder.fingerprint, in: StudyFolder(root: root)) ?? folder.fingerprint,
            codes: folder.entries,
            unreadFile: folder.unreadFile
        )
        folder.findFaults()
        return folder
    }

    private mutating func paths(in folder: String, root: String) -> [String] {
        do {
            return try Disk.list(root + "/" + folder).entries
                .filter { $0.kind != .folder && ($0.name.hasSuffix(".yaml") || $0.name.hasSuffix(".yml")) }
                .map { folder + "/" + $0.name }
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return []
        } catch {
            noteUnread(error, folder)
            unreadFile = unreadFile ?? folder
            return []
        }
    }

    private mutating func noteUnread(_ error: any Error, _ file: String) {
        let finding = Finding(error, file: file)
        findings.append(finding)
        unread.append(finding)
    }

    private mutating func take(_ path: String, root: String, proposer: CoderID?) {
        do {
            let bytes = try Disk.read(root + "/" + path, limit: StrictYAML.limit)
            if proposer == nil { fingerprints += "\(SHA256.hexadecimal(of: bytes))  \(path)\n" }
            let file = try CodebookReader.read(bytes, path: path, proposer: proposer)
            findings += file.findings
            if title.isEmpty, proposer == nil { title = file.title }
            for (code, line) in file.codes { take(code, file: path, line: line) }
        } catch {
            noteUnread(error, path)
            // What a colleague proposes and mistyped stands in nobody's way.
            let isRefusal = (error as? FileTrouble)?.isRefusalToRead ?? true
            if proposer == nil || isRefusal { unreadFile = unreadFile ?? path }
        }
    }

    private mutating func take(_ code: Code, file: String, line: Int) {
        guard let first = places[code.id] else {
            places[code.id] = (file, line)
            entries.append(code)
            return
        }
        // Copies of a coder's own file say the same thing again.
        if code.id.proposer != nil, entries.contains(code) { return }
        let what = "has the code \(code.id) again, which stands in \(first.file):\(first.line)"
        findings.append(.problem(file, line: line, what, advice: "give one of them another id; the first one counts"))
    }

    private mutating func findFaults() {
        for code in entries {
            if let parent = code.parent {
                if codebook[parent] == nil {
                    note(code, "has the parent \(parent), which no codebook has", "write the id of a code, or none")
                } else if codebook.depth(of: code.id) == 0 {
                    // Its parent is known and yet it stands at the top, which only a circle does.
                    note(code, "is below itself", "change the parent of one code in the circle")
                }
            }
            if case .mergedInto(let heir) = code.status, codebook[heir] == nil {
                note(code, "is merged into \(heir), which no codebook has", "write the id of a code")
            }
        }
        findClashes()
        findLookAlikes()
    }

    /// Names that nobody can tell apart on a screen: both codes stay, and a person is told.
    private mutating func findLookAlikes() {
        var seen: [String: Code] = [:]
        for code in entries where code.isApplicable {
            guard let other = seen.updateValue(code, forKey: LookAlikes.appearance(of: code.name)) else { continue }
            let isSame = other.name.utf8.elementsEqual(code.name.utf8)
            // A proposal may well be the agreed code's namesake.
            if isSame, code.id.proposer != nil || other.id.proposer != nil { continue }
            let what =
                isSame
                ? "\(code.id) has the name “\(code.name)”, which \(other.id) has too"
                : "\(code.id) has the name “\(code.name)”, which looks like that of \(other.id) in other letters"
            let advice =
                isSame
                ? "name them by their ids, or give one of them another name"
                : "type one of the names anew, if they should be one code or be told apart"
            let place = places[code.id]
            findings.append(.warning(place?.file ?? Self.name, line: place?.line, what, advice: advice))
        }
    }

    /// Mnemonics sorted stand beside every other that they begin, or beside one that does.
    private mutating func findClashes() {
        let tagged = entries.filter { $0.isApplicable && !$0.mnemonic.isEmpty }
            .map { (tag: $0.mnemonic.lowercased(), code: $0) }
            .sorted { $0.tag < $1.tag }
        for (index, pair) in tagged.enumerated().dropFirst() {
            let before = tagged[index - 1]
            guard Mnemonics.clash(before.tag, pair.tag) else { continue }
            note(
                pair.code,
                "has the mnemonic “\(pair.tag)”, which “\(before.tag)” of \(before.code.id) hides",
                "give one of them another mnemonic"
            )
        }
    }

    private mutating func note(_ code: Code, _ what: String, _ advice: String) {
        let place = places[code.id]
        let sentence = "\(code.id) \(what)"
        findings.append(.problem(place?.file ?? Self.name, line: place?.line, sentence, advice: advice))
    }
}
