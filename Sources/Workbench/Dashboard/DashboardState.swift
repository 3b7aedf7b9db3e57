// The dashboard: what there is in the study, which codes are at work, and what to do next. Draws nothing, reads nothing.

import CodingCore
import Screen

/// The dashboard's state.
struct DashboardState {
    /// The parts of the dashboard whose rows can be gone to, in their order.
    enum Section: Int, CaseIterable {
        case documents, codes, next
    }

    /// One code that is in use.
    struct CodeRow: Equatable {
        let code: Code
        let codings: Int
        let documents: Int
        /// When it was last given.
        let last: Moment
    }

    private(set) var documents: [DocumentsState.Row] = []
    /// The codes in use: used lately first where the method is reflexive, else most used first.
    private(set) var codes: [CodeRow] = []
    /// How many codings were made on each of the last days, today at the end.
    private(set) var days: [Int] = []
    /// Who codes, those named in the study's settings first.
    private(set) var coders: [CoderProgress] = []
    /// The coder's own latest memo on a coding.
    private(set) var memo: Coding?
    /// The coder's own codings in doubt, and everyone's that are disputed.
    private(set) var doubts = 0
    /// Codings made under an older definition, of everyone and of the coder.
    private(set) var older = 0
    private(set) var olderOwn = 0
    private(set) var disputed = 0
    /// The codes that can be given and say nowhere what they mean, the most used first.
    private(set) var undefined: [CodeID] = []
    /// Whether the codes stand in the order of use in time, not of frequency.
    private(set) var isByTime = true
    private(set) var section = Section.documents
    private var lists: [Section: ListView] = [:]
    private let coder: CoderID

    init(_ study: Study, _ figures: ListFigures, coder: CoderID) {
        self.coder = coder
        update(study, figures)
    }

    /// Takes over how the study and its figures are now.
    mutating func update(_ study: Study, _ figures: ListFigures) {
        let chosen = document
        let overview = figures.overview
        documents = figures.documents
        isByTime = study.settings.method == .reflexive
        let uses = isByTime ? overview.codes.byTime(study.codebook) : overview.codes
        codes = uses.compactMap { use in
            study.codebook[use.code].map {
                CodeRow(code: $0, codings: use.codings, documents: use.documents, last: use.last)
            }
        }
        let counts = Dictionary(uniqueKeysWithValues: overview.codes.map { ($0.code, $0.codings) })
        undefined = overview.withoutDefinition.sorted { counts[$0] ?? 0 > counts[$1] ?? 0 }
        days = overview.days.map(\.codings)
        coders = figures.coders
        memo = study.codings.filter { $0.coder == coder && !$0.memo.isEmpty }
            .max { ($0.codedAt, $0.id) < ($1.codedAt, $1.id) }
        doubts = overview.doubts.count { $0.coder == coder }
        older = overview.older.count
        olderOwn = overview.older.count { $0.coder == coder }
        disputed = overview.disputed.count
        if let chosen, let index = documents.firstIndex(where: { $0.id == chosen }) { choose(.documents, index) }
    }

    /// The rows of the list of a section; those of the next steps are counted elsewhere.
    func count(of section: Section, steps: Int) -> Int {
        switch section {
        case .documents: documents.count
        case .codes: codes.count
        case .next: steps
        }
    }

    /// The choice in a section and the rows of it in sight.
    func list(of section: Section) -> ListView { lists[section] ?? ListView() }

    /// The chosen row, in whichever section the pointer is.
    var index: Int { list(of: section).selection }

    /// The chosen document, while the pointer is among the documents.
    var document: DocumentID? {
        section == .documents && documents.indices.contains(index) ? documents[index].id : nil
    }

    /// The chosen code, while the pointer is among the codes.
    var code: CodeID? { section == .codes && codes.indices.contains(index) ? codes[index].code.id : nil }

    /// Puts the pointer on a row.
    mutating func choose(_ section: Section, _ index: Int) {
        self.section = section
        var list = list(of: section)
        list.select(index, count: max(index + 1, 1))
        lists[section] = list
    }

    /// Puts the pointer on a document.
    mutating func choose(_ id: DocumentID) {
        if let index = documents.firstIndex(where: { $0.id == id }) { choose(.documents, index) }
    }

    /// Moves the pointer through all sections.
    mutating func move(by rows: Int, steps: Int) {
        let sizes = Section.allCases.map { count(of: $0, steps: steps) }
        let total = sizes.reduce(0, +)
        guard total > 0 else { return }
        let before = sizes.prefix(section.rawValue).reduce(0, +)
        var place = max(0, min(total - 1, before + min(index, max(0, sizes[section.rawValue] - 1)) + rows))
        for (number, size) in sizes.enumerated() {
            guard place >= size else {
                if let section = Section(rawValue: number) { choose(section, place) }
                return
            }
            place -= size
        }
    }

    /// Goes to the next section that has rows (the one before, when not `forward`), where its pointer was last.
    mutating func turn(forward: Bool, steps: Int) {
        let all = Section.allCases
        for distance in 1...all.count {
            let step = forward ? distance : all.count * 2 - distance
            let candidate = all[(section.rawValue + step) % all.count]
            let count = count(of: candidate, steps: steps)
            guard count > 0 else { continue }
            choose(candidate, min(list(of: candidate).selection, count - 1))
            return
        }
    }

    /// Keeps the pointer on a row that there is, and in sight.
    mutating func keepInSight(_ layout: DashboardLayout, steps: Int) {
        let count = count(of: section, steps: steps)
        if count == 0 { turn(forward: true, steps: steps) }
        for section in Section.allCases {
            var list = list(of: section)
            _ = list.visibleRows(
                count: self.count(of: section, steps: steps),
                height: layout.area(of: section).rows
            )
            lists[section] = list
        }
    }
}

extension [StudyOverview.CodeUse] {
    /// The uses, the latest first; codes last used in the same second stand in the codebook's order.
    fileprivate func byTime(_ codebook: Codebook) -> Self {
        let uses = Dictionary(uniqueKeysWithValues: map { ($0.code, $0) })
        let ordered = codebook.codes.compactMap { uses[$0.id] }.enumerated()
        return ordered.sorted { ($1.element.last, $0.offset) < ($0.element.last, $1.offset) }.map(\.element)
    }
}
