// A new version of a text before and after it is taken into the study. Values only.

package import CodingCore

/// What a text means as the new version of a document's text.
package struct Revision {
    package let document: DocumentRecord
    package let incoming: IncomingDocument
    /// The SHA-256 of the text, in hexadecimal.
    package let sha256: String
    /// Whether the text is another one than the document's newest version.
    package let isNew: Bool
    /// Where the codings go.
    package var carried: CarriedCodings
    /// Whether the origin that the document's file names is to be the incoming one.
    let changesOrigin: Bool
    /// Whether the text is what another program wrote into the text's own file.
    let takesFile: Bool
    /// What of the newest version is known to be unchanged.
    let kept: KeptStretches?
    /// The versions that this one replaces.
    let parents: [String]
    /// SHA-256 of the text's file when it was looked at; empty when there was none.
    let fileNow: String
}

/// The text of a document as its file has it.
package enum TextFileState {
    /// The newest version.
    case asRecorded(CanonicalText)
    /// A revision was cut off after the study took the new version: this is it, and its files are not all in their place.
    case unfinished(CanonicalText)
    /// Other bytes, written by another program.
    case changedOutside([UInt8])
    case missing

    package var isUnfinished: Bool { if case .unfinished = self { true } else { false } }
}
