internal import Domain

/// What the fields of a CV are called, and what their codes mean.
enum CurriculumLabels {
    /// The name of a field: `experiences.3.employer` is *Datore di lavoro*.
    static func name(_ field: String) -> Localized {
        let steps = field.split(separator: ".").map(String.init)
        let key = steps.count == 3 ? "\(steps[0]).\(steps[2])" : field
        return names[key] ?? Localized(it: field, en: field)
    }

    /// A row's name, as `Esperienza 2`; nil for a field that stands alone.
    static func row(_ field: String) -> Localized? {
        let steps = field.split(separator: ".").map(String.init)
        guard steps.count == 3, let part = CurriculumDraft.Part(rawValue: steps[0]),
            let index = CurriculumDraft.row(steps[1])
        else { return nil }
        return row(part, index)
    }

    static func row(_ part: CurriculumDraft.Part, _ index: Int) -> Localized {
        Localized(it: "\(part.oneRow.it) \(index + 1)", en: "\(part.oneRow.en) \(index + 1)")
    }

    /// A finding that says by itself where it belongs, for a list of them.
    static func placed(_ finding: Finding) -> Finding {
        let name = name(finding.field)
        let place = row(finding.field).map { Localized(it: "\($0.it), \(name.it)", en: "\($0.en), \(name.en)") } ?? name
        return Finding(
            finding.field,
            finding.code,
            it: "\(place.it): \(finding.message.it)",
            en: "\(place.en): \(finding.message.en)",
            severity: finding.severity
        )
    }

    /// A text as typed, or what its code stands for.
    static func shown(_ text: String, in field: String, _ labels: Labels) -> String {
        let name = field.split(separator: ".").last.map(String.init) ?? field
        let words = labels.words
        switch (field.hasPrefix("desired_professions") || field.hasPrefix("experiences"), name) {
        case (true, "code"), (_, "profession_code"): return labels.label(text, in: .profession) ?? text
        case (_, "state"): return Curriculum.Education.State(rawValue: text).map { words($0.label) } ?? text
        case (_, "level") where field.hasPrefix("education"): return labels.label(text, in: .education) ?? text
        case (_, "level"):
            return Curriculum.ComputerSkill.Level(rawValue: text).map { words($0.label) } ?? text
        case (_, "code") where field.hasPrefix("languages"): return labels.label(text, in: .language) ?? text
        case (_, "code"): return labels.label(text, in: .professionalCard) ?? text
        case (_, "region"), (_, "regions"): return labels.label(text, in: .region) ?? text
        case (_, "contract_type_code"): return labels.label(text, in: .contractType) ?? text
        case (_, "contract_kinds"): return ContractType.Kind(rawValue: text).map { words($0.label) } ?? text
        case (_, "working_times"): return labels.label(text, in: .workingTime) ?? text
        case (_, "duration_unit"):
            return Curriculum.Training.DurationUnit(rawValue: text).map { words($0.label) } ?? text
        default:
            switch text {
            case "yes": return words(.yes)
            case "no": return words(.no)
            default: return text
            }
        }
    }

    /// Fields that pages carry along without showing them.
    static let carried: Set<String> = [
        "activity_code", "activity_version", "municipality_code", "start_day", "end_day", "contract_types",
        "activities", "code_for", "profession_code_for",
    ]

