// Stands in until the real thing lands.
package struct TextRow: Hashable, Sendable {
    package var byteStart: Int
    package var byteEnd: Int
    package var scalarStart: Int
    package var scalarEnd: Int
}

package func wrapRows(_ utf8: [UInt8], columns: Int) -> [TextRow] { [] }
