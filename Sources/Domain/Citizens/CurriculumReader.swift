/// What a draft says, as far as it can be read, and what is wrong in it by the draft's own fields.
public struct ReadCurriculum: Hashable, Sendable {
    public let curriculum: Curriculum
    public let findings: [Finding]
}

extension CurriculumDraft {
    /// Reads the draft as a CV, and judges that by the rules of CVs.
    public func read(_ reference: ReferenceSnapshot, today: Day) -> ReadCurriculum {
        var reader = CurriculumReader(draft: self, reference: reference, today: today)
        return reader.read()
    }
}

/// Makes a CV of what was typed.
///
/// Where something that a CV must have is missing or cannot be read, there is a finding with severity error, and any
/// value in its place: such a CV is never saved.
struct CurriculumReader {
    let draft: CurriculumDraft
    let reference: ReferenceSnapshot
    let today: Day
    var findings: [Finding] = []

    init(draft: CurriculumDraft, reference: ReferenceSnapshot, today: Day) {
        self.draft = draft
        self.reference = reference
        self.today = today
    }

    mutating func read() -> ReadCurriculum {
        var curriculum = Curriculum()
        curriculum.summary = draft.text("summary")
        for row in rows(.experiences) { curriculum.experiences.append(experience(row)) }
        for row in rows(.education) { curriculum.education.append(education(row)) }
        for row in rows(.training) { curriculum.training.append(training(row)) }
        for row in rows(.languages) { curriculum.languages.append(language(row)) }
        for row in rows(.computerSkills) { curriculum.computerSkills.append(computerSkill(row)) }
        for row in rows(.qualifications) { curriculum.qualifications.append(qualification(row)) }
        for row in rows(.desiredProfessions) { curriculum.desiredProfessions.append(desired(row)) }
        curriculum.licences = draft.all("licences")
        curriculum.skills = lines("skills")
        curriculum.availability = availability()
        return ReadCurriculum(curriculum: curriculum, findings: findings + judged(curriculum))
    }

    /// What the rules say of the CV, beside the fields that were typed; where the text could not even be read, no more
    /// is said of it.
    private func judged(_ curriculum: Curriculum) -> [Finding] {
        let unread = Set(findings.filter { $0.severity == .error }.map(\.field))
        return curriculum.findings(reference, today: today).map { $0.typed() }.filter { !unread.contains($0.field) }
    }

    private func rows(_ part: CurriculumDraft.Part) -> [String] {
        (0..<draft.rows(part)).map { "\(part.rawValue).\($0)" }
    }

    private mutating func experience(_ row: String) -> Curriculum.Experience {
        let title = required("\(row).title", "Indica il lavoro che hai svolto", "Say which work you did")
        let start = month("\(row).start", defaultDay: { _, _ in 1 })
        if start == nil, !has("\(row).start_month") && !has("\(row).start_year") {
            add("\(row).start_month", "required", "Indica mese e anno d'inizio", "Give the month and year of the start")
        }
        var job = Curriculum.Experience(title: title, start: start ?? today)
        job.end = end(row)
        job.professionCode = profession("\(row).profession_code", for: "\(row).title")
        job.employer = draft.text("\(row).employer")
        job.userCompany = draft.text("\(row).user_company")
        job.activityCode = draft.text("\(row).activity_code")
        job.activityVersion = draft.text("\(row).activity_version")
        job.contractTypeCode = draft.text("\(row).contract_type_code")
        job.municipalityCode = place(row)
        job.duties = draft.text("\(row).duties")
        return job
    }

    private mutating func end(_ row: String) -> Day? {
        let isGiven = has("\(row).end_month") || has("\(row).end_year")
        switch (isGiven, draft.isTicked("\(row).lasts")) {
        case (true, true):
            let (it, en) = (
                "Hai indicato sia una fine sia che il lavoro continua", "There is an end, and the job lasts"
            )
            add("\(row).end_month", "ends_and_lasts", it, en)
        case (true, false):
            return month("\(row).end") { month, year in Day.length(ofMonth: month, year: year) }
        case (false, true): break
        case (false, false):
            add(
                "\(row).end_month",
                "required",
                "Indica mese e anno di fine, o che il lavoro continua",
                "Give the month and year of the end, or say that the job lasts"
            )
        }
        return nil
    }

    private mutating func education(_ row: String) -> Curriculum.Education {
        let level = required("\(row).level", "Scegli il titolo di studio", "Choose the title of study")
        var title = Curriculum.Education(level: level, description: draft.text("\(row).description"))
        title.state = state(row, level: level)
        title.institute = draft.text("\(row).institute")
        title.municipalityCode = place(row)
        title.year = number("\(row).year")
        title.grade = draft.text("\(row).grade")
        title.lastYearAttended = number("\(row).last_year_attended")
        title.recognisedInItaly = answer("\(row).recognised_in_italy")
        return title
    }

