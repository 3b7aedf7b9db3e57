// What the workbench remembers of one coder in one study. Kept outside the study, because opening and reading write nothing
// into it. Knows offsets and ids; no words of a transcript, and no screens.

package import CodingCore

/// Places in documents, slots and the like, from one session to the next.
///
/// Losing it costs a scroll. So a file that cannot be read counts as empty, and one that cannot be written is passed over
/// in silence: that is meant. What two programs keep at once is joined document by document, and the later one wins.
package struct WorkbenchMemory: Sendable {
    /// The digits that stand for codes.
    package static let slotNumbers = 1...9
    /// How many documents are remembered; those left longest ago are forgotten first.
    package static let mostDocuments = 2_000
    /// The largest file that is read, in bytes; a larger one counts as damaged.
    static let limit = 4 << 20

    private var kept = Kept()
    /// What was changed here since the file was read or written: the rest is whatever the file says by then.
    private var changes: Set<Part> = []
    private let path: String?

    /// Reads what is remembered of one coder in one study in one folder.
    ///
    /// A copy of a study elsewhere has a memory of its own. A study that was moved takes its memory along: what is remembered of
    /// a folder that is not there any more goes to the next one with the same study.
    /// - Parameter root: the real path of the study's folder.
    package init(study: Identifier, coder: CoderID, root: String, state: StateFolder) {
        let folder = state.path.map { $0 + "/places" }
        let key = String(SHA256.hexadecimal(of: Array(root.utf8)).prefix(12))
        path = folder.map { "\($0)/\(study).\(coder).\(key).json" }
        kept = Self.read(path) ?? Self.left(behind: "\(study).\(coder).", in: folder) ?? Kept()
        kept.root = root
    }

    /// What is remembered of a folder that is gone, or was remembered before folders were told apart.
    private static func left(behind prefix: String, in folder: String?) -> Kept? {
        guard let folder, let names = try? Disk.list(folder).names else { return nil }
        let others = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }
        let latest = others.map { folder + "/" + $0 }
            .sorted { (try? Disk.stamp(of: $0)?.modified) ?? 0 > (try? Disk.stamp(of: $1)?.modified) ?? 0 }
        return latest.lazy.compactMap { read($0) }.first { $0.root.map { !Disk.exists($0) } ?? true }
    }

    /// The document that was open last.
    package var lastDocument: Identifier? { kept.lastDocument }

    /// The place in a document; nothing when it was never opened.
    package func place(in document: Identifier) -> ReadingPlace? { kept.documents[document]?.place }

    /// Notes the place in the document that is open; `save` keeps it.
    package mutating func note(_ place: ReadingPlace, in document: Identifier) {
        kept.lastDocument = document
        let others = kept.documents[document]?.others ?? []
        kept.documents[document] = Kept.Document(place: place, others: others, turn: kept.nextTurn())
        changes.formUnion([.lastDocument, .document(document)])
    }

    /// The codes that the coder put behind digits by hand; they stand in for the slots that the logs give.
    package var slots: [Int: CodeID] { kept.slots }

    /// Puts a code behind a digit, or leaves the digit to the logs again; other numbers than 1 to 9 are passed over.
    package mutating func assign(_ code: CodeID?, toSlot number: Int) {
        guard Self.slotNumbers.contains(number) else { return }
        kept.slots[number] = code
        changes.insert(.slot(number))
    }

    /// The code whose extracts were looked at last.
    package var extractsCode: CodeID? {
        get { kept.extractsCode }
        set {
            kept.extractsCode = newValue
            changes.insert(.extractsCode)
        }
    }

    /// Keeps what was noted for the next time, if the machine lets us; without news nothing is written.
    package mutating func save() {
        guard let path, !changes.isEmpty else { return }
        var newest = Self.read(path) ?? kept
        newest.root = kept.root
        for part in changes.sorted(by: kept.isEarlier) { newest.take(part, from: kept) }
        newest.forget(beyond: Self.mostDocuments)
        do {
            try Disk.makeFolder(Disk.folder(of: path))
            try Disk.writeDurably(newest.json.line, to: path)
        } catch {
            return
        }
        kept = newest
        changes = []
    }

    /// Reads a file; nothing where there is none, and an empty memory where it makes no sense.
    private static func read(_ path: String?) -> Kept? {
        guard let path, Disk.exists(path) else { return nil }
        do {
            return Kept(try JSONText(reading: Disk.read(path, limit: limit, followingLinks: false)))
        } catch {
            return Kept()
        }
    }
}

