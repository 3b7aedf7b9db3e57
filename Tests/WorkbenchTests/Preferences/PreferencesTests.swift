import Testing

@testable import Workbench

/// The options of the configuration: their table, their values, and changing one.
@Suite struct PreferencesTests {
    @Test func thereAreAtMostTwentyFiveOptionsAndNoneTwice() {
        let names = PreferenceTable.rows.map(\.name)
        #expect(names.count <= 25)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: PreferenceTable.rows.map(\.name))
    func anOptionIsNamedAndDescribedAsDocumentsNeedIt(name: String) throws {
        let row = try PreferenceTable.row(named: name)
        #expect(name.allSatisfy { $0.isLowercase || $0 == "-" })
        #expect(row.sentence.hasSuffix(".") && row.sentence.first?.isUppercase == true)
        #expect(row.sentence.count <= 110)
        #expect(!row.values.description.isEmpty && !row.defaultWords.isEmpty)
    }

    @Test(arguments: PreferenceTable.rows.map(\.name))
    func theDefaultIsOneOfTheValuesAndChangesNothing(name: String) throws {
        let row = try PreferenceTable.row(named: name)
        #expect(try row.setting(row.defaultValue, in: Preferences()) == Preferences())
    }

    @Test(arguments: PreferenceTable.rows.map(\.name))
    func everyValueThatIsOfferedIsTakenAndReadBack(name: String) throws {
        let row = try PreferenceTable.row(named: name)
        for value in row.values.completions {
            let changed = try row.setting(value, in: Preferences())
            #expect(row.value(in: changed) == value)
            #expect((changed == Preferences()) == (value == row.defaultValue))
        }
    }

    @Test(arguments: [
        ("look", "high-contrast"), ("glyphs", "safe"), ("colours", "16"), ("colours", "none"), ("mouse", "off"),
        ("which-key", "0"), ("which-key", "5000"), ("which-key", "off"), ("names-from", "60"), ("panes-from", "500"),
        ("editor", "nvim -c 'set spell'"), ("context", "0"), ("layer", "mine"), ("clipboard", "osc52"),
    ])
    func anOptionIsSetByItsName(name: String, value: String) throws {
        let changed = try Preferences().setting(name, to: value)
        #expect(changed != Preferences())
        #expect(try PreferenceTable.row(named: name).value(in: changed) == value)
    }

    @Test func onlyTheOptionThatIsNamedChanges() throws {
        var expected = Preferences()
        expected.whichKey = nil
        expected.layer = .mine
        #expect(try Preferences().setting("which-key", to: "off").setting("layer", to: "mine") == expected)
    }

    @Test(arguments: [
        ("mouse", "On", "‘On’ is no value of mouse; write on or off"),
        ("mouse", "", "mouse has no value; write on or off"),
        ("look", "blue", "‘blue’ is no value of look; write dark, light, plain or high-contrast"),
        ("which-key", "-1", "‘-1’ is no value of which-key; write 0 to 5000 or off"),
        ("which-key", "5001", "‘5001’ is no value of which-key; write 0 to 5000 or off"),
        ("which-key", "soon", "‘soon’ is no value of which-key; write 0 to 5000 or off"),
        ("context", "off", "‘off’ is no value of context; write 0 to 20"),
        ("context", "99999999999999999999", "‘99999999999999999999’ is no value of context; write 0 to 20"),
        ("colours", "1000", "‘1000’ is no value of colours; write auto, 256, 16, 8 or none"),
        ("colors", "none", "there is no option ‘colors’; near it: colours"),
        ("mous", "on", "there is no option ‘mous’; near it: mouse"),
        ("zzzzzz", "on", "there is no option ‘zzzzzz’; ‘gloss check-config --defaults’ prints all of them"),
        ("", "on", "there is no option ‘’; ‘gloss check-config --defaults’ prints all of them"),
        ("coder", "rs", "coder is settled when Gloss starts; set it in the configuration file"),
    ])
    func whatCannotBeSetIsSaidWithWhatToDo(name: String, value: String, sentence: String) {
        #expect {
            _ = try Preferences().setting(name, to: value)
        } throws: {
            String(describing: $0) == sentence
        }
    }

    @Test func noWordsLeaveAnOptionOfWordsUnset() throws {
        let set = try Preferences().setting("editor", to: "vi")
        #expect(set.editor == "vi")
        #expect(try set.setting("editor", to: "") == Preferences())
    }

    @Test(arguments: [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
    func alternativesAreJoinedAsInASentence(words: [String], sentence: String) {
        #expect(alternatives(words) == sentence)
    }
}
