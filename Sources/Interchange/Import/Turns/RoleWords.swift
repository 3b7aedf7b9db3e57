// The words that transcripts use instead of names, in the languages met so far. A table; knows nothing of texts.

/// What a label says about the person it stands for.
enum Role: Equatable {
    /// Asks: an interviewer, a moderator, a question.
    case interviewer
    /// Answers: an interviewee, a witness, an answer.
    case participant
    /// Speaks, without a hint whether as one or the other.
    case speaker
}

/// Labels that name a role.
enum RoleWords {
    /// The role that a label names, digits at its end left aside; nothing for a label that is a name.
    static func role(of key: SpeakerKey) -> Role? {
        // P7, M2: a letter for a role and the number of the person.
        if key.word.count == 1, !key.digits.isEmpty {
            return interviewers.contains(key.word) ? .interviewer : .participant
        }
        if interviewers.contains(key.word) { return .interviewer }
        if participants.contains(key.word) { return .participant }
        return speakers.contains(key.word) ? .speaker : nil
    }

    /// Whether a label is a question or an answer, so that a number after it counts questions and not people.
    static func isQuestionOrAnswer(_ word: String) -> Bool { questions.contains(word) || answers.contains(word) }

    /// Whether a label stands for a question.
    static func isQuestion(_ word: String) -> Bool { questions.contains(word) }

    /// Whether a label is an entry of a form, or a word of running text, rather than a speaker.
    static func isFormEntry(_ word: String) -> Bool { headerEntries.contains(word) || textWords.contains(word) }

    /// Whether a label is an entry of the form at the head of a transcript.
    static func isHeaderEntry(_ word: String) -> Bool { headerEntries.contains(word) }

    /// Whether a label begins with a title that only people bear.
    static func beginsWithTitle(_ folded: String) -> Bool {
        guard let blank = folded.firstIndex(of: " ") else { return false }
        let first = folded[..<blank].last == "." ? folded[..<blank].dropLast() : folded[..<blank]
        return titles.contains(String(first))
    }

    private static let questions: Set<String> = [
        "q", "question", "frage", "pergunta", "pregunta", "domanda", "vraag", "fråga", "spørsmål", "spørgsmål",
        "pytanie", "soru", "вопрос", "问", "問", "質問", "kysymys",
    ]

    private static let answers: Set<String> = [
        "a", "answer", "antwort", "réponse", "reponse", "resposta", "respuesta", "risposta", "antwoord", "svar",
        "odpowiedź", "cevap", "ответ", "答", "回答", "vastaus",
    ]

    private static let interviewers: Set<String> = questions.union([
        "interviewer", "interviewers", "interviewer's", "int", "inter", "intv", "iv", "i", "moderator", "mod",
        "facilitator", "researcher", "enquirer",
        "interviewerin", "moderatorin", "forscher", "forscherin",
        "intervieweur", "intervieweuse", "enquêteur", "enquêtrice", "animateur", "animatrice", "chercheur",
        "chercheuse",
        "entrevistador", "entrevistadora", "moderador", "moderadora", "investigador", "investigadora", "encuestador",
        "pesquisador", "pesquisadora", "mediador", "mediadora",
        "intervistatore", "intervistatrice", "moderatore", "moderatrice", "ricercatore", "ricercatrice",
        "onderzoeker", "intervjuare", "intervjuer", "forskare", "haastattelija", "badacz", "badaczka", "prowadzący",
        "görüşmeci", "интервьюер", "модератор",
        "訪問者", "访问者", "採訪者", "采访者", "訪談者", "访谈者", "主持人", "記者", "记者", "聞き手", "インタビュアー", "司会", "質問者",
    ])

    private static let participants: Set<String> = answers.union([
        "interviewee", "interviewees", "participant", "respondent", "resp", "r", "p", "informant", "subject", "patient",
        "client", "witness", "carer", "student", "teacher", "nurse", "doctor", "manager", "commissioner",
        "befragter", "befragte", "interviewpartner", "interviewpartnerin", "teilnehmer", "teilnehmerin", "proband",
        "enquêté", "enquêtée", "interviewé", "interviewée", "participante", "répondant", "répondante",
        "entrevistado", "entrevistada", "respondente", "sujeito", "informante", "participantes",
        "intervistato", "intervistata", "partecipante", "geïnterviewde", "deelnemer", "intervjuperson", "deltagare",
        "deltager", "haastateltava", "respondentka", "katılımcı", "респондент", "участник",
        "受訪者", "受访者", "回答者", "参加者", "参与者", "參與者",
    ])

    private static let speakers: Set<String> = [
        "speaker", "chair", "the chair", "chairman", "chairwoman", "chairperson", "man", "woman", "male", "female",
        "voice", "unknown", "unidentified", "unknown speaker", "unidentified speaker", "all", "sprecher", "sprecherin",
        "locuteur", "locutrice", "orador", "falante", "hablante", "主席", "m", "f", "w",
    ]

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "lord", "lady", "dame", "baroness", "judge",
        "sister", "father", "rev", "herr", "frau", "monsieur", "madame", "mme", "señor", "señora", "sr", "sra", "dona",
        "dom", "don", "signor", "signora",
    ]

    private static let headerEntries: Set<String> = [
        "date", "time", "place", "location", "site", "duration", "length", "file", "date of birth", "date of interview",
        "interview date", "recorded", "transcribed by", "transcriber", "gender", "age", "occupation", "study", "case",
        "datum", "ort", "dauer", "lieu", "durée", "fecha", "lugar", "duración", "data", "local", "duração", "日期", "時間",
        "地點",
        "时间", "地点",
    ]

    private static let textWords: Set<String> = [
        "note", "notes", "title", "topic", "subject line", "re", "version", "source", "email", "warning", "example",
        "e.g",
        "i.e", "http", "https",
    ]
}
