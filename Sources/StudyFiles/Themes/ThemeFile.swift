// `themes/t-….md`: a theme's head and story. Knows the file's keys; nothing of codes and codings.

package import CodingCore

/// Reads and writes the files of themes.
package enum ThemeFile {
    /// The folder's name inside the study.
    package static let folder = "themes"

    static let layout = HeadedText.Layout(
        order: ThemeField.allCases.filter { $0 != .story }.map(\.rawValue),
        lists: Set(ThemeField.allCases.filter(\.isList).map(\.rawValue)),
        body: ThemeField.story.rawValue
    )

    /// The path of a theme's file inside the study.
    package static func path(_ id: ThemeID) -> String { "\(folder)/\(id).md" }

    /// Reads a file.
    ///
    /// - Returns: the theme and what in it could not be used.
    /// - Throws: `FileTrouble` (malformed) when it has no head that can be read.
    static func read(_ bytes: [UInt8], id: ThemeID, path: String) throws -> (theme: Theme, findings: [Finding]) {
        let text = try HeadedText(bytes, path: path, layout)
        var theme = Theme(id: id, name: text.values["name"] ?? "")
        var findings: [Finding] = []
        for field in ThemeField.allCases where field != .story {
            for odd in theme.set(field, to: text.values[field.rawValue] ?? "") {
                let what = "has “\(odd)” as \(field.rawValue), which cannot be used"
                findings.append(.problem(path, line: text.places[field.rawValue], what, advice: advice(field)))
            }
        }
        if theme.name.isEmpty { theme.name = id.description }
        theme.story = text.body
        return (theme, findings)
    }

    private static func advice(_ field: ThemeField) -> String {
        switch field {
        case .status: "use draft, settled or set-aside"
        case .codes: "write the id of a code"
        case .extracts, .contrary: "write the id of a coding, as ‘gloss extracts --format json’ has it"
        case .relations: "write “t-other: how”"
        default: "write words"
        }
    }

    /// The bytes of a new file.
    static func bytes(of theme: Theme) -> [UInt8] {
        HeadedText.bytes(
            ThemeField.allCases.filter { $0 != .story }.map { ($0.rawValue, theme[$0]) },
            layout,
            body: theme.story
        )
    }
}

/// The themes of a study as their files say them.
package struct ThemeFolder: Sendable {
    /// In natural order of their ids.
    package private(set) var themes: [Theme] = []
    package private(set) var findings: [Finding] = []

    /// Reads `themes/*.md`; a file that is no theme is found fault with, and the others are read.
    ///
    /// - Parameter root: the study's folder.
    package static func read(root: String) -> ThemeFolder {
        var folder = ThemeFolder()
        let study = StudyFolder(root: root)
        for name in study.markdownFiles(in: ThemeFile.folder, &folder.findings) {
            let path = "\(ThemeFile.folder)/\(name)"
            guard let id = ThemeID(name.dropLast(3)) else {
                let advice = "name it t-SLUG.md, with small letters, digits and -"
                folder.findings.append(.problem(path, "is not called as themes are", advice: advice))
                continue
            }
            do {
                let bytes = try Disk.read(study.path(path), limit: HeadedText.limit, followingLinks: false)
                let (theme, odd) = try ThemeFile.read(bytes, id: id, path: path)
                folder.themes.append(theme)
                folder.findings += odd
            } catch {
                folder.findings.append(study.finding(error, file: path))
            }
        }
        return folder
    }
}
