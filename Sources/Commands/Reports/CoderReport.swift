// How the list of coders is printed. Counts nothing.

import CodingCore
import StudyFiles

/// Who codes what.
struct CoderReport {
    let coders: [CoderProgress]

    var text: String {
        guard !coders.isEmpty else { return "Nobody has coded yet.\n" }
        var grid = TextTable(columns: [
            .left("coder"), .left("name"), .right("codings"), .right("documents"), .right("codes"), .right("doubts"),
            .left("last day"),
        ])
        grid.rows = coders.map {
            [
                $0.coder.description, $0.name, grouped($0.codings), "\(grouped($0.documents))/\(grouped($0.of))",
                grouped($0.codes), grouped($0.doubts), $0.lastCoded?.day ?? "–",
            ]
        }
        return grid.text
    }

    var columns: TextTable {
        let names = ["id", "name", "codings", "documents", "of", "codes", "doubts", "last_coded"]
        var grid = TextTable(columns: names.map { .left($0) })
        grid.rows = coders.map {
            [$0.coder.description, $0.name] + [$0.codings, $0.documents, $0.of, $0.codes, $0.doubts].map(String.init)
                + [$0.lastCoded?.description ?? ""]
        }
        return grid
    }

    var json: JSONText {
        .array(
            coders.map {
                [
                    "id": .string($0.coder.description),
                    "name": .string($0.name),
                    "codings": .integer($0.codings),
                    "documents": .integer($0.documents),
                    "of": .integer($0.of),
                    "codes": .integer($0.codes),
                    "doubts": .integer($0.doubts),
                    "last_coded": $0.lastCoded.map { .string($0.description) } ?? .null,
                ]
            }
        )
    }
}
