// Each decision about a file, and how it is taken back.

import CodingCore
import Interchange
import Testing

@testable import Workbench

@MainActor
@Suite struct ImportDecisionsTests {
    private let labels = [
        (label: "INTERVIEWER", speaker: "Interviewer"), (label: "Interviewer", speaker: "Interviewer"),
        (label: "B07", speaker: "B07"), (label: "Jhon", speaker: "John"), (label: "John", speaker: "John"),
    ]

    @Test func aRefusedSpeakerGoesWithAllItsLabels() {
        var decisions = ImportDecisions()
        decisions.refuse("Interviewer", labels: labels)
        #expect(Set(decisions.choices.notSpeakers) == ["Interviewer", "INTERVIEWER"])
        #expect(decisions.choices.speakers.isEmpty)
    }

    @Test(arguments: ["Interviewer", "INTERVIEWER"])
    func acceptingTakesTheRefusalBackAndForcesNothing(_ name: String) {
        var decisions = ImportDecisions()
        decisions.refuse("Interviewer", labels: labels)
        decisions.refuse("B07", labels: labels)
        decisions.accept(name)
        #expect(Set(decisions.choices.notSpeakers) == ["B07"])
        #expect(decisions.choices.speakers.isEmpty)
        decisions.accept("B07")
        #expect(decisions == ImportDecisions())
    }

    @Test func aLabelThatWasNeverASpeakerIsForced() {
        var decisions = ImportDecisions()
        decisions.accept("Moderator")
        #expect(decisions.choices.speakers == ["Moderator"])
        decisions.refuse("Moderator", labels: labels)
        decisions.accept("Moderator")
        #expect(decisions.choices.speakers == ["Moderator"])
        #expect(decisions.choices.notSpeakers.isEmpty)
    }

    @Test func anotherNameIsForEveryLabelOfTheSpeaker() {
        var decisions = ImportDecisions()
        decisions.rename("John", to: "John Smith", labels: labels)
        #expect(decisions.choices.aliases == ["Jhon": "John Smith", "John": "John Smith"])
        decisions.rename("John", to: "John", labels: labels)
        #expect(decisions.choices.aliases == ["Jhon": "John"], "a label's own name is no alias")
        decisions.rename("John", to: "", labels: labels)
        #expect(decisions.choices.aliases.isEmpty)
    }

    @Test func aLabelThatIsNoSpeakersYetCanStandForOne() {
        var decisions = ImportDecisions()
        decisions.rename("Jon", to: "John", labels: labels)
        #expect(decisions.choices.aliases == ["Jon": "John"])
    }

    @Test func whoAsksIsSaidForAllOnceItIsSaidForOne() {
        let speakers = [
            IncomingSpeaker(name: "I", turns: 3, isInterviewer: true),
            IncomingSpeaker(name: "B", turns: 3, isInterviewer: false),
        ]
        var decisions = ImportDecisions()
        #expect(decisions.choices.interviewers == nil)
        decisions.toggleInterviewer("B", among: speakers)
        #expect(decisions.choices.interviewers == ["I", "B"])
        decisions.toggleInterviewer("I", among: speakers)
        #expect(decisions.choices.interviewers == [], "nobody asks, which is not the same as not knowing")
        decisions.toggleInterviewer("B", among: speakers)
        decisions.rename("B", to: "Bea", labels: [(label: "B", speaker: "B")])
        #expect(decisions.choices.interviewers == ["I", "Bea"])
    }

    @Test func emptyWordsTakeADecisionBack() {
        var decisions = ImportDecisions()
        decisions.entitle("A talk")
        decisions.decode(as: "big5")
        decisions.toggleJoining()
        decisions.toggleHeader()
        #expect(decisions.choices.title == "A talk" && decisions.choices.encoding == "big5")
        #expect(decisions.choices.joinsLines && decisions.choices.takesHeader)
        decisions.entitle("")
        decisions.decode(as: "")
        decisions.toggleJoining()
        decisions.toggleHeader()
        #expect(decisions == ImportDecisions())
    }
}
