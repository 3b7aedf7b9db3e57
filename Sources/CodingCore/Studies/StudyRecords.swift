// What a study says about itself, its documents and its speakers. Values only; StudyFiles reads and writes them.

/// How a team works; sets defaults and wording only, never blocks anything.
package enum MethodProfile: String, Sendable, CaseIterable {
    case reflexive, codebook, reliability, synthesis, realist
}

/// The settings in `study.yaml`.
package struct StudySettings: Sendable, Equatable {
    package var id: Identifier
    package var title: String
    package var method: MethodProfile
    /// The width in columns at which lines are counted.
    package var measure: Int
    /// A label that fits fewer participants than this is downgraded in exports.
    package var minimumCell: Int
    /// The attribute that names the study-level unit, such as `study_id`; empty when there is none.
    package var countBy: String
    /// Names of coders by id, in file order.
    package var coders: [(id: CoderID, name: String)]

    package static let defaultMeasure = 66

    package init(
        id: Identifier,
        title: String,
        method: MethodProfile = .reflexive,
        measure: Int = StudySettings.defaultMeasure,
        minimumCell: Int = 3,
        countBy: String = "",
        coders: [(id: CoderID, name: String)] = []
    ) {
        self.id = id
        self.title = title
        self.method = method
        self.measure = measure
        self.minimumCell = minimumCell
        self.countBy = countBy
        self.coders = coders
    }

    package static func == (a: StudySettings, b: StudySettings) -> Bool {
        a.id == b.id && a.title == b.title && a.method == b.method && a.measure == b.measure
            && a.minimumCell == b.minimumCell && a.countBy == b.countBy
            && a.coders.elementsEqual(b.coders) { $0.id == $1.id && $0.name == $1.name }
    }
}

/// Names and values in the order of a table's columns.
package struct Attributes: Sendable, Equatable {
    package var pairs: [(name: String, value: String)]

    package init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    /// The value of an attribute; nothing when it is missing or empty.
    package subscript(name: String) -> String? {
        get {
            pairs.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
        }
        set {
            if let place = pairs.firstIndex(where: { $0.name == name }) {
                pairs[place].value = newValue ?? ""
            } else {
                pairs.append((name, newValue ?? ""))
            }
        }
    }

    package static func == (a: Attributes, b: Attributes) -> Bool {
        a.pairs.elementsEqual(b.pairs) { $0.name == $1.name && $0.value == $1.value }
    }
}

/// One document of a study, without its text.
package struct DocumentRecord: Sendable, Equatable {
    package var id: DocumentID
    package var uuid: Identifier
    package var title: String
    /// SHA-256 of every text version in hexadecimal, oldest first; the last one is the text now.
    package var versions: [String]
    package var attributes: Attributes

    package init(
        id: DocumentID,
        uuid: Identifier,
        title: String,
        versions: [String],
        attributes: Attributes = Attributes()
    ) {
        self.id = id
        self.uuid = uuid
        self.title = title
        self.versions = versions
        self.attributes = attributes
    }
}

/// One speaker of one document, a row of `speakers.csv`.
package struct SpeakerRecord: Sendable, Equatable {
    package var document: DocumentID
    package var speaker: String
    /// The participant whom the speaker is; empty for an interviewer.
    package var participant: String
    package var isInterviewer: Bool
    package var attributes: Attributes

    package init(
        document: DocumentID,
        speaker: String,
        participant: String,
        isInterviewer: Bool,
        attributes: Attributes = Attributes()
    ) {
        self.document = document
        self.speaker = speaker
        self.participant = participant
        self.isInterviewer = isInterviewer
        self.attributes = attributes
    }
}
