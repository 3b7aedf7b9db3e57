import TestSupport
import Testing

@testable import CodingCore

@Suite struct TextSpanTests {
    @Test(arguments: [(0, 0), (0, 5), (7, 7), (3, Int.max)])
    func figuresInOrderMakeASpan(start: Int, end: Int) throws {
        let span = try #require(TextSpan(checking: start, end))
        #expect(span.count == end - start)
        #expect(span.isEmpty == (start == end))
    }

    @Test(arguments: [(-1, 0), (5, 4), (Int.min, Int.max), (0, -1), (Int.max, 0)])
    func figuresOutOfOrderMakeNone(start: Int, end: Int) {
        #expect(TextSpan(checking: start, end) == nil)
    }

    /// All spans with borders from 0 to 5.
    private static let small = (0...5).flatMap { start in (start...5).map { TextSpan(start, $0) } }

    @Test(arguments: small) func relationsAgreeWithTheSetsOfOffsets(span: TextSpan) {
        let own = Set(span.start..<span.end)
        for other in Self.small {
            let others = Set(other.start..<other.end)
            let shared = own.intersection(others)
            #expect(span.intersection(other).map { Set($0.start..<$0.end) } == (shared.isEmpty ? nil : shared))
            if !other.isEmpty { #expect(span.contains(other) == others.isSubset(of: own)) }
            if !span.isEmpty, !other.isEmpty { #expect(span.overlaps(other) == !shared.isEmpty) }
        }
        #expect((0...6).filter { span.contains($0) } == own.sorted())
    }

    @Test func spansThatOnlyTouchDoNotOverlap() {
        #expect(!TextSpan(0, 3).overlaps(TextSpan(3, 6)))
        #expect(TextSpan(0, 3).intersection(TextSpan(3, 6)) == nil)
        #expect(TextSpan(0, 4).intersection(TextSpan(3, 6)) == TextSpan(3, 4))
    }

    @Test func textOrderIsByStartThenByEnd() {
        let ordered = [TextSpan(0, 1), TextSpan(0, 9), TextSpan(2, 3), TextSpan(2, 4), TextSpan(10, 10)]
        #expect(ordered.reversed().sorted() == ordered)
        #expect(TextSpan(4, 12).description == "4-12")
    }

    @Test func aSpanWithoutScalarsOverlapsNothing() {
        #expect(!TextSpan(5, 5).overlaps(TextSpan(0, 10)))
        #expect(!TextSpan(0, 10).overlaps(TextSpan(5, 5)))
        #expect(!TextSpan(5, 5).overlaps(TextSpan(5, 5)))
    }
}
