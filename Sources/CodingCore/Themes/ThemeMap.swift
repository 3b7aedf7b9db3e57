// Themes and how they bear on each other, as an outline, as Graphviz and as a drawing in rows. Circles are legal: nothing is
// followed twice. Pure.

import TextMetrics

/// The map of a study's themes.
package struct ThemeMap: Sendable {
    private let themes: [Theme]
    private let codebook: Codebook

    /// - Parameter themes: those set aside are left out.
    package init(_ themes: [Theme], codebook: Codebook) {
        self.themes = themes.filter { $0.status != .aside }
        self.codebook = codebook
    }

    private func name(_ id: ThemeID) -> String { themes.first { $0.id == id }?.name ?? id.description }

    /// Each theme with its codes and its relations, indented.
    package var outline: String {
        guard !themes.isEmpty else { return "No themes yet.\n" }
        return themes.map { theme in
            let codes = theme.codes.map { "  · \(codebook[codebook.resolve($0)]?.name ?? $0.description)\n" }
            let relations = theme.relations.map { "  → \($0.how.isEmpty ? "" : $0.how + ": ")\(name($0.to))\n" }
            return ([theme.name + "\n"] + codes + relations).joined()
        }
        .joined()
    }

    /// The graph in the DOT language (graphviz.org/doc/info/lang.html): themes as boxes, relations as arrows with words.
    package var dot: String {
        var lines = ["digraph themes {", "  rankdir=LR;", "  node [shape=box];"]
        let known = Set(themes.map(\.id))
        for theme in themes {
            lines.append("  \(Self.quoted(theme.id.description)) [label=\(Self.quoted(theme.name))];")
        }
        for theme in themes {
            for relation in theme.relations {
                if !known.contains(relation.to) {
                    lines.append("  \(Self.quoted(relation.to.description)) [style=dashed];")
                }
                let label = relation.how.isEmpty ? "" : " [label=\(Self.quoted(relation.how))]"
                lines.append(
                    "  \(Self.quoted(theme.id.description)) -> \(Self.quoted(relation.to.description))\(label);"
                )
            }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A number and the name for each theme, and under it the arrows to others by their numbers.
    package struct Node: Sendable {
        package let number: Int
        package let theme: Theme
        package let arrows: [(number: Int?, how: String, name: String)]
        /// Numbers of the themes whose arrows end here.
        package let from: [Int]
    }

    /// The nodes in the order in which they are best drawn: what points before what it points to, as far as circles allow.
    package var nodes: [Node] {
        let order = drawn
        let numbers = Dictionary(order.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        let byID = Dictionary(themes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return order.compactMap { id in
            guard let theme = byID[id], let number = numbers[id] else { return nil }
            return Node(
                number: number,
                theme: theme,
                arrows: theme.relations.map { (numbers[$0.to], $0.how, name($0.to)) },
                from: themes.filter { $0.relations.contains { $0.to == id } }.compactMap { numbers[$0.id] }.sorted()
            )
        }
    }

    /// The map as a drawing in rows: a box a theme, under it its arrows, with the numbers of the boxes they go to.
    ///
    /// - Parameter columns: the width; names and words that are longer are cut.
    package func drawing(columns: Int) -> [String] {
        let width = max(20, columns)
        let inner = width - 4
        return nodes.flatMap { node -> [String] in
            let number = " \(node.number) "
            let top = "┌─" + number + String(repeating: "─", count: max(1, width - 3 - number.count)) + "┐"
            let name = padded(fitted(node.theme.name, columns: inner), columns: inner, alignment: .left)
            var rows = [top, "│ \(name) │", "└" + String(repeating: "─", count: width - 2) + "┘"]
            for (index, arrow) in node.arrows.enumerated() {
                let isLast = index == node.arrows.count - 1
                let target = arrow.number.map { "\($0)" } ?? arrow.name
                let words = arrow.how.isEmpty ? "─> \(target)" : "─ \(arrow.how) ─> \(target)"
                rows.append("  " + fitted((isLast ? "└" : "├") + words, columns: width - 2))
            }
            if !node.from.isEmpty {
                rows.append(
                    "  " + fitted("from " + node.from.map { "\($0)" }.joined(separator: ", "), columns: width - 2)
                )
            }
            return rows + [""]
        }
    }

    /// Depth first from those that nothing points to, then from what is left, which are circles.
    private var drawn: [ThemeID] {
        let byID = Dictionary(themes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pointedTo = Set(themes.flatMap(\.relations).map(\.to))
        var order: [ThemeID] = []
        var seen: Set<ThemeID> = []
        for start in themes.filter({ !pointedTo.contains($0.id) }) + themes {
            var pending = [start.id]
            while let id = pending.popLast() {
                guard let theme = byID[id], seen.insert(id).inserted else { continue }
                order.append(id)
                pending += theme.relations.map(\.to).reversed()
            }
        }
        return order
    }
}
