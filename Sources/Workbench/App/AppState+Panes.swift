// What stands around the text: which pane, the text alone, one code in the spotlight.

import CodingCore

extension AppState {
    /// What the person wants to see around the text.
    var arrangement: Arrangement {
        Arrangement(
            pane: pane,
            isZoomed: isZoomed,
            hasLineNumbers: preferences.lineNumbers,
            namesFrom: preferences.namesFrom,
            panesFrom: preferences.panesFrom
        )
    }

    /// Lays the coding screen out as the person wants it, and counts what its panes show.
    ///
    /// - Parameter anew: whether what was counted in other documents is not true any more: codings or codes changed there.
    mutating func arrange(anew: Bool = false) {
        guard let document = coding?.document.uuid else { return }
        let arrangement = arrangement
        let parts = arrangement.parts(columns: size.columns)
        // Going through the whole study is put off until its figures are seen.
        if !parts.codebook && !parts.card {
            coding?.others = nil
        } else if anew || coding?.others == nil {
            coding?.others = StudyFigures(study, open: document, coder: coder)
        }
        coding?.arrangement = arrangement
        coding?.layOut(size)
    }

    /// Performs a command about what is seen around the text; false when the command is none.
    mutating func see(_ command: Command) -> Bool {
        switch command {
        case .pane: changePane()
        case .zoom: zoom()
        case .spotlight: turnSpotlight()
        default: return false
        }
        return true
    }

    private mutating func changePane() {
        let panes = Arrangement.Pane.allCases
        // Out of the zoom the pane comes back that stood there before.
        if !isZoomed { pane = panes[((panes.firstIndex(of: pane) ?? 0) + 1) % panes.count] }
        isZoomed = false
        arrange()
        switch pane {
        case .names: notice = Notice(text: "Beside the text: names.")
        case .card: notice = Notice(text: "Beside the text: the code in focus.")
        case .nothing: notice = Notice(text: "Nothing beside the text: names stand below it.")
        }
    }

    private mutating func zoom() {
        isZoomed.toggle()
        arrange()
        notice = Notice(text: isZoomed ? "The text alone; z brings the panes back." : "The panes are back.")
    }

    private mutating func turnSpotlight() {
        guard let screen = coding else { return }
        guard screen.spotlight == nil else {
            coding?.turnSpotlight(to: nil)
            return
        }
        coding?.turnSpotlight(to: screen.focus?.code)
    }
}
