// Running text in pandoc's document tree. Source: pandoc-types 1.22, Text.Pandoc.Definition; JSON as pandoc writes it.

/// A piece of running text, with only what matters for plain words kept apart.
enum PandocInline: Decodable, Equatable {
    case words(String)
    case blank
    case softBreak
    case lineBreak
    /// Emphasis of any kind, links, spans: the content counts, the dress does not.
    case dressed([PandocInline], bold: Bool)
    case quoted([PandocInline], double: Bool)
    case note([PandocBlock])
    case image([PandocInline])
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
        case "Str":
            self = .words(try node.decode(String.self, forKey: .content))
        case "Space":
            self = .blank
        case "SoftBreak":
            self = .softBreak
        case "LineBreak":
            self = .lineBreak
        case "Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps":
            self = .dressed(try node.decode([PandocInline].self, forKey: .content), bold: tag == "Strong")
        case "Note":
            self = .note(try node.decode([PandocBlock].self, forKey: .content))
        default:
            self = try Self.compound(tag, try node.nestedUnkeyedContainer(forKey: .content))
        }
    }

    /// Nodes whose content is a tuple.
    private static func compound(_ tag: String, _ parts: consuming any UnkeyedDecodingContainer) throws -> PandocInline
    {
        var parts = parts
        switch tag {
        case "Code", "Math", "RawInline":
            if tag == "RawInline" { return .leftOut("raw \(try parts.decode(String.self))") }
            _ = try parts.decode(PandocIgnored.self)
            return .words(try parts.decode(String.self))
        case "Quoted":
            let kind = try parts.decode(PandocTag.self)
            return .quoted(try parts.decode([PandocInline].self), double: kind.tag == "DoubleQuote")
        case "Cite", "Link", "Span":
            _ = try parts.decode(PandocIgnored.self)
            return .dressed(try parts.decode([PandocInline].self), bold: false)
        case "Image":
            _ = try parts.decode(PandocIgnored.self)
            return .image(try parts.decode([PandocInline].self))
        default:
            return .leftOut(tag)
        }
    }
}

/// A node of which only the name matters.
struct PandocTag: Decodable, Equatable {
    let tag: String

    private enum CodingKeys: String, CodingKey {
        case tag = "t"
    }
}

/// A part of the tree that says nothing about words: attributes, alignments, targets.
struct PandocIgnored: Decodable, Equatable {
    init(from decoder: any Decoder) throws {}
}
