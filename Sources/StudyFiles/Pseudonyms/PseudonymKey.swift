// The key of a study: real names and what stands for them. It lies outside the study, and nothing of it is ever written there.

package import CodingCore

/// Names and pseudonyms from a table with the columns `name` and `pseudonym`.
package struct PseudonymKey: Sendable {
    package let entries: [Pseudonym]
    package let finder: NameFinder

    /// The most bytes taken.
    private static let limit = 4 << 20

    /// Reads a key.
    ///
    /// - Throws: `FileTrouble` when the file cannot be read, lies inside the study, may be read by others, or is no key: no
    ///   such columns, a name without a pseudonym or with two, a name of one letter, a pseudonym that holds a name.
    package static func read(_ path: String, outside folder: StudyFolder) throws -> PseudonymKey {
        let real = try Disk.realPath(path)
        guard !real.hasPrefix(try Disk.realPath(folder.root) + "/") else {
            throw FileTrouble(
                .notPermitted,
                "lies inside the study, which is shared: move the key to a folder of your own.",
                path: path
            )
        }
        if let mode = try Disk.stamp(of: real)?.mode, mode & 0o077 != 0 {
            let sentence = "may be read by others on this machine: say “chmod 600” of it first."
            throw FileTrouble(.notPermitted, sentence, path: path)
        }
        return try PseudonymKey(try Disk.read(real, limit: limit), file: path)
    }

    init(_ bytes: [UInt8], file: String) throws {
        let (table, findings) = try CSVReader.read(bytes, file: file)
        func trouble(_ sentence: String, line: Int?) -> FileTrouble {
            FileTrouble(.malformed, sentence, path: file, line: line)
        }
        if let finding = findings.first(where: { $0.severity == .problem }) {
            throw trouble("\(finding.what): \(finding.advice).", line: finding.line)
        }
        guard let name = table.column("name"), let pseudonym = table.column("pseudonym") else {
            throw trouble("is no key: its first line must be name,pseudonym.", line: 1)
        }
        var entries: [Pseudonym] = []
        for row in table.rows {
            let entry = Pseudonym(
                name: trimmedOfBlanks(row.cells[name]),
                pseudonym: trimmedOfBlanks(row.cells[pseudonym])
            )
            guard entry.name.unicodeScalars.count(where: isWordScalar) > 1 else {
                throw trouble("has a name of one letter or none, which would be found everywhere.", line: row.line)
            }
            guard !entry.pseudonym.isEmpty else { throw trouble("has a name without a pseudonym.", line: row.line) }
            if let other = entries.first(where: { $0.name == entry.name }) {
                guard other.pseudonym == entry.pseudonym else {
                    throw trouble("gives one name two pseudonyms.", line: row.line)
                }
                continue
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else { throw trouble("holds no names.", line: nil) }
        let finder = NameFinder(entries)
        for entry in entries where finder.hits(in: entry.pseudonym).contains(where: { !$0.isDoubtful }) {
            throw trouble("has a pseudonym that is a name of the key itself, so there would be no end.", line: nil)
        }
        self.entries = entries
        self.finder = finder
    }

    /// Where names of the key stand in a text, by line and character of the line, both counted from 1.
    package func places(in text: String) -> [(line: Int, character: Int)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
            finder.hits(in: String(line)).filter { !$0.isDoubtful }.map { (number + 1, $0.span.start + 1) }
        }
    }
}
