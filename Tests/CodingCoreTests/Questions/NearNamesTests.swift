import Testing

@testable import CodingCore

@Suite struct NearNamesTests {
    @Test(arguments: [
        ("extrcts", ["extracts", "frequencies", "open"], ["extracts"]),
        ("opne", ["extracts", "open", "code"], ["open"]),
        ("Virtual", ["virtual-wards", "trust"], ["virtual-wards"]),
        ("zzz", ["open", "code"], []),
        ("", ["open"], []),
        ("code", ["code", "codes", "coders", "cole"], ["code", "codes", "cole"]),
        ("trust", ["trust", "trust"], ["trust"]),
    ])
    func theNearestComeFirst(name: String, names: [String], near: [String]) {
        #expect(namesNear(name, among: names) == near)
    }
}
