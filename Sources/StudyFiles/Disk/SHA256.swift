// Hashes that `sha256sum` gives as well. Knows bytes only.

import CHash

/// SHA-256 (FIPS 180-4), by OpenSSL.
package enum SHA256 {
    /// The hash of bytes: 64 lower-case hexadecimal digits.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        hexadecimal(of: bytes[...])
    }

    /// The hash of a part of an array: 64 lower-case hexadecimal digits.
    package static func hexadecimal(of bytes: ArraySlice<UInt8>) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe bytes.withUnsafeBufferPointer { buffer in
            _ = unsafe CHash.SHA256(buffer.baseAddress, buffer.count, &digest)
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
