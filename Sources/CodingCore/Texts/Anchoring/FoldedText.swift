// A text with the differences taken out that no reader hears: how letters are composed, which blanks part the words, which
// kind of quotes and dashes was typed. Knows its way back to the scalars of the text; nothing of what is compared.

/// A text as symbols: one for each base character with its marks, one for each run of blanks.
struct FoldedText: Sendable {
    /// What a symbol is to the words around it.
    enum Kind: UInt8, Sendable {
        case blank, letter, ideograph, sign
    }

    static let blank: Int32 = 0x20

    private(set) var symbols: [Int32] = []
    private(set) var kinds: [Kind] = []
    /// The scalar at which each symbol begins; one more for the end of the text.
    private var starts: [Int] = []

    /// - Parameter table: the one of the text that this one is compared with.
    init(_ text: CanonicalText, _ table: inout SymbolTable) {
        let window = ScalarWindow(text, text.wholeSpan)
        symbols.reserveCapacity(text.scalarCount)
        kinds.reserveCapacity(text.scalarCount)
        starts.reserveCapacity(text.scalarCount + 1)
        var (byte, offset) = (window.start, 0)
        while byte < window.end {
            let (scalar, next) = window.scalar(at: byte)
            var (end, count) = (next, 1)
            if isBlank(scalar) {
                if symbols.last != Self.blank { append(Self.blank, .blank, at: offset) }
            } else {
                while end < window.end {
                    let (mark, after) = window.scalar(at: end)
                    guard combines(mark) else { break }
                    (end, count) = (after, count + 1)
                }
                let symbol = table.symbol(for: scalar, cluster: text.utf8[byte..<end], isAlone: count == 1)
                append(symbol, Kind(scalar), at: offset)
            }
            (byte, offset) = (end, offset + count)
        }
        starts.append(offset)
    }

    private mutating func append(_ symbol: Int32, _ kind: Kind, at offset: Int) {
        symbols.append(symbol)
        kinds.append(kind)
        starts.append(offset)
    }

    /// The scalar at which a symbol begins; the end of the text for the number of symbols.
    func start(of symbol: Int) -> Int { starts[symbol] }

    /// The symbol that holds a scalar of the text.
    func symbol(atScalar offset: Int) -> Int {
        var (low, high) = (0, symbols.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The symbols of which a span has at least a part; the one it stands at for an empty span.
    func symbols(touching span: TextSpan) -> Range<Int> {
        guard !symbols.isEmpty else { return 0..<0 }
        let first = symbol(atScalar: span.start)
        return first..<max(first, symbol(atScalar: max(span.start, span.end - 1))) + 1
    }
}

/// Symbols for characters beyond ASCII: the same for what Unicode calls canonically equivalent.
struct SymbolTable {
    /// Swift's strings are equal when they are canonically equivalent, which is what is wanted here.
    private var clusters: [String: Int32] = [:]
    private var single: [Unicode.Scalar: Int32] = [:]

    init() {
        for value in UInt8(0x21)..<0x7F { clusters[String(Unicode.Scalar(value))] = Int32(value) }
    }

    /// The symbol for a base character with its marks.
    ///
    /// - Parameters:
    ///   - cluster: the bytes of all of it.
    ///   - isAlone: whether it has no marks.
    @inline(__always)
    mutating func symbol(for scalar: Unicode.Scalar, cluster: ArraySlice<UInt8>, isAlone: Bool) -> Int32 {
        guard isAlone else { return interned(String(decoding: cluster, as: UTF8.self)) }
        if scalar.isASCII { return Int32(scalar.value) }
        if let known = single[scalar] { return known }
        let symbol = folded(scalar) ?? interned(String(scalar))
        single[scalar] = symbol
        return symbol
    }

    private mutating func interned(_ cluster: String) -> Int32 {
        if let known = clusters[cluster] { return known }
        // Beyond all scalars, so that no symbol is mistaken for an ASCII one.
        let symbol = Int32(0x11_0000 + clusters.count)
        clusters[cluster] = symbol
        return symbol
    }

    /// The plain sign for one that is typed in several ways.
    private func folded(_ scalar: Unicode.Scalar) -> Int32? {
        switch scalar.value {
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0x2010, 0x2011, 0x2013, 0x2014: 0x2D
        default: nil
        }
    }
}

extension FoldedText.Kind {
    fileprivate init(_ scalar: Unicode.Scalar) {
        self = isIdeographic(scalar) ? .ideograph : isWordScalar(scalar) || scalar == "_" ? .letter : .sign
    }
}

@inline(__always)
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
    return scalar.properties.isWhitespace
}

/// Whether a scalar is one character with what stands before it: a mark, or a later letter of a Hangul syllable.
@inline(__always)
private func combines(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 { return false }
    if (0x1160...0x11FF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
}
