// What a list of extracts is about, and how much of the talk around goes with each. Values only.

import CodingCore

/// Which codings are listed, before a filter leaves some out.
enum ExtractsSubject: Equatable {
    /// Those of a code, and of every code below it.
    case code(CodeID)
    case everything
    /// Those that were changed in two places at once, differently.
    case disputed
    /// Those whose words are not where they were.
    case notPlaced
}

/// How much of the talk around a passage is shown.
enum ExtractsContext: Int, CaseIterable {
    case passage, sentence, sentences, turn, turns

    /// What the title says.
    var title: String {
        switch self {
        case .passage: "passage alone"
        case .sentence: "sentence around"
        case .sentences: "2 sentences around"
        case .turn: "whole turn"
        case .turns: "turn and neighbours"
        }
    }

    /// One step more or less; nothing beyond the last.
    func widened(by step: Int) -> ExtractsContext? { ExtractsContext(rawValue: rawValue + step) }

    /// The span that is shown of a text, the passage in it.
    func span(around passage: TextSpan, in transcript: Transcript) -> TextSpan {
        PassageContext(of: passage, in: transcript, step: step).whole
    }

    private var step: Int {
        switch self {
        case .passage: 0
        case .sentence: 1
        case .sentences: 2
        case .turn: PassageContext.sentenceSteps + 1
        case .turns: PassageContext.widest
        }
    }
}
