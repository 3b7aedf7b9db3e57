// Words as a shell takes them, for command lines that a person is to copy.

/// The word as it can be pasted into a shell: quoted where a shell would take it apart.
func shellWord(_ word: String) -> String {
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+=,"
    if !word.isEmpty, word.allSatisfy({ plain.contains($0) || ($0.isLetter && !$0.isASCII) }) { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
}
