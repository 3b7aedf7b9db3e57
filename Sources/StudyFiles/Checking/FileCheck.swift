// What `gloss check` says of files as files: modes, leftovers of writes, marks that git leaves. Knows no formats.

import Glibc

/// The check of the study's folder.
struct FileCheck {
    private let folder: StudyFolder
    private var findings: [Finding] = []
    private var openToOthers: [(name: String, mode: mode_t)] = []

    /// The deepest folder looked into.
    private static let deepest = 100
    /// Files of others that lie in a study's folder.
    private static let foreign: Set<String> = [".git", ".gloss"]
    /// The ordinary files that git merges by lines, by how their names end.
    private static let merged = [".yaml", ".yml", ".csv", ".md", ".gloss"]

    static func findings(in folder: StudyFolder) -> [Finding] {
        var check = FileCheck(folder: folder)
        check.note(mode: "")
        check.walk("", depth: 0)
        check.noteModes()
        return check.findings
    }

    /// The temporary files that writes left behind, by their names inside the study.
    static func leftovers(in folder: StudyFolder) -> [String] {
        findings(in: folder).map(\.file).filter { $0.hasSuffix(".tmp~") }
    }

    private init(folder: StudyFolder) {
        self.folder = folder
    }

    private mutating func walk(_ name: String, depth: Int) {
        let listing: FolderListing
        do {
            listing = try Disk.list(name.isEmpty ? folder.root : folder.path(name))
        } catch {
            findings.append(folder.finding(error, file: name))
            return
        }
        for entry in listing.entries where !Self.foreign.contains(entry.name) {
            let place = name.isEmpty ? entry.name : name + "/" + entry.name
            note(mode: place)
            switch entry.kind {
            case .folder: if depth < Self.deepest { walk(place, depth: depth + 1) }
            case .file: look(at: place)
            case .symbolicLink, .other: break
            }
        }
    }

    private mutating func look(at name: String) {
        if name.hasSuffix(".tmp~") {
            let advice = "run “gloss check --repair”; the file it was to become is whole"
            findings.append(.warning(name, "is left from a write that was cut off", advice: advice))
        } else if name.contains(".torn-") {
            let advice = "look whether words are in it that are missing, then remove it"
            findings.append(.warning(name, "holds the end of a log that was cut off", advice: advice))
        } else if Self.merged.contains(where: name.hasSuffix) {
            lookForConflicts(in: name)
        }
    }

    private mutating func lookForConflicts(in name: String) {
        guard let bytes = try? Disk.read(folder.path(name), limit: CSVReader.limit) else { return }
        var line = 1
        var start = 0
        while start < bytes.count {
            let end = LogFile.newline(in: bytes, from: start) ?? bytes.count
            let isMark = ["<<<<<<< ", ">>>>>>> "].contains { bytes[start..<end].starts(with: $0.utf8) }
            if isMark {
                let advice = "choose between the two versions, and remove the marks"
                findings.append(.problem(name, line: line, "has a mark that git left", advice: advice))
            }
            line += 1
            start = end + 1
        }
    }

    private mutating func note(mode name: String) {
        let place = name.isEmpty ? folder.root : folder.path(name)
        guard let stamp = try? Disk.stamp(of: place), stamp.kind == .file || stamp.kind == .folder,
            stamp.isOpenToOthers
        else { return }
        openToOthers.append((name, stamp.mode))
    }

    /// A clone by git is open to others throughout, which is one thing to say and not a thousand.
    private mutating func noteModes() {
        guard let first = openToOthers.first else { return }
        let others = openToOthers.count - 1
        let mode = String(first.mode, radix: 8)
        let rest = others == 0 ? "" : ", and so \(others == 1 ? "is" : "are") \(others) more below the study"
        let advice = "run “chmod -R go= .” in the study's folder, unless others are meant to read it"
        let what = "can be read or changed by others (mode 0\(mode))\(rest)"
        findings.append(.warning(first.name.isEmpty ? "." : first.name, what, advice: advice))
    }
}
