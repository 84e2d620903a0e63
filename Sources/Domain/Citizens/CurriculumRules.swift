/// What is wrong, or doubtful, in a CV; fields are named as in its JSON (`experiences.0.title`).
struct CurriculumRules {
    private let reference: ReferenceSnapshot
    private let today: Day
    private var findings: [Finding] = []

    static func findings(_ curriculum: Curriculum, reference: ReferenceSnapshot, today: Day) -> [Finding] {
        var rules = CurriculumRules(reference: reference, today: today)
        rules.text(curriculum.summary, "summary", atMost: 2000)
        rules.experiences(curriculum.experiences)
        rules.education(curriculum.education)
        rules.training(curriculum.training)
        rules.languages(curriculum.languages)
        rules.skills(curriculum)
        rules.desired(curriculum.desiredProfessions)
        rules.availability(curriculum.availability)
        return rules.findings
    }

    private init(reference: ReferenceSnapshot, today: Day) {
        self.reference = reference
        self.today = today
    }

    // Lengths are those of the national record (SAP) and of ClicLavoro's candidature.

    private mutating func experiences(_ experiences: [Curriculum.Experience]) {
        count(experiences.count, "experiences", atMost: 60)
        for (index, job) in experiences.enumerated() {
            let field = "experiences.\(index)"
            required(job.title, "\(field).title", atMost: 250)
            text(job.employer, "\(field).employer", atMost: 100)
            text(job.userCompany, "\(field).user_company", atMost: 100)
            text(job.duties, "\(field).duties", atMost: 300)
            code(job.professionCode, .profession, "\(field).profession_code", .past)
            code(job.contractTypeCode, .contractType, "\(field).contract_type_code", .past)
            place(job.municipalityCode, "\(field).municipality_code")
            if let activity = job.activityCode {
                let version = job.activityVersion ?? "2007"
                findings += reference.check(
                    activity: activity,
                    version: version,
                    field: "\(field).activity_code",
                    versionField: "\(field).activity_version",
                    use: .past
                )
            }
            if job.start > today { findings.append(.inTheFuture("\(field).start")) }
            if let end = job.end, end < job.start { findings.append(.endsBeforeStart("\(field).end")) }
        }
    }

    private mutating func education(_ titles: [Curriculum.Education]) {
        count(titles.count, "education", atMost: 20)
        if titles.isEmpty { findings.append(.educationMissing) }
        for (index, title) in titles.enumerated() {
            let field = "education.\(index)"
            code(title.level, .education, "\(field).level", .past)
            text(title.description, "\(field).description", atMost: 100)
            text(title.institute, "\(field).institute", atMost: 100)
            text(title.grade, "\(field).grade", atMost: 30)
            place(title.municipalityCode, "\(field).municipality_code")
            year(title.year, "\(field).year")
            year(title.lastYearAttended, "\(field).last_year_attended")
            years(title, field)
        }
    }

    /// The years agree with what has become of the title.
    private mutating func years(_ title: Curriculum.Education, _ field: String) {
        if title.isObtained, title.lastYearAttended != nil {
            add(
                "\(field).last_year_attended",
                "obtained_and_left",
                "Il titolo è conseguito: togli l'ultimo anno di frequenza, o scegli «In corso» o «Interrotto»",
                "The title is obtained: take out the last year attended, or choose “In progress” or “Interrupted”"
            )
        } else if !title.isObtained, title.year != nil {
            add(
                "\(field).year",
                "not_obtained",
                "Il titolo non è conseguito: togli l'anno di conseguimento, o scegli «Conseguito»",
                "The title is not obtained: take out the year in which you got it, or choose “Obtained”"
            )
        }
    }

    private mutating func training(_ courses: [Curriculum.Training]) {
        count(courses.count, "training", atMost: 40)
        for (index, course) in courses.enumerated() {
            let field = "training.\(index)"
            required(course.title, "\(field).title", atMost: 100)
            text(course.provider, "\(field).provider", atMost: 100)
            text(course.certificate, "\(field).certificate", atMost: 100)
            text(course.internshipAt, "\(field).internship_at", atMost: 100)
            code(course.region, .region, "\(field).region", .past)
            year(course.year, "\(field).year")
            if let duration = course.duration, !(1...9999).contains(duration) || course.durationUnit == nil {
                let (it, en) = (
                    "Durata senza unità di misura o fuori scala", "A duration without its unit, or off scale"
                )
                add("\(field).duration", "duration_unclear", it, en)
            }
        }
    }

    private mutating func languages(_ languages: [Curriculum.LanguageSkill]) {
        count(languages.count, "languages", atMost: 20)
        for (index, language) in languages.enumerated() {
            let field = "languages.\(index)"
            code(language.code, .language, "\(field).code", .past)
            for (name, level) in [("read", language.read), ("written", language.written), ("spoken", language.spoken)] {
                code(level, .languageLevel, "\(field).\(name)", .past)
            }
            if languages[..<index].contains(where: { $0.code == language.code }) {
                add("\(field).code", "language_repeated", "La lingua compare due volte", "The language appears twice")
            }
        }
    }

