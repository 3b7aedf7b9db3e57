// Line ends, counted and made LF. The only change that a plain text file undergoes besides losing its byte order mark.

/// How the lines of a file ended.
package struct LineEnds: Sendable, Equatable {
    package var lf = 0
    package var crlf = 0
    /// A carriage return without a line feed.
    package var cr = 0

    /// Makes every line end of `bytes` an LF and counts what was there.
    ///
    /// - Parameter bytes: UTF-8 or any other encoding in which CR and LF are single bytes.
    package init(normalising bytes: inout [UInt8]) {
        var feeds = 0
        var returns = 0
        // Sums that may wrap let the compiler look at many bytes at once; there are fewer bytes than an Int counts.
        for byte in bytes {
            feeds &+= byte == 0x0A ? 1 : 0
            returns &+= byte == 0x0D ? 1 : 0
        }
        if returns == 0 {
            lf = feeds
            return
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A:
                crlf += 1
                index += 1
                result.append(0x0A)
            case 0x0D:
                cr += 1
                result.append(0x0A)
            case 0x0A:
                lf += 1
                result.append(0x0A)
            default:
                result.append(byte)
            }
            index += 1
        }
        bytes = result
    }

    /// A sentence for the report when the line ends were changed; nothing when all were LF.
    package var remark: String? {
        let kinds = [(crlf, "CRLF"), (cr, "CR"), (lf, "LF")].filter { $0.0 > 0 }
        guard crlf + cr > 0 else { return nil }
        return "Line ends were " + kinds.map { "\($0.1) (\($0.0))" }.joined(separator: ", ") + " and are now LF."
    }
}
