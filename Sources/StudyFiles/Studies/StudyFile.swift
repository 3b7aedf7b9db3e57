// `study.yaml`: what a study says about itself. Knows its keys; nothing of the other files.

package import CodingCore

/// Reads and writes `study.yaml`.
package enum StudyFile {
    package static let name = "study.yaml"
    /// The version of the files that this Gloss reads and writes.
    package static let format = "gloss/1"
    /// The widths of a line that make sense, in columns.
    static let measures = 20...400

    /// Reads the file.
    ///
    /// - Parameter file: the path to name in findings and errors.
    /// - Returns: the settings, and what was odd and taken by its default.
    /// - Throws: `FileTrouble` (malformed): no YAML, another format, no id.
    package static func read(
        _ bytes: [UInt8],
        file: String = name
    ) throws -> (settings: StudySettings, findings: [Finding]) {
        let root = try StrictYAML.read(bytes, file: file)
        func malformed(_ sentence: String, _ value: YAMLValue?) -> FileTrouble {
            FileTrouble(.malformed, sentence, path: file, line: value?.line ?? 1)
        }
        let written = root["format"]?.words ?? ""
        guard written == format else {
            let sentence =
                written.hasPrefix("gloss/")
                ? "has the format \(written), and this Gloss reads \(format): use a newer Gloss."
                : "has no “format: \(format)”: it is not the file of a study, or lost its first line."
            throw malformed(sentence, root["format"])
        }
        guard let id = root["id"]?.words.flatMap({ Identifier($0) }) else {
            throw malformed("has no “id:” that is a UUID: take it from a copy of the study.", root["id"])
        }
        var settings = StudySettings(id: id, title: root["title"]?.words ?? "")
        var findings: [Finding] = []
        func note(_ key: String, _ advice: String) {
            let what = "has a “\(key)” that is not known"
            findings.append(.problem(file, line: root[key]?.line, what, advice: advice))
        }
        if let value = root["method"] {
            if let method = value.words.flatMap({ MethodProfile(rawValue: $0) }) {
                settings.method = method
            } else {
                let known = MethodProfile.allCases.map(\.rawValue).joined(separator: ", ")
                note("method", "use one of \(known); it counts as \(settings.method.rawValue)")
            }
        }
        if let value = root["measure"] {
            if let measure = value.words.flatMap({ Int($0) }), measures.contains(measure) {
                settings.measure = measure
            } else {
                let range = "\(measures.lowerBound) to \(measures.upperBound)"
                note("measure", "use a number of columns from \(range); it counts as \(settings.measure)")
            }
        }
        if let value = root["minimum-cell"] {
            if let cell = value.words.flatMap({ Int($0) }), cell >= 1 {
                settings.minimumCell = cell
            } else {
                note("minimum-cell", "use a number from 1; it counts as \(settings.minimumCell)")
            }
        }
        settings.countBy = root["count-by"]?.words ?? ""
        for entry in coders(root["coders"], note) {
            if let coder = CoderID(entry.key) {
                settings.coders.append((coder, entry.value.words ?? ""))
            } else {
                let what = "“\(entry.key)” is no id of a coder"
                let advice = "use at most 24 of a to z, 0 to 9 and -"
                findings.append(.problem(file, line: entry.line, what, advice: advice))
            }
        }
        return (settings, findings)
    }

    private static func coders(_ value: YAMLValue?, _ note: (String, String) -> Void) -> [YAMLValue.Entry] {
        guard let value, value.words != "" else { return [] }
        if let entries = value.entries { return entries }
        note("coders", "write one line “id: name” for each coder")
        return []
    }

    /// The bytes of the file.
    package static func bytes(of settings: StudySettings) -> [UInt8] {
        var text = """
            format: \(format)
            id: \(YAMLText.quoted(settings.id.description))
            title: \(YAMLText.scalar(settings.title))
            method: \(settings.method.rawValue)
            measure: \(settings.measure)
            minimum-cell: \(settings.minimumCell)

            """
        if !settings.countBy.isEmpty { text += "count-by: \(YAMLText.scalar(settings.countBy))\n" }
        text += "coders:\n"
        for coder in settings.coders {
            text += "  \(YAMLText.scalar(coder.id.description)): \(YAMLText.scalar(coder.name))\n"
        }
        return Array(text.utf8)
    }
}
