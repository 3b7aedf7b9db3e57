// A document on its way into a study: what an importer makes and what the study's files take. Values only.

/// The canonical text of a file to be imported, its structure, and what the importer noticed.
package struct IncomingDocument: Sendable {
    package var text: CanonicalText
    /// The blocks in text order; they cover the text exactly.
    package var blocks: [Block]
    package var title: String
    package var origin: DocumentOrigin
    /// The labels as they stand in the text (without colon and blanks) and the speaker each stands for, most frequent first.
    package var labels: [(label: String, speaker: String)]
    /// The speakers in order of appearance.
    package var speakers: [IncomingSpeaker]
    /// Sentences for the import report: guesses, odd bytes, labels left undecided.
    package var remarks: [String]
    /// What the file says of the document, for `documents.csv`.
    package var attributes = Attributes()
    /// What a person may want to decide otherwise before the import.
    package var findings = ImportFindings()

    package init(
        text: CanonicalText,
        blocks: [Block],
        title: String,
        origin: DocumentOrigin,
        labels: [(label: String, speaker: String)] = [],
        speakers: [IncomingSpeaker] = [],
        remarks: [String] = []
    ) {
        self.text = text
        self.blocks = blocks
        self.title = title
        self.origin = origin
        self.labels = labels
        self.speakers = speakers
        self.remarks = remarks
    }
}

/// What an importer saw and left to a person to decide.
package struct ImportFindings: Sendable, Equatable {
    /// A word before a colon, and how many lines begin with it.
    package struct Label: Sendable, Equatable {
        package var name: String
        package var count: Int

        package init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Two speakers whose names differ in one letter, the rarer first.
    package struct NearNames: Sendable, Equatable {
        package var rare: String
        package var common: String

        package init(rare: String, common: String) {
            self.rare = rare
            self.common = common
        }
    }

    /// One entry of the form at the head of a text, such as `Date of birth` and `1902`.
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Labels that were not taken as speakers, most frequent first.
    package var maybes: [Label] = []
    package var nearNames: [NearNames] = []
    /// The form at the head of the text.
    package var header: [Entry] = []
    /// How many marks of each kind stand in the text.
    package var marks: [SpeechMark.Kind: Int] = [:]
    /// The columns near which most lines of the file end; nothing when its lines are not wrapped.
    package var wrapColumns: Int?

    package init() {}
}

/// One speaker that an importer found.
package struct IncomingSpeaker: Sendable, Equatable {
    package var name: String
    package var turns: Int
    package var isInterviewer: Bool

    package init(name: String, turns: Int, isInterviewer: Bool) {
        self.name = name
        self.turns = turns
        self.isInterviewer = isInterviewer
    }
}

/// Where a document's text came from.
package struct DocumentOrigin: Sendable, Equatable {
    /// The name of the imported file, without its folder.
    package var fileName: String
    /// SHA-256 of the imported bytes in lower-case hexadecimal.
    package var sha256: String
    /// The encoding as found, such as `utf-8`, `windows-1252 (guessed)`, `utf-16le`.
    package var encoding: String
    /// How speakers were marked, such as `name and colon`; `none` when nobody is named.
    package var labelStyle: String
    /// The format of the file: `text`, `markdown`, `webvtt`, `docx`, `odt`, `rtf`, `html`, `rst`.
    package var format: String

    package init(fileName: String, sha256: String, encoding: String, labelStyle: String, format: String) {
        self.fileName = fileName
        self.sha256 = sha256
        self.encoding = encoding
        self.labelStyle = labelStyle
        self.format = format
    }
}
