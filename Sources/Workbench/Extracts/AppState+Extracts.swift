// What commands and the mouse do on the extracts of a code.

import CodingCore
import Screen

extension AppState {
    /// Goes to the extracts of a code: the one named, the one in focus or chosen, or one that is asked for.
    mutating func goToExtracts(_ argument: String?) -> [Effect] {
        if let argument {
            guard let code = codeNamed(argument, isForCoding: false) else { return [] }
            return showExtracts(of: .code(code.id))
        }
        let code: CodeID?
        switch screen {
        case .coding: code = coding?.focus.map { study.codebook.resolve($0.code) }
        case .dashboard: code = dashboard.code
        case .notebook: code = shownPage?.code
        case .matrix: code = matrix?.chosen?.code
        case .framework:
            if case .code(let id)? = framework?.chosenColumn?.column { code = id } else { code = nil }
        case .documents, .extracts, .importing, .search: code = nil
        }
        guard let code else { return chooseExtracts() }
        return showExtracts(of: .code(code))
    }

    /// Shows extracts.
    ///
    /// - Parameter filter: a query that is known to be right.
    mutating func showExtracts(of subject: ExtractsSubject, layer: Layer = .everyone, filter: String = "") -> [Effect] {
        refreshStudy()
        if screen != .extracts { placeBeforeExtracts = screen == .coding ? here : nil }
        let effects = go(to: .extracts)
        let context = extracts?.context
        extracts = ExtractsState(
            subject,
            study: study,
            coder: coder,
            layer: layer,
            filter: filter.isEmpty ? nil : try? Query(filter, in: study),
            unplaced: measures.unplaced
        )
        if let context { extracts?.context = context }
        guard case .code(let code) = subject, code != extractsCode else { return effects }
        extractsCode = code
        return effects + [.keepExtractsCode(code)]
    }

    mutating func performInExtracts(
        _ command: Command,
        count: Int?,
        argument: String?,
        edit: CodingEdit
    ) -> [Effect] {
        guard let list = extracts?.list(in: self), let shown = extracts else { return [] }
        switch command {
        case .rowDown: extracts?.select(shown.selection + (count ?? 1))
        case .rowUp: extracts?.select(shown.selection - (count ?? 1))
        case .pageDown: turnPages(count ?? 1, list)
        case .pageUp: turnPages(-(count ?? 1), list)
        case .top: extracts?.select(0)
        case .bottom: extracts?.select((count ?? shown.entries.count) - 1)
        case .wider, .narrower: widen(by: (command == .wider ? 1 : -1) * (count ?? 1))
        case .layer: toggleExtractsLayer()
        case .filter: return filterExtracts(argument)
        case .open: return openExtract()
        case .mark:
            extracts?.toggleMark()
            extracts?.select(shown.selection + 1)
        case .dropSelection: extracts?.unmark()
        case .copy: return copyExtract()
        default: return actOnExtracts(command, argument: argument, edit: edit)
        }
        keepExtractsInSight()
        return []
    }

    /// Scrolls so that the chosen extract is in sight.
    mutating func keepExtractsInSight() {
        guard let shown = extracts else { return }
        let top = shown.list(in: self).top
        extracts?.top = top
    }

    private mutating func turnPages(_ pages: Int, _ list: ExtractsList) {
        guard let shown = extracts else { return }
        let step = max(1, list.entriesInSight.count - 1)
        if pages == 1 {
            // The last one in sight comes to the top, whole or not.
            let next = max(shown.selection + 1, list.entriesInSight.upperBound - 1)
            extracts?.select(next)
            extracts?.top = min(next, max(0, shown.entries.count - 1))
        } else {
            extracts?.select(shown.selection + pages * step)
        }
    }

    private mutating func widen(by step: Int) {
        guard let wider = extracts?.context.widened(by: step) else {
            refuse(
                step > 0
                    ? "No wider than a turn and its neighbours; Enter goes to the text." : "The passage stands alone."
            )
            return
        }
        extracts?.context = wider
    }

    private mutating func toggleExtractsLayer() {
        guard let shown = extracts else { return }
        let layer: Layer = shown.layer == .everyone ? .mine : .everyone
        extracts?.show(layer, study: study, unplaced: measures.unplaced)
        notice = Notice(
            text: layer == .mine
                ? "Only your own codings are listed; A lists everyone's." : "Everyone's codings are listed."
        )
    }

    private mutating func filterExtracts(_ argument: String?) -> [Effect] {
        guard let argument else {
            overlay = .filter(FilterState(extracts?.filter?.source ?? ""))
            return []
        }
        do {
            return try setFilter(argument)
        } catch {
            refuse("The filter, column \(error.column): \(error.problem).")
        }
        return []
    }

    /// Goes to an extract's place in its text, with its coding in focus.
    private mutating func openExtract() -> [Effect] {
        guard let chosen = extracts?.chosen else { return [] }
        let document = study.documents[chosen.document]
        return [.open(document.id, place: chosen.coding.span.start), .focus(chosen.coding.id)]
    }

    private mutating func copyExtract() -> [Effect] {
        guard let coding = extracts?.chosen?.coding else { return [] }
        let place = locator(of: coding)
        return [.copy(citation(of: words(of: coding), at: place), notice: "copied \(place)")]
    }

    /// The words of an extract: from its text where that is at hand, else as the coding quotes them.
    func words(of coding: Coding) -> String {
        guard let transcript = transcript(of: coding.document), stands(coding, in: transcript) else {
            return coding.anchor.quote
        }
        return transcript.text.string(in: coding.span)
    }

    /// A press chooses an extract, one on the chosen one goes to its place; the wheel moves through the list.
    mutating func handleInExtracts(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        switch event.action {
        case .wheelDown: return performInExtracts(.rowDown, count: 1, argument: nil, edit: edit)
        case .wheelUp: return performInExtracts(.rowUp, count: 1, argument: nil, edit: edit)
        case .press where event.button == .left:
            guard let lines = extracts?.list(in: self).lines,
                lines.indices.contains(event.row - ListFrame.body(in: size).lowerBound)
            else { return [] }
            switch lines[event.row - ListFrame.body(in: size).lowerBound] {
            case .words(let entry, _), .facts(let entry):
                notice = nil
                if extracts?.selection == entry { return openExtract() }
                extracts?.select(entry)
                keepExtractsInSight()
            case .document, .blank: break
            }
        case .press, .drag, .release: break
        }
        return []
    }
}
