// What a scalar does to a line of terminal cells. Knows nothing of characters made of several scalars.

/// How one Unicode scalar behaves on a terminal, by our own table and not by the C library's locale.
package enum ScalarClass: UInt8, Sendable {
    /// Takes no column of its own and is drawn over the scalar before it.
    case mark = 0
    /// Takes one column.
    case narrow = 1
    /// Takes two columns.
    case wide = 2
    /// A control, format, invisible, private or unassigned scalar: only a stand-in for it is ever shown.
    case hidden = 3

    /// Looks the scalar up; a constant-time question.
    package init(_ scalar: Unicode.Scalar) {
        self = WidthTable.standard.scalarClass(of: scalar.value)
    }
}
