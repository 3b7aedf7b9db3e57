// How figures are spelled for reading.

import CodingCore

/// A share as a whole percentage, never rounded up to 100 nor down to 0; a dash when there is nothing to share.
func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let rounded = (part * 200 + whole) / (2 * whole)
    let honest = part < whole ? min(99, rounded) : rounded
    return "\(part > 0 ? max(1, honest) : honest)%"
}

/// A time in a recording: `1:02:03`, `02:03`.
func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1_000
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let rest = two(seconds / 60 % 60) + ":" + two(seconds % 60)
    return seconds >= 3_600 ? "\(seconds / 3_600):\(rest)" : rest
}

/// Words on one line: every run of blanks and line ends that holds a line end becomes one blank.
func inOneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var pending: [Unicode.Scalar] = []
    func close() {
        line.append(contentsOf: pending.contains { $0 == "\n" || $0 == "\r" } ? [" "] : pending)
        pending = []
    }
    for scalar in text.unicodeScalars {
        if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
            pending.append(scalar)
        } else {
            close()
            line.append(scalar)
        }
    }
    close()
    return String(line)
}
