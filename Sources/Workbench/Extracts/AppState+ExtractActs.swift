// Acts on the extracts of the list: recode, uncode, memo, star, doubt. The acts themselves are those of the coding screen.

import CodingCore

extension AppState {
    /// Asks for the code whose extracts are to be shown; categories are among those offered.
    mutating func chooseExtracts() -> [Effect] {
        guard !study.codebook.codes.isEmpty else {
            refuse("No codebook yet: put a YAML file into codebooks/ (docs/FORMAT.md says how).")
            return []
        }
        refreshStudy()
        overlay = .picker(
            PickerState(
                codebook: study.codebook,
                uses: uses,
                counts: CodeUses.counts(in: study),
                words: 0,
                quote: "",
                act: .extracts
            )
        )
        return []
    }

    /// Performs a command on the coding of the chosen extract.
    mutating func actOnExtracts(_ command: Command, argument: String?, edit: CodingEdit) -> [Effect] {
        let acts: Set<Command> = [.uncode, .replaceCode, .memo, .star, .doubt]
        guard acts.contains(command), let coding = extracts?.chosen?.coding else { return [] }
        switch command {
        case .uncode: return uncode(coding, edit: edit)
        case .memo: return openMemo(on: coding)
        case .star: return star(coding, edit: edit)
        case .doubt: return doubt(coding, edit: edit)
        default:
            guard let argument else {
                openRecode(of: coding)
                return []
            }
            return study.codebook.find(argument).map { recode(coding, to: $0, edit: edit) } ?? []
        }
    }
}
