// The study that a command works on, found and read. Says on standard error what could not be read.

import CodingCore
import StudyFiles

/// A study as its files stand, with the way to its texts.
struct OpenStudy {
    let folder: StudyFolder
    let contents: StudyContents

    var study: Study { contents.study }

    /// The study for questions: texts are read, and verified, as they are asked for.
    var corpus: Corpus {
        let (folder, measure) = (folder, study.settings.measure)
        return Corpus(study, readsOnManyThreads: true) { try folder.open($0, measure: measure).transcript }
    }

    /// Who writes into the study.
    ///
    /// - Parameter state: where this person's machine keeps the names of clones.
    func author(_ coder: CoderID, state: StateFolder) -> Author {
        Author(
            coder,
            study: study.settings.id,
            folder: folder,
            replicas: Replicas(state: state),
            identifiers: IdentifierSource()
        )
    }

    /// The document that a person names.
    ///
    /// - Throws: a sentence with what is near when there is none, or with all when there are several.
    func document(named name: String) throws -> DocumentRecord {
        switch study.document(named: name) {
        case .found(let record):
            return record
        case .ambiguous(let ids):
            let names = ids.map(\.description).joined(separator: ", ")
            throw CommandFailure.couldNot("several documents are called ‘\(name)’: \(names)")
        case .unknown(let containing):
            let names = study.documents.flatMap { [study.shortName(of: $0.id), $0.id.description] }
            let near = namesNear(name, among: names) + containing.prefix(3).map(\.description)
            let hint =
                near.isEmpty ? "‘gloss documents’ lists them" : "near it: \(near.uniqued().joined(separator: ", "))"
            throw CommandFailure.couldNot("there is no document ‘\(name)’; \(hint)")
        }
    }

    /// The code that a person names: by id, mnemonic or unique name.
    func code(named name: String) throws -> Code {
        let codebook = study.codebook
        if CodeID(name).flatMap({ codebook[$0] }) == nil {
            let tagged = codebook.codes.filter { $0.isApplicable && $0.mnemonic == name.lowercased() }.map(
                \.id.description
            )
            guard tagged.count < 2 else {
                throw CommandFailure.couldNot(
                    "several codes have the tag ‘\(name)’: \(tagged.joined(separator: ", ")); name one by its id"
                )
            }
        }
        if let code = codebook.find(name) { return code }
        let namesakes = codebook.codes.filter { $0.name.lowercased() == name.lowercased() }
        if namesakes.count > 1 {
            let ids = namesakes.map(\.id.description).joined(separator: ", ")
            throw CommandFailure.couldNot("several codes are called ‘\(name)’: \(ids)")
        }
        let near = namesNear(name, among: codebook.codes.flatMap { [$0.id.description, $0.name] })
        let hint = near.isEmpty ? "‘gloss codes’ lists them" : "near it: \(near.joined(separator: ", "))"
        throw CommandFailure.couldNot("there is no code ‘\(name)’; \(hint)")
    }
}

extension StudyOptions {
    /// The study's folder: the one named, else the nearest upwards.
    func folder(on console: Console) throws -> StudyFolder {
        if let study { return try StudyFolder.open(console.path(study)) }
        if let found = StudyFolder.find(upwardFrom: console.workingFolder) { return found }
        throw CommandFailure.couldNot(
            "there is no study here: go into a study's folder, name one with --study DIR, "
                + "or make one with ‘gloss init DIR’"
        )
    }

    /// The study, read but for its texts; a word on standard error when some of its files could not be used.
    func load(on console: Console) throws -> OpenStudy {
        let folder = try folder(on: console)
        let contents = try folder.load()
        let problems = contents.findings.count { $0.severity == .problem }
        if problems > 0 {
            console.say("gloss: the study has \(counted(problems, "problem")); ‘gloss check’ lists them")
        }
        return OpenStudy(folder: folder, contents: contents)
    }
}

extension Console {
    /// Where this person's machine keeps what belongs to no study.
    var state: StateFolder { StateFolder(xdgStateHome: environment["XDG_STATE_HOME"], home: environment["HOME"]) }

    /// The names of clones that this person's machine keeps.
    var replicas: Replicas { Replicas(state: state) }
}
