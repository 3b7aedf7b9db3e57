// Writing words as YAML that every reader takes for words. Knows YAML 1.1 and 1.2; nothing of what is written.

/// Scalars of YAML files.
package enum YAMLText {
    /// The words as one scalar on one line: plain where no reader can take them for something else, else in double quotes.
    package static func scalar(_ words: String) -> String {
        isPlain(words) ? words : quoted(words)
    }

    /// The words in double quotes; control, bidi and line-separating characters are escaped.
    package static func quoted(_ words: String) -> String {
        var text = "\""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            default:
                if mustBeEscaped(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    let width = scalar.value > 0xFFFF ? 8 : 4
                    text +=
                        (width == 8 ? "\\U" : "\\u")
                        + String(repeating: "0", count: width - digits.utf8.count) + digits
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return text + "\""
    }

    /// Letters first, then letters, digits, single blanks and `. _ / - ( )`; no word that YAML 1.1 takes for a value.
    private static func isPlain(_ words: String) -> Bool {
        guard let first = words.unicodeScalars.first, first.properties.isAlphabetic, words.utf8.last != 0x20 else {
            return false
        }
        guard !reserved.contains(words.lowercased()) else { return false }
        return words.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII {
                return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
                    || [" ", ".", "_", "/", "-", "(", ")", ","].contains(scalar)
            }
            return scalar.properties.isAlphabetic && !mustBeEscaped(scalar)
        }
    }

    private static let reserved: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]

    static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
