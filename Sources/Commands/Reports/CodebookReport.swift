// How the codebook is printed: as a tree, as one entry, as columns and as JSON.

import CodingCore
import StudyFiles

/// The codes of a study.
struct CodebookReport {
    let codebook: Codebook

    var text: String {
        guard !codebook.codes.isEmpty else {
            return "No codes yet: put a codebook into codebooks/, or code in the workbench.\n"
        }
        var grid = TextTable(columns: [.left("code"), .left("tag"), .left("name"), .left("status"), .left("brief")])
        grid.rows = codebook.codes.map { code in
            [
                String(repeating: "  ", count: codebook.depth(of: code.id)) + code.id.description,
                code.kind == .category ? "" : code.tag, code.name,
                code.kind == .category ? "category" : code.status.words, code.brief,
            ]
        }
        return grid.text + "\(counted(codebook.codes.count { $0.kind != .category }, "code")), "
            + "\(counted(codebook.codes.count { $0.kind == .category }, "category", "categories")). "
            + "\(codebook.versionInWords).\n"
    }

    /// One entry with its rules.
    func text(of code: Code) -> String {
        let path = codebook.path(of: code.id).map(\.name).joined(separator: " > ")
        var fields: [(String, String)] = [("id", code.id.description), ("in", path)]
        if code.kind != .category { fields.append(("tag", code.tag)) }
        fields += [("kind", code.kind.rawValue), ("status", code.status.words), ("origin", code.origin)]
        fields += [("brief", code.brief), ("definition", code.definition)]
        fields += code.include.map { ("include", $0) } + code.exclude.map { ("exclude", $0) }
        fields.append(("example", code.example))
        let below = codebook.children(of: code.id).map(\.id.description).joined(separator: ", ")
        fields.append(("below", below))
        let lines = fields.filter { !$0.1.isEmpty }.map { name, value in
            name + String(repeating: " ", count: 12 - name.count) + inOneLine(value) + "\n"
        }
        return code.name + "\n" + lines.joined()
    }

    var columns: TextTable {
        let names = ["id", "name", "mnemonic", "parent", "kind", "status", "origin", "brief", "definition"]
        var grid = TextTable(columns: (names + ["include", "exclude", "example"]).map { .left($0) })
        grid.rows = codebook.codes.map { code in
            [code.id.description, code.name, code.mnemonic, code.parent?.description ?? "", code.kind.rawValue]
                + [code.status.words, code.origin, code.brief, code.definition]
                + [code.include.joined(separator: "\n"), code.exclude.joined(separator: "\n"), code.example]
        }
        return grid
    }

    var json: JSONText { .array(codebook.codes.map { json(of: $0) }) }

    /// One entry.
    func json(of code: Code) -> JSONText {
        [
            "id": .string(code.id.description),
            "name": .string(code.name),
            "mnemonic": .string(code.mnemonic),
            "parent": code.parent.map { .string($0.description) } ?? .null,
            "path": .array(codebook.path(of: code.id).map { .string($0.id.description) }),
            "kind": .string(code.kind.rawValue),
            "status": .string(code.status.words),
            "origin": .string(code.origin),
            "colour": .string(codebook.colour(of: code.id)),
            "brief": .string(code.brief),
            "definition": .string(code.definition),
            "include": .array(code.include.map { .string($0) }),
            "exclude": .array(code.exclude.map { .string($0) }),
            "example": .string(code.example),
            "rule": .string(code.rule),
        ]
    }
}
