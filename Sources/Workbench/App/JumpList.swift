// Where the reader came from, for going back and forward. Knows places, not screens.

import CodingCore

/// A place in a document.
struct TextPlace: Equatable {
    let document: Identifier
    let offset: Int
}

/// The places that jumps began at.
struct JumpList {
    private var places: [TextPlace] = []
    /// How many of the places lie behind the reader; the rest can be gone forward to.
    private var position = 0
    private static let most = 100

    /// Remembers where a jump begins; what lay ahead is forgotten.
    mutating func push(_ place: TextPlace) {
        places.removeSubrange(position...)
        if places.last != place { places.append(place) }
        if places.count > Self.most { places.removeFirst() }
        position = places.count
    }

    /// The place to go back to from `here`, which can be gone forward to from then on.
    mutating func back(from here: TextPlace) -> TextPlace? {
        guard position > 0 else { return nil }
        if position == places.count {
            if places.last == here { position -= 1 } else { places.append(here) }
            guard position > 0 else { return nil }
        }
        position -= 1
        return places[position]
    }

    /// The place to go forward to.
    mutating func forward() -> TextPlace? {
        guard position + 1 < places.count else { return nil }
        position += 1
        return places[position]
    }
}
