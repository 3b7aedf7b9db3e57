// Fixture BRAM of METHODS.md: forty interviews at four sites, one planted passage per rule.

import Testing

@testable import CodingCore

extension MadeStudy {
    static let bramSizes = [("A", 10), ("B", 17), ("C", 10), ("D", 3)]

    /// The fixture, coded by one coder.
    static func bram() throws -> MadeStudy {
        var made = MadeStudy(codes: try bramCodes(), title: "Community health services")
        for (site, size) in bramSizes {
            for number in 1...size { try made.addInterview(site: site, number: number) }
        }
        return made
    }

    private static func bramCodes() throws -> [Code] {
        [
            try entry("organisation", .category), try entry("commissioning-confusion", in: "organisation"),
            try entry("assessing-needs", .category), try entry("data-inadequate", in: "assessing-needs"),
            try entry("service-design", .category), try entry("service-review", in: "service-design"),
            try entry("virtual-wards", in: "service-design"), try entry("bolt-on-services", in: "service-design"),
            try entry("contracting", .category), try entry("block-contracts", in: "contracting"),
            try entry("performance", .category), try entry("evidencing-avoidance", in: "performance"),
        ]
    }

    private mutating func addInterview(site: String, number i: Int) throws {
        let name = "\(site)/\(site)\(i < 10 ? "0" : "")\(i)"
        let participant = String(name.dropFirst(2))
        let role = ["commissioner", "provider", "system"][i % 3]
        var codes: [String] = []
        let spans = try add(
            name,
            [("site", site)],
            speakers: [
                speaker(name, "INT", interviewer: true),
                speaker(name, "P", participant: participant, [("role", role)]),
            ]
        ) { talk in
            talk.front("Interview \(participant)")
            talk.turn("INT", "Who commissions what here?")
            for (words, code) in Self.bramPassages(i) {
                talk.turn("P", words)
                codes += code
            }
        }
        #expect(spans.count == codes.count)
        for (span, code) in zip(spans, codes) {
            try self.code(name, span, code)
            guard code == "virtual-wards", i % 6 == 0 else { continue }
            // «while the block stayed» overlaps the virtual-wards passage in its last word.
            try self.code(name, TextSpan(span.end - 5, span.end + 17), "block-contracts")
        }
    }

    /// The turns of participant `i`, and the codes of the passages marked in each.
    private static func bramPassages(_ i: Int) -> [(String, [String])] {
        var turns = [("Well. «Nobody knows who decides.» Not now.", ["commissioning-confusion"])]
        if i <= 2 { turns.append(("«We are reviewing everything.»", ["service-review"])) }
        if i % 3 != 0 { turns.append(("«The data cannot say.»", ["data-inadequate"])) }
        if i % 4 == 1 { turns.append(("«You cannot count a non-event.»", ["evidencing-avoidance"])) }
        if i % 6 == 0 {
            // The bolt-on passage lies inside, the block contract overlaps the end.
            turns.append(
                ("«Virtual wards were «bolted on» while» the block stayed.", ["virtual-wards", "bolt-on-services"])
            )
        } else if i % 3 == 0 {
            turns.append(("«Virtual wards came early.»", ["virtual-wards"]))
        }
        if i % 2 == 0 {
            if i % 6 != 0 { turns.append(("«The block never moves.»", ["block-contracts"])) }
            turns.append(("«Blocks suit nobody.»", ["block-contracts"]))
        }
        return turns
    }
}
