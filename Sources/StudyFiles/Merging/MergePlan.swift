// What another copy of a study would bring: a value that can be shown before anything is written, and then carried out.
// Knows what is to be done; reads and writes nothing.

package import CodingCore

/// The difference between a study and another copy of it, from the point of view of the study.
///
/// Nothing of the study is removed or replaced by a merge: documents, lines of logs, codes, themes and memos are added, and whatever two
/// people may see differently is left to a person and named.
package struct MergePlan: Sendable {
    /// A document that the study does not have.
    package struct NewDocument: Sendable {
        package var id: DocumentID
        package var uuid: Identifier
        /// The codings in force that come with it.
        package var codings = 0
        /// The files to write, in the order of writing; the document's own file, which makes it one, is the last.
        var files: [(name: String, bytes: [UInt8])]
        var attributes: Attributes
        var speakers: [SpeakerRecord]
    }

    /// What one coder did in the other copy and not here.
    package struct CoderShare: Sendable, Equatable {
        package var coder: CoderID
        /// Codings in force after the merge that are not there now.
        package var added = 0
        /// Codings of this coder that will be different.
        package var changed = 0
        /// Codings of this coder that will be gone, because they were taken away in the other copy.
        package var removed = 0
    }

    /// A coding that two people changed without knowing of one another.
    package struct Dispute: Sendable {
        package var document: DocumentID?
        package var coding: Coding
        /// The fields in dispute that are not in dispute now.
        package var fields: [CodingField]
    }

    /// Lines for one log.
    struct LogAddition: Sendable {
        var place: LogPlace
        /// Whole lines with their LF, as they stand in the other copy.
        var bytes: [UInt8]
        var lines: Int
    }

    /// The folder of the other copy.
    package var other: String
    package var documents: [NewDocument] = []
    package var coders: [CoderShare] = []
    package var disputes: [Dispute] = []
    /// Codes of coders' own files, and of codebooks, that the study does not have.
    package var codes: [CodeID] = []
    /// What the themes and memos that are not here are called.
    package var noteTitles: [String] = []
    /// How many lines are new in the journals.
    package var journalLines = 0
    /// How many lines are new in the logs of codings.
    package var logLines = 0
    /// What was not taken and cannot be by a merge, each with how to go on.
    package var refused: [Finding] = []
    /// What differs and is left to a person to decide; the study stays as it is there.
    package var left: [Finding] = []

    var logs: [LogAddition] = []
    var journals: [LogAddition] = []
    var codebooks: [FileChange] = []
    var notes: [FileChange] = []

    /// Whether there is nothing to write.
    package var isEmpty: Bool {
        documents.isEmpty && logs.isEmpty && journals.isEmpty && codebooks.isEmpty && notes.isEmpty
    }

    init(other: String) {
        self.other = other
    }
}
