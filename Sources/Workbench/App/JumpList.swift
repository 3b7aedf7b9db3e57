// Where the reader came from, for going back and forward. Knows places, not screens.

import CodingCore

/// A place in a document.
struct TextPlace: Equatable {
    let document: Identifier
    /// In Unicode scalars of the canonical text.
    let offset: Int
}

/// The places that jumps began at.
struct JumpList {
    private var places: [TextPlace] = []
    /// How many of the places lie behind the reader; the rest can be gone forward to.
    private var position = 0
    /// Where the last jump of any kind began.
    private(set) var latest: TextPlace?
    /// The place in another document that is being gone to: opening that document begins no jump of its own.
    var destination: TextPlace?
    private static let most = 100

    /// Remembers where a jump begins; what lay ahead is forgotten.
    mutating func push(_ place: TextPlace) {
        places.removeSubrange(min(position + 1, places.count)...)
        // A place comes once only, so that going back never stands still.
        places.removeAll { $0 == place }
        places.append(place)
        if places.count > Self.most { places.removeFirst() }
        position = places.count
        latest = place
    }

    /// The place to go back to from `here`, which can be gone forward to from then on; nothing when there is none.
    mutating func back(from here: TextPlace) -> TextPlace? {
        var next = position - 1
        while next >= 0, places[next] == here { next -= 1 }
        guard next >= 0 else { return nil }
        if position == places.count, places.last != here { places.append(here) }
        position = next
        latest = here
        return places[next]
    }

    /// The place to go forward to from `here`; nothing when the reader did not go back.
    mutating func forward(from here: TextPlace) -> TextPlace? {
        var next = position + 1
        while next < places.count, places[next] == here { next += 1 }
        guard next < places.count else { return nil }
        position = next
        latest = here
        return places[next]
    }
}
