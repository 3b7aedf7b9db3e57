// Codes that are made while coding. The code is written first; only when it is safe is anything coded with it.

import CodingCore
import StudyFiles

extension AppState {
    /// Makes a code, or takes the one that has the name already, and goes on with it.
    ///
    /// - Parameter beside: further codes that the act was about.
    mutating func create(_ new: NewCode, beside codes: [Code], then act: CodeAct, edit: CodingEdit) -> [Effect] {
        switch study.codebook.namesake(of: new.name) {
        case .usable(let code):
            let effects = perform(act, with: codes.filter { $0.id != code.id } + [code], edit: edit)
            return Self.saying(Self.thereAlready(code), before: effects)
        case .unusable(let why):
            refuse(why)
            return []
        case nil:
            if let why = study.codebook.whyNoNewCodes {
                refuse(why)
                return []
            }
            return [.addCode(new, beside: codes.map(\.id), then: act)]
        }
    }

    /// Makes a code of the selected words, or of the word at the cursor, and gives it to them.
    mutating func codeInVivo(beside codes: [Code] = [], then act: CodeAct = .apply, edit: CodingEdit) -> [Effect] {
        let before = coding
        if coding?.selection == nil, let word = coding.flatMap({ $0.units.word(holding: $0.cursor) }) {
            coding?.select(word, unit: .word)
        }
        guard let new = newCodeInVivo else {
            coding = before
            refuse("No word here to name a code by: s, t or v selects some.")
            return []
        }
        let effects = create(new, beside: codes, then: act, edit: edit)
        if effects.isEmpty, overlay == nil { coding = before }
        return effects
    }

    /// The code that the selected words would name.
    var newCodeInVivo: NewCode? {
        guard let screen = coding, let span = screen.selectedSpan,
            let name = CodeName.inVivo(from: screen.transcript.text.string(in: span))
        else { return nil }
        return NewCode(name: name, origin: "in-vivo")
    }

    /// Follows a code that is safe on disk: it joins the codebook, and what it was made for is done.
    mutating func added(_ made: ProposedCode, beside: [CodeID], then act: CodeAct, edit: CodingEdit) -> [Effect] {
        let code = made.code
        study.codebook = study.codebook.adding(code)
        coding?.take(study.codebook)
        studyIsBehind = true
        let codes = (beside + [code.id]).compactMap { study.codebook[$0] }
        let tag = codes.last?.tag ?? code.tag
        switch made {
        case .made:
            making.made(code)
            let alike = study.codebook.codes.first {
                $0.isApplicable && LookAlikes.areTakenForOneAnother($0.name, code.name)
            }
            let warning = alike.map { ", whose name looks like that of \($0.tag)" } ?? ""
            notice = Notice(text: "made the code \(tag) \(code.name)\(warning)")
            return Self.saying("made \(tag)\(warning), ", before: perform(act, with: codes, edit: edit))
        // Another window of this coder was first.
        case .exists: return Self.saying(Self.thereAlready(code), before: perform(act, with: codes, edit: edit))
        }
    }

    private static func thereAlready(_ code: Code) -> String { "“\(code.name)” was there already: " }

    /// The effects with words put before what the status line says of them.
    private static func saying(_ words: String, before effects: [Effect]) -> [Effect] {
        effects.map { effect in
            guard case .save(var request) = effect else { return effect }
            request.notice = words + request.notice
            return .save(request)
        }
    }
}
