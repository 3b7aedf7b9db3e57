// The palette in the state: opening it, its keys, and running what it asks for.

import CodingCore
import Screen

extension AppState {
    private static let longestHistory = 50

    /// Opens the palette with some words in it.
    mutating func openPalette(_ text: String = "", trouble: String? = nil) {
        var palette = PaletteState(sources: paletteSources, history: paletteHistory, text: text)
        palette.trouble = trouble
        palette.topBefore = coding?.top ?? 0
        overlay = .palette(palette)
        makeRoomForPalette()
    }

    /// Scrolls so that the words one is at stand above the palette.
    mutating func makeRoomForPalette() {
        guard case .palette(var palette) = overlay, screen == .coding, let screen = coding else { return }
        palette.topBefore = screen.top
        overlay = .palette(palette)
        let end = min(screen.cursor + 1, screen.transcript.text.scalarCount)
        coding?.show(
            screen.selectedSpan ?? TextSpan(min(screen.cursor, end), end),
            aboveRow: PaletteDraw.area(in: size).row
        )
    }

    /// Follows a key in the palette.
    mutating func handle(_ press: KeyPress, in palette: PaletteState, edit: CodingEdit) -> [Effect] {
        var palette = palette
        if press.key == .enter { return run(palette, edit: edit) }
        let height = PaletteDraw.listHeight(in: size)
        switch press.key {
        case .tab: palette.complete()
        case .up where palette.recall(back: true), .down where palette.recall(back: false): break
        // Left alone, these belong to the line, as in a shell.
        case .home, .end, .character("u"), .character("d"): _ = palette.edit { $0.handle(press) }
        case .backspace where palette.line.isEmpty:
            closeOverlay()
            return []
        default:
            if !palette.point(press, height: height) { _ = palette.edit { $0.handle(press) } }
        }
        _ = palette.list.visibleRows(count: palette.rows.count, height: height)
        overlay = .palette(palette)
        return wantedListing
    }

    /// Asks for the names in a folder, where a path is being typed.
    var wantedListing: [Effect] {
        guard case .palette(let palette) = overlay, let folder = palette.wantedFolder else { return [] }
        return [.listFolder(folder)]
    }

    /// Takes in the names in a folder, if they are still wanted.
    mutating func take(_ listing: PathListing) {
        guard case .palette(var palette) = overlay, palette.wantedFolder == listing.folder else { return }
        palette.take(listing)
        overlay = .palette(palette)
    }

    /// Does what the line says. What cannot be done leaves the palette open, with the reason.
    private mutating func run(_ palette: PaletteState, edit: CodingEdit) -> [Effect] {
        var palette = palette
        switch palette.order {
        case .nothing: closeOverlay()
        case .incomplete(let line, let sentence):
            palette.write(line, trouble: sentence)
            overlay = .palette(palette)
            return wantedListing
        case .refused(let sentence):
            palette.trouble = sentence
            overlay = .palette(palette)
        case .run(let command, let argument):
            var after = self
            after.closeOverlay()
            after.remember(command, argument)
            let effects = after.perform(command, argument: argument, edit: edit)
            if effects.isEmpty, let notice = after.notice, notice.kind == .refused {
                palette.trouble = notice.text
                overlay = .palette(palette)
                return []
            }
            self = after
            return effects
        }
        return []
    }

    private mutating func remember(_ command: Command, _ argument: String?) {
        let text = command.name + (argument.map { " " + $0 } ?? "")
        paletteHistory.removeAll { $0 == text }
        paletteHistory.append(text)
        if paletteHistory.count > Self.longestHistory { paletteHistory.removeFirst() }
    }
}
