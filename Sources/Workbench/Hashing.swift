// The one hash that anchors are checked with.

import StudyFiles

/// The SHA-256 of bytes in lower-case hexadecimal.
func sha256(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }
