// What is said of the coding in focus, in the words that inspector, card and status line share.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Where a coding begins and ends, `33:23–35:47`: line and column, both counted from 1, the last character included.
    func extent(of coding: Coding) -> String {
        let span = coding.span
        let first = place(of: span.start)
        let last = place(of: max(span.start, span.end - 1))
        return first == last ? first : first + look.said("–") + last
    }

    private func place(of scalar: Int) -> String {
        let line = screen.transcript.lines.line(ofScalar: scalar)
        guard screen.transcript.lines.rows.indices.contains(line - 1) else { return "\(line)" }
        let before = TextSpan(min(screen.transcript.lines.rows[line - 1].scalarStart, scalar), scalar)
        return "\(line):\(displayWidth(of: screen.transcript.text.string(in: before)) + 1)"
    }

    /// Who gave the code, and when.
    func maker(of coding: Coding) -> String { "\(coding.coder)  \(coding.codedAt.shortDay)" }

    /// What the marks of a coding and of its code say, in words; empty when there are none.
    func remarks(on coding: Coding) -> String {
        var words = [screen.code(of: coding)?.standing ?? ""].filter { !$0.isEmpty }
        if coding.star > 0 { words.append(coding.star == 1 ? "1 star" : "\(coding.star) stars") }
        if coding.doubt { words.append("in doubt") }
        if !coding.disputed.isEmpty { words.append("disputed") }
        return words.joined(separator: ", ")
    }

    /// When to give a code and when not, in one run of words; empty where the codebook says nothing of it.
    func rules(of code: Code?) -> String {
        guard let code else { return "" }
        let include = code.include.isEmpty ? "" : "Include: " + code.include.joined(separator: "; ") + "."
        let exclude = code.exclude.isEmpty ? "" : "Not: " + code.exclude.joined(separator: "; ") + "."
        return [include, exclude].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What to say where no coding is in focus.
    var noFocus: String {
        if let edited = screen.edited {
            return
                "Motions change where \(screen.tag(of: edited)) ends, o takes the other end; Enter keeps it, Esc leaves it as it was."
        }
        if screen.selection != nil {
            return "c chooses a code for the selection; v grows it, o moves the other end, Esc drops it."
        }
        return screen.shown.isEmpty
            ? "Nothing is coded here yet. s selects the sentence at the cursor, c chooses a code for it."
            : "No coding at the cursor. ] goes to the next one."
    }

    /// The hue of the coding in focus.
    var focusHue: Int16 { focus.map { style(of: $0).foreground } ?? Style.ownColour }
}

extension Moment {
    /// The calendar day in UTC as people write it, `12 May 2026`.
    var shortDay: String {
        let parts = day.split(separator: "-")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 3, let month = Int(parts[1]), months.indices.contains(month - 1), let date = Int(parts[2])
        else { return day }
        return "\(date) \(months[month - 1]) \(parts[0])"
    }
}
