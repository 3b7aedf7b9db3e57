// The tree of codes that a study uses, several files taken together. Knows nothing of YAML or of codings.

/// All codes of a study in the order shown: each parent before its children, siblings in file order.
package struct Codebook: Sendable {
    /// Depth-first; categories included; of entries with one id the first. A proposed code that another code adopted
    /// (`was`) counts as merged into it.
    package let codes: [Code]
    /// The title of the first codebook.
    package let title: String
    /// The name of the last snapshot, or 8 hexadecimal digits over the codebook files.
    package let version: String
    /// A file of codes that could not be read; nothing when all were, so that what is not here is nowhere.
    package let unreadFile: String?
    private let index: [CodeID: Int]
    /// How deep each code of `codes` lies.
    private let depths: [Int]
    /// The parents as the tree has them: known ones, without circles.
    private let parents: [CodeID: CodeID]
    /// What adopted and merged codes stand for in the end.
    private let heirs: [CodeID: CodeID]

    package static let empty = Codebook(title: "", version: "", codes: [])

    /// Puts entries into tree order; a code whose parent is unknown, or that is its own ancestor, stands at the top.
    ///
    /// - Complexity: O(*n*) in the number of entries, however deep they lie.
    package init(title: String, version: String, codes entries: [Code], unreadFile: String? = nil) {
        self.title = title
        self.version = version
        self.unreadFile = unreadFile
        var seen: Set<CodeID> = []
        let named = Mnemonics.completed(entries.filter { seen.insert($0.id).inserted })
        let parents = Self.parents(of: named)
        let ordered = Self.depthFirst(named, parents: parents)
        let adopted = Dictionary(
            ordered.flatMap { entry in entry.code.was.map { ($0, entry.code.id) } }.filter { $0 != $1 },
            uniquingKeysWith: { first, _ in first }
        )
        let heirs = Self.heirs(of: named, adopted: adopted)
        codes = ordered.map { entry in
            var code = entry.code
            if adopted[code.id] != nil, let heir = heirs[code.id] { code.status = .mergedInto(heir) }
            return code
        }
        depths = ordered.map(\.depth)
        index = Dictionary(ordered.enumerated().map { ($1.code.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.parents = parents
        self.heirs = heirs
    }

    /// Why no code can be made; nothing when one can.
    ///
    /// Where codes are unknown, a new one might be one of them, under another id.
    package var whyNoNewCodes: String? {
        unreadFile.map { "No code can be made: \($0) could not be read. gloss check says why." }
    }

    /// The version for the foot of a table: `Codebook b14c5ba1`, or a snapshot’s name that says so itself.
    package var versionInWords: String {
        if version.isEmpty { return "Codebook none" }
        return version.lowercased().hasPrefix("codebook") ? "C" + version.dropFirst() : "Codebook \(version)"
    }

    /// The code of that id.
    package subscript(id: CodeID) -> Code? { index[id].map { codes[$0] } }

    /// The code that a log's id stands for now: adopted proposals and merged codes are followed to their end.
    ///
    /// An id stands for itself where that leads in a circle, and a code where it was merged into one that no file has.
    package func resolve(_ id: CodeID) -> CodeID { heirs[id] ?? id }

    /// The codes directly below one.
    package func children(of id: CodeID) -> [Code] {
        guard let place = index[id] else { return [] }
        return familyIndexes(at: place).filter { depths[$0] == depths[place] + 1 }.map { codes[$0] }
    }

    /// The code and everything below it, in the order shown.
    package func family(of id: CodeID) -> [Code] {
        guard let place = index[id] else { return [] }
        return Array(codes[familyIndexes(at: place)])
    }

    private func familyIndexes(at place: Int) -> Range<Int> {
        let end = depths[(place + 1)...].firstIndex { $0 <= depths[place] } ?? codes.count
        return place..<end
    }

    /// The codes from the top down to this one.
    package func path(of id: CodeID) -> [Code] {
        var path: [Code] = []
        var current: CodeID? = id
        while let step = current, let code = self[step] {
            path.append(code)
            current = parents[step]
        }
        return path.reversed()
    }

    /// How deep a code lies; 0 at the top.
    package func depth(of id: CodeID) -> Int { index[id].map { depths[$0] } ?? 0 }

    /// The colour of a code: its own, or the nearest ancestor's.
    package func colour(of id: CodeID) -> String {
        path(of: id).last { !$0.colour.isEmpty }?.colour ?? ""
    }

    /// Finds a code as a person names it: by id, by mnemonic, or by a name that only one code has.
    ///
    /// Codes that were merged into the same one count as one.
    package func find(_ text: String) -> Code? {
        if let id = CodeID(text), let code = self[resolve(id)] { return code }
        let wanted = text.lowercased()
        guard !wanted.isEmpty else { return nil }
        if let code = codes.first(where: { $0.isApplicable && $0.mnemonic == wanted }) { return code }
        if let id = CodeID(wanted), let code = self[resolve(id)] { return code }
        let named = Set(codes.lazy.filter { $0.name.lowercased() == wanted }.map { resolve($0.id) })
        if named.count == 1 { return named.first.flatMap { self[$0] } }
        // A retired code is called by its mnemonic as long as no other one has it.
        return named.isEmpty ? codes.first { $0.status == .retired && $0.mnemonic == wanted } : nil
    }
}

// MARK: Putting it in order

extension Codebook {
    /// The parent of each entry that has a known one, but for entries that are their own ancestors.
    private static func parents(of entries: [Code]) -> [CodeID: CodeID] {
        let known = Set(entries.map(\.id))
        var parents: [CodeID: CodeID] = [:]
        for code in entries {
            if let parent = code.parent, known.contains(parent) { parents[code.id] = parent }
        }
        var settled: Set<CodeID> = []
        for code in entries {
            var trail: [CodeID] = []
            var step: CodeID? = code.id
            while let id = step, settled.insert(id).inserted {
                trail.append(id)
                step = parents[id]
            }
            // The walk came to an id that was settled: on an earlier walk, or on this one, and then it is a circle.
            guard let id = step, let start = trail.firstIndex(of: id) else { continue }
            for cyclic in trail[start...] { parents[cyclic] = nil }
        }
        return parents
    }

    private static func depthFirst(
        _ entries: [Code],
        parents: [CodeID: CodeID]
    ) -> [(code: Code, depth: Int)] {
        let children = Dictionary(grouping: entries.filter { parents[$0.id] != nil }) { parents[$0.id] }
        var ordered: [(code: Code, depth: Int)] = []
        ordered.reserveCapacity(entries.count)
        var pending = entries.reversed().filter { parents[$0.id] == nil }.map { (code: $0, depth: 0) }
        while let next = pending.popLast() {
            ordered.append(next)
            pending += (children[next.code.id] ?? []).reversed().map { (code: $0, depth: next.depth + 1) }
        }
        return ordered
    }

    /// The end of each chain of adoptions and mergers; ids whose chain is a circle, or leads into one, are left out.
    private static func heirs(of entries: [Code], adopted: [CodeID: CodeID]) -> [CodeID: CodeID] {
        let known = Set(entries.map(\.id))
        var next = adopted
        for code in entries where next[code.id] == nil {
            guard case .mergedInto(let heir) = code.status, known.contains(heir) || adopted[heir] != nil else {
                continue
            }
            next[code.id] = heir
        }
        var ends: [CodeID: CodeID] = [:]
        var endless: Set<CodeID> = []
        for start in next.keys {
            var trail: Set<CodeID> = []
            var current = start
            while ends[current] == nil, !endless.contains(current), let heir = next[current],
                trail.insert(current).inserted
            {
                current = heir
            }
            if endless.contains(current) || trail.contains(current) {
                endless.formUnion(trail)
            } else {
                let end = ends[current] ?? current
                for id in trail { ends[id] = end }
            }
        }
        return ends
    }
}
