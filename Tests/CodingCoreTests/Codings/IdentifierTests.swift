import TestSupport
import Testing

@testable import CodingCore

@Suite struct IdentifierTests {
    @Test func theExampleOfTheStandardComesOut() {
        // RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC, rand_a CC3, rand_b 18C4DC0C0C07398F.
        let identifier = Identifier.version7(milliseconds: 0x017F_22E2_79B0, random: (0xCC3, 0x18C4_DC0C_0C07_398F))
        #expect(identifier.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test(arguments: 0..<20) func versionAndVariantStandWhateverTheRandomBits(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let milliseconds = random.next()
        let identifier = Identifier.version7(milliseconds: milliseconds, random: (random.next(), random.next()))
        #expect(identifier.high >> 16 == milliseconds & 0xFFFF_FFFF_FFFF)
        #expect(identifier.high >> 12 & 0xF == 7)
        #expect(identifier.low >> 62 == 0b10)
        let digits = Array(identifier.description)
        #expect(digits[14] == "7")
        #expect("89ab".contains(digits[19]))
    }

    @Test func all74RandomBitsAreUsed() {
        let none = Identifier.version7(milliseconds: 0, random: (0, 0))
        let all = Identifier.version7(milliseconds: 0, random: (.max, .max))
        #expect((none.high ^ all.high).nonzeroBitCount + (none.low ^ all.low).nonzeroBitCount == 74)
    }

    @Test(arguments: 0..<20) func laterIdentifiersSortLater(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var time: UInt64 = 0
        let made = (0..<50).map { _ in
            time += UInt64.random(in: 1...100_000_000_000, using: &random)
            return Identifier.version7(milliseconds: time, random: (random.next(), random.next()))
        }
        #expect(made.shuffled(using: &random).sorted() == made)
        #expect(made.map(\.description).sorted() == made.map(\.description))
    }

    @Test func orderIsThatOfTheBytesToTheLast() {
        let a = Identifier(high: 1, low: .max)
        #expect(a < Identifier(high: 2, low: 0))
        #expect(Identifier(high: 1, low: 7) < a)
        #expect(!(a < a))
    }

    // MARK: Text

    @Test(arguments: 0..<20) func whatIsWrittenIsReadBack(seed: Int) {
        var random = SeededGenerator(seed: UInt64(100 + seed))
        let identifier = Identifier(high: random.next(), low: random.next())
        #expect(Identifier(identifier.description) == identifier)
        #expect(Identifier(identifier.description.uppercased()) == identifier)
        #expect(Identifier("<\(identifier)>".dropFirst().dropLast()) == identifier)
    }

    @Test func leadingZerosAreWritten() {
        #expect(Identifier(high: 0, low: 10).description == "00000000-0000-0000-0000-00000000000a")
    }

    @Test func anyVersionIsRead() {
        #expect(Identifier("ffffffff-ffff-4fff-bfff-ffffffffffff") != nil)
        #expect(Identifier("00000000-0000-0000-0000-000000000000") == Identifier(high: 0, low: 0))
    }

    @Test(arguments: [
        "", "-", "0199", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
        "017f22e279b07cc398c4dc0c0c07398f", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2_79b0-7cc3-98c4-dc0c0c07398f",
        "017f22e27-9b0-7cc3-98c4-dc0c0c07398f", " 017f22e2-79b0-7cc3-98c4-dc0c0c07398",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n", "017f22e2-79b0-7cc3-98c4-dc0c0c0739é",
        "٠17f22e2-79b0-7cc3-98c4-dc0c0c07398f", "------------------------------------",
    ])
    func otherTextIsNoIdentifier(text: String) {
        #expect(Identifier(text) == nil)
    }
}
