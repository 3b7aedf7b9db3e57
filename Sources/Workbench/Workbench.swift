// The way into the workbench from the command line.

package import CodingCore
import Screen
package import StudyFiles

/// The full-screen program.
package enum Workbench {
    /// What a person likes, from the configuration file and the environment.
    package struct Preferences: Sendable {
        /// `dark`, `light` or `plain`.
        package var background: String
        package var usesASCII: Bool
        package var usesMouse: Bool
        package var usesColours: Bool

        package nonisolated init(
            background: String = "dark",
            usesASCII: Bool = false,
            usesMouse: Bool = true,
            usesColours: Bool = true
        ) {
            self.background = background
            self.usesASCII = usesASCII
            self.usesMouse = usesMouse
            self.usesColours = usesColours
        }
    }

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
    /// - Parameter greeting: a sentence to begin with, such as that files of the study could not be read.
    /// - Throws: `TerminalError` when the terminal cannot show screens; `FileTrouble` when the document to begin with
    ///   cannot be opened. The terminal is given back before anything is thrown.
    package static func run(
        study: Study,
        session: CodingSession,
        places: ReadingPlaces,
        opening: Opening,
        preferences: Preferences,
        greeting: String? = nil
    ) throws {
        let options = CursesTerminal.Options(
            usesColours: preferences.usesColours,
            usesMouse: preferences.usesMouse
        )
        let terminal = try CursesTerminal(options)
        defer { terminal.stop() }
        let size = terminal.size
        var state = AppState(
            size: WindowSize(rows: size.rows, columns: size.columns),
            study: study,
            coder: session.author.coder
        )
        if let first = greeting ?? terminal.note { state.notice = Notice(text: first, kind: .refused) }
        let access = StudyFilesAccess(session: session, measure: study.settings.measure, places: places)
        let look = Look(
            background: Look.Background(rawValue: preferences.background) ?? .dark,
            colours: terminal.colours,
            ascii: preferences.usesASCII
        )
        switch opening {
        case .list, .documentOverList: state.documents = DocumentsState(study)
        case .document: break
        }
        let program = WorkbenchProgram(state: state, access: access, terminal: terminal, look: look)
        switch opening {
        case .list: break
        case .document(let document, let line): try program.open(document, line: line)
        case .documentOverList(let document): try program.open(document)
        }
        program.run()
    }
}
