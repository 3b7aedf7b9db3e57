// Words made safe for Markdown: what was said stays what is shown.

/// Escaping for CommonMark.
enum MarkdownText {
    private static let special: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$",
    ]

    /// The words with every character that Markdown would act on escaped; for text on one line.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isStart = true
        for scalar in text.unicodeScalars {
            // At the start of a line a dash or plus makes a list.
            if special.contains(scalar) || (isStart && (scalar == "-" || scalar == "+")) { escaped.append("\\") }
            escaped.append(scalar)
            if scalar != " " { isStart = false }
        }
        return String(escaped)
    }
}
