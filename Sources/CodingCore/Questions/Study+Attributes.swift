// The attributes that a study's questions can name.

extension Study {
    /// The attributes of documents, in the order of their table.
    package var documentAttributeNames: [String] { Self.names(documents.map(\.attributes)) }

    /// The attributes of speakers, `participant` first.
    package var speakerAttributeNames: [String] { ["participant"] + Self.names(speakers.map(\.attributes)) }

    /// The attributes of documents, then those that only speakers have.
    package var attributeNames: [String] { (documentAttributeNames + speakerAttributeNames).uniqued() }

    private static func names(_ attributes: [Attributes]) -> [String] {
        attributes.flatMap { $0.pairs.map(\.name) }.uniqued()
    }
}
