// What a program left unchanged in a text is not looked for: where it is, is known.

import CodingCore
import Testing

@Suite struct KeptStretchesTests {
    private func kept() throws -> KeptStretches {
        var kept = KeptStretches(of: try #require(VersionTag(String(repeating: "a", count: 16))))
        kept.add(TextSpan(0, 10), at: 0)
        kept.add(TextSpan(10, 20), at: 10)
        // Ten scalars became three.
        kept.add(TextSpan(30, 40), at: 23)
        return kept
    }

    @Test(arguments: [
        (0, 10, 0, 10), (2, 5, 2, 5), (5, 15, 5, 15), (0, 20, 0, 20), (30, 40, 23, 33), (39, 40, 32, 33),
    ])
    func aPassageInAStretchMovesWithIt(_ start: Int, _ end: Int, _ newStart: Int, _ newEnd: Int) throws {
        #expect(try kept().place(of: TextSpan(start, end)) == TextSpan(newStart, newEnd))
    }

    @Test(arguments: [(19, 21), (20, 30), (25, 26), (15, 35), (39, 41), (50, 60)])
    func aPassageThatIsNotWhollyKeptHasNoPlace(_ start: Int, _ end: Int) throws {
        #expect(try kept().place(of: TextSpan(start, end)) == nil)
    }
}
