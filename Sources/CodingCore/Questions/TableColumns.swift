// What the columns of a table of codes stand for. Knows voices and codings; counts nothing.

/// Into what the codings of a table are divided.
package enum TableColumns: Hashable, Sendable, CustomStringConvertible {
    /// The values of an attribute of documents or speakers; a missing one is the group `(none)`.
    case attribute(String)
    case documents
    /// Who coded. Every coder could have coded everything, so N is the whole for each.
    case coders
    /// Who speaks, by the name in the document.
    case speakers

    /// Reads `document`, `coder` or `speaker`, else the name of an attribute.
    package init(_ words: String) {
        switch words {
        case "document": self = .documents
        case "coder": self = .coders
        case "speaker": self = .speakers
        default: self = .attribute(words)
        }
    }

    /// The names that are no attributes.
    package static let named = ["document", "coder", "speaker"]

    package var description: String {
        switch self {
        case .attribute(let name): name
        case .documents: "document"
        case .coders: "coder"
        case .speakers: "speaker"
        }
    }

    /// The column of a voice; nothing where columns are no voices.
    func column(of voice: Voice) -> String? {
        switch self {
        case .attribute(let name): voice.group(by: name)
        case .documents: voice.document.id.description
        case .speakers: voice.speaker.isEmpty ? Voice.none : voice.speaker
        case .coders: nil
        }
    }

    /// The column of a coding.
    func column(of placed: PlacedCoding) -> String {
        column(of: placed.voice) ?? placed.coding.coder.description
    }
}
