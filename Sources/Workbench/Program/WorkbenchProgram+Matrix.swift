// The edge of the matrix: reads the texts that counting needs.

import CodingCore
import StudyFiles

extension WorkbenchProgram {
    /// Counts what the matrix shows. Texts are read for whoever speaks and for words; one that cannot be read is said.
    func countMatrix() {
        guard let matrix = state.matrix else { return }
        // What cannot be counted is not tried again and again.
        state.matrix?.isStale = false
        let corpus = Corpus(state.study) { [access] document in try access.text(of: document) }
        do {
            if matrix.isPairs {
                let query = matrix.filter ?? .everything
                return state.take(
                    pairs: try Cooccurrence(corpus, query: query, togetherness: matrix.togetherness)
                )
            }
            state.take(
                matrix: try Frequencies(
                    corpus,
                    query: matrix.filter ?? .everything,
                    by: matrix.columns,
                    unit: matrix.unit,
                    countsWords: false
                )
            )
        } catch {
            state.notice = Notice(text: "Nothing is counted: \(sentence(error))", kind: .alarm)
        }
    }
}
