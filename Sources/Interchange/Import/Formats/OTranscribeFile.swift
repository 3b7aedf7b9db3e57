// oTranscribe's .otr: JSON around a piece of HTML. Source: INTEROP of the format as its program writes it.

import FoundationEssentials

/// The HTML inside an oTranscribe file.
struct OTranscribeFile: Decodable {
    /// The transcript as HTML; stamps are spans whose words are the time.
    let text: String
    let media: String?

    /// Whether a text begins like such a file.
    static func announces(_ head: some StringProtocol) -> Bool {
        head.first == "{" && head.prefix(200).contains("\"text\"")
    }

    /// - Throws: `ImportError` when this is no such file.
    init(_ utf8: [UInt8], file: String) throws(ImportError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(utf8))
        } catch {
            throw ImportError(
                .damaged,
                file: file,
                "This looks like a transcript of oTranscribe and cannot be read as one. Export it again as .otr or as text."
            )
        }
    }
}
