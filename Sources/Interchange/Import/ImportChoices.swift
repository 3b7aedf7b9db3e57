// What a researcher decides about a file before it is imported. Values only; every default is "find it out".

/// Corrections of what an import finds by itself.
package struct ImportChoices: Sendable, Equatable {
    /// The encoding of the bytes under a name that iconv knows, such as `big5`; nothing to find it out.
    package var encoding: String?
    /// The document's title; nothing for the one that the file gives.
    package var title: String?
    /// Labels that are speakers, however rarely they stand in the text.
    package var speakers: [String] = []
    /// Labels that are no speakers, however often they stand in the text.
    package var notSpeakers: [String] = []
    /// The speaker that a label stands for, by the label without marks and colon.
    package var aliases: [String: String] = [:]
    /// The speakers who ask; nothing to guess, and empty when nobody does.
    package var interviewers: [String]?
    /// Whether the lines of a text wrapped by hand become paragraphs.
    package var joinsLines = false
    /// Whether the form at the head of the text, such as `Date of birth: 1902`, becomes attributes of the document.
    package var takesHeader = false

    /// Whether something is decided of who speaks where.
    package var decidesTurns: Bool {
        !speakers.isEmpty || !notSpeakers.isEmpty || !aliases.isEmpty || interviewers != nil
    }

    /// Nothing is decided.
    package init() {}

    /// Whether a label was said to be a speaker's, by name or by standing for one.
    func forces(_ key: SpeakerKey) -> Bool {
        (speakers + aliases.keys).contains { Self.names($0, key) }
    }

    /// Whether a label was said to be nobody's.
    func refuses(_ key: SpeakerKey) -> Bool { notSpeakers.contains { Self.names($0, key) } }

    /// The speaker that a label was said to stand for.
    func alias(of key: SpeakerKey) -> String? { aliases.first { Self.names($0.key, key) }?.value }

    /// Whether a label as a person writes it is the one of a key; a number at its end may count, or name somebody.
    private static func names(_ label: String, _ key: SpeakerKey) -> Bool {
        SpeakerKey(label) == key || SpeakerKey(label, isPerson: true) == key
    }
}
