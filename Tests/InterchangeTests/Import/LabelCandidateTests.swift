import Testing

@testable import Interchange

@Suite struct LabelCandidateTests {
    private func read(_ line: String) -> LabelCandidate? { LabelCandidate(line: 0, in: Array(line.utf8)[...]) }

    /// Lines with the end of the label marked by `|`, and the name inside it.
    @Test(
        arguments: [
            ("Paul: |So, first of all", "Paul"), ("PAUL: |hm", "PAUL"), ("WB : |text", "WB"), ("I :|", "I"),
            ("Interviewer 1: |text", "Interviewer 1"), ("P7:  |text", "P7"), ("Lord  Michael\tYoung: |x", nil),
            ("Dr. J. Jones: |x", "Dr. J. Jones"), ("**Mr Griffin**: |Good", "Mr Griffin"), ("**Ana:** |text", "Ana"),
            ("**Ana: |text in bold**", "Ana"), ("__Ana__ : |text", "Ana"), ("*Ana*: |text", "Ana"),
            ("主席：|各位", "主席"), ("### 唐鳳：|", "唐鳳"), ("   Paul: |hanging", "Paul"),
            ("12   Participant: |x", "Participant"),
            ("3. Interviewer: |x", "Interviewer"), ("- **Ana:** |x", "Ana"), ("> Ana: |x", "Ana"),
            ("Jean\u{A0}Luc\u{A0}: |oui", "Jean Luc"), ("João: |é", "João"), ("רויטל סויד: |טקסט", "רויטל סויד"),
            ("Akash | ECH: |x", nil),
        ] as [(String, String?)]
    ) func labelsAreReadUpToTheColonAndItsBlanks(_ marked: String, _ name: String?) throws {
        guard let bar = marked.lastIndex(of: "|"), let name else {
            // A TAB inside a name is a column, not a name.
            if marked.contains("\t") { #expect(read(marked.filter { $0 != "|" }) == nil) }
            return
        }
        let line = String(marked[..<bar]) + marked[marked.index(after: bar)...]
        let label = try #require(read(line))
        #expect(label.name == name)
        #expect(label.byteCount == marked[..<bar].utf8.count)
    }

    @Test(arguments: [
        ("Jonas Rosland  0:22  ", "Jonas Rosland", 22_000, 19), ("Ann\t1:02:03", "Ann", 3_723_000, 11),
        ("P7   12:05", "P7", 725_000, 10), ("唐鳳  0:05", "唐鳳", 5_000, 12),
    ])
    func aNameAndATimeOnALineOfTheirOwnAreALabel(_ line: String, _ name: String, _ begin: Int, _ bytes: Int) throws {
        let label = try #require(read(line))
        #expect(label.name == name && label.begin == begin && label.byteCount == bytes && label.isOwnLine)
    }

    @Test(arguments: [
        "we met at 10:30", "0:22", "  0:22", "Jonas 0:22", "Total  12", "Ann  0:22 and so on", "Ann  25:61:9:2",
    ])
    func otherLinesWithTimesAreNone(_ line: String) { #expect(read(line)?.isOwnLine != true) }

    @Test(
        arguments: [
            "", "no colon here", "https://example.org is a link", "10:30", "at 10:30 sharp", ": text", "**: text",
            "   : x",
            "12: text", "a:b", "Ann:text", "????: x", "Paul\tMichael: x",
            "This sentence goes on for much longer than forty characters: and then some", "***: x", "…: x", "#: x",
        ]
    ) func otherLinesAreNoLabels(_ line: String) {
        #expect(read(line) == nil)
    }

    @Test func aBarMayStandInAName() {
        #expect(read("Akash | ECH: Hello")?.name == "Akash | ECH")
    }

    @Test func theLimitIsFortyScalars() {
        #expect(read(String(repeating: "a", count: 40) + ": x") != nil)
        #expect(read(String(repeating: "a", count: 41) + ": x") == nil)
        #expect(read(String(repeating: "唐", count: 40) + "：x") != nil)
    }

    @Test(
        arguments: [
            ("**Ana**: x", true), ("**Ana:** x", true), ("__Ana__: x", true), ("*Ana*: x", false), ("Ana: x", false),
            ("**Ana: x**", false), ("Ana: **x**", false),
        ]
    ) func boldMeansTwoMarksOnBothSides(_ line: String, _ isBold: Bool) {
        #expect(read(line)?.isBold == isBold)
    }

    @Test(
        arguments: [
            ("[00:01:23] Ana: x", "Ana", 83_000), ("Ana [1:23]: x", "Ana", 83_000),
            ("Ana (00:01:23.5): x", "Ana", 83_500),
            ("Ana 1:23: x", "Ana", 83_000), ("00:00:05 Ana: x", "Ana", 5_000), ("Ana: (03:40) x", "Ana", 220_000),
            ("Ana: (laughs) x", "Ana", nil), ("Ana (tbenr): x", "Ana (tbenr)", nil), ("Ana: x", "Ana", nil),
        ] as [(String, String, Int?)]
    ) func aTimeBesideTheNameIsNoPartOfIt(_ line: String, _ name: String, _ begin: Int?) {
        #expect(read(line)?.name == name)
        #expect(read(line)?.begin == begin)
    }

    @Test func aLongLineIsLookedAtOnlyAtItsStart() {
        #expect(read("Ana: " + String(repeating: "é", count: 300_000))?.byteCount == 5)
        #expect(read(String(repeating: "é", count: 300_000) + ": x") == nil)
    }

    @Test func anyLineCanBeRead() {
        var random = Seeded(11)
        let pieces = [
            "A", "é", "唐", ":", "：", " ", "*", "**", "_", "#", "1", ".", "[", "(", ")", "\t", "\u{A0}", "0:1",
            "\u{301}",
        ]
        for _ in 0..<2_000 {
            let line = (0..<random.below(14)).map { _ in random.pick(pieces) }.joined()
            guard let label = read(line) else { continue }
            let prefix = line.utf8.prefix(label.byteCount)
            #expect(String(validating: prefix, as: UTF8.self) != nil, "\(line)")
            #expect(!label.name.isEmpty && label.name.unicodeScalars.count <= 40)
        }
    }
}

@Suite struct SpeakerKeyTests {
    @Test(
        arguments: [
            ("PAUL", "Paul"), ("Interviewer1", "interviewer 1"), ("Pergunta 1", "Pergunta 14"), ("Q1", "q2"),
            ("A1", "a"),
            ("E\u{301}lan", "Élan"),
        ]
    ) func theseAreOne(_ a: String, _ b: String) {
        #expect(SpeakerKey(a) == SpeakerKey(b))
    }

    @Test(arguments: [("P1", "P2"), ("Interviewer 1", "Interviewer 2"), ("Georg", "George"), ("7", "8")])
    func theseAreTwo(_ a: String, _ b: String) {
        #expect(SpeakerKey(a) != SpeakerKey(b))
    }

    @Test(
        arguments: [
            ("Interviewer", Role.interviewer), ("INTERVIEWER 2", .interviewer), ("I", .interviewer),
            ("INT", .interviewer),
            ("Q", .interviewer), ("Q3", .interviewer), ("Pergunta 4", .interviewer), ("采访者", .interviewer),
            ("P7", .participant), ("Participant 12", .participant), ("A", .participant), ("Resposta", .participant),
            ("受訪者", .participant), ("The Chair", .speaker), ("Speaker 1", .speaker), ("Elaine", nil), ("MSM", nil),
        ] as [(String, Role?)]
    ) func labelsThatNameRolesAreKnown(_ label: String, _ role: Role?) {
        #expect(RoleWords.role(of: SpeakerKey(label)) == role)
    }

    @Test func titlesAreKnown() {
        #expect(RoleWords.beginsWithTitle("mr griffin"))
        #expect(RoleWords.beginsWithTitle("dr. jones"))
        #expect(!RoleWords.beginsWithTitle("dr"))
        #expect(!RoleWords.beginsWithTitle("drum major"))
    }
}
