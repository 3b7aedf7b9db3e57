import Testing
import TextMetrics

@testable import Commands

/// What the workbench begins with when something cannot be used.
@Suite struct GreetingTests {
    @Test(
        arguments: [
            (0, 0, nil), (1, 0, "The study has 1 problem: gloss check lists it."),
            (3, 0, "The study has 3 problems: gloss check lists them."),
            (0, 1, "The configuration has 1 problem: gloss check-config lists it."),
            (0, 2, "The configuration has 2 problems: gloss check-config lists them."),
            (3, 2, "There are problems: gloss check lists 3, gloss check-config 2."),
        ] as [(Int, Int, String?)]
    )
    func problemsOfStudyAndConfigurationAreOneSentence(study: Int, configuration: Int, sentence: String?) {
        #expect(WorkbenchEntry.greeting(study: study, configuration: configuration) == sentence)
    }

    @Test func theSentenceFitsIntoTheStatusLine() {
        for (study, configuration) in [(999, 0), (0, 999), (999, 999)] {
            let sentence = WorkbenchEntry.greeting(study: study, configuration: configuration) ?? ""
            #expect(displayWidth(of: sentence) <= 72)
        }
    }
}
