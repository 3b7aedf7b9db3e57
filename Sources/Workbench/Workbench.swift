// The way into the workbench from the command line.

package import CodingCore
import Screen
package import StudyFiles

/// The full-screen program.
package enum Workbench {
    /// Where the workbench begins.
    package enum Opening: Sendable {
        /// The list of documents.
        case list
        /// A document, at a numbered line where one is given; leaving it leaves the workbench.
        case document(DocumentRecord, line: Int?)
        /// A document with the list behind it.
        case documentOverList(DocumentRecord)
    }

    /// Runs until the coder leaves.
    ///
    /// - Parameters:
    ///   - watch: begun before the study was read, so that nothing that is written meanwhile is missed.
    ///   - greetings: sentences to begin with, such as that files of the study could not be read.
    /// - Returns: what the session came to; nothing when no document was on screen, or the coder likes no summary by then.
    /// - Throws: `TerminalError` when the terminal cannot show screens; `FileTrouble` when the document to begin with
    ///   cannot be opened. The terminal is given back before anything is thrown.
    @discardableResult package static func run(
        study: Study,
        session: CodingSession,
        places: WorkbenchMemory,
        watch: StudyWatch,
        opening: Opening,
        preferences: Preferences,
        greetings: [String] = []
    ) throws -> SessionSummary? {
        let options = CursesTerminal.Options(
            usesColours: preferences.colours != .none,
            usesMouse: preferences.mouse
        )
        let terminal = try CursesTerminal(options)
        defer { terminal.stop() }
        let size = terminal.size
        let screens: [ScreenName] =
            switch opening {
            case .list: [.dashboard]
            case .document: [.coding]
            case .documentOverList: [.dashboard, .coding]
            }
        var state = AppState(
            size: WindowSize(rows: size.rows, columns: size.columns),
            study: study,
            coder: session.author.coder,
            screens: screens,
            preferences: preferences,
            now: session.author.now()
        )
        state.uses = CodeUses(study: study, coder: session.author.coder, assigned: places.slots)
        state.extractsCode = places.extractsCode
        let access = StudyFilesAccess(
            session: session,
            measure: study.settings.measure,
            places: places,
            watch: watch
        )
        state.drafts = session.author.folder.memoDrafts(of: session.author.coder)
        let words = greetings + [terminal.note, state.aboutDrafts].compactMap(\.self)
        if !words.isEmpty { state.notice = Notice(text: words.joined(separator: " "), kind: .refused) }
        let (colours, isUTF8) = (terminal.colours, terminal.isUTF8)
        let look = { (preferences: Preferences) in Look(preferences, colours: colours, isUTF8: isUTF8) }
        let program = WorkbenchProgram(
            state: state,
            access: access,
            terminal: terminal,
            look: look,
            editor: ExternalEditor(preferred: preferences.editor ?? "")
        )
        switch opening {
        case .list: break
        case .document(let document, let line): try program.open(document, line: line)
        // The others can be worked on meanwhile.
        case .documentOverList(let document): program.openOrShowList(document)
        }
        let now = session.author.now
        let began = now()
        program.run()
        let seconds = now().secondsSince1970 - began.secondsSince1970
        return program.state.summary(minutes: Int(clamping: seconds / 60))
    }
}
