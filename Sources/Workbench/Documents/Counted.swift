// Small wordings that lists share.

/// A count and its noun: `1 coding`, `2 codings`.
func counted(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

/// A count with a blank between thousands: `1 898`.
func grouped(_ count: Int) -> String {
    let digits = String(abs(count))
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place).isMultiple(of: 3) { text += " " }
        text.append(digit)
    }
    return count < 0 ? "-" + text : text
}

/// A share of ten signs and in hundredths, rounded down: what is not all is never 100.
func hundredths(_ share: Double) -> Int { max(0, min(100, Int((share * 100).rounded(.down)))) }
