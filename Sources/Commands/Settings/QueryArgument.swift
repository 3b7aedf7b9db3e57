// A query as it stands on the command line: several words are one query.

import ArgumentParser
import CodingCore

/// The words of a query.
struct QueryArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Terms such as code:NAME, under:NAME, coder:ID, speaker:NAME, doc:NAME, text:\"words\", star:>=2, site:B; "
                + "and, or, not, brackets. Put it in single quotes for the shell.",
            valueName: "query"
        )
    )
    var words: [String] = []

    /// The query; remarks on what finds nothing go to standard error.
    func query(in study: Study, on console: Console) throws -> Query {
        let query = try Query(words.joined(separator: " "), in: study)
        for remark in query.remarks { console.say("gloss: \(remark)") }
        return query
    }
}
