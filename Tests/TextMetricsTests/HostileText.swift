// Texts made by chance, the same in every run: scripts, emoji, marks, controls and broken joins.

/// A generator of numbers that depend on the seed alone (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

private let ordinary = Array(
    "abc def, ghi-jkl/mno. (pq) “rs” ’t – é ü 混乱的角色、不明确。「あ」ッー 한국 שלום سلام αβγ Привет かカー 👍😀 12 3".unicodeScalars
)
private let strange = Array(
    "\u{0}\r\t\u{1B}\u{9B}\u{202E}\u{200D}\u{200B}\u{FE0F}\u{301}\u{302}\u{1F3FD}\u{1F1EC}\u{1F1E7}\u{600}\u{94D}\u{915}\u{937}\u{E33}\u{1160}\u{1112}\u{1161}\u{E0041}\u{AD}\u{3000}\u{A0}\u{3099}\u{64E}\u{5B0}\u{483}\u{11A8}\u{2028}\u{F0B7}\u{2764}\u{20E3}1"
        .unicodeScalars
)

/// A text of so many scalars, one in four of them strange, with line feeds if asked.
func hostileText(scalars: Int, lineFeeds: Bool = false, using generator: inout Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<scalars {
        let pool = Int.random(in: 0..<4, using: &generator) == 0 ? strange : ordinary
        text.append(pool.randomElement(using: &generator) ?? "x")
        if lineFeeds, Int.random(in: 0..<30, using: &generator) == 0 { text.append("\n") }
    }
    return String(text)
}
