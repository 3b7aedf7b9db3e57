// Safe text for streams: errors, titles, status lines and what a subcommand prints. For cells see `ShownCluster`.

/// The text with everything that could steer a terminal or hide in a line made visible, as `⟦U+202E⟧`.
///
/// Line feeds and tabs stay unless `keepsLines` is false, when both are named too. Letters of all scripts stay as they
/// are, in the order they are stored. Marks beyond four on one letter are counted: `⟦+996⟧`.
/// - Complexity: O(bytes of the text).
package func shown(_ text: some StringProtocol, keepsLines: Bool = true) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for character in text {
        if keepsLines, character == "\n" || character == "\t" || character == "\r\n" {
            // A carriage return before a line feed still moves the cursor, so it is named.
            result += character == "\r\n" ? nameOfHidden(0x0D) + "\n" : String(character)
        } else if !shownCluster(character).isStandIn, character != "\t" {
            result.append(character)
        } else {
            result += named(character)
        }
    }
    return result
}

/// A character that cannot be shown whole, its hidden scalars named.
private func named(_ character: Character) -> String {
    var result = String.UnicodeScalarView()
    var (marks, cut, hasLetter) = (0, 0, false)
    for scalar in character.unicodeScalars {
        switch ScalarClass(scalar) {
        case .mark where !hasLetter && needsLetter(scalar):
            result.append(contentsOf: nameOfHidden(scalar.value).unicodeScalars)
        case .mark where marks < ShownCluster.markLimit:
            if !hasLetter { result.append(contentsOf: ShownCluster.markCarrier.unicodeScalars) }
            result.append(scalar)
            (marks, hasLetter) = (marks + 1, true)
        case .mark:
            cut += 1
        case .hidden:
            result.append(contentsOf: nameOfHidden(scalar.value).unicodeScalars)
        case .narrow, .wide:
            result.append(scalar)
            (marks, hasLetter) = (0, true)
        }
    }
    if cut > 0 { result.append(contentsOf: "⟦+\(cut)⟧".unicodeScalars) }
    return String(result)
}

/// The visible name of a scalar: `⟦U+001B⟧`.
private func nameOfHidden(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "⟦U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟧"
}
