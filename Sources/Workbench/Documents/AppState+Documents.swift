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
        case .open:
            return documents.chosen.map { [.open($0, place: nil)] } ?? []
        default: break
        }
        return []
    }
}
