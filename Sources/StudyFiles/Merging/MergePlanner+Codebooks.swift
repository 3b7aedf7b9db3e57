// Codebooks: what coders proposed is added, what people agreed on is compared and never mixed. Knows codes; nothing of codings.

import CodingCore

extension MergePlanner {
    mutating func compareCodebooks() {
        for name in codebookNames(in: CodebookFolder.name) { compareAgreed(name) }
        for name in codebookNames(in: CodebookFolder.proposedName) { compareProposed(name) }
        compareCoders()
    }

    /// The codebook files of the other copy, links left out.
    private mutating func codebookNames(in folder: String) -> [String] {
        entries(of: folder).filter { $0.kind == .file && ($0.name.hasSuffix(".yaml") || $0.name.hasSuffix(".yml")) }
            .map { folder + "/" + $0.name }
    }

    /// What a folder of the other copy holds; one that cannot be listed is refused.
    mutating func entries(of folder: String) -> [FolderListing.Entry] {
        do {
            return try Disk.list(there.path(folder)).entries
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return []
        } catch {
            plan.refused.append(there.finding(error, file: folder))
            return []
        }
    }

    /// A codebook that people agreed on: taken when nothing in it is known here, else shown.
    private mutating func compareAgreed(_ name: String) {
        guard let pair = readPair(name, proposer: nil) else { return }
        let known = Dictionary(
            (pair.own?.codes.map(\.code) ?? ours.study.codebook.codes).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let codes = pair.other.codes.map(\.code)
        if pair.own == nil, !codes.contains(where: { known[$0.id] != nil }) {
            plan.codebooks.append(FileChange(name, from: nil, to: pair.bytes))
            plan.codes += codes.map(\.id)
            return
        }
        let differences = Self.differences(between: Array(known.values), and: codes, isWhole: pair.own != nil)
        guard !differences.isEmpty else { return }
        leave(
            name,
            "differs from the other copy's: " + differences.joined(separator: "; "),
            advice: "agree on one of them; Gloss does not mix what people agreed on"
        )
    }

    /// What coders proposed while coding: their own file grows and is replaced by the longer one.
    private mutating func compareProposed(_ name: String) {
        let last = name.utf8.dropFirst(CodebookFolder.proposedName.utf8.count + 1)
        let stem = String(decoding: Array(last.prefix { $0 != UInt8(ascii: ".") }), as: UTF8.self)
        guard let coder = CoderID(stem) else {
            return refuse(name, "belongs to no coder", advice: "name it CODER.REPLICA.yaml there, then merge again")
        }
        guard let pair = readPair(name, proposer: coder) else { return }
        let (own, other) = (pair.own?.codes.map(\.code) ?? [], pair.other.codes.map(\.code))
        if other.allSatisfy(own.contains) { return }
        guard own.allSatisfy(other.contains) else {
            let differences = Self.differences(between: own, and: other, isWhole: true)
            return leave(
                name,
                "differs from the other copy's: " + differences.joined(separator: "; "),
                advice: "put the missing codes into it by hand"
            )
        }
        plan.codebooks.append(FileChange(name, from: pair.ownBytes, to: pair.bytes))
        let known = Set(ours.study.codebook.codes.map(\.id))
        plan.codes += other.map(\.id).filter { !known.contains($0) }
    }

    /// The two files of one name; nothing when they are the same, or one cannot be read, which is said.
    private mutating func readPair(
        _ name: String,
        proposer: CoderID?
    ) -> (own: CodebookFile?, ownBytes: [UInt8]?, other: CodebookFile, bytes: [UInt8])? {
        do {
            guard let bytes = try plainBytes(of: name, limit: StrictYAML.limit) else { return nil }
            let ownBytes = try here.bytes(of: name, limit: StrictYAML.limit)
            if ownBytes == bytes { return nil }
            let other = try CodebookReader.read(bytes, path: name, proposer: proposer)
            let own = try ownBytes.map { try CodebookReader.read($0, path: name, proposer: proposer) }
            return (own, ownBytes, other, bytes)
        } catch {
            plan.refused.append(there.finding(error, file: name))
            return nil
        }
    }

    /// What two codebooks differ in, in words.
    ///
    /// - Parameter isWhole: whether codes that only the first has are a difference.
    private static func differences(between own: [Code], and other: [Code], isWhole: Bool) -> [String] {
        let (mine, theirs) = (Set(own.map(\.id)), Set(other.map(\.id)))
        let known = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = other.filter { code in known[code.id].map { $0 != code } ?? false }.map(\.id)
        let parts: [(String, [CodeID])] = [
            ("only there", theirs.subtracting(mine).sorted()),
            ("only here", isWhole ? mine.subtracting(theirs).sorted() : []), ("not the same", changed.sorted()),
        ]
        return parts.filter { !$0.1.isEmpty }.map { $0.0 + ": " + named($0.1.map(\.description)) }
    }

    private static func named(_ names: [String]) -> String {
        let shown = names.prefix(12).joined(separator: ", ")
        return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
    }

    /// Names of coders that only the other copy's `study.yaml` has.
    private mutating func compareCoders() {
        let own = Set(ours.study.settings.coders.map(\.id))
        for (id, name) in theirs.study.settings.coders where !own.contains(id) && !name.isEmpty {
            leave(
                StudyFile.name,
                "has no name for the coder \(id)",
                advice: "add the line “  \(id): \(name)” to coders"
            )
        }
    }
}
