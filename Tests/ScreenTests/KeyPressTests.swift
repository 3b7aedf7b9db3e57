import Screen
import Testing

@Suite struct KeyPressTests {
    @Test(arguments: [
        (KeyPress("c"), "c"), (KeyPress("C"), "C"), (KeyPress("d", .control), "Ctrl-D"),
        (KeyPress(.tab, .shift), "S-Tab"),
        (KeyPress("b", .alt), "Alt-b"), (KeyPress(.pageDown), "PgDn"), (KeyPress(.function(9)), "F9"),
        (KeyPress(" "), "Space"),
        (KeyPress("-", .control), "Ctrl--"), (KeyPress("-"), "-"),
        (KeyPress(.left, [.control, .shift]), "Ctrl-S-Left"),
        (KeyPress("混"), "混"), (KeyPress("F"), "F"),
    ])
    func namesAreWrittenAndReadBack(_ press: KeyPress, _ name: String) {
        #expect(press.description == name)
        #expect(KeyPress(name: name) == press)
    }

    @Test(arguments: [("C-d", "Ctrl-D"), ("shift-tab", "S-Tab"), ("esc", "Esc"), ("ENTER", "Enter"), ("pgdn", "PgDn")])
    func otherSpellingsAreUnderstood(_ spelling: String, _ name: String) {
        #expect(KeyPress(name: spelling)?.description == name)
    }

    @Test(arguments: ["", "Ctrl-", "Foo", "F99", "Ctrl-xx", "ab"])
    func nonsenseIsNoKey(_ name: String) {
        #expect(KeyPress(name: name) == nil)
    }

    @Test func onlyPlainKeysType() {
        #expect(KeyPress("é").typed == "é")
        #expect(KeyPress("A", .shift).typed == "A")
        #expect(KeyPress("a", .control).typed == nil)
        #expect(KeyPress(.enter).typed == nil)
    }
}