    /// What has become of a title; where nobody has said so yet, its years do.
    private mutating func state(_ row: String, level: String) -> Curriculum.Education.State {
        if let chosen = draft.text("\(row).state").flatMap(Curriculum.Education.State.init(rawValue:)) { return chosen }
        if has("\(row).last_year_attended") { return .interrupted }
        if !has("\(row).year"), level != CurriculumReader.noTitle {
            add(
                "\(row).state",
                "required",
                "Scegli se è conseguito, in corso o interrotto",
                "Choose whether you have got it, are at it, or gave it up"
            )
        }
        return .obtained
    }

    /// The level of who has no title: there is nothing to get or to give up.
    private static let noTitle = "NED"

    private mutating func training(_ row: String) -> Curriculum.Training {
        let title = required("\(row).title", "Indica il titolo del corso", "Give the title of the course")
        var course = Curriculum.Training(title: title, provider: draft.text("\(row).provider"))
        course.region = draft.text("\(row).region")
        course.duration = number("\(row).duration")
        course.durationUnit = draft.text("\(row).duration_unit").flatMap(
            Curriculum.Training.DurationUnit.init(rawValue:)
        )
        course.certificate = draft.text("\(row).certificate")
        course.internshipAt = draft.text("\(row).internship_at")
        course.year = number("\(row).year")
        return course
    }

    private mutating func language(_ row: String) -> Curriculum.LanguageSkill {
        let isNative = draft.isTicked("\(row).is_native")
        let code = required("\(row).code", "Scegli la lingua", "Choose the language")
        func level(_ reader: inout CurriculumReader, _ name: String, _ it: String, _ en: String) -> String {
            if isNative, !reader.has("\(row).\(name)") { return "C2" }
            return reader.required("\(row).\(name)", it, en)
        }
        return Curriculum.LanguageSkill(
            code: code,
            read: level(&self, "read", "Scegli il livello letto", "Choose the level of reading"),
            written: level(&self, "written", "Scegli il livello scritto", "Choose the level of writing"),
            spoken: level(&self, "spoken", "Scegli il livello parlato", "Choose the level of speaking"),
            isNative: isNative ? true : nil
        )
    }

    private mutating func computerSkill(_ row: String) -> Curriculum.ComputerSkill {
        let name = required("\(row).name", "Indica il programma o la conoscenza", "Name the program or the skill")
        let level = draft.text("\(row).level").flatMap(Curriculum.ComputerSkill.Level.init(rawValue:))
        if level == nil { add("\(row).level", "required", "Scegli il livello", "Choose the level") }
        return Curriculum.ComputerSkill(name: name, level: level ?? .basic, details: draft.text("\(row).details"))
    }

    private mutating func qualification(_ row: String) -> Curriculum.Qualification {
        let code = draft.text("\(row).code")
        let listed = code.map { reference.label($0, in: .professionalCard).it }
        let name = draft.text("\(row).name") ?? listed
        if name == nil {
            add(
                "\(row).name",
                "required",
                "Scegli l'abilitazione o scrivine il nome",
                "Choose the qualification, or write its name"
            )
        }
        return Curriculum.Qualification(
            name: name ?? "",
            code: code,
            obtainedOn: day("\(row).obtained_on"),
            expiresOn: day("\(row).expires_on")
        )
    }

    private mutating func desired(_ row: String) -> Curriculum.DesiredProfession {
        let text = required("\(row).description", "Scrivi il lavoro che cerchi", "Write the job that you look for")
        return Curriculum.DesiredProfession(
            code: profession("\(row).code", for: "\(row).description"),
            description: text,
            hasExperience: answer("\(row).has_experience")
        )
    }

    private mutating func availability() -> Curriculum.Availability {
        var availability = Curriculum.Availability()
        availability.from = day("availability.from")
        availability.workingTimes = draft.all("availability.working_times")
        availability.contractTypes = contractTypes()
        availability.activities = draft.all("availability.activities")
        availability.shifts = draft.isTicked("availability.shifts")
        availability.nights = draft.isTicked("availability.nights")
        availability.holidays = draft.isTicked("availability.holidays")
        availability.travel = draft.isTicked("availability.travel")
        availability.ownVehicle = draft.isTicked("availability.own_vehicle")
        availability.municipalities = municipalities()
        availability.provinces = provinces()
        availability.regions = draft.all("availability.regions")
        availability.radiusKm = number("availability.radius_km")
        return availability
    }

    /// The types of the kinds that are ticked: those chosen before, else all of the kind that there are today.
    private func contractTypes() -> [String] {
        let kinds = Set(draft.all("availability.contract_kinds").compactMap(ContractType.Kind.init(rawValue:)))
        let before = Set(draft.all("availability.contract_types"))
        let types = reference.entries(.contractType, on: today).compactMap(ContractType.init)
        let kept = Set(types.filter { before.contains($0.code) }.map(\.kind))
        return types.filter { type in
            kinds.contains(type.kind) && (before.contains(type.code) || !kept.contains(type.kind))
        }
        .map(\.code)
    }
}
