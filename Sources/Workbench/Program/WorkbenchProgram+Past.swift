// The study as it was: a second workbench on files seen as of a moment, from which one comes back to the study as it is.

import CodingCore
import Screen
import StudyFiles

extension WorkbenchProgram {
    /// Shows the study as it was until the coder leaves it.
    func showPast(_ moment: Moment) {
        let past: (study: Study, access: any StudyAccess)
        do {
            past = try access.past(asOf: moment)
        } catch {
            state.notice = Notice(text: sentence(error), kind: .alarm)
            return
        }
        var then = AppState(
            size: state.size,
            study: past.study,
            coder: state.coder,
            screens: [.dashboard],
            preferences: state.preferences,
            now: past.access.now
        )
        then.past = moment
        then.refuse("The study as it was on \(moment.toTheMinute), to read only; q on this page comes back to today.")
        let program = WorkbenchProgram(state: then, access: past.access, terminal: terminal, look: look, editor: editor)
        program.run()
        if program.wasEnded {
            isRunning = false
            return
        }
        let size = terminal.size
        state.resize(to: WindowSize(rows: size.rows, columns: size.columns))
        terminal.forgetFrame()
        state.notice = Notice(text: "This is the study as it is now.")
    }
}

extension AppState {
    /// What stands before every title while the study is shown as it was.
    var pastMark: String { past.map { "AS OF \($0.toTheMinute) · " } ?? "" }

    /// Why a command that changes something cannot be done in the past.
    func obstacleInThePast(to command: Command) -> String? {
        guard let past, Self.changes.contains(command) else { return nil }
        return "This is the study as it was on \(past.toTheMinute): nothing can be changed here."
    }

    /// The commands that write into the study.
    private static let changes: Set<Command> = [
        .code, .again, .inVivo, .recode, .uncode, .extent, .keepExtent, .memo, .star, .doubt, .questions, .undo, .redo,
        .add, .define, .rename, .nest, .lift, .lower, .raise, .move, .merge, .split, .retire, .adopt, .tie, .keep,
        .revert,
        .snapshot, .asOf, .import, .write, .quote,
    ]
}

extension Effect {
    /// Whether it writes into the study.
    var writes: Bool {
        switch self {
        case .save, .saveAct, .addCode, .takeBackCodes, .makeAgain, .write, .change, .editForm, .editCell, .codeHits,
            .addImport:
            true
        default: false
        }
    }
}

extension Moment {
    /// The day and the minute: `2026-11-12 10:41`.
    fileprivate var toTheMinute: String { String(description.prefix(16)).replacing("T", with: " ") }
}
