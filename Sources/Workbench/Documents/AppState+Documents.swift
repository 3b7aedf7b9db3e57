// What commands do in the list of documents.

import CodingCore

extension AppState {
    mutating func performInDocuments(_ command: Command, count: Int?, argument: String?) -> [Effect] {
        let height = DocumentsState.height(in: size)
        switch command {
        case .rowDown: documents.move(count ?? 1, height: height)
        case .rowUp: documents.move(-(count ?? 1), height: height)
        case .pageDown: documents.move((count ?? 1) * height, height: height)
        case .pageUp: documents.move(-(count ?? 1) * height, height: height)
        case .top: documents.move(-.max / 2, height: height)
        case .bottom where count == nil: documents.move(.max / 2, height: height)
        case .bottom:
            documents.move(-.max / 2, height: height)
            documents.move((count ?? 1) - 1, height: height)
        case .open where argument != nil: return open(named: argument ?? "")
        case .open:
            guard let chosen = documents.chosen else {
                refuse("There is no document yet: leave with q and run gloss import FILE…")
                return []
            }
            return [.open(chosen, place: nil)]
        default: break
        }
        return []
    }

    /// Opens a document by its id, or by the last part of it where only one document has it.
    mutating func open(named name: String) -> [Effect] {
        switch study.document(named: name.trimmingBlanks) {
        case .found(let record): return [.open(record.id, place: nil)]
        case .ambiguous(let ids): refuse("Several documents are called that: \(ids.map(\.description).joined(separator: ", ")).")
        case .unknown(let near):
            let hint = near.isEmpty ? "g t lists all." : "Near it: \(near.prefix(5).map(\.description).joined(separator: ", "))."
            refuse("There is no document “\(name)”. \(hint)")
        }
        return []
    }
}
