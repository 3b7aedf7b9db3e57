// `queries/NAME.gloss`: saved queries, a query in each file. Knows files; nothing of what queries say.

import CodingCore

/// The saved queries of a study.
struct QueryFolder {
    /// The folder's name inside the study.
    static let name = "queries"
    static let ending = ".gloss"
    /// The most bytes of a file.
    private static let limit = 1 << 16

    /// By the name of the file without its ending; the lines joined, those that begin with `#` left out.
    private(set) var queries: [String: String] = [:]
    private(set) var findings: [Finding] = []

    /// Reads `queries/*.gloss`; a file that is no text is found fault with.
    static func read(root: String) -> QueryFolder {
        var folder = QueryFolder()
        let study = StudyFolder(root: root)
        do {
            for entry in try Disk.list(study.path(name)).entries
            where entry.kind == .file && entry.name.hasSuffix(ending) && !entry.name.hasPrefix(".") {
                folder.read(entry.name, of: study)
            }
        } catch let trouble as FileTrouble where trouble.code == .missing {
        } catch {
            folder.findings.append(study.finding(error, file: name))
        }
        return folder
    }

    private mutating func read(_ file: String, of study: StudyFolder) {
        let path = "\(Self.name)/\(file)"
        do {
            let bytes = try Disk.read(study.path(path), limit: Self.limit, followingLinks: false)
            guard let text = CanonicalText(utf8: bytes) else {
                findings.append(.problem(path, "is not UTF-8", advice: "save it as UTF-8"))
                return
            }
            let lines = text.string(in: text.wholeSpan).split(separator: "\n").map { trimmedOfBlanks(String($0)) }
            queries[String(file.dropLast(Self.ending.count))] =
                lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.joined(separator: " ")
        } catch {
            findings.append(study.finding(error, file: path))
        }
    }
}
