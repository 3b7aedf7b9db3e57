// How the findings of a check are printed. Checks nothing.

import CodingCore
import StudyFiles

/// What a check found, and how much it looked at.
struct CheckReport {
    /// How much there was to verify.
    struct Verified {
        var documents = 0
        var codings = 0
        /// Lines of coding logs.
        var lines = 0

        /// Counts what a study's files hold; what cannot be read counts for nothing and is among the findings.
        init(_ folder: StudyFolder) {
            do {
                let study = try folder.load().study
                (documents, codings) = (study.documents.count, study.codings.count)
                let logs = try CodingLogs.discover(root: folder.root).logs
                lines = CodingLogs.readAll(logs).contents.reduce(0) { $0 + $1.lines.count }
            } catch {
                return
            }
        }
    }

    let findings: [Finding]
    let verified: Verified
    /// What was put right before; nothing when that was not asked for.
    var repairs: [Repair]?

    /// What needs a person.
    var problems: [Finding] { findings.filter { $0.severity == .problem } }
    private var warnings: [Finding] { findings.filter { $0.severity == .warning } }

    var text: String {
        var text = repairs.map(repairText) ?? ""
        text += problems.map { "\($0)\n" }.joined() + warnings.map { "warning: \($0)\n" }.joined()
        if findings.isEmpty { text += "All is well. " } else { text += summary + ". " }
        return text + "Verified: \(counted(verified.documents, "document")), \(counted(verified.codings, "coding")), "
            + "\(counted(verified.lines, "log line")).\n"
    }

    private func repairText(_ repairs: [Repair]) -> String {
        guard !repairs.isEmpty else { return "Nothing to repair.\n" }
        return repairs.map { "\($0.isDone ? "repaired" : "not repaired") \($0)\n" }.joined()
    }

    private var summary: String {
        [
            problems.isEmpty ? "No problem" : counted(problems.count, "problem"),
            warnings.isEmpty ? "" : counted(warnings.count, "warning"),
        ].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var json: JSONText {
        guard let repairs, case .object(let members) = checked else { return checked }
        let done: JSONText = .array(
            repairs.map { ["file": .string($0.file), "what": .string($0.what), "done": .bool($0.isDone)] }
        )
        return .object([.init("repairs", done)] + members)
    }

    private var checked: JSONText {
        [
            "problems": .array(problems.map(\.json)),
            "warnings": .array(warnings.map(\.json)),
            "verified": [
                "documents": .integer(verified.documents), "codings": .integer(verified.codings),
                "lines": .integer(verified.lines),
            ],
        ]
    }
}

extension Finding {
    /// The finding with its promised keys.
    var json: JSONText {
        [
            "file": .string(file), "line": line.map { .integer($0) } ?? .null, "what": .string(what),
            "do": .string(advice),
        ]
    }
}
