// Where this user's machine keeps what belongs to no study: the XDG base directory specification's state folder.

import Glibc

/// The folder `gloss` in `$XDG_STATE_HOME`, or in `~/.local/state`; losing it harms no study.
package struct StateFolder: Sendable, Equatable {
    /// The folder, which need not exist; nothing when the environment names no place for it.
    package let path: String?

    /// Names a folder, or none.
    package init(path: String?) {
        self.path = path
    }

    /// Finds the folder by environment variables; relative paths are ignored, as the specification says.
    package init(xdgStateHome: String?, home: String?) {
        if let folder = xdgStateHome, folder.utf8.first == UInt8(ascii: "/") {
            path = folder + "/gloss"
        } else if let home, home.utf8.first == UInt8(ascii: "/") {
            path = home + "/.local/state/gloss"
        } else {
            path = nil
        }
    }

    /// The folder of the user who runs the program.
    package static func ofUser() -> StateFolder {
        StateFolder(xdgStateHome: variable("XDG_STATE_HOME"), home: variable("HOME"))
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
