// One entry of a codebook. Knows nothing of YAML or of codings.

/// A label with a definition and rules of use (MacQueen et al. 1998), or a category that groups others.
package struct Code: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case category, code, marker }

    package enum Status: Hashable, Sendable {
        case proposed, agreed, retired
        case mergedInto(CodeID)
    }

    package var id: CodeID
    package var name: String
    /// Two or three letters to type; written in the codebook, or the first free letters of the name. Empty when a
    /// codebook is so large that none is left.
    package var mnemonic: String
    package var parent: CodeID?
    package var kind: Kind
    package var status: Status
    /// `a-priori`, `deductive`, `in-vivo` or `inductive`; empty when not said.
    package var origin: String
    package var colour: String
    package var brief: String
    package var definition: String
    package var include: [String]
    package var exclude: [String]
    package var example: String
    /// The proposed codes that this one adopted.
    package var was: [CodeID]
    /// The first 8 hexadecimal digits of the SHA-256 of `ruleSource`.
    package var rule: String

    package init(
        id: CodeID,
        name: String,
        mnemonic: String = "",
        parent: CodeID? = nil,
        kind: Kind = .code,
        status: Status = .agreed,
        origin: String = "",
        colour: String = "",
        brief: String = "",
        definition: String = "",
        include: [String] = [],
        exclude: [String] = [],
        example: String = "",
        was: [CodeID] = [],
        rule: String = ""
    ) {
        self.id = id
        self.name = name
        self.mnemonic = mnemonic
        self.parent = parent
        self.kind = kind
        self.status = status
        self.origin = origin
        self.colour = colour
        self.brief = brief
        self.definition = definition
        self.include = include
        self.exclude = exclude
        self.example = example
        self.was = was
        self.rule = rule
    }

    /// What the rule's hash is taken over: definition, then each `include`, then each `exclude`, with LF after each and
    /// a line of `-` before the includes and before the excludes.
    package var ruleSource: String {
        ([definition, "-"] + include + ["-"] + exclude).map { $0 + "\n" }.joined()
    }

    /// The mnemonic as the screens show it.
    package var tag: String { mnemonic.uppercased() }

    /// Whether a coder may apply it: neither a category nor retired nor merged away.
    package var isApplicable: Bool {
        kind != .category && (status == .agreed || status == .proposed)
    }
}
