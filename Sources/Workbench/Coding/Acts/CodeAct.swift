// What codes are chosen for, and codes that are about to be made. Values only.

import CodingCore

/// What is done with codes once they are chosen.
enum CodeAct {
    /// They are given to the selection.
    case apply
    /// They are given to the selection together with a memo.
    case applyWithMemo
    /// The first of them takes the place of a coding's code.
    case recode(Coding)
    /// The first of them takes the place of the codes of the marked extracts, whose number is told.
    case recodeMarked(Int)
    /// They are given to the passages round marked hits of a search, whose number is told.
    case hits(Int)
    /// The extracts of the first of them are shown; a category will do as well.
    case extracts

    /// Whether several codes can be chosen.
    var takesSeveral: Bool {
        switch self {
        case .apply, .applyWithMemo, .hits: true
        case .recode, .recodeMarked, .extracts: false
        }
    }

    /// Whether a code can be made for it.
    var makesCodes: Bool {
        switch self {
        case .apply, .applyWithMemo, .recode: true
        case .recodeMarked, .extracts, .hits: false
        }
    }
}

/// A code about to be made while coding.
struct NewCode: Equatable {
    var name: String
    var parent: CodeID?
    /// `in-vivo` for a code named by a participant's own words, else `inductive`.
    var origin: String
}

/// A code that has a name already which somebody wants for a new one.
enum Namesake: Equatable {
    /// It can be applied instead.
    case usable(Code)
    /// It cannot, for a reason.
    case unusable(String)
}

extension Codebook {
    /// The code that has this name already, blind to case; one that can be applied comes first.
    func namesake(of name: String) -> Namesake? {
        let wanted = name.lowercased()
        let all = codes.filter { $0.name.lowercased() == wanted }
        if let usable = all.compactMap({ self[resolve($0.id)] }).first(where: \.isApplicable) { return .usable(usable) }
        guard let code = all.first else { return nil }
        return .unusable(
            code.kind == .category
                ? "“\(code.name)” is a category, which only groups codes: choose another name."
                : "“\(code.name)” is a retired code: choose another name, or take it up again in the codebook."
        )
    }
}

extension Code {
    /// Whether a participant's own words name it.
    var isInVivo: Bool { origin == "in-vivo" }
}
