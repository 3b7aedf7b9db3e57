// The tree of codes that a study uses, several files taken together. Knows nothing of YAML or of codings.

/// All codes of a study in the order shown: each parent before its children, siblings in file order.
package struct Codebook: Sendable {
    /// Depth-first; categories included.
    package let codes: [Code]
    /// The title of the first codebook.
    package let title: String
    /// The name of the last snapshot, or 8 hexadecimal digits over the codebook files.
    package let version: String
    private let index: [CodeID: Int]
    private let adopted: [CodeID: CodeID]
    private let childIndexes: [CodeID: [Int]]

    package static let empty = Codebook(title: "", version: "", codes: [])

    /// Puts entries into tree order; a code whose parent is unknown, or that is its own ancestor, stands at the top.
    package init(title: String, version: String, codes entries: [Code]) {
        self.title = title
        self.version = version
        let named = Mnemonics.completed(entries)
        let known = Set(named.map(\.id))
        var children: [CodeID: [Code]] = [:]
        var roots: [Code] = []
        let rooted = Self.withoutCycles(named)
        for code in named {
            if let parent = code.parent, known.contains(parent), !rooted.contains(code.id) {
                children[parent, default: []].append(code)
            } else {
                roots.append(code)
            }
        }
        var ordered: [Code] = []
        var pending = Array(roots.reversed())
        while let code = pending.popLast() {
            ordered.append(code)
            pending.append(contentsOf: (children[code.id] ?? []).reversed())
        }
        codes = ordered
        index = Dictionary(ordered.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        adopted = Dictionary(
            ordered.flatMap { code in code.was.map { ($0, code.id) } },
            uniquingKeysWith: { first, _ in first }
        )
        let position = index
        childIndexes = children.mapValues { $0.compactMap { position[$0.id] } }
    }

    /// The codes whose chain of parents comes back to themselves.
    private static func withoutCycles(_ entries: [Code]) -> Set<CodeID> {
        let parents = Dictionary(entries.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        var cyclic: Set<CodeID> = []
        for code in entries {
            var seen: Set<CodeID> = [code.id]
            var above = code.parent
            while let parent = above {
                if parent == code.id {
                    cyclic.insert(code.id)
                    break
                }
                if !seen.insert(parent).inserted { break }
                above = parents[parent] ?? nil
            }
        }
        return cyclic
    }

    /// The code of that id.
    package subscript(id: CodeID) -> Code? { index[id].map { codes[$0] } }

    /// The code that a log's id stands for now: adopted proposals and merged codes are followed to their end.
    package func resolve(_ id: CodeID) -> CodeID {
        var current = id
        var steps = 0
        while steps <= codes.count {
            if let heir = adopted[current] {
                current = heir
            } else if case .mergedInto(let heir)? = self[current]?.status {
                current = heir
            } else {
                return current
            }
            steps += 1
        }
        return id
    }

    /// The codes directly below one.
    package func children(of id: CodeID) -> [Code] { (childIndexes[id] ?? []).map { codes[$0] } }

    /// The code and everything below it, in the order shown.
    package func family(of id: CodeID) -> [Code] {
        guard let code = self[id] else { return [] }
        return [code] + children(of: id).flatMap { family(of: $0.id) }
    }

    /// The codes from the top down to this one.
    package func path(of id: CodeID) -> [Code] {
        var path: [Code] = []
        var current: CodeID? = id
        while let step = current, let code = self[step], !path.contains(where: { $0.id == step }) {
            path.insert(code, at: 0)
            current = code.parent
        }
        return path
    }

    /// How deep a code lies; 0 at the top.
    package func depth(of id: CodeID) -> Int { max(0, path(of: id).count - 1) }

    /// The colour of a code: its own, or the nearest ancestor's.
    package func colour(of id: CodeID) -> String {
        path(of: id).last { !$0.colour.isEmpty }?.colour ?? ""
    }

    /// Finds a code as a person names it: by id, by mnemonic, or by a name that only one code has.
    package func find(_ text: String) -> Code? {
        if let id = CodeID(text), let code = self[resolve(id)] { return code }
        let wanted = text.lowercased()
        if let code = codes.first(where: { $0.isApplicable && $0.mnemonic == wanted }) { return code }
        let byName = codes.filter { $0.name.lowercased() == wanted }
        return byName.count == 1 ? byName.first : nil
    }
}