extension WorkbenchMemory: Equatable {
    /// Whether both remember the same, saved or not.
    package static func == (a: WorkbenchMemory, b: WorkbenchMemory) -> Bool { a.kept.json == b.kept.json }
}

/// What can change on its own.
private enum Part: Hashable {
    case lastDocument, extractsCode
    case slot(Int)
    case document(Identifier)
}

/// What the file says.
private struct Kept: Sendable {
    struct Document: Sendable {
        var place: ReadingPlace
        /// The keys of a newer Gloss, as they were.
        var others: [JSONText.Member] = []
        /// When it was noted, among the others.
        var turn: Int
    }

    /// The study's folder; nothing in a file of an earlier Gloss.
    var root: String?
    var lastDocument: Identifier?
    var extractsCode: CodeID?
    var slots: [Int: CodeID] = [:]
    var documents: [Identifier: Document] = [:]
    private var others: [JSONText.Member] = []
    private var turns = 0

    private static let keys: Set<String> = ["v", "root", "last", "extracts", "slots", "places"]

    init() {}

    /// Reads a file, every part that makes no sense being as if it were not there.
    init(_ json: JSONText) {
        guard case .object(let members) = json else { return }
        root = json["root"]?.string
        lastDocument = json["last"]?.string.flatMap { Identifier($0) }
        extractsCode = json["extracts"]?.string.flatMap { CodeID($0) }
        if case .object(let slots) = json["slots"] {
            for slot in slots {
                guard let number = Int(slot.name), WorkbenchMemory.slotNumbers.contains(number) else { continue }
                self.slots[number] = slot.value.string.flatMap { CodeID($0) }
            }
        }
        if case .object(let places) = json["places"] {
            for member in places {
                guard let id = Identifier(member.name), let place = ReadingPlace(member.value) else { continue }
                documents[id] = Document(
                    place: place,
                    others: Self.strangers(in: member.value, ReadingPlace.keys),
                    turn: nextTurn()
                )
            }
        }
        others = members.filter { !Self.keys.contains($0.name) }
    }

    private static func strangers(in json: JSONText, _ keys: Set<String>) -> [JSONText.Member] {
        guard case .object(let members) = json else { return [] }
        return members.filter { !keys.contains($0.name) }
    }

    /// The documents stand in the order they were noted, the last one at the end.
    var json: JSONText {
        var members: [JSONText.Member] = [.init("v", 1)]
        if let root { members.append(.init("root", .string(root))) }
        if let lastDocument { members.append(.init("last", .string(lastDocument.description))) }
        if let extractsCode { members.append(.init("extracts", .string(extractsCode.description))) }
        if !slots.isEmpty {
            let slots = slots.sorted { $0.key < $1.key }
            let codes = slots.map { JSONText.Member(String($0.key), .string($0.value.description)) }
            members.append(.init("slots", .object(codes)))
        }
        let places = documents.sorted { $0.value.turn < $1.value.turn }.map { id, document in
            JSONText.Member(id.description, .object(document.place.json + document.others))
        }
        return .object(members + [.init("places", .object(places))] + others)
    }

    mutating func nextTurn() -> Int {
        turns += 1
        return turns
    }

    /// The order in which parts were changed, as far as it matters.
    func isEarlier(_ a: Part, _ b: Part) -> Bool { turn(of: a) < turn(of: b) }

    private func turn(of part: Part) -> Int {
        if case .document(let id) = part { documents[id]?.turn ?? 0 } else { 0 }
    }

    mutating func take(_ part: Part, from other: Kept) {
        switch part {
        case .lastDocument: lastDocument = other.lastDocument
        case .extractsCode: extractsCode = other.extractsCode
        case .slot(let number): slots[number] = other.slots[number]
        case .document(let id):
            guard var document = other.documents[id] else { return }
            if let known = documents[id] { document.others = known.others }
            document.turn = nextTurn()
            documents[id] = document
        }
    }

    /// Drops the documents that were left longest ago.
    mutating func forget(beyond most: Int) {
        guard documents.count > most else { return }
        let oldest = documents.sorted { $0.value.turn < $1.value.turn }.prefix(documents.count - most)
        for (id, _) in oldest { documents[id] = nil }
    }
}
