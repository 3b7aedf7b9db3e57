import Testing

/// The table of hostile inputs says which tests try them; what it names is there, and no number is left out.
@Suite struct HostileInputTests {
    struct Row: Sendable, CustomStringConvertible {
        let number: Int
        let cells: [String]
        /// `Suite/function` or `Trials/file.py`.
        let tests: [String]

        var description: String { "\(number) \(cells.first ?? "")" }
    }

    private static let table = "Tests/HOSTILE.md"
    private static let numbers = Array(1...91) + Array(96...102)

    private static func rows() throws -> [Row] {
        let found = try Repository.files(below: "Tests").first { $0.path == table }
        let file = try #require(found, "\(table) is missing")
        return file.lines.compactMap { line in
            let cells = line.split(separator: "|").map { cell in
                cell.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
            }
            guard cells.count == 4, let number = Int(cells[0]) else { return nil }
            let tests = cells[3].split(separator: "`").map(String.init).filter { $0.contains("/") }
            return Row(number: number, cells: Array(cells[1...2]), tests: tests)
        }
    }

    @Test func everyNumberStandsThereOnceAndInOrder() throws {
        #expect(try Self.rows().map(\.number) == Self.numbers)
    }

    @Test func everyRowSaysWhatIsTriedWhatComesOfItAndWhere() throws {
        for row in try Self.rows() {
            #expect(row.cells.allSatisfy { !$0.isEmpty }, "\(row)")
            #expect(!row.tests.isEmpty, "\(row) names no test")
        }
    }

    @Test func everyTestThatIsNamedIsThere() throws {
        let files = try Repository.files(below: "Tests")
        for row in try Self.rows() {
            for test in row.tests {
                #expect(Self.isThere(test, in: files), "\(row): there is no \(test)")
            }
        }
    }

    private static func isThere(_ test: String, in files: [Repository.File]) -> Bool {
        let parts = test.split(separator: "/").map(String.init)
        guard parts.count == 2 else { return false }
        if parts[0] == "Trials" { return files.contains { $0.path == "Tests/" + test } }
        return files.contains { file in
            file.path.hasSuffix(".swift") && holds("struct \(parts[0])", file) && holds("func \(parts[1])", file)
        }
    }

    /// Whether a line declares something of exactly that name.
    private static func holds(_ declaration: String, _ file: Repository.File) -> Bool {
        file.lines.contains { line in
            line.ranges(of: declaration).contains { range in
                guard let next = line[range.upperBound...].first else { return true }
                return !next.isLetter && !next.isNumber && next != "_"
            }
        }
    }
}
