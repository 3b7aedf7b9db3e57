// Fixture BRAM of METHODS.md as files of a real study: forty interviews at four sites, seven codes, 142 codings. What is planted
// where is a rule of the interview's number, so that every count is known.

/// The files from which a study BRAM is made.
package struct BramFixture: Sendable {
    /// One interview.
    package struct Interview: Sendable {
        /// Such as `B07`.
        package let name: String
        /// `A` to `D`.
        package let site: String
        /// `commissioner`, `provider` or `system`.
        package let role: String
        /// As it is imported.
        package let text: String
        /// Passages in Unicode scalars, half-open, with their codes.
        package let codings: [(start: Int, end: Int, code: String)]
    }

    /// By site, then by number.
    package let interviews: [Interview]

    /// How many interviews each site has.
    package static let sizes = [("A", 10), ("B", 17), ("C", 10), ("D", 3)]

    /// Makes the forty interviews.
    package init() {
        interviews = Self.sizes.flatMap { site, size in (1...size).map { Self.interview(site, $0) } }
    }

    /// The codebook, with a definition for each code.
    package static let codebook = """
        title: BRAM
        codes:
        - id: organisation
          name: Organisation
          kind: category
        - id: commissioning-confusion
          name: Commissioning confusion
          parent: organisation
          definition: Nobody knows who decides.
        - id: assessing-needs
          name: Assessing needs
          kind: category
        - id: data-inadequate
          name: Inadequate data
          parent: assessing-needs
          definition: The data do not say.
        - id: service-design
          name: Service design
          kind: category
        - id: service-review
          name: Service review
          parent: service-design
          definition: Something is reviewed.
        - id: virtual-wards
          name: Virtual wards
          parent: service-design
          definition: Wards at home.
        - id: bolt-on-services
          name: Bolt-on services
          parent: service-design
          definition: New beside old.
        - id: contracting
          name: Contracting
          kind: category
        - id: block-contracts
          name: Block contracts
          parent: contracting
          definition: A fixed sum.
        - id: performance
          name: Performance
          kind: category
        - id: evidencing-avoidance
          name: Evidencing avoidance
          parent: performance
          definition: What did not happen.

        """

    /// The attributes, as `gloss import --attributes` takes them.
    package var attributes: String {
        "document,site,role\n" + interviews.map { "\($0.site)/\($0.name),\($0.site),\($0.role)\n" }.joined()
    }

    /// The codings of one coder, as `gloss code --from` takes them.
    package func requests(coder: String) -> String {
        interviews.flatMap { interview in
            interview.codings.map { coding in
                #"{"document":"\#(interview.name)","start":\#(coding.start),"end":\#(coding.end),"#
                    + #""code":"\#(coding.code)","coder":"\#(coder)"}"# + "\n"
            }
        }
        .joined()
    }

    private static func interview(_ site: String, _ i: Int) -> Interview {
        let name = "\(site)\(i < 10 ? "0" : "")\(i)"
        var text = "Interview \(name)\n\nINT: Who commissions what here?\n"
        var codings: [(start: Int, end: Int, code: String)] = []
        for (turn, codes) in turns(i) {
            text += "\nP: "
            var open: [Int] = []
            var spans: [(Int, Int)] = []
            for scalar in turn.unicodeScalars {
                switch scalar {
                case "«": open.append(text.unicodeScalars.count)
                case "»": spans.append((open.removeLast(), text.unicodeScalars.count))
                default: text.unicodeScalars.append(scalar)
                }
            }
            text += "\n"
            for (span, code) in zip(spans.sorted { $0 < $1 }, codes) { codings.append((span.0, span.1, code)) }
        }
        return Interview(
            name: name,
            site: site,
            role: ["commissioner", "provider", "system"][i % 3],
            text: text,
            codings: codings
        )
    }

    /// The turns of participant `i`, and the codes of the passages marked in each, in the order in which they begin.
    private static func turns(_ i: Int) -> [(String, [String])] {
        var turns = [("Well. «Nobody knows who decides.» Not now.", ["commissioning-confusion"])]
        if i <= 2 { turns.append(("«We are reviewing everything.»", ["service-review"])) }
        if i % 3 != 0 { turns.append(("«The data cannot say.»", ["data-inadequate"])) }
        if i % 4 == 1 { turns.append(("«You cannot count a non-event.»", ["evidencing-avoidance"])) }
        if i % 6 == 0 {
            // The bolt-on passage lies inside the virtual-wards passage, and a block passage overlaps its end.
            turns.append(
                (
                    "«Virtual wards were «bolted on» «while» the block» stayed.",
                    ["virtual-wards", "bolt-on-services", "block-contracts"]
                )
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