    private mutating func skills(_ curriculum: Curriculum) {
        count(curriculum.computerSkills.count, "computer_skills", atMost: 40)
        for (index, skill) in curriculum.computerSkills.enumerated() {
            required(skill.name, "computer_skills.\(index).name", atMost: 100)
            text(skill.details, "computer_skills.\(index).details", atMost: 1000)
        }
        count(curriculum.licences.count, "licences", atMost: 20)
        for (index, licence) in curriculum.licences.enumerated() {
            code(licence, .drivingLicence, "licences.\(index)", .past)
        }
        count(curriculum.qualifications.count, "qualifications", atMost: 40)
        for (index, qualification) in curriculum.qualifications.enumerated() {
            let field = "qualifications.\(index)"
            required(qualification.name, "\(field).name", atMost: 100)
            code(qualification.code, .professionalCard, "\(field).code", .past)
            if let obtained = qualification.obtainedOn, let expires = qualification.expiresOn, expires < obtained {
                findings.append(.endsBeforeStart("\(field).expires_on"))
            }
        }
        count(curriculum.skills.count, "skills", atMost: 60)
        for (index, skill) in curriculum.skills.enumerated() { required(skill, "skills.\(index)", atMost: 100) }
    }

    private mutating func desired(_ professions: [Curriculum.DesiredProfession]) {
        count(professions.count, "desired_professions", atMost: 10)
        for (index, profession) in professions.enumerated() {
            let field = "desired_professions.\(index)"
            required(profession.description, "\(field).description", atMost: 250)
            code(profession.code, .profession, "\(field).code", .current(on: today))
        }
        if professions.isEmpty { findings.append(.desiredProfessionMissing) }
    }

    private mutating func availability(_ availability: Curriculum.Availability) {
        list(availability.workingTimes, .workingTime, "availability.working_times", .current(on: today))
        list(availability.contractTypes, .contractType, "availability.contract_types", .current(on: today))
        list(availability.municipalities, .municipality, "availability.municipalities", .current(on: today))
        list(availability.provinces, .province, "availability.provinces", .current(on: today))
        list(availability.regions, .region, "availability.regions", .current(on: today))
        count(availability.activities.count, "availability.activities", atMost: 50)
        if let radius = availability.radiusKm, !(1...1500).contains(radius) {
            let (it, en) = ("Il raggio va da 1 a 1500 km", "The radius goes from 1 to 1500 km")
            add("availability.radius_km", "radius_out_of_range", it, en)
        }
    }
}

// MARK: - Checks of one field

extension CurriculumRules {
    private mutating func add(_ field: String, _ code: String, _ it: String, _ en: String) {
        findings.append(Finding(field, code, it: it, en: en))
    }

    private mutating func required(_ value: String, _ field: String, atMost limit: Int) {
        if value.allSatisfy(\.isWhitespace) {
            add(field, "required", "Campo obbligatorio", "This field is required")
        } else {
            text(value, field, atMost: limit)
        }
    }

    private mutating func text(_ value: String?, _ field: String, atMost limit: Int) {
        guard let value else { return }
        if value.unicodeScalars.count > limit {
            add(field, "too_long", "Al massimo \(limit) caratteri", "At most \(limit) characters")
        }
        if value.hasControlCharacter(isMultiline: true) {
            add(field, "unreadable", "Il testo contiene caratteri di controllo", "The text holds control characters")
        }
    }

    private mutating func count(_ number: Int, _ field: String, atMost limit: Int) {
        if number > limit { add(field, "too_many", "Al massimo \(limit) voci", "At most \(limit) entries") }
    }

    private mutating func code(_ code: String?, _ list: ReferenceList, _ field: String, _ use: CodeUse) {
        if let code { findings += reference.check(code, in: list, field: field, use: use) }
    }

    private mutating func list(_ codes: [String], _ list: ReferenceList, _ field: String, _ use: CodeUse) {
        count(codes.count, field, atMost: 50)
        for (index, entry) in codes.prefix(50).enumerated() { code(entry, list, "\(field).\(index)", use) }
    }

    /// A municipality of today or of then, or a foreign state.
    private mutating func place(_ code: String?, _ field: String) {
        if let code { findings += reference.check(birthPlace: code, field: field) }
    }

    private mutating func year(_ year: Int?, _ field: String) {
        if let year, !(1940...today.year).contains(year) {
            add(field, "year_out_of_range", "Anno fuori scala", "The year is off scale")
        }
    }
}

extension Finding {
    /// Without it a CV can be kept, but is no candidature (ClicLavoro: at least one desired profession).
    static var desiredProfessionMissing: Finding {
        Finding(
            "desired_professions",
            "desired_profession_missing",
            it: "Indica almeno una professione desiderata: senza, la candidatura non è valida",
            en: "Name at least one desired profession: without it the candidature is not valid",
            severity: .warning
        )
    }
}

extension Finding {
    /// A pact asks for it, because agencies filter by the title of study.
    static var educationMissing: Finding {
        Finding(
            "education",
            "education_missing",
            it: "Indica almeno un titolo di studio, anche «nessun titolo»: senza, il patto non si può sottoscrivere",
            en: "Name at least one title of study, be it “none”: without it the pact cannot be signed",
            severity: .warning
        )
    }
}

extension Curriculum {
    /// What is wrong, or doubtful, in the CV.
    public func findings(_ reference: ReferenceSnapshot, today: Day) -> [Finding] {
        CurriculumRules.findings(self, reference: reference, today: today)
    }

    /// Whether agencies can do something with it: a desired profession and a title of study are there.
    public var isCandidature: Bool { !desiredProfessions.isEmpty && !education.isEmpty }
}
