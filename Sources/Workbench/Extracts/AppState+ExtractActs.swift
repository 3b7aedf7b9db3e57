// Acts on the extracts of the list: recode, uncode, memo, star, doubt. On one extract they are those of the coding screen; on
// marked ones they are one act over all their documents.

import CodingCore
import Screen

extension AppState {
    /// Asks for the code whose extracts are to be shown, the one looked at last first; categories are among those offered.
    mutating func chooseExtracts() -> [Effect] {
        refreshStudy()
        openPickerOverList(.extracts)
        if case .picker(var picker) = overlay, let last = extractsCode.map(study.codebook.resolve) {
            picker.point(to: last)
            picker.keepInSight(height: PickerLayout(size, additions: picker.additions.count).list.rows)
            overlay = .picker(picker)
        }
        return []
    }

    private mutating func openPickerOverList(_ act: CodeAct) {
        overlay = .picker(
            PickerState(
                codebook: study.codebook,
                uses: uses,
                counts: CodeUses.counts(in: study),
                words: 0,
                quote: "",
                act: act
            )
        )
    }

    /// Why a command cannot be done on the extracts; nothing when it can.
    func obstacleInExtracts(to command: Command) -> String? {
        switch command {
        case .uncode, .recode, .star, .doubt, .keep: return whyNotMeant(extracts?.meant ?? [], command)
        case .split, .tie: return extracts?.chosen == nil ? "There is no extract here to \(command.name)." : nil
        case .memo: return whyNotMeant(extracts?.chosen.map { [$0] } ?? [], command)
        case .copy, .open, .mark: return extracts?.chosen == nil ? "There is no extract here to \(command.name)." : nil
        default: return obstacleAnywhere(to: command)
        }
    }

    private func whyNotMeant(_ meant: [ExtractsState.Entry], _ command: Command) -> String? {
        guard !meant.isEmpty else { return "There is no extract here to \(command.name)." }
        let others = meant.filter { $0.coding.coder != coder }
        guard let other = others.first else { return nil }
        if meant.count == 1 {
            return whyNotOwn(other.coding)
        }
        return "\(others.count) of the \(meant.count) marked are not yours: layers stay apart."
    }

    /// Performs a command on the marked extracts, or on the chosen one where none is marked.
    mutating func actOnExtracts(_ command: Command, argument: String?, edit: CodingEdit) -> [Effect] {
        guard let extracts, let coding = extracts.chosen?.coding else { return [] }
        let isMarked = !extracts.marked.isEmpty
        switch command {
        case .memo: return openMemo(on: coding)
        case .split: return askSplit()
        case .tie: return askTieExtracts()
        case .keep: return keepMarked(edit: edit)
        case .uncode, .star, .doubt:
            if isMarked { return actOnMarked(command, edit: edit) }
            if command == .uncode { return uncode(coding, edit: edit) }
            return command == .star ? star(coding, edit: edit) : doubt(coding, edit: edit)
        case .recode:
            if let argument {
                guard let code = study.codebook.find(argument) else { return [] }
                return isMarked ? recodeMarked(to: code, edit: edit) : recode(coding, to: code, edit: edit)
            }
            if isMarked { openPickerOverList(.recodeMarked(extracts.marked.count)) } else { openRecode(of: coding) }
            return []
        default: return []
        }
    }

    /// Stars and doubts become the same for all: one more than the first has, and doubtful unless all are.
    private mutating func actOnMarked(_ command: Command, edit: CodingEdit) -> [Effect] {
        let meant = (extracts?.meant ?? []).map(\.coding)
        let star = ((meant.first?.star ?? 0) + 1) % 4
        let doubt = !meant.allSatisfy(\.doubt)
        switch command {
        case .uncode: return act(meant.map { .uncode($0) }, saying: "uncoded", edit: edit)
        case .star:
            let said = star == 0 ? "took the stars from" : "gave \(star) star\(star == 1 ? "" : "s") to"
            return act(meant.map { .change($0, CodingChanges(star: star)) }, saying: said, edit: edit)
        default:
            let said = doubt ? "in doubt:" : "no longer in doubt:"
            return act(meant.map { .change($0, CodingChanges(doubt: doubt)) }, saying: said, edit: edit)
        }
    }

    /// Keeps the marked extracts as codings of their codes as these are defined now.
    private mutating func keepMarked(edit: CodingEdit) -> [Effect] {
        let steps = (extracts?.meant ?? []).compactMap {
            CodingStep.keepUnderPresentDefinition($0.coding, in: study.codebook)
        }
        guard !steps.isEmpty else {
            refuse("Made under the definition as it is: there is nothing to look at again.")
            return []
        }
        return act(steps, saying: "kept", edit: edit)
    }

    /// Gives the marked extracts another code; words that have it already are left alone.
    mutating func recodeMarked(to code: Code, edit: CodingEdit) -> [Effect] {
        let meant = (extracts?.meant ?? []).map(\.coding)
        let steps = meant.compactMap { coding in
            hasOwn(code, on: coding.span, in: coding.document, besides: coding.id)
                ? nil : CodingStep.recode(coding, to: code, in: study.codebook)
        }
        guard !steps.isEmpty else {
            refuse("All of them are coded \(code.tag) \(code.name) already.")
            return []
        }
        return act(steps, saying: "recoded to \(code.tag) \(code.name):", edit: edit)
    }

    /// Writes one act on the codings of any documents.
    private mutating func act(_ steps: [CodingStep], saying said: String, edit: CodingEdit) -> [Effect] {
        let lines = edit.spread(steps)
        guard !lines.isEmpty else { return [] }
        extracts?.unmark()
        let sorted = lines.sorted { $0.key < $1.key }.map { (document: $0.key, line: $0.value) }
        let places = lines.count == 1 ? "" : " in \(lines.count) documents"
        return [
            .saveAct(ActRequest(lines: sorted, notice: "\(said) \(counted(steps.count, "coding"))\(places) · u undoes"))
        ]
    }

    /// Follows an act on several documents that is safe on disk.
    mutating func saved(_ act: ActRequest) {
        for part in act.lines { saved(SaveRequest(line: part.line, document: part.document, notice: act.notice)) }
    }
}
