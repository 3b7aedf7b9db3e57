// What `gloss check` says of the logs: lines, acts, references, disputes. Looks at no text.

import CodingCore

/// The check of everything in the logs but for the words they quote.
struct LogCheck {
    private let contents: StudyContents
    private let folder: StudyFolder
    private var findings: [Finding] = []

    static func findings(_ contents: StudyContents, in folder: StudyFolder) -> [Finding] {
        var check = LogCheck(contents: contents, folder: folder)
        check.checkFiles()
        check.checkNames()
        check.checkActs()
        check.checkReferences()
        check.checkFold()
        return check.findings
    }

    private init(contents: StudyContents, folder: StudyFolder) {
        self.contents = contents
        self.folder = folder
    }

    /// Every operation with its file and line.
    private func forEachOperation(_ body: (LogOperation, _ file: String, _ line: Int, CoderID) -> Void) {
        for (found, log) in contents.logs {
            let file = folder.name(of: found.path)
            for (line, number) in zip(log.lines, log.numbers) {
                for operation in line.operations { body(operation, file, number, found.coder) }
            }
        }
    }

    private mutating func checkFiles() {
        for (found, log) in contents.logs {
            let file = folder.name(of: found.path)
            for remark in log.remarks where remark.problem.isTaken {
                let trouble = FileTrouble(.malformed, remark.problem.sentence, path: file, line: remark.line)
                var finding = Finding(trouble, file: file, usualAdvice: "use a newer Gloss to see it")
                finding.severity = .warning
                findings.append(finding)
            }
            if case .torn = log.tail {
                let advice = "nothing to do: it is set aside at the next write"
                findings.append(.warning(file, "ends in a line that was cut off", advice: advice))
            }
            if found.isLookAlike {
                let advice = "nothing is lost, its lines count; “gloss check --repair” puts them among the others"
                findings.append(.warning(file, "has a name that Gloss does not give, as sync tools do", advice: advice))
            }
        }
    }

    /// A log that is named for one document of the study and codes another one: a session of that other one passes it by.
    private mutating func checkNames() {
        let documents = contents.study.documents
        let owners = Dictionary(documents.map { ($0.id, $0.uuid) }, uniquingKeysWith: { first, _ in first })
        let names = Dictionary(documents.map { ($0.uuid, $0.id) }, uniquingKeysWith: { first, _ in first })
        for (found, log) in contents.logs {
            guard !found.isLookAlike, let id = found.document, let owner = owners[id] else { continue }
            for (line, number) in zip(log.lines, log.numbers) {
                let others = line.operations.lazy.compactMap(\.document).filter { $0 != owner }
                guard let other = others.first, let name = names[other] else { continue }
                let what = "codes \(name) in a log that is named for \(id)"
                let advice = "rename the log after \(name), keeping the end of its name"
                findings.append(.problem(folder.name(of: found.path), line: number, what, advice: advice))
                break
            }
        }
    }

    private mutating func checkActs() {
        var parts: [Identifier: (logs: Int, files: Set<String>, line: Int)] = [:]
        var foreign: [Finding] = []
        for (found, log) in contents.logs {
            let file = folder.name(of: found.path)
            for (line, number) in zip(log.lines, log.numbers) {
                if line.logs > 1 {
                    parts[line.act, default: (line.logs, [], number)].files.insert(file)
                }
                let others = Set(line.operations.map(\.by)).subtracting([found.coder])
                guard let other = others.sorted().first else { continue }
                let what = "is by \(other), in the folder of \(found.coder)"
                foreign.append(
                    .problem(file, line: number, what, advice: "put the log into codings/\(other)/ if it is theirs")
                )
            }
        }
        findings += foreign
        let drafts = Set(ActDraft.all(in: folder).map(\.act))
        let gone = contents.fold.forgotten.operations
        for (id, act) in parts where act.files.count < act.logs && !gone.contains(id) {
            let what =
                "is part of an act over \(act.logs) documents, of which \(act.files.count) \(act.files.count == 1 ? "has its" : "have their") part"
            let advice =
                drafts.contains(id)
                ? "run “gloss check --repair” to complete it" : "fetch the missing logs, or do the act again"
            findings.append(.problem(act.files.sorted().first ?? "codings", line: act.line, what, advice: advice))
        }
    }

    /// One finding for each code or document that is not known: a log of a thousand lines has one cause.
    private mutating func checkReferences() {
        var codes: [CodeID: (file: String, line: Int, count: Int)] = [:]
        let known = contents.study.codebook
        func note(_ code: CodeID, _ file: String, _ line: Int) {
            guard known[known.resolve(code)] == nil else { return }
            codes[code, default: (file, line, 0)].count += 1
        }
        let undone = contents.fold.undone
        // A code made by mistake is gone, and the act that was undone with it names it still.
        forEachOperation { operation, file, line, _ in
            if undone.contains(operation.act) { return }
            switch operation.body {
            case .code(_, _, let code, _, _, _, _): note(code, file, line)
            case .set(_, _, let changes): if let code = changes.code { note(code, file, line) }
            case .uncode, .undo, .redo, .tombstone, .unknown: break
            }
        }
        for (code, place) in codes {
            let what = "names the code \(code), which no codebook has (\(counted(place.count, "line")))"
            let advice = "add it to a codebook, or fetch the codebook it comes from"
            findings.append(.problem(place.file, line: place.line, what, advice: advice))
        }
    }

    private mutating func checkFold() {
        let disputed = contents.study.codings.filter { !$0.disputed.isEmpty }
        let wanted = Set(contents.fold.contradictions + contents.fold.waiting + disputed.map(\.id))
        guard !wanted.isEmpty else { return }
        var places: [Identifier: (file: String, line: Int)] = [:]
        forEachOperation { operation, file, line, _ in
            if wanted.contains(operation.id), places[operation.id] == nil { places[operation.id] = (file, line) }
        }
        func note(_ id: Identifier, _ what: String, _ advice: String) {
            let place = places[id]
            findings.append(.problem(place?.file ?? "codings", line: place?.line, what, advice: advice))
        }
        for id in contents.fold.contradictions {
            note(id, "has the id \(id), which another operation has too", "compare the two lines, and remove one")
        }
        for id in contents.fold.waiting {
            note(id, "changes a coding that no log makes", "fetch the log that makes it; until then it waits")
        }
        for coding in disputed {
            let fields = coding.disputed.map { $0 == .whole ? "existence" : $0.rawValue }.joined(separator: ", ")
            note(
                coding.id,
                "is disputed: two changes to its \(fields) did not know of one another",
                "settle it with “gloss disputes”"
            )
        }
    }
}

extension LogOperation {
    /// The document that a coding is made on; nothing for other operations.
    fileprivate var document: Identifier? {
        if case .code(let document, _, _, _, _, _, _) = body { document } else { nil }
    }
}
