// The way of an import between the state and the files.

import CodingCore
import StudyFiles

extension AppState {
    /// Reads a file and takes it in, or says why it cannot be read; then everything stays as it was.
    mutating func read(_ request: ImportRequest, through access: any StudyAccess) -> [Effect] {
        do {
            return take(try access.read(request.path, choices: request.decisions.choices), for: request)
        } catch {
            notice = Notice(text: inWords(error), kind: .refused)
            return []
        }
    }

    /// Takes a document into the study, or says why that cannot be done; then the page stays.
    mutating func add(_ addition: ImportAddition, through access: any StudyAccess) {
        do {
            take(try access.add(addition), for: addition)
        } catch let trouble as FileTrouble where trouble.code == .alreadyExists {
            notice = Notice(text: inWords(trouble), kind: .refused)
        } catch {
            notice = Notice(text: "Nothing is imported: \(inWords(error))", kind: .alarm)
        }
    }
}

/// What an error says to a person; within the state, `sentence` is about what to do next.
private func inWords(_ error: any Error) -> String { sentence(error) }
