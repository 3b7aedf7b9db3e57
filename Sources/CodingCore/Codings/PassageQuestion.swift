// What people still have to decide after a text was revised: guesses, orphans, and codings that came later on an older text.
// Values only; answers are steps, which CodingEdit makes lines of.

/// A coding of which a person has to say where its passage is.
package struct PassageQuestion: Sendable, Hashable {
    /// Why it is asked.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A likely place is known; it counts when somebody accepts it.
        case guess
        /// The words are not to be found in the text as it is now.
        case orphan
        /// The coding was made on an older text and nobody has carried it over.
        case olderText = "older text"
    }

    package let kind: Kind
    package let coding: Coding

    /// The passage that its coder chose, or the last one that was sure.
    package var before: Anchor { coding.anchor }

    /// The passage asked about; nothing where there is none.
    package var proposed: Anchor? { kind == .guess ? coding.guess : nil }

    /// The guess is right.
    package var accepted: CodingStep? {
        proposed.map { .change(coding, CodingChanges(anchor: $0)) }
    }

    /// The guess is wrong: the coding is an orphan.
    package var refused: CodingStep? {
        kind == .guess ? .change(coding, CodingChanges(anchor: before, how: Anchoring.orphan.rawValue)) : nil
    }

    /// The passage is elsewhere.
    package func placed(at anchor: Anchor) -> CodingStep { .change(coding, CodingChanges(anchor: anchor)) }

    /// The passage is gone, and the coding with it.
    package var letGo: CodingStep { .uncode(coding) }
}

extension PassageQuestion {
    /// The questions about one document: guesses, orphans, then codings on older texts, each in the order of their passages.
    ///
    /// Codings whose passage is disputed are not among them: that is asked first, elsewhere.
    /// - Parameters:
    ///   - codings: those of the document, in the order of their passages.
    ///   - version: the version that the text has now.
    package static func all(_ codings: [Coding], now version: VersionTag) -> [PassageQuestion] {
        let codings = codings.filter { !$0.disputed.contains(.span) }
        return Kind.allCases.flatMap { kind in
            codings.filter { Kind(of: $0, now: version) == kind }.map { coding in
                PassageQuestion(kind: kind, coding: coding)
            }
        }
    }
}

extension PassageQuestion.Kind {
    /// Why a coding is asked about; nothing for one that stands on the text as it is now.
    package init?(of coding: Coding, now version: VersionTag) {
        if coding.stands(on: version) { return nil }
        if coding.how == .orphan {
            self = .orphan
        } else {
            self = coding.guess?.version == version ? .guess : .olderText
        }
    }
}
