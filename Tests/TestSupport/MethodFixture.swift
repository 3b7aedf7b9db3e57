// Studies of METHODS.md that are known by their attributes: triangulation (Smith) and counts by study (Scott). Each document has one
// sentence for each of its codes, so that every count is known.

/// Documents with attributes, sentences and codes.
package struct MethodFixture: Sendable {
    /// One document.
    package struct Document: Sendable {
        package let name: String
        package let attributes: [String]
        /// The codes of its sentences, one after the other; nothing for a sentence without a code.
        package let codes: [String?]

        /// As it is imported: one paragraph.
        package var text: String {
            "\(name) says this. " + (0..<codes.count).map(Self.sentence).joined(separator: " ") + "\n"
        }

        private static func sentence(_ index: Int) -> String { "Sentence number \(index + 1) stands here." }

        /// The passages in Unicode scalars, half-open.
        var spans: [(start: Int, end: Int)] {
            var start = "\(name) says this. ".unicodeScalars.count
            return codes.indices.map { index in
                let end = start + Self.sentence(index).unicodeScalars.count
                defer { start = end + 1 }
                return (start, end)
            }
        }
    }

    package let title: String
    package let columns: [String]
    package let documents: [Document]
    package let codebook: String

    /// The attributes, as `gloss import --attributes` takes them.
    package var attributes: String {
        "document,\(columns.joined(separator: ","))\n"
            + documents.map { "\($0.name),\($0.attributes.joined(separator: ","))\n" }.joined()
    }

    /// The codings of one coder, as `gloss code --from` takes them.
    package func requests(coder: String) -> String {
        documents.flatMap { document in
            zip(document.codes, document.spans).compactMap { code, span in
                code.map {
                    #"{"document":"\#(document.name)","start":\#(span.start),"end":\#(span.end),"#
                        + #""code":"\#($0)","coder":"\#(coder)"}"# + "\n"
                }
            }
        }
        .joined()
    }

    /// How many documents with a value in a column have a code.
    package func count(_ code: String, where column: String, is value: String) -> Int {
        guard let place = columns.firstIndex(of: column) else { return 0 }
        return documents.count { $0.attributes[place] == value && $0.codes.contains(code) }
    }

    /// Smith: 73 interviews in two phases, 12 field notes, 2 surveys, 6 workshop notes; 10 deductive and 14 inductive codes, of
    /// which `d10` is only in workshop notes and `i01` only in surveys.
    package static let smith: MethodFixture = {
        let codes = (1...10).map { "d\($0 < 10 ? "0" : "")\($0)" } + (1...14).map { "i\($0 < 10 ? "0" : "")\($0)" }
        let kinds = [("interview", 73), ("field-notes", 12), ("survey", 2), ("workshop", 6)]
        let documents = kinds.flatMap { kind, count in
            (1...count).map { i in
                let own = codes.indices.filter { place in
                    switch codes[place] {
                    case "d01": true
                    case "d10": kind == "workshop"
                    case "i01": kind == "survey"
                    default: (kind == "interview" || kind == "field-notes") && i % (place + 1) == 0
                    }
                }
                let number = i < 10 ? "0\(i)" : "\(i)"
                return Document(
                    name: "\(kind)-\(number)",
                    attributes: [kind, kind == "interview" && i <= 30 ? "1" : "2"],
                    codes: own.map { codes[$0] }
                )
            }
        }
        let entries = codes.map { code in
            "- id: \(code)\n  name: Code \(code)\n  origin: \(code.hasPrefix("d") ? "deductive" : "inductive")\n"
        }
        return MethodFixture(
            title: "Smith",
            columns: ["source_type", "phase"],
            documents: documents,
            codebook: "title: Smith\ncodes:\n" + entries.joined()
        )
    }()

    /// Scott: reports R01 to R47 of 42 studies; R43 to R47 are second reports of S01 to S05. The code `power` is in R01 to R10 and
    /// in R43 to R47. R20 has ten sentences, four of them without a code.
    package static let scott: MethodFixture = {
        let documents = (1...47).map { i in
            let study = i > 42 ? i - 42 : i
            let number = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
            let codes: [String?] =
                i == 20
                ? ["voice", nil, "voice", nil, nil, "voice", "voice", nil, "voice", "voice"]
                : i <= 10 || i > 42 ? ["power", "voice"] : ["voice"]
            return Document(name: "R\(number(i))", attributes: ["S\(number(study))", "report"], codes: codes)
        }
        return MethodFixture(
            title: "Scott",
            columns: ["study_id", "source_type"],
            documents: documents,
            codebook: """
                title: Scott
                codes:
                - id: power
                  name: Power sharing
                - id: voice
                  name: Voice

                """
        )
    }()
}
