// How codes are named on every screen, so that a proposal and a participant's own words are told from what was agreed upon.

import CodingCore
import Screen

extension Look {
    /// The name of a code; in quotes where a participant's own words are the name.
    func name(of code: Code) -> String {
        code.isInVivo ? "\(glyphs.quoteOpen)\(code.name)\(glyphs.quoteClose)" : code.name
    }
}

extension Code {
    /// What sets the code apart from those agreed upon, in a word: whose words name it, or that it is a proposal; empty
    /// for others.
    var standing: String { isInVivo ? "in-vivo" : status == .proposed ? "proposed" : "" }

    /// The same as a sign after the name, for want of room; the quotes say it of in-vivo codes.
    var standingSign: String { standing == "proposed" ? "~" : "" }
}
