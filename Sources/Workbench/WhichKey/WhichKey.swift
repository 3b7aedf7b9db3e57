// What can follow the keys typed so far: the rest of longer keys, the marks there are, the slots. Values only.

/// The ways in which a sequence of keys goes on.
struct WhichKey: Equatable {
    /// One way.
    struct Entry: Equatable {
        /// What is typed next.
        let keys: String
        /// What it comes to.
        let title: String
        /// Why it cannot be done now.
        var why: String?
    }

    /// The keys typed so far.
    let keys: String
    /// What they are about; empty where they have no name.
    let title: String
    let entries: [Entry]
    /// What is said where there is nothing to show.
    var emptiness = ""
    /// Whether each entry has a row of its own, since its words are long.
    var isList = false
}
