// `memos/….md`: a memo's head and words. Knows the file's keys; nothing of what is linked.

package import CodingCore

/// Reads and writes the files of memos.
package enum MemoFile {
    /// The folder's name inside the study.
    package static let folder = "memos"

    static let layout = HeadedText.Layout(
        order: [MemoField.kind, .coder, .made, .links].map(\.rawValue),
        lists: [MemoField.links.rawValue],
        body: MemoField.text.rawValue
    )

    /// The path of a memo's file inside the study.
    package static func path(_ id: MemoID) -> String { "\(folder)/\(id).md" }

    /// Reads a file; a kind, coder or time that cannot be used counts as missing.
    ///
    /// - Returns: the memo and what in it could not be used.
    /// - Throws: `FileTrouble` (malformed) when it has no head that can be read.
    static func read(_ bytes: [UInt8], id: MemoID, path: String) throws -> (memo: Memo, findings: [Finding]) {
        let text = try HeadedText(bytes, path: path, layout)
        var memo = Memo(id: id, kind: .analytic, coder: nil, made: nil, text: text.body)
        var findings: [Finding] = []
        for field in MemoField.allCases where field != .text {
            for odd in memo.set(field, to: text.values[field.rawValue] ?? "") {
                let what = "has “\(odd)” as \(field.rawValue), which cannot be used"
                findings.append(.problem(path, line: text.places[field.rawValue], what, advice: advice(field)))
            }
        }
        return (memo, findings)
    }

    private static func advice(_ field: MemoField) -> String {
        switch field {
        case .kind: "use one of \(Memo.Kind.allCases.map(\.rawValue).joined(separator: ", ")); it counts as analytic"
        case .coder: "write the id of a coder"
        case .made: "write a time such as 2026-11-22T10:14:03Z"
        case .links: "write code:ID, theme:ID, document:ID, passage:ID or memo:ID"
        case .text: "write words"
        }
    }

    /// The bytes of a new file.
    static func bytes(of memo: Memo) -> [UInt8] {
        let head = MemoField.allCases.filter { $0 != .text }.map { ($0.rawValue, memo[$0]) }
        return HeadedText.bytes(head, layout, body: memo.text)
    }
}

/// The memos of a study as their files say them.
package struct MemoFolder: Sendable {
    /// Newest first; those without a time by their names, last.
    package private(set) var memos: [Memo] = []
    package private(set) var findings: [Finding] = []

    /// Reads `memos/*.md`; a file that is no memo is found fault with, and the others are read.
    ///
    /// - Parameter root: the study's folder.
    package static func read(root: String) -> MemoFolder {
        var folder = MemoFolder()
        let study = StudyFolder(root: root)
        for name in study.markdownFiles(in: MemoFile.folder, &folder.findings) {
            let path = "\(MemoFile.folder)/\(name)"
            guard let id = MemoID(name.dropLast(3)) else {
                let advice = "use letters, digits, . _ and - in the name"
                folder.findings.append(.problem(path, "is not called as memos are", advice: advice))
                continue
            }
            do {
                let bytes = try Disk.read(study.path(path), limit: HeadedText.limit, followingLinks: false)
                let (memo, odd) = try MemoFile.read(bytes, id: id, path: path)
                folder.memos.append(memo)
                folder.findings += odd
            } catch {
                folder.findings.append(study.finding(error, file: path))
            }
        }
        let early = Moment(secondsSince1970: 0)
        folder.memos.sort { ($0.made ?? early, $0.id) > ($1.made ?? early, $1.id) }
        return folder
    }
}
