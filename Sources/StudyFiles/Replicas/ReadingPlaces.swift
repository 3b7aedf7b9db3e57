// Where a coder stopped reading. Kept outside the study, because opening and reading write nothing into it.

package import CodingCore

/// The documents that a coder had open in one study and the place in each.
///
/// Losing it costs a scroll. So a file that cannot be read counts as empty, and one that cannot be written is passed
/// over in silence: that is meant.
package struct ReadingPlaces: Sendable, Equatable {
    /// The document that was open last.
    package private(set) var lastDocument: Identifier?
    /// Offsets in Unicode scalars of the canonical text, by document.
    private var offsets: [Identifier: Int] = [:]
    private let path: String?

    /// Reads the places of one coder in one study.
    package init(study: Identifier, coder: CoderID, state: StateFolder) {
        path = state.path.map { "\($0)/places/\(study).\(coder).json" }
        guard let path else { return }
        do {
            let text = try JSONText(reading: Disk.read(path, limit: 16 << 20, followingLinks: false))
            lastDocument = text["last"]?.string.flatMap { Identifier($0) }
            guard case .object(let members) = text["places"] else { return }
            for member in members {
                guard let document = Identifier(member.name), let offset = member.value.integer, offset >= 0 else {
                    continue
                }
                offsets[document] = offset
            }
        } catch {
            return
        }
    }

    /// The place in a document, in Unicode scalars of its canonical text; nothing when it was never opened.
    package func offset(in document: Identifier) -> Int? { offsets[document] }

    /// Notes a place; `save` keeps it.
    ///
    /// - Parameter offset: in Unicode scalars of the canonical text.
    package mutating func note(_ offset: Int, in document: Identifier) {
        lastDocument = document
        offsets[document] = max(0, offset)
    }

    /// Keeps the places for the next time, if the machine lets us.
    package func save() {
        guard let path else { return }
        let places = offsets.sorted { $0.key < $1.key }.map { document, offset in
            JSONText.Member(document.description, .integer(offset))
        }
        var members: [JSONText.Member] = [.init("v", 1)]
        if let lastDocument { members.append(.init("last", .string(lastDocument.description))) }
        members.append(.init("places", .object(places)))
        do {
            try Disk.makeFolder(Disk.folder(of: path))
            try Disk.writeDurably(JSONText.object(members).line, to: path)
        } catch {
            return
        }
    }
}
