import Screen
import Testing

@testable import Workbench

@MainActor @Suite struct PictureProbe {
    @Test func look() throws {
        var bench = try Bench(others: [("jm", "last year's figures", "data-inadequate")])
        try bench.go(to: "Well")
        try bench.press("s c")
        print(bench.picture)
        try bench.type("blo")
        try bench.press("Enter")
        print(bench.picture)
        try bench.press("?")
        print(bench.picture)
        try bench.press("Esc")
        try bench.send(.resize(rows: 30, columns: 120))
        try bench.press("] t . m")
        try bench.type("hello memo")
        try bench.press("Enter")
        print(bench.picture)
        print(bench.codings)
    }
}
