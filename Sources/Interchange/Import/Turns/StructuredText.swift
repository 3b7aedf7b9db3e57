// A canonical text together with what a format said about its paragraphs. Passed from the readers to `Turns`.

package import CodingCore

/// A canonical text and the hints that its format gave; plain text gives none.
package struct StructuredText: Sendable {
    package var text: CanonicalText
    /// The bytes at which a heading of the source begins.
    package var headings: Set<Int> = []
    /// How many bytes are bold from the start of a line on, by the byte at which the line begins.
    package var boldRuns: [Int: Int] = [:]
    /// When a paragraph begins, in milliseconds from the start of the recording, by its first byte.
    package var begins: [Int: Int] = [:]
    /// Where each page of the source begins, in bytes, and what it is called; in order.
    package var pages: [(byte: Int, name: String)] = []
    /// Labels that the source's format says are speakers, as they stand in the text.
    package var names: [String] = []
    /// The first heading of the source.
    package var firstHeading: String?
    /// Sentences about what could not be shown as text.
    package var remarks: [String] = []

    package init(_ text: CanonicalText) {
        self.text = text
    }
}
