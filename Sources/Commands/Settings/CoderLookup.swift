// Who codes: `--coder`, else $GLOSS_CODER, else the configuration file, else the login name.

import CodingCore

extension CoderOptions {
    /// The coder.
    ///
    /// - Throws: when a name was given that is no coder's id, or none can be found.
    func coder(on console: Console) throws -> CoderID {
        let places: [(String?, String)] = [
            (coder, "--coder"), (console.environment["GLOSS_CODER"], "$GLOSS_CODER"),
            (try Configuration(environment: console.environment)["coder"], "the configuration file"),
        ]
        for (name, place) in places {
            // An empty variable is an unset one; an empty option is a mistake.
            guard let name, !name.isEmpty || place == "--coder" else { continue }
            guard let id = CoderID(name) else {
                throw CommandFailure.couldNot(
                    "‘\(name)’ from \(place) is no coder's id: use 1 to 24 of a–z, 0–9 and -"
                )
            }
            return id
        }
        if let login = SystemEnvironment.loginName(), let id = CoderID(nearestTo: login) { return id }
        throw CommandFailure.couldNot("who codes is not known: give --coder ID or set $GLOSS_CODER")
    }
}
