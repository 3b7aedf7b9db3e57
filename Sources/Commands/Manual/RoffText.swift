// Words made safe for roff, and the few man(7) macros that the manual uses. Knows nothing of Gloss.

/// A manual page in the making.
struct RoffText {
    /// The page so far.
    private(set) var source = ""

    /// The words so that roff prints them and nothing else, on one line and in the fixed signs of command lines.
    static func escaped(_ words: String) -> String {
        var escaped = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\(rs"
            // Plain, roff would print typographic hyphens and quotes, which nobody can paste into a shell.
            case "-": escaped += "\\-"
            case "'": escaped += "\\(aq"
            case "`": escaped += "\\(ga"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            case "\"": escaped += "\\(dq"
            case "\n", "\r", "\t": escaped += " "
            case " "..<"\u{7F}": escaped.unicodeScalars.append(scalar)
            default: escaped += "\\[u\(hexadecimal(scalar))]"
            }
        }
        // A dot at the start of a line would begin a request.
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The title line.
    mutating func title(_ name: String, section: Int, version: String) {
        source += ".TH \(Self.escaped(name)) \(section) \"\" \"\(Self.escaped(version))\" \"User Commands\"\n"
        // Nothing is hyphenated or stretched: much of the page is to be typed.
        source += ".nh\n.ad l\n"
    }

    mutating func section(_ name: String) { source += ".SH \"\(Self.escaped(name))\"\n" }

    mutating func subsection(_ name: String) { source += ".SS \"\(Self.escaped(name))\"\n" }

    /// A paragraph; empty words make none.
    mutating func paragraph(_ words: String) {
        guard !words.isEmpty else { return }
        source += ".PP\n" + Self.escaped(words) + "\n"
    }

    /// Lines just as they are, such as command lines; indented.
    mutating func lines(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        source += ".PP\n.RS 4\n.nf\n" + lines.map { Self.escaped($0) + "\n" }.joined() + ".fi\n.RE\n"
    }

    /// Command lines that may be wrapped, but not inside brackets; indented.
    mutating func usage(_ lines: [String]) {
        let wrapped = lines.map { line in
            var depth = 0
            return line.reduce(into: "") { words, character in
                depth += character == "[" ? 1 : character == "]" ? -1 : 0
                words += character == " " && depth > 0 ? "\\ " : Self.escaped(String(character))
            }
        }
        source += ".PP\n.RS 4\n" + wrapped.joined(separator: "\n.br\n") + "\n.RE\n"
    }

    /// A term in bold and what it means.
    mutating func entry(_ term: String, _ words: String) {
        source += ".TP\n\\fB\(Self.escaped(term))\\fR\n" + Self.escaped(words) + "\n"
    }

    /// Words as they come, for the line that `whatis` reads.
    mutating func plain(_ words: String) { source += Self.escaped(words) + "\n" }
}
