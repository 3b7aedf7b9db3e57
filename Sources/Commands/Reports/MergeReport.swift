// What a merge would bring, or has brought, in words. Merges nothing.

import CodingCore
import StudyFiles

/// A plan of a merge for reading.
struct MergeReport {
    let plan: MergePlan
    /// The study before the merge.
    let study: Study

    /// The most disputes that are printed one by one.
    private static let mostDisputes = 20

    /// What would be done.
    var preview: String {
        if plan.isEmpty { return nothingNew }
        return "From \(plan.other):\n" + body + "Nothing is written yet: the same with --apply takes it in.\n"
    }

    /// What was done.
    var done: String {
        plan.isEmpty ? nothingNew : "Merged from \(plan.other):\n" + body + "Saved.\n"
    }

    private var nothingNew: String { "Nothing new in \(plan.other).\n" }

    private var body: String {
        (documents + coders + codes + notes + disputes + journal).map { "  \($0)\n" }.joined()
    }

    private var documents: [String] {
        plan.documents.map { "document \($0.id) is new, with \(counted($0.codings, "coding"))" }
    }

    private var coders: [String] {
        plan.coders.compactMap { share in
            let parts = [(share.added, "new"), (share.changed, "changed"), (share.removed, "taken away")]
            let said = parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
            return said.isEmpty ? nil : "codings of \(share.coder): \(said.joined(separator: ", "))"
        }
    }

    private var codes: [String] { Self.named("new code", plan.codes.map(\.description)) }

    private var notes: [String] { Self.named("new theme or memo", many: "new themes and memos", plan.noteTitles) }

    private static func named(_ what: String, many: String? = nil, _ names: [String]) -> [String] {
        guard !names.isEmpty else { return [] }
        let more = names.count > 12 ? " and \(names.count - 12) more" : ""
        let count = many.map { counted(names.count, what, $0) } ?? counted(names.count, what)
        return ["\(count): \(names.prefix(12).joined(separator: ", "))\(more)"]
    }

    private var disputes: [String] {
        guard !plan.disputes.isEmpty else { return [] }
        let shown = plan.disputes.prefix(Self.mostDisputes).map { dispute in
            let name = dispute.document.map { study.shortName(of: $0) } ?? "\(dispute.coding.document)"
            let fields = dispute.fields.map { $0 == .whole ? "taken away or kept" : $0.rawValue }
            let words = inOneLine(dispute.coding.anchor.quote)
            return "  \(name) “\(words.prefix(60))” \(dispute.coding.code) by \(dispute.coding.coder): "
                + fields.joined(separator: ", ")
        }
        let more = plan.disputes.count - shown.count
        return ["disputed, to be settled by a person: \(grouped(plan.disputes.count))"] + shown
            + (more > 0 ? ["  and \(grouped(more)) more"] : [])
    }

    private var journal: [String] {
        plan.journalLines == 0 ? [] : ["\(counted(plan.journalLines, "entry", "entries")) of the journal"]
    }
}
