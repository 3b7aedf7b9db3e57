// Which codes answer to what is typed, and in which order.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PickerRankingTests {
    private static func id(_ text: String) -> CodeID {
        guard let id = CodeID(text) else { preconditionFailure("\(text) is no id") }
        return id
    }

    private static let codebook = Codebook(
        title: "Invented",
        version: "v1",
        codes: [
            Code(id: id("money"), name: "Money and contract", kind: .category),
            Code(
                id: id("workarounds"),
                name: "Workarounds",
                mnemonic: "wo",
                parent: id("money"),
                definition: "Getting by without the proper form."
            ),
            Code(id: id("block"), name: "Block contracts", mnemonic: "bc", parent: id("money")),
            Code(id: id("delay"), name: "Délai d'attente", mnemonic: "dl", brief: "Waiting, whatever the reason."),
            Code(
                id: id("short"),
                name: "Short-termism",
                mnemonic: "st",
                definition: "Money that runs out before the pilot does."
            ),
            Code(id: id("vaccination"), name: "BCG vaccination", mnemonic: "va"),
            Code(id: id("bcx"), name: "Other", mnemonic: "ox"),
            Code(id: id("old"), name: "Old block", mnemonic: "ob", status: .retired),
            Code(id: id("gone"), name: "Gone block", mnemonic: "gb", status: .mergedInto(id("block"))),
            Code(id: id("new"), name: "New block", mnemonic: "nb", status: .proposed),
            Code(id: id("ward"), name: "虚拟病房", mnemonic: "vw"),
        ]
    )

    private func picker(typed query: String = "", used: [String] = []) throws -> PickerState {
        let study = Study(
            settings: StudySettings(id: .version7(milliseconds: 1, random: (1, 1)), title: "Invented"),
            codebook: Self.codebook
        )
        var uses = CodeUses(study: study, coder: try #require(CoderID("rs")))
        for code in used { uses.remember(Self.id(code)) }
        var picker = PickerState(codebook: Self.codebook, uses: uses, counts: [:], words: 3, quote: "so we did")
        for character in query { _ = picker.edit { $0.handle(KeyPress(character)) } }
        return picker
    }

    private func names(_ picker: PickerState) -> [String] { picker.rows.map(\.code.id.description) }

    @Test func beforeAnythingIsTypedTheCodebookComesAsItIs() throws {
        #expect(
            names(try picker()) == [
                "workarounds", "block", "delay", "short", "vaccination", "bcx", "new", "ward",
            ]
        )
    }

    @Test func beforeAnythingIsTypedWhatWasUsedLatelyComesFirst() throws {
        #expect(
            names(try picker(used: ["delay", "block", "ward", "block"])).prefix(4) == [
                "block", "ward", "delay", "workarounds",
            ]
        )
    }

    @Test func categoriesAndWhatIsRetiredOrMergedAreNotOffered() throws {
        for query in ["", "block", "money", "old", "gone", "contract"] {
            let offered = names(try picker(typed: query))
            #expect(Set(offered).isDisjoint(with: ["money", "old", "gone"]), "\(query)")
        }
        #expect(try picker().candidateCount == 8)
    }

    @Test func aWholeTagComesBeforeEveryName() throws {
        #expect(names(try picker(typed: "bc")).prefix(2) == ["block", "vaccination"])
        #expect(names(try picker(typed: "BC")).first == "block")
        #expect(names(try picker(typed: "st", used: ["vaccination", "vaccination"])).first == "short")
    }

    @Test func theBeginningOfATagComesBeforeNames() throws {
        #expect(names(try picker(typed: "v")).prefix(2) == ["vaccination", "ward"])
        #expect(names(try picker(typed: "v", used: ["ward"])).prefix(2) == ["ward", "vaccination"])
    }

    @Test func aNameComesBeforeTheWordsOfACategoryAndThoseBeforeADefinition() throws {
        #expect(names(try picker(typed: "block")) == ["block", "new"])
        let money = names(try picker(typed: "money"))
        #expect(Array(money.prefix(3)) == ["workarounds", "block", "short"])
        #expect(names(try picker(typed: "money", used: ["short", "short", "short"])).last == "short")
    }

    @Test func theWordsOfADefinitionAreFound() throws {
        #expect(names(try picker(typed: "proper form")) == ["workarounds"])
        #expect(names(try picker(typed: "whatever")) == ["delay"])
    }

    @Test func lettersAreFoundWhateverTheirCaseAndMarks() throws {
        #expect(names(try picker(typed: "delai")).first == "delay")
        #expect(names(try picker(typed: "DÉLAI")).first == "delay")
        #expect(names(try picker(typed: "病房")) == ["ward"])
    }

    @Test func wordsMayComeInAnyOrder() throws {
        #expect(names(try picker(typed: "con blo")).first == "block")
    }

    @Test func theLettersFoundAreMarked() throws {
        let row = try #require(try picker(typed: "block").rows.first)
        #expect(row.marks == [0, 1, 2, 3, 4])
        let byCategory = try picker(typed: "money").rows.first
        #expect(byCategory?.marks == [])
    }

    @Test func nothingAnswersToNonsense() throws {
        let picker = try picker(typed: "zzzz")
        #expect(picker.rows.isEmpty)
        #expect(picker.chosen == nil)
    }

    @Test func blanksAloneAreNoQuery() throws {
        #expect(names(try picker(typed: "   ")) == names(try picker()))
        #expect(names(try picker(typed: " bc ")).first == "block")
    }

    @Test func theChoiceGoesBackToTheFirstWhenTheQueryChanges() throws {
        var picker = try picker()
        _ = picker.list.handle(KeyPress(.down), count: picker.rows.count, height: 5)
        _ = picker.list.handle(KeyPress(.down), count: picker.rows.count, height: 5)
        #expect(picker.chosen?.id == Self.id("delay"))
        _ = picker.edit { $0.handle(KeyPress("b")) }
        #expect(picker.list.selection == 0)
        #expect(picker.chosen?.id == Self.id("block"))
    }

    @Test func theChoiceStaysWhenOnlyTheCursorMoves() throws {
        var picker = try picker(typed: "b")
        _ = picker.list.handle(KeyPress(.down), count: picker.rows.count, height: 5)
        _ = picker.edit { $0.handle(KeyPress(.left)) }
        #expect(picker.list.selection == 1)
    }
}
