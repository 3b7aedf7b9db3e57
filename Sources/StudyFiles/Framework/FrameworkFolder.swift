// The framework matrices of a study as their files say them. Knows files; nothing of passages.

package import CodingCore

/// One framework matrix: its layout and its pages.
package struct FrameworkFolder: Sendable {
    package private(set) var plan: FrameworkPlan
    /// In natural order of their files.
    package private(set) var pages: [FrameworkPage] = []
    /// The files of the pages, by path.
    package private(set) var paths: [String] = []
    package private(set) var findings: [Finding] = []

    /// A matrix as a value, without files.
    package init(plan: FrameworkPlan, pages: [FrameworkPage] = []) { (self.plan, self.pages) = (plan, pages) }

    /// Reads `framework/NAME.md` and `framework/NAME/*.md`; a file that is no page is found fault with, and the others are read.
    ///
    /// - Parameter root: the study's folder.
    package static func read(root: String, name: String = FrameworkPlan.usualName) -> FrameworkFolder {
        var folder = FrameworkFolder(plan: FrameworkPlan(name: name))
        let study = StudyFolder(root: root)
        let planPath = FrameworkFile.planPath(name)
        do {
            if let bytes = try study.bytes(of: planPath, limit: HeadedText.limit) {
                let (plan, odd) = try FrameworkFile.readPlan(bytes, name: name)
                folder.plan = plan
                folder.findings += odd
            }
        } catch {
            folder.findings.append(study.finding(error, file: planPath))
        }
        let pages = "\(FrameworkFile.folder)/\(name)"
        for path in study.markdownFiles(in: pages, &folder.findings).map({ "\(pages)/\($0)" }) {
            do {
                let bytes = try Disk.read(study.path(path), limit: HeadedText.limit, followingLinks: false)
                let text = try FrameworkPageText(bytes, path: path)
                for column in text.doubles {
                    let what = "has the cell \(column) twice, and the second counts for nothing"
                    folder.findings.append(.problem(path, what, advice: "make one of the two"))
                }
                folder.pages.append(text.page)
                folder.paths.append(path)
            } catch {
                folder.findings.append(study.finding(error, file: path))
            }
        }
        return folder
    }

    /// The names of all framework matrices, the usual one first.
    package static func names(root: String) -> [String] {
        guard let listing = try? Disk.list(StudyFolder(root: root).path(FrameworkFile.folder)) else {
            return [FrameworkPlan.usualName]
        }
        let names = listing.entries.compactMap { entry -> String? in
            let name = entry.name.hasSuffix(".md") ? String(entry.name.dropLast(3)) : entry.name
            guard entry.kind == .folder || entry.name.hasSuffix(".md"), FrameworkPlan.isName(name) else { return nil }
            return name
        }
        let others = Set(names).subtracting([FrameworkPlan.usualName])
        return [FrameworkPlan.usualName] + others.sorted { naturallyPrecedes($0, $1) }
    }

    /// The matrix without what the journal says was written later.
    ///
    /// - Parameter later: entries of the journals, oldest first.
    func without(_ later: [JournalEntry]) -> FrameworkFolder {
        var folder = self
        for entry in later.reversed() where entry.operation == JournalEntry.Operation.edit.rawValue {
            guard let parts = FrameworkFile.parts(of: entry.object), parts.framework == plan.name else { continue }
            if let row = parts.row {
                guard let column = FrameworkColumn(entry.field),
                    let place = folder.pages.firstIndex(where: { $0.name.utf8.elementsEqual(row.utf8) })
                else { continue }
                folder.pages[place].summaries[column] =
                    entry.before.isEmpty ? nil : FrameworkSummary(words: entry.before)
            } else if let field = FrameworkField(rawValue: entry.field) {
                folder.plan.set(field, to: entry.before)
            }
        }
        return folder
    }

    /// The file of a case; nothing while it has none.
    func path(ofCase row: String, document: Identifier?) -> String? {
        if let document, let place = pages.firstIndex(where: { $0.document == document }) { return paths[place] }
        return pages.firstIndex { $0.name.utf8.elementsEqual(row.utf8) }.map { paths[$0] }
    }

    /// A free file for a new case: the last part of its name, with a number where that is taken.
    func freePath(forCase row: String) -> String {
        let last = row.split(separator: "/").last.map(String.init) ?? row
        let kept = last.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "_" || scalar == "-" || scalar == "." ? Character(scalar) : "-"
        }
        let plain = String(kept.drop { $0 == "." || $0 == "-" }.prefix(60))
        let stem = plain.isEmpty ? String(SHA256.hexadecimal(of: Array(row.utf8)).prefix(8)) : plain
        let taken = Set(paths.map { $0.lowercased() })
        for number in 1... {
            let path = "\(FrameworkFile.folder)/\(plan.name)/\(stem)\(number == 1 ? "" : "-\(number)").md"
            if !taken.contains(path.lowercased()) { return path }
        }
        return ""
    }
}
