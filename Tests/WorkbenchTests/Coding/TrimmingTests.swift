// What dangles at the ends of a selection is not coded. `«…»` is what was selected, then what would be coded.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct TrimmingTests {
    private func trimmed(_ marked: String) throws -> String {
        let scalars = Array(marked.unicodeScalars)
        let start = try #require(scalars.firstIndex(of: "[")), end = try #require(scalars.lastIndex(of: "]")) - 1
        let text = CanonicalText(
            String(
                String.UnicodeScalarView(
                    scalars.enumerated().filter { ![start, end + 1].contains($0.offset) }.map(\.element)
                )
            )
        )
        let span = SpanTrimming(text: text).trimmed(TextSpan(start, end))
        return text.string(in: TextSpan(0, span.start)) + "[" + text.string(in: span) + "]"
            + text.string(in: TextSpan(span.end, text.scalarCount))
    }

    @Test(arguments: [
        ("[One ]two", "[One] two"),
        ("[One, ]two", "[One], two"),
        ("[One,] two", "[One], two"),
        ("[One; \n]two", "[One]; \ntwo"),
        ("[One,;, ]two", "[One],;, two"),
        ("[one two.] Three", "[one two.] Three"),
        ("[one two? ]Three", "[one two?] Three"),
        ("[one two…] Three", "[one two…] Three"),
        ("[“one two.” ]Three", "[“one two.”] Three"),
        ("[she said “]one", "[she said] “one"),
        ("[she said, \"]one\"", "[she said], \"one\""),
        ("she said [\"one\"] two", "she said [\"one\"] two"),
        ("[he said ('] one", "[he said] (' one"),
        ("[we – ]and", "[we –] and"),
        ("[我们，]他们", "[我们]，他们"),
        ("[我们有。]他们", "[我们有。]他们"),
        ("[他说：“]有", "[他说：]“有"),
        ("[「有」]", "[「有」]"),
        ("[有「]没有", "[有]「没有"),
        ("[نعم، ]لا", "[نعم]، لا"),
        ("[l’eau « ]vive", "[l’eau] « vive"),
        ("[« vive »] oui", "[« vive »] oui"),
        ("[„nein“] sagt", "[„nein“] sagt"),
        ("[er sagt: „]nein", "[er sagt:] „nein"),
    ])
    func atTheEnd(_ before: String, _ after: String) throws { #expect(try trimmed(before) == after) }

    @Test(arguments: [
        ("One[ two]", "One [two]"),
        ("One[, two]", "One, [two]"),
        ("One[. Two]", "One. [Two]"),
        ("One[” and two]", "One” [and two]"),
        ("One[.” Two]", "One.” [Two]"),
        ("One [“two]", "One [“two]"),
        ("One [...two]", "One [...two]"),
        ("It was [.5 percent]", "It was [.5 percent]"),
        ("One ['cause]", "One ['cause]"),
        ("我们[，他们]", "我们，[他们]"),
        ("我们[。他们]", "我们。[他们]"),
        ("One\n[\n\n two]", "One\n\n\n [two]"),
    ])
    func atTheStart(_ before: String, _ after: String) throws { #expect(try trimmed(before) == after) }

    @Test(arguments: [
        ("One[, ]two", "One[,] two"), ("Who[?]", "Who[?]"), ("[ \n ]", "[] \n "), ("One[ … ]two", "One [… ]two"),
    ])
    func whereNothingElseWouldBeLeftOnlyBlanksGo(_ before: String, _ after: String) throws {
        #expect(try trimmed(before).replacing("… ]", with: "…] ") == after.replacing("… ]", with: "…] "))
    }

    @Test func noCharacterIsCutInTwo() throws {
        #expect(try trimmed("[one,\u{301} ]two") == "[one,\u{301}] two")
        #expect(try trimmed("one[,\u{301} two]") == "one[,\u{301} two]")
        #expect(try trimmed("one[ \u{301}two]") == "one[ \u{301}two]")
    }
}
