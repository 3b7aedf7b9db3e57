// Which coding is meant: the one that `Tab` chose, else the innermost one at the cursor. It is always named.

import CodingCore

extension CodingState {
    /// The codings shown that hold the character under the cursor, outermost first, mine last among equals.
    var codingsAtCursor: [Coding] {
        shown.filter { $0.span.contains(cursor) }.sorted {
            ($0.span.count, $0.coder == coder ? 0 : 1, $0.id) > ($1.span.count, $1.coder == coder ? 0 : 1, $1.id)
        }
    }

    /// The coding that `x` and `m` act on.
    var focus: Coding? {
        let here = codingsAtCursor
        return here.first { $0.id == chosenFocus } ?? here.last
    }

    /// Moves the focus to the next coding here (the one before, when not `forward`).
    mutating func cycleFocus(forward: Bool) {
        let here = codingsAtCursor
        guard let current = focus, let index = here.firstIndex(where: { $0.id == current.id }) else { return }
        let step = forward ? -1 : 1
        chosenFocus = here[(index + step + here.count) % here.count].id
    }

    /// Goes to the next coding that begins after the cursor (the one before, when not `forward`).
    mutating func goToCoding(forward: Bool) -> Bool {
        let order = shown.sorted { Coding.inTextOrder($0, $1) }
        let current = focus.flatMap { focus in order.firstIndex { $0.id == focus.id && $0.span.start == cursor } }
        let target: Coding?
        if let current {
            let next = current + (forward ? 1 : -1)
            target = order.indices.contains(next) ? order[next] : nil
        } else {
            target = forward ? order.first { $0.span.start > cursor } : order.last { $0.span.start < cursor }
        }
        guard let target else { return false }
        chosenFocus = target.id
        move(to: target.span.start)
        return true
    }

    /// Whether a coding is the coder's own.
    func isMine(_ coding: Coding) -> Bool { coding.coder == coder }
}
