// What `gloss check` says of what is not there or not known: documents without a row, keys of codebooks that nobody reads.
// Looks at no text and no log.

import CodingCore

/// The check of the tables and codebooks beyond what reading them finds.
enum TableCheck {
    static func findings(_ contents: StudyContents, in folder: StudyFolder) -> [Finding] {
        rows(contents, in: folder) + keys(in: folder)
    }

    /// Every import writes a row, so documents without one mean that a file was emptied, deleted or put back from long ago,
    /// and that attributes are gone. One finding for all.
    private static func rows(_ contents: StudyContents, in folder: StudyFolder) -> [Finding] {
        let name = DocumentTable.name
        let without = contents.study.documents.filter { contents.documentTable[$0.id] == nil }
        // A table that could not be read is told of already.
        guard let first = without.first, !contents.findings.contains(where: { $0.file == name }) else { return [] }
        let advice = "restore it from a copy, or add the rows with “gloss import --attributes”"
        guard Disk.exists(folder.path(name)) else {
            let count = counted(without.count, "document")
            return [.problem(name, "is missing, and with it the attributes of \(count)", advice: advice)]
        }
        let others = without.count - 1
        let rest = others == 0 ? "" : " and for \(others) more"
        return [.problem(name, "has no row for \(first.id)\(rest), so attributes may be gone", advice: advice)]
    }

    /// A key that is kept and never read is often a slip of the pen. One finding for each key of a file.
    private static func keys(in folder: StudyFolder) -> [Finding] {
        [CodebookFolder.name, CodebookFolder.proposedName].flatMap { place in
            // A folder or a file that cannot be read is told of where the codebook is read.
            let names = (try? Disk.list(folder.path(place)).entries) ?? []
            return names.filter { $0.name.hasSuffix(".yaml") || $0.name.hasSuffix(".yml") }.flatMap { entry in
                keys(ofFile: place + "/" + entry.name, in: folder)
            }
        }
    }

    private static func keys(ofFile name: String, in folder: StudyFolder) -> [Finding] {
        guard let bytes = try? Disk.read(folder.path(name), limit: StrictYAML.limit),
            let misspelled = try? CodebookReader.misspelledKeys(bytes, path: name)
        else { return [] }
        return misspelled.map { slip in
            let rest = slip.count == 1 ? "" : ", \(slip.count) times"
            return .warning(
                name,
                line: slip.line,
                "has the key “\(slip.key)”, which nobody reads\(rest)",
                advice: "write “\(slip.meant)” if that is meant"
            )
        }
    }
}
