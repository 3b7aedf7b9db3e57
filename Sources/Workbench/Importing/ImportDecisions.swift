// What a person decided on the page of an import, in the names that the page shows. Values only; what the decisions do to the
// text is found out by reading the file again.

import CodingCore
import Interchange

/// The decisions about a file, and how each is taken back.
struct ImportDecisions: Equatable {
    /// The decisions as the importer takes them.
    private(set) var choices = ImportChoices()
    /// Speakers who were said to be none: the name on the page and every label that stood for it.
    private var refused: [[String]] = []

    /// Takes a speaker for none.
    ///
    /// - Parameter labels: the labels of the text with the speakers they stand for.
    mutating func refuse(_ speaker: String, labels: [(label: String, speaker: String)]) {
        refused.append([speaker] + Self.labels(of: speaker, among: labels))
        choices.notSpeakers = refused.flatMap(\.self)
    }

    /// Takes a label for a speaker's.
    mutating func accept(_ label: String) {
        if let index = refused.firstIndex(where: { $0.contains(label) }) {
            refused.remove(at: index)
            choices.notSpeakers = refused.flatMap(\.self)
        } else {
            choices.speakers.append(label)
        }
    }

    /// Gives the labels of a speaker another name, which may be another speaker's; an empty one gives them back their own.
    mutating func rename(_ speaker: String, to name: String, labels: [(label: String, speaker: String)]) {
        let own = Self.labels(of: speaker, among: labels)
        for label in own.isEmpty ? [speaker] : own {
            choices.aliases[label] = name.isEmpty || label == name ? nil : name
        }
        guard let index = choices.interviewers?.firstIndex(of: speaker), !name.isEmpty else { return }
        choices.interviewers?[index] = name
    }

    /// Makes a speaker an interviewer, or one no more; who else asks stays as it is on the page.
    mutating func toggleInterviewer(_ name: String, among speakers: [IncomingSpeaker]) {
        let asking = speakers.filter(\.isInterviewer).map(\.name)
        choices.interviewers = asking.contains(name) ? asking.filter { $0 != name } : asking + [name]
    }

    /// Reads the bytes in another encoding; an empty name finds it out again.
    mutating func decode(as encoding: String) { choices.encoding = encoding.isEmpty ? nil : encoding }

    /// Gives the document another title; an empty one takes the file's again.
    mutating func entitle(_ title: String) { choices.title = title.isEmpty ? nil : title }

    /// Joins lines that were wrapped by hand, or leaves them as they are.
    mutating func toggleJoining() { choices.joinsLines.toggle() }

    /// Makes attributes of the form at the head of the text, or leaves it in the text alone.
    mutating func toggleHeader() { choices.takesHeader.toggle() }

    private static func labels(of speaker: String, among labels: [(label: String, speaker: String)]) -> [String] {
        labels.filter { $0.speaker == speaker }.map(\.label)
    }
}
