import Testing

@testable import CodingCore

@Suite struct StudyTests {
    private func study(_ names: [String]) throws -> Study {
        let documents = try names.enumerated().map { place, name in
            DocumentRecord(
                id: try #require(DocumentID(name)),
                uuid: Identifier(high: UInt64(place), low: 0),
                title: name,
                versions: []
            )
        }
        let settings = StudySettings(id: Identifier(high: 1, low: 1), title: "T")
        let speakers = documents.map {
            SpeakerRecord(document: $0.id, speaker: "P1", participant: $0.id.description, isInterviewer: false)
        }
        return Study(settings: settings, documents: documents, speakers: speakers)
    }

    private func describe(_ lookup: Study.Lookup) -> String {
        switch lookup {
        case .found(let record): "found \(record.id)"
        case .unknown(let nearest): "unknown \(nearest.map(\.description))"
        case .ambiguous(let ids): "ambiguous \(ids.map(\.description))"
        }
    }

    @Test(arguments: [
        ("A/A03", "found A/A03"),
        ("B07", "found B/B07"),
        ("X", #"ambiguous ["A/X", "B/X"]"#),
        ("A/X", "found A/X"),
        ("top", "found top"),  // its own id comes before the last part of another
        ("a/a03", #"unknown ["A/A03"]"#),  // case is kept, but helps to find what was meant
        ("b", #"unknown ["B/B07", "B/X"]"#),
        ("nowhere", "unknown []"),
        ("B/B07.txt", "unknown []"),
    ])
    func documentsAreFoundByIdOrByAUniqueLastPart(name: String, expected: String) throws {
        let study = try study(["A/A03", "A/X", "B/B07", "B/X", "C/top", "top"])
        #expect(describe(study.document(named: name)) == expected)
    }

    @Test func aNameWithAnAccentIsFoundHoweverItWasTyped() throws {
        let alone = try study(["caf\u{E9}"])
        #expect(describe(alone.document(named: "cafe\u{301}")) == "found caf\u{E9}")
        let both = try study(["caf\u{E9}", "cafe\u{301}"])
        for name in ["caf\u{E9}", "cafe\u{301}"] {
            guard case .found(let record) = both.document(named: name) else {
                Issue.record("both are there")
                continue
            }
            #expect(record.id.description.utf8.elementsEqual(name.utf8))
        }
    }

    @Test(arguments: [("A/A03", "A03"), ("A/X", "A/X"), ("B/X", "B/X"), ("top", "top")])
    func locatorsUseTheShortestNameThatIsUnique(id: String, short: String) throws {
        let study = try study(["A/A03", "A/X", "B/X", "top"])
        #expect(study.shortName(of: try #require(DocumentID(id))) == short)
    }

    @Test(arguments: [(214...214, "A03:214"), (214...219, "A03:214–219"), (1...2, "A03:1–2")])
    func aLocatorNamesDocumentAndLines(lines: ClosedRange<Int>, locator: String) throws {
        let study = try study(["A/A03"])
        #expect(study.locator(try #require(DocumentID("A/A03")), lines: lines) == locator)
    }

    @Test func speakersBelongToTheirDocument() throws {
        let study = try study(["A/A03", "B/B07"])
        #expect(study.speakers(of: try #require(DocumentID("B/B07"))).map(\.participant) == ["B/B07"])
        #expect(study.speakers(of: try #require(DocumentID("C"))) == [])
    }

    // MARK: Records

    @Test func attributesKeepTheOrderOfTheTable() {
        var attributes = Attributes([("site", "B"), ("role", "")])
        #expect(attributes["site"] == "B")
        #expect(attributes["role"] == nil, "an empty cell is no value")
        #expect(attributes["wave"] == nil)
        attributes["role"] = "commissioner"
        attributes["wave"] = "2"
        attributes["site"] = nil
        #expect(attributes.pairs.map(\.name) == ["site", "role", "wave"])
        #expect(attributes.pairs.map(\.value) == ["", "commissioner", "2"])
    }

    @Test func attributesAreTheSameWhenNamesValuesAndOrderAre() {
        let one = Attributes([("site", "B"), ("role", "c")])
        #expect(one == Attributes([("site", "B"), ("role", "c")]))
        #expect(one != Attributes([("role", "c"), ("site", "B")]))
        #expect(one != Attributes([("site", "B")]))
        #expect(one != Attributes([("site", "B"), ("role", "d")]))
    }

    @Test func settingsStartAsTheGuideSays() {
        let settings = StudySettings(id: Identifier(high: 1, low: 1), title: "T")
        #expect(settings.method == .reflexive)
        #expect(settings.measure == 66)
        #expect(settings.minimumCell == 3)
        #expect(settings.countBy == "")
    }

    @Test func settingsDifferWhenAnyPartDoes() {
        let settings = StudySettings(id: Identifier(high: 1, low: 1), title: "T", coders: [(coderID("rs"), "Rae")])
        #expect(settings == settings)
        let changes: [(inout StudySettings) -> Void] = [
            { $0.id = Identifier(high: 2, low: 1) }, { $0.title = "U" }, { $0.method = .realist }, { $0.measure = 72 },
            { $0.minimumCell = 5 }, { $0.countBy = "study_id" }, { $0.coders = [] },
            { $0.coders = [(coderID("rs"), "Ray")] }, { $0.coders = [(coderID("kt"), "Rae")] },
        ]
        for change in changes {
            var changed = settings
            change(&changed)
            #expect(changed != settings)
        }
    }
}
