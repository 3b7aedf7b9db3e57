// Themes, memos and pages of framework matrices: those that are not here are added, those that differ are left to a person. Knows heads; nothing of what the
// words say.

import CodingCore

extension MergePlanner {
    mutating func compareNotes() {
        compareNotes(in: ThemeFile.folder) { bytes, name, path in
            ThemeID(name).flatMap { try? ThemeFile.read(bytes, id: $0, path: path).theme.name }
        }
        compareNotes(in: MemoFile.folder) { bytes, name, path in
            MemoID(name).flatMap { try? MemoFile.read(bytes, id: $0, path: path).memo.title }
        }
        compareNotes(in: FrameworkFile.folder) { bytes, name, path in
            FrameworkPlan.isName(name) && (try? HeadedText(bytes, path: path, FrameworkFile.planLayout)) != nil
                ? "framework \(name)" : nil
        }
        for name in FrameworkFolder.names(root: there.root) {
            compareNotes(in: "\(FrameworkFile.folder)/\(name)") { bytes, _, path in
                (try? FrameworkPageText(bytes, path: path)).map { "\(name), \($0.page.name)" }
            }
        }
    }

    /// - Parameter title: what a file is called; nothing for one that Gloss cannot read.
    private mutating func compareNotes(
        in folder: String,
        title: (_ bytes: [UInt8], _ name: String, _ path: String) -> String?
    ) {
        let ending = ".md"
        for entry in entries(of: folder) where entry.kind == .file && entry.name.hasSuffix(ending) {
            let path = "\(folder)/\(entry.name)"
            do {
                guard let bytes = try plainBytes(of: path, limit: HeadedText.limit) else { continue }
                let own = try here.bytes(of: path, limit: HeadedText.limit)
                guard own != bytes else { continue }
                guard let title = title(bytes, String(entry.name.dropLast(ending.count)), path) else {
                    refuse(path, "cannot be read", advice: "run “gloss check” there, then merge again")
                    continue
                }
                guard own == nil else {
                    leave(
                        path,
                        "differs from the other copy's",
                        advice: "agree on the words; Gloss does not mix what people wrote"
                    )
                    continue
                }
                guard !wasRemovedHere(path) else {
                    leave(path, "was taken back here and is there in the other copy", advice: "copy it if you want it")
                    continue
                }
                plan.notes.append(FileChange(path, from: nil, to: bytes))
                plan.noteTitles.append(title)
            } catch {
                plan.refused.append(there.finding(error, file: path))
            }
        }
    }

    private func wasRemovedHere(_ path: String) -> Bool {
        journal.last { $0.file == path && $0.field.isEmpty && $0.operation == JournalEntry.Operation.edit.rawValue }
            .map { !$0.before.isEmpty && $0.after.isEmpty } ?? false
    }
}
