// libvterm behind a Swift face.
import CVTerm
package import Screen

/// A cell as a terminal emulator shows it.
package struct SeenCell: Hashable, Sendable {
    /// Empty if nothing was ever put there.
    package let text: String
    package let width: Int
    /// Indices of colours; nil for the terminal's own.
    package let foreground: Int?
    package let background: Int?
    /// The emulator does not know of dim.
    package let attributes: Style.Attributes
}

/// A terminal emulator of a given size. Its pointers live exactly as long as it does and never leave it.
@safe final class Emulator {
    private let terminal: OpaquePointer
    private let screen: OpaquePointer
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    private let properties: Properties

    /// What the emulator tells by callbacks only.
    private final class Properties {
        var isCursorVisible = true
        var showsAlternateScreen = false
    }

    init(rows: Int, columns: Int) {
        unsafe terminal = vterm_new(Int32(rows), Int32(columns))
        unsafe vterm_set_utf8(terminal, 1)
        unsafe screen = vterm_obtain_screen(terminal)
        properties = Properties()
        unsafe callbacks = .allocate(capacity: 1)
        unsafe callbacks.initialize(to: VTermScreenCallbacks())
        unsafe callbacks.pointee.settermprop = { property, value, user in
            guard let user = unsafe user, let value = unsafe value else { return 0 }
            let properties = unsafe Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
            switch property {
            case VTERM_PROP_CURSORVISIBLE: unsafe properties.isCursorVisible = value.pointee.boolean != 0
            case VTERM_PROP_ALTSCREEN: unsafe properties.showsAlternateScreen = value.pointee.boolean != 0
            default: break
            }
            return 1
        }
        unsafe vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(properties).toOpaque())
        unsafe vterm_screen_enable_altscreen(screen, 1)
        unsafe vterm_screen_reset(screen, 1)
    }

    deinit {
        unsafe vterm_free(terminal)
        unsafe callbacks.deallocate()
    }

    var showsAlternateScreen: Bool { properties.showsAlternateScreen }

    var cursor: CursorPlace? {
        guard properties.isCursorVisible else { return nil }
        var place = VTermPos()
        unsafe vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place)
        return CursorPlace(row: Int(place.row), column: Int(place.col))
    }

    func resize(rows: Int, columns: Int) { unsafe vterm_set_size(terminal, Int32(rows), Int32(columns)) }

    /// Shows bytes of the program and answers what the terminal has to say to it.
    func take(_ bytes: [UInt8]) -> [UInt8] {
        let characters = bytes.map(CChar.init(bitPattern:))
        _ = unsafe vterm_input_write(terminal, characters, characters.count)
        var answers = [CChar](repeating: 0, count: 1024)
        let count = unsafe vterm_output_read(terminal, &answers, answers.count)
        return answers.prefix(count).map(UInt8.init(bitPattern:))
    }

    func cell(_ row: Int, _ column: Int) -> SeenCell {
        var cell = VTermScreenCell()
        _ = unsafe vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        var text = String.UnicodeScalarView()
        let scalars = [cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4, cell.chars.5]
        for value in scalars.prefix(while: { $0 != 0 && $0 != UInt32.max }) {
            text.append(Unicode.Scalar(value) ?? "?")
        }
        var attributes: Style.Attributes = []
        if cell.attrs.bold != 0 { attributes.insert(.bold) }
        if cell.attrs.italic != 0 { attributes.insert(.italic) }
        if cell.attrs.underline != 0 { attributes.insert(.underline) }
        if cell.attrs.reverse != 0 { attributes.insert(.reverse) }
        return SeenCell(
            text: String(text),
            width: Int(cell.width),
            foreground: Self.index(cell.fg),
            background: Self.index(cell.bg),
            attributes: attributes
        )
    }

    /// Bit 0 of the type tells an index from a mix of colours, bits 1 and 2 tell the terminal's own.
    private static func index(_ colour: VTermColor) -> Int? {
        let type = unsafe colour.type
        return type & 6 == 0 && type & 1 == 1 ? unsafe Int(colour.indexed.idx) : nil
    }
}
