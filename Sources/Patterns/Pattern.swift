// Regular expressions over UTF-8 bytes, by PCRE2 with its just-in-time compiler and a limit on the steps of a match. The only
// place that sees PCRE2. Knows no transcripts.

import CPCRE2

/// A pattern that cannot be used, and where it goes wrong.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The byte of the pattern's UTF-8 at which the trouble was found.
    package let offset: Int
    /// PCRE2's sentence, without a full stop.
    package let description: String
}

/// A match took more steps than are allowed, so that a pattern such as `(a+)+b` cannot hang the program.
package struct PatternLimit: Error, Hashable, Sendable {}

/// A compiled pattern. Equal when source and case are.
@safe package final class Pattern: Sendable {
    /// The pattern as it was written.
    package let source: String
    package let ignoresCase: Bool
    // PCRE2's compiled code is never written after compiling: pcre2api(3), "Multithreading".
    private nonisolated(unsafe) let code: OpaquePointer

    /// The steps of one match; PCRE2's own limit is ten times this.
    private static let steps: UInt32 = 1_000_000

    /// Compiles a pattern; `^` and `$` stand for the ends of lines, classes such as `\w` know all scripts.
    ///
    /// - Parameter ignoresCase: when not said, case counts only if the pattern has a capital (smart case).
    /// - Throws: `PatternError`.
    package init(_ source: String, ignoresCase: Bool? = nil) throws(PatternError) {
        self.source = source
        self.ignoresCase = ignoresCase ?? !Self.hasCapital(source)
        var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MULTILINE) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        if self.ignoresCase { options |= UInt32(PCRE2_CASELESS) }
        var (number, offset) = (Int32(0), 0)
        let bytes = Array(source.utf8)
        let compiled = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, options, &number, &offset, nil)
        }
        guard let compiled = unsafe compiled else {
            throw PatternError(offset: offset, description: Self.sentence(number))
        }
        unsafe code = compiled
        // Without it matching is slower and the same.
        _ = unsafe pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
    }

    deinit { unsafe pcre2_code_free_8(code) }

    /// Every match that is not empty, in text order and without overlaps, as half-open ranges of bytes.
    ///
    /// - Parameter bytes: valid UTF-8.
    /// - Throws: `PatternLimit`.
    package func matches(in bytes: [UInt8]) throws(PatternLimit) -> [Range<Int>] {
        var found: [Range<Int>] = []
        try scan(bytes) {
            found.append($0); return true
        }
        return found
    }

    /// Whether it matches anywhere, be it with nothing.
    ///
    /// - Throws: `PatternLimit`.
    package func matches(_ text: String) throws(PatternLimit) -> Bool {
        var isFound = false
        try scan(Array(text.utf8), takingEmpty: true) { _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// Hands over matches until `take` says that it is enough.
    private func scan(_ bytes: [UInt8], takingEmpty: Bool = false, _ take: (Range<Int>) -> Bool) throws(PatternLimit) {
        guard let data = unsafe pcre2_match_data_create_8(1, nil),
            let context = unsafe pcre2_match_context_create_8(nil)
        else { throw PatternLimit() }
        defer {
            unsafe pcre2_match_data_free_8(data)
            unsafe pcre2_match_context_free_8(context)
        }
        _ = unsafe pcre2_set_match_limit_8(context, Self.steps)
        let isLimited = unsafe bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start <= buffer.count {
                // The bytes were checked when they became a text; empty matches are of no use to anybody who looks for words.
                let options = UInt32(PCRE2_NO_UTF_CHECK) | (takingEmpty ? 0 : UInt32(PCRE2_NOTEMPTY))
                let count = unsafe pcre2_match_8(code, buffer.baseAddress, buffer.count, start, options, data, context)
                if count == PCRE2_ERROR_NOMATCH { return false }
                guard count >= 0, let places = unsafe pcre2_get_ovector_pointer_8(data) else { return true }
                let range = unsafe min(places[0], places[1])..<max(places[0], places[1])
                if !take(range) { return false }
                start = max(range.upperBound, start + (range.isEmpty ? 1 : 0))
            }
            return false
        }
        if isLimited { throw PatternLimit() }
    }

    private static func sentence(_ number: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = unsafe pcre2_get_error_message_8(number, &buffer, buffer.count)
        return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "this is no pattern"
    }

    /// Whether a pattern has a capital letter that stands for itself: not that of `\W` or `\p{L}`.
    private static func hasCapital(_ source: String) -> Bool {
        var isEscaped = false
        var isInBraces = false
        for scalar in source.unicodeScalars {
            if isEscaped {
                isEscaped = false
                isInBraces = scalar == "p" || scalar == "P"
            } else if scalar == "\\" {
                isEscaped = true
            } else if isInBraces {
                isInBraces = scalar != "}"
            } else if scalar.properties.isUppercase {
                return true
            }
        }
        return false
    }
}

extension Pattern: Hashable {
    package static func == (a: Pattern, b: Pattern) -> Bool { a.source == b.source && a.ignoresCase == b.ignoresCase }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(ignoresCase)
    }
}
