// The mouse in the picker.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PickerMouseTests {
    private func place(of text: String, in bench: Bench) throws -> (row: Int, column: Int) {
        let place = try #require(bench.surface.place(of: text), "\(text) is not on the screen")
        return (place.row, place.column)
    }

    private func press(_ text: String, _ bench: inout Bench) throws {
        let place = try place(of: text, in: bench)
        try bench.send(.mouse(MouseEvent(.press, button: .left, row: place.row, column: place.column)))
        try bench.send(.mouse(MouseEvent(.release, button: .left, row: place.row, column: place.column)))
    }

    @Test func aPressChoosesAndASecondOneTakes() throws {
        var bench = try Bench()
        try bench.press("s c")
        try press("Virtual wards", &bench)
        #expect(bench.picker?.chosen?.name == "Virtual wards")
        #expect(bench.saved.isEmpty)
        try press("Virtual wards", &bench)
        #expect(bench.codings.map { $0.prefix(5) } == ["rs VW"])
        #expect(bench.picker == nil)
    }

    @Test func theRowsThatMakeACodeCanBePressed() throws {
        var bench = try Bench()
        try bench.press("s c")
        try press("+ in-vivo", &bench)
        #expect(bench.picker?.chosenAddition == .inVivo)
        try press("+ create", &bench)
        #expect(bench.picker?.chosenAddition == .create)
        try press("+ create", &bench)
        #expect(bench.picture.contains("Type the name of the new code first."))
    }

    @Test func theWheelMovesWithoutGoingRound() throws {
        var bench = try Bench()
        try bench.press("s c")
        func turn(_ action: MouseEvent.Action) throws {
            try bench.send(.mouse(MouseEvent(action, row: 2, column: 2)))
        }
        try turn(.wheelUp)
        #expect(bench.picker?.list.selection == 0)
        for _ in 0..<9 { try turn(.wheelDown) }
        #expect(bench.picker?.chosenAddition == .inVivo)
    }

    @Test func pressesBesideTheRowsDoNothing() throws {
        var bench = try Bench()
        try bench.press("s c Down")
        let box = PickerLayout.box(in: bench.state.size)
        for (row, column) in [(0, 0), (box.row, 5), (box.row + 1, 5), (box.endRow - 1, 5), (box.row + 2, 0)] {
            try bench.send(.mouse(MouseEvent(.press, button: .left, row: row, column: column)))
            #expect(bench.picker?.list.selection == 1)
        }
        #expect(bench.saved.isEmpty)
    }

    @Test func aScrolledListIsPressedWhereItIsSeen() throws {
        let codes = (1...30).compactMap { number in
            CodeID("c\(number)").map { Code(id: $0, name: "Code number \(number).") }
        }
        var bench = try Bench(codebook: Codebook(title: "x", version: "v1", codes: codes))
        try bench.press("s c PgDn PgDn PgDn")
        let seen = try #require((1...30).last { bench.picture.contains("Code number \($0).") })
        // A press on the row that is chosen already would take it.
        let name = "Code number \(bench.picker?.chosen?.name == "Code number \(seen)." ? seen - 1 : seen)."
        try press(name, &bench)
        #expect(bench.picker?.chosen?.name == name)
    }
}
