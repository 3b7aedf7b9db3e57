// How the places of names are printed: each with a few words round it, and what no program can reach. Changes nothing.

import CodingCore
import StudyFiles

/// The names of a key in the texts of a study, for reading.
struct NamePlaces {
    private let found: Pseudonymisation
    private let open: OpenStudy
    private let style: PseudonymStyle
    /// The numbered lines of each text with a name in it.
    private var lines: [DocumentID: LineTable] = [:]

    /// How much is shown on either side, in Unicode scalars.
    private static let context = 28
    private static let mostNamed = 40

    init(_ found: Pseudonymisation, open: OpenStudy, style: PseudonymStyle) {
        self.found = found
        self.open = open
        self.style = style
        for named in found.texts where !named.hits.isEmpty {
            let opened = try? open.folder.open(named.document, measure: open.study.settings.measure)
            lines[named.document.id] = opened?.transcript.lines
        }
    }

    /// Every place, a line each, and the sums.
    var listing: String {
        var text = ""
        for named in found.texts {
            for hit in named.hits { text += line(of: hit, in: named) + "\n" }
        }
        let hits = found.texts.flatMap(\.hits)
        let doubtful = hits.count(where: \.isDoubtful)
        let sums = Dictionary(grouping: hits.filter { !$0.isDoubtful }, by: \.entry)
        text += "\n"
        for (entry, places) in sums.sorted(by: { ($1.value.count, $0.key.name) < ($0.value.count, $1.key.name) }) {
            text += "\(entry.name) → \(entry.pseudonym): \(counted(places.count, "place"))\n"
        }
        if doubtful > 0 {
            text += "\(counted(doubtful, "place")) marked ? may be another word; only --review replaces such.\n"
        }
        return text
    }

    /// What is asked about one place.
    func question(about hit: NameHit, in named: NamedText) -> String {
        line(of: hit, in: named) + "   [y n a d q, then Enter]"
    }

    private func line(of hit: NameHit, in named: NamedText) -> String {
        let text = named.text
        let before = text.string(in: TextSpan(max(0, hit.span.start - Self.context), hit.span.start))
        let after = text.string(in: TextSpan(hit.span.end, min(text.scalarCount, hit.span.end + Self.context)))
        let words = "…\(Self.onOneLine(before))«\(Self.onOneLine(text.string(in: hit.span)))»\(Self.onOneLine(after))…"
        let id = named.document.id
        let place = lines[id].map { open.study.locator(id, lines: $0.lines(of: hit.span)) } ?? id.description
        return "\(place)\(hit.isDoubtful ? " ?" : "")  \(words)  → \(style.dressed(hit))"
    }

    private static func onOneLine(_ words: String) -> String {
        String(words.map { $0.isNewline ? " " : $0 })
    }

    /// Where names still stand, and what cannot be reached from here.
    ///
    /// - Parameter doubtful: places in texts that may be another word and were not replaced.
    static func elsewhere(_ places: [NamePlace], changed: Bool, doubtful: Int) -> String {
        var text = ""
        if places.isEmpty {
            text =
                doubtful == 0
                ? "No file of the study holds a name of the key.\n"
                : "No certain name of the key is left in the study, but \(counted(doubtful, "place")) marked ? may be one: "
                    + "look with --review.\n"
        } else {
            text = "Names of the key still stand here, and are left for you to mend:\n"
            for place in places.prefix(mostNamed) {
                text += "  \(place.file)" + (place.line.map { ":\($0)" } ?? " (in the file's own name)") + "\n"
            }
            if places.count > mostNamed { text += "  and \(counted(places.count - mostNamed, "place")) more\n" }
        }
        guard changed else { return text }
        return text + """
            What Gloss cannot reach keeps the names: git's history, backups, mailed or synchronised copies, exports made
            before, and the files that were imported. Colleagues merge this study into theirs and run ‘gloss check --repair’.

            """
    }
}
