import Testing
import TextMetrics

@Suite struct LatinFoldTests {
    @Test(
        arguments: [
            ("É", "e"), ("ø", "o"), ("Ł", "l"), ("ß", "s"), ("Æ", "a"), ("ș", "s"), ("ế", "e"), ("İ", "i"), ("A", "a"),
            ("z", "z"),
            ("7", "7"), ("Ж", "ж"), ("混", "混"), ("×", "×"), ("÷", "÷"), ("–", "–"), ("Σ", "σ"),
        ] as [(Unicode.Scalar, Unicode.Scalar)]
    )
    func lettersLoseCaseAndMarks(_ scalar: Unicode.Scalar, _ plain: Unicode.Scalar) {
        #expect(LatinFold.fold(scalar) == plain)
    }
}
