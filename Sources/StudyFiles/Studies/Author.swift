// Who writes into a study. Knows names and clocks; writes nothing itself.

package import CodingCore

/// A coder at one clone of a study: what every line that is written has to name.
package struct Author {
    package let coder: CoderID
    /// The id of the study.
    package let study: Identifier
    package let folder: StudyFolder
    package let identifiers: IdentifierSource
    /// The present second.
    package let now: () -> Moment
    /// The system's calls; others only in tests of what a crash leaves.
    let calls: SystemCalls
    private let replicas: Replicas

    package init(
        _ coder: CoderID,
        study: Identifier,
        folder: StudyFolder,
        replicas: Replicas,
        identifiers: IdentifierSource,
        now: @escaping () -> Moment = SystemClock.now,
        calls: SystemCalls = .system
    ) {
        self.coder = coder
        self.study = study
        self.folder = folder
        self.replicas = replicas
        self.identifiers = identifiers
        self.now = now
        self.calls = calls
    }

    /// The name of this clone, made up at the first call: to be asked for when something is written.
    package var replica: ReplicaID { replicas.forWriting(study: study, root: folder.root) }

    /// The name of this clone if it has written before.
    package var knownReplica: ReplicaID? { replicas.known(study: study, root: folder.root) }
}
