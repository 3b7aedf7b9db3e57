// Many passages to code from JSON Lines: `{"document","start","end","code","coder","memo"}`, with `quote`, `nth`, `star`
// and `doubt` as on the command line. All lines are checked before anything is saved.

import CodingCore
import StudyFiles

/// Reads requests line by line.
struct CodingRequestFile {
    private let open: OpenStudy
    private let places: CodingPlaces
    private let coder: CoderID

    /// - Parameter coder: who codes where a line does not say.
    init(_ open: OpenStudy, _ places: CodingPlaces, coder: CoderID) {
        self.open = open
        self.places = places
        self.coder = coder
    }

    /// The requests of a file, and a sentence for every line that cannot be used.
    ///
    /// - Parameter name: the file as the person named it.
    func read(_ bytes: [UInt8], name: String) -> (requests: [CodingRequest], problems: [String]) {
        var requests: [CodingRequest] = []
        var problems: [String] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            do {
                requests.append(try request(Array(line)))
            } catch {
                problems.append("\(name):\(index + 1): \(error)")
            }
        }
        return (requests, problems)
    }

    private func request(_ line: [UInt8]) throws -> CodingRequest {
        let json: JSONText
        do {
            json = try JSONText(reading: line)
        } catch {
            throw CommandFailure.couldNot("this line \(error.sentence)")
        }
        guard case .object = json else { throw CommandFailure.couldNot("this line is no JSON object") }
        let document = try open.document(named: try string("document", in: json))
        return CodingRequest(
            document: document,
            span: try span(json, in: document),
            codes: [try places.code(named: try string("code", in: json))],
            coder: try coder(json),
            memo: try optionalString("memo", in: json) ?? "",
            star: try star(json),
            doubt: try doubt(json)
        )
    }

    private func span(_ json: JSONText, in document: DocumentRecord) throws -> TextSpan {
        if let quote = try optionalString("quote", in: json) {
            return try places.span(quoting: quote, nth: json["nth"]?.integer, in: document)
        }
        guard let start = json["start"]?.integer, let end = json["end"]?.integer else {
            throw CommandFailure.couldNot("“start” and “end” must be whole numbers, or give a “quote”")
        }
        return try places.span(start, end, in: document)
    }

    private func coder(_ json: JSONText) throws -> CoderID {
        guard let name = try optionalString("coder", in: json) else { return coder }
        guard let id = CoderID(name) else {
            throw CommandFailure.couldNot("‘\(name)’ is no coder's id: use 1 to 24 of a–z, 0–9 and -")
        }
        return id
    }

    private func star(_ json: JSONText) throws -> Int {
        guard let value = json["star"], value != .null else { return 0 }
        guard let star = value.integer, (0...3).contains(star) else {
            throw CommandFailure.couldNot("“star” must be 0 to 3")
        }
        return star
    }

    private func doubt(_ json: JSONText) throws -> Bool {
        switch json["doubt"] {
        case nil, .null?: return false
        case .bool(let doubt)?: return doubt
        default: throw CommandFailure.couldNot("“doubt” must be true or false")
        }
    }

    private func string(_ key: String, in json: JSONText) throws -> String {
        guard let text = try optionalString(key, in: json) else { throw CommandFailure.couldNot("“\(key)” is missing") }
        return text
    }

    private func optionalString(_ key: String, in json: JSONText) throws -> String? {
        guard let value = json[key], value != .null else { return nil }
        guard let text = value.string else { throw CommandFailure.couldNot("“\(key)” must be words in quotation marks") }
        return text
    }
}