    private static let names: [String: Localized] = [
        "desired_professions": Localized(it: "Lavoro che cerchi", en: "Work that you look for"),
        "desired_professions.description": Localized(it: "Professione", en: "Profession"),
        "desired_professions.code": Localized(it: "Professione in elenco", en: "Profession in the list"),
        "desired_professions.has_experience": Localized(it: "Hai esperienza?", en: "Do you have experience?"),
        "education": Localized(it: "Istruzione", en: "Education"),
        "education.level": Localized(it: "Titolo di studio", en: "Title of study"),
        "education.state": Localized(it: "A che punto è", en: "How far it has come"),
        "education.description": Localized(it: "Indirizzo o corso di studio", en: "Course of study"),
        "education.institute": Localized(it: "Scuola o università", en: "School or university"),
        "education.municipality": Localized(it: "Comune o Stato estero", en: "Comune or foreign state"),
        "education.year": Localized(it: "Anno di conseguimento", en: "Year in which you got it"),
        "education.grade": Localized(it: "Votazione", en: "Grade"),
        "education.last_year_attended": Localized(
            it: "Ultimo anno di frequenza, se interrotto",
            en: "Last year attended, if you gave it up"
        ),
        "education.recognised_in_italy": Localized(
            it: "Se estero: riconosciuto in Italia?",
            en: "If foreign: recognised in Italy?"
        ),
        "training.title": Localized(it: "Titolo del corso", en: "Title of the course"),
        "training.provider": Localized(it: "Ente", en: "Provider"),
        "training.region": Localized(it: "Regione", en: "Region"),
        "training.duration": Localized(it: "Durata", en: "Duration"),
        "training.duration_unit": Localized(it: "Unità della durata", en: "Unit of the duration"),
        "training.certificate": Localized(it: "Attestato", en: "Certificate"),
        "training.internship_at": Localized(it: "Azienda del tirocinio", en: "Company of the internship"),
        "training.year": Localized(it: "Anno", en: "Year"),
        "experiences.title": Localized(it: "Lavoro svolto", en: "Work done"),
        "experiences.profession_code": Localized(it: "Professione in elenco", en: "Profession in the list"),
        "experiences.employer": Localized(it: "Datore di lavoro", en: "Employer"),
        "experiences.user_company": Localized(
            it: "Azienda dove lavoravi, se assunto da un'agenzia",
            en: "Company where you worked, if an agency employed you"
        ),
        "experiences.contract_type_code": Localized(it: "Tipo di contratto", en: "Type of contract"),
        "experiences.municipality": Localized(it: "Comune o Stato estero", en: "Comune or foreign state"),
        "experiences.start_month": Localized(it: "Mese di inizio", en: "Month of the start"),
        "experiences.start_year": Localized(it: "Anno di inizio", en: "Year of the start"),
        "experiences.end_month": Localized(it: "Mese di fine", en: "Month of the end"),
        "experiences.end_year": Localized(it: "Anno di fine", en: "Year of the end"),
        "experiences.lasts": Localized(it: "Lavoro ancora qui", en: "I still work there"),
        "experiences.duties": Localized(it: "Mansioni", en: "Tasks"),
        "languages.code": Localized(it: "Lingua", en: "Language"),
        "languages.read": Localized(it: "Letto", en: "Read"),
        "languages.written": Localized(it: "Scritto", en: "Written"),
        "languages.spoken": Localized(it: "Parlato", en: "Spoken"),
        "languages.is_native": Localized(
            it: "È la mia lingua madre (i livelli non servono)",
            en: "It is my mother tongue (no levels needed)"
        ),
        "computer_skills.name": Localized(it: "Programma o conoscenza", en: "Program or skill"),
        "computer_skills.level": Localized(it: "Livello", en: "Level"),
        "computer_skills.details": Localized(it: "Dettagli", en: "Details"),
        "skills": Localized(it: "Competenze", en: "Skills"),
        "licences": Localized(it: "Patenti di guida", en: "Driving licences"),
        "qualifications.code": Localized(it: "Abilitazione in elenco", en: "Qualification in the list"),
        "qualifications.name": Localized(it: "Nome, se non è in elenco", en: "Name, if it is not in the list"),
        "qualifications.obtained_on": Localized(it: "Conseguita il", en: "Obtained on"),
        "qualifications.expires_on": Localized(it: "Scade il", en: "Expires on"),
        "availability.from": Localized(it: "Disponibile dal", en: "Available from"),
        "availability.working_times": Localized(it: "Orario", en: "Working time"),
        "availability.contract_kinds": Localized(it: "Contratti che accetti", en: "Contracts that you accept"),
        "availability.shifts": Localized(it: "Turni", en: "Shifts"),
        "availability.nights": Localized(it: "Lavoro notturno", en: "Night work"),
        "availability.holidays": Localized(it: "Domeniche e festivi", en: "Sundays and holidays"),
        "availability.travel": Localized(it: "Trasferte", en: "Travel"),
        "availability.own_vehicle": Localized(it: "Ho un mezzo proprio", en: "I have a vehicle of my own"),
        "availability.municipalities": Localized(it: "Comuni", en: "Comuni"),
        "availability.provinces": Localized(it: "Province", en: "Provinces"),
        "availability.regions": Localized(it: "Regioni", en: "Regions"),
        "availability.radius_km": Localized(it: "Chilometri da casa", en: "Kilometres from home"),
        "summary": Localized(it: "Presentazione", en: "About you"),
    ]
}

extension CurriculumDraft.Part {
    /// What one of its rows is called.
    var oneRow: Localized {
        switch self {
        case .desiredProfessions: Localized(it: "Professione", en: "Profession")
        case .education: Localized(it: "Titolo", en: "Title")
        case .training: Localized(it: "Corso", en: "Course")
        case .experiences: Localized(it: "Esperienza", en: "Job")
        case .languages: Localized(it: "Lingua", en: "Language")
        case .computerSkills: Localized(it: "Conoscenza", en: "Skill")
        case .qualifications: Localized(it: "Abilitazione", en: "Qualification")
        case .skills, .licences, .availability, .summary: section.title
        }
    }

    /// What is added by one more row.
    var another: Localized {
        switch self {
        case .desiredProfessions: Localized(it: "Aggiungi un'altra professione", en: "Add another profession")
        case .education: Localized(it: "Aggiungi un titolo di studio", en: "Add a title of study")
        case .training: Localized(it: "Aggiungi un corso", en: "Add a course")
        case .experiences: Localized(it: "Aggiungi un'esperienza", en: "Add a job")
        case .languages: Localized(it: "Aggiungi una lingua", en: "Add a language")
        case .computerSkills: Localized(it: "Aggiungi una conoscenza informatica", en: "Add a computer skill")
        case .qualifications: Localized(it: "Aggiungi un'abilitazione", en: "Add a qualification")
        case .skills, .licences, .availability, .summary: section.title
        }
    }
}

extension Curriculum.Education.State {
    var label: Localized {
        switch self {
        case .obtained: Localized(it: "Conseguito", en: "Obtained")
        case .inProgress: Localized(it: "In corso", en: "In progress")
        case .interrupted: Localized(it: "Interrotto", en: "Interrupted")
        }
    }
}

extension Curriculum.ComputerSkill.Level {
    var label: Localized {
        switch self {
        case .basic: Localized(it: "Base", en: "Basic")
        case .intermediate: Localized(it: "Intermedio", en: "Intermediate")
        case .advanced: Localized(it: "Avanzato", en: "Advanced")
        }
    }
}

extension Curriculum.Training.DurationUnit {
    var label: Localized {
        switch self {
        case .hours: Localized(it: "ore", en: "hours")
        case .days: Localized(it: "giorni", en: "days")
        case .months: Localized(it: "mesi", en: "months")
        case .years: Localized(it: "anni", en: "years")
        }
    }
}

extension Words {
    /// The months of the year by name.
    var monthNames: [String] {
        switch language {
        case .it:
            [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
                "ottobre", "novembre", "dicembre",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }

    /// `marzo 2026`: jobs are told by months.
    func month(_ day: Day) -> String { "\(monthNames[day.month - 1]) \(day.year)" }
}
