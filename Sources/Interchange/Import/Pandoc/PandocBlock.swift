// Paragraphs and what holds them in pandoc's document tree. Source: pandoc-types 1.22, Text.Pandoc.Definition.

/// A block of a document.
enum PandocBlock: Decodable, Equatable {
    case paragraph([PandocInline])
    case heading(level: Int, [PandocInline])
    case lines([[PandocInline]])
    case code(String)
    case group([PandocBlock])
    case ordered(start: Int, [[PandocBlock]])
    case bullets([[PandocBlock]])
    case definitions([PandocDefinition])
    case table(PandocTable)
    case rule
    /// Something that has no words of its own, such as raw HTML.
    case leftOut(String)

    private enum Keys: String, CodingKey {
        case tag = "t"
        case content = "c"
    }

    init(from decoder: any Decoder) throws {
        let node = try decoder.container(keyedBy: Keys.self)
        let tag = try node.decode(String.self, forKey: .tag)
        switch tag {
        case "Plain", "Para":
            self = .paragraph(try node.decode([PandocInline].self, forKey: .content))
        case "LineBlock":
            self = .lines(try node.decode([[PandocInline]].self, forKey: .content))
        case "BlockQuote":
            self = .group(try node.decode([PandocBlock].self, forKey: .content))
        case "BulletList":
            self = .bullets(try node.decode([[PandocBlock]].self, forKey: .content))
        case "DefinitionList":
            self = .definitions(try node.decode([PandocDefinition].self, forKey: .content))
        case "Table":
            self = .table(try node.decode(PandocTable.self, forKey: .content))
        case "HorizontalRule", "Null":
            self = .rule
        default:
            self = try Self.compound(tag, try node.nestedUnkeyedContainer(forKey: .content))
        }
    }

    /// Nodes whose content is a tuple.
    private static func compound(_ tag: String, _ parts: consuming any UnkeyedDecodingContainer) throws -> PandocBlock {
        var parts = parts
        switch tag {
        case "Header":
            let level = try parts.decode(Int.self)
            _ = try parts.decode(PandocIgnored.self)
            return .heading(level: level, try parts.decode([PandocInline].self))
        case "CodeBlock":
            _ = try parts.decode(PandocIgnored.self)
            return .code(try parts.decode(String.self))
        case "RawBlock":
            return .leftOut("raw \(try parts.decode(String.self))")
        case "OrderedList":
            var attributes = try parts.nestedUnkeyedContainer()
            return .ordered(start: try attributes.decode(Int.self), try parts.decode([[PandocBlock]].self))
        case "Div":
            _ = try parts.decode(PandocIgnored.self)
            return .group(try parts.decode([PandocBlock].self))
        default:
            return .leftOut(tag)
        }
    }
}

/// A term and what is said of it.
struct PandocDefinition: Decodable, Equatable {
    let term: [PandocInline]
    let definitions: [[PandocBlock]]

    init(from decoder: any Decoder) throws {
        var parts = try decoder.unkeyedContainer()
        term = try parts.decode([PandocInline].self)
        definitions = try parts.decode([[PandocBlock]].self)
    }
}

/// A whole document as `pandoc -t json` writes it.
package struct PandocDocument: Decodable {
    let blocks: [PandocBlock]

    init(blocks: [PandocBlock]) { self.blocks = blocks }
}
