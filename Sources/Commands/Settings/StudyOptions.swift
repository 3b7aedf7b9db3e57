// The options that most commands share: which study, and who codes.

import ArgumentParser

/// Which study a command works on.
struct StudyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The study's folder; else the nearest one upwards that holds study.yaml.", valueName: "dir"),
        completion: .directory
    )
    var study: String?
}

extension StudyOptions {
    /// The options as if they had been typed.
    init(named study: String?) {
        self.init()
        self.study = study
    }
}

/// Who codes.
struct CoderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The coder's id; else $GLOSS_CODER, the configuration file, the login name.",
            valueName: "id"
        )
    )
    var coder: String?
}
