// `transcripts/**/*.yaml`: what is known of one document besides its text. Knows the keys; nothing of other files.

package import CodingCore

/// The file that makes a text a document of the study.
package struct DocumentFile: Sendable {
    package var uuid: Identifier
    package var title: String
    package var origin: DocumentOrigin
    /// The labels as they stand in the text and the speaker each stands for, most frequent first.
    package var labels: [(label: String, speaker: String)]
    /// SHA-256 of every text version in hexadecimal, oldest first; the last one is the text now.
    package var versions: [String]

    package init(
        uuid: Identifier,
        title: String,
        origin: DocumentOrigin,
        labels: [(label: String, speaker: String)],
        versions: [String]
    ) {
        self.uuid = uuid
        self.title = title
        self.origin = origin
        self.labels = labels
        self.versions = versions
    }

    /// Reads the file.
    ///
    /// - Parameter file: the path to name in errors.
    /// - Throws: `FileTrouble` (malformed): no YAML, no uuid, no version of the text.
    package static func read(_ bytes: [UInt8], file: String) throws -> DocumentFile {
        let root = try StrictYAML.read(bytes, file: file)
        func malformed(_ sentence: String, _ value: YAMLValue?) -> FileTrouble {
            FileTrouble(.malformed, sentence, path: file, line: value?.line ?? 1)
        }
        guard let uuid = root["uuid"]?.words.flatMap({ Identifier($0) }) else {
            throw malformed("has no “uuid:” that is a UUID: restore the file from a copy.", root["uuid"])
        }
        let versions = (root["versions"]?.items ?? []).map { $0.words ?? "" }
        guard !versions.isEmpty, versions.allSatisfy(isSHA256) else {
            throw malformed("has no “versions:” that are SHA-256: restore the file from a copy.", root["versions"])
        }
        let origin = root["origin"]
        func words(_ key: String) -> String { origin?[key]?.words ?? "" }
        return DocumentFile(
            uuid: uuid,
            title: root["title"]?.words ?? "",
            origin: DocumentOrigin(
                fileName: words("file"),
                sha256: words("sha256"),
                encoding: words("encoding"),
                labelStyle: words("labels"),
                format: words("format")
            ),
            labels: (root["labels"]?.items ?? []).compactMap { item in
                guard let label = item["label"]?.words, let speaker = item["speaker"]?.words else { return nil }
                return (label, speaker)
            },
            versions: versions
        )
    }

    private static func isSHA256(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The bytes of the file.
    package var bytes: [UInt8] {
        var text = """
            uuid: \(YAMLText.quoted(uuid.description))
            title: \(YAMLText.scalar(title))
            origin:
              file: \(YAMLText.scalar(origin.fileName))
              sha256: \(YAMLText.quoted(origin.sha256))
              encoding: \(YAMLText.scalar(origin.encoding))
              labels: \(YAMLText.scalar(origin.labelStyle))
              format: \(YAMLText.scalar(origin.format))

            """
        if labels.isEmpty { text += "labels: []\n" } else { text += "labels:\n" }
        for (label, speaker) in labels {
            text += "- label: \(YAMLText.scalar(label))\n  speaker: \(YAMLText.scalar(speaker))\n"
        }
        text += "versions:\n"
        for version in versions { text += "- \(YAMLText.quoted(version))\n" }
        return Array(text.utf8)
    }
}
