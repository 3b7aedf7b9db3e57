// The name a document gets when nobody says one. Pure.

package import CodingCore

/// Makes document ids from file names.
package enum ImportName {
    /// The id for a file: its name without the ending, blanks as `-`, what an id cannot hold left out.
    ///
    /// `archive-tw-2020-02-05.zh.md` becomes `archive-tw-2020-02-05.zh`; case is kept.
    /// - Parameters:
    ///   - file: a file name or path.
    ///   - folder: the folder below `transcripts/`, such as `B` or `sites/B`; empty for none.
    /// - Returns: nothing when no character is left or the folder is no valid id.
    package static func id(forFile file: String, into folder: String = "") -> DocumentID? {
        let name = file.split(separator: "/").last.map(String.init) ?? ""
        return id(named: stem(of: name), into: folder)
    }

    /// The id for a name that is no file's, such as that of a row: what an id cannot hold left out, blanks as `-`.
    ///
    /// - Parameter folder: as above.
    package static func id(named name: String, into folder: String = "") -> DocumentID? {
        let stem = fit(name[...])
        guard !stem.isEmpty else { return nil }
        let folder = folder.split(separator: "/", omittingEmptySubsequences: true).joined(separator: "/")
        return DocumentID(folder.isEmpty ? stem : "\(folder)/\(stem)")
    }

    /// A name with what an id cannot hold left out; empty when nothing is left.
    package static func fit(_ name: Substring) -> String {
        var stem = Substring(name.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
        stem = Substring(String(String.UnicodeScalarView(stem.unicodeScalars.filter(isAllowed))))
        while let first = stem.first, first == "." || first == "-" { stem = stem.dropFirst() }
        while let last = stem.last, last == "." { stem = stem.dropLast() }
        while stem.utf8.count > nameLimit { stem = stem.dropLast() }
        return String(stem)
    }

    /// The longest name that leaves room for `.turns.csv` and a replica on common file systems, in bytes.
    private static let nameLimit = 120

    /// A file name without its last ending, if it has one.
    package static func stem(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Letters, digits and marks of any script, and `.`, `_`, `-`.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "." || scalar == "_" || scalar == "-" || isWordScalar(scalar)
    }
}
