// How the words looked for are marked.

import Screen

extension Look {
    /// Text that was looked for.
    func hit(_ style: Style) -> Style { style.adding([.bold, .underline]) }
}
