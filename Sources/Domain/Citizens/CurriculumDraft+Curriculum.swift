extension CurriculumDraft {
    /// A CV as somebody would have typed it: where the changing of a saved one begins.
    public init(_ curriculum: Curriculum, _ reference: ReferenceSnapshot) {
        var typed = Typed(reference: reference)
        for (index, job) in curriculum.experiences.enumerated() { typed.experience(job, "experiences.\(index)") }
        for (index, title) in curriculum.education.enumerated() { typed.education(title, "education.\(index)") }
        for (index, course) in curriculum.training.enumerated() { typed.training(course, "training.\(index)") }
        for (index, language) in curriculum.languages.enumerated() { typed.language(language, "languages.\(index)") }
        for (index, skill) in curriculum.computerSkills.enumerated() {
            typed.add("computer_skills.\(index)", "name", skill.name)
            typed.add("computer_skills.\(index)", "level", skill.level.rawValue)
            typed.add("computer_skills.\(index)", "details", skill.details)
        }
        for (index, qualification) in curriculum.qualifications.enumerated() {
            typed.qualification(qualification, "qualifications.\(index)")
        }
        for (index, profession) in curriculum.desiredProfessions.enumerated() {
            typed.desired(profession, "desired_professions.\(index)")
        }
        typed.pairs += curriculum.licences.map { ("licences", $0) }
        typed.pairs.append(("skills", curriculum.skills.joined(separator: "\n")))
        typed.pairs.append(("summary", curriculum.summary ?? ""))
        typed.availability(curriculum.availability)
        self.init(typed.pairs)
    }
}

/// The texts of a CV's fields, one after the other.
private struct Typed {
    let reference: ReferenceSnapshot
    var pairs: [(String, String)] = []

    init(reference: ReferenceSnapshot) {
        self.reference = reference
    }

    mutating func add(_ row: String, _ name: String, _ text: String?) {
        if let text { pairs.append(("\(row).\(name)", text)) }
    }

    mutating func add(_ row: String, _ name: String, _ number: Int?) {
        add(row, name, number.map(String.init))
    }

    mutating func add(_ row: String, _ name: String, tick: Bool?) {
        if tick == true { add(row, name, "yes") }
    }

    mutating func add(_ row: String, _ name: String, answer: Bool?) {
        add(row, name, answer.map { $0 ? "yes" : "no" })
    }

    mutating func choose(_ row: String, _ name: String, _ code: String?, for text: String) {
        add(row, name, code ?? CurriculumDraft.none)
        add(row, CurriculumDraft.textOfChoice(name), text)
    }

    mutating func place(_ row: String, _ code: String?) {
        add(row, "municipality", code.map { reference.placeText($0) })
        add(row, "municipality_code", code)
    }

    mutating func experience(_ job: Curriculum.Experience, _ row: String) {
        add(row, "title", job.title)
        choose(row, "profession_code", job.professionCode, for: job.title)
        add(row, "employer", job.employer)
        add(row, "user_company", job.userCompany)
        add(row, "activity_code", job.activityCode)
        add(row, "activity_version", job.activityVersion)
        add(row, "contract_type_code", job.contractTypeCode)
        place(row, job.municipalityCode)
        add(row, "start_month", job.start.month)
        add(row, "start_year", job.start.year)
        add(row, "start_day", job.start.day == 1 ? nil : job.start.day)
        if let end = job.end {
            add(row, "end_month", end.month)
            add(row, "end_year", end.year)
            let isLastOfMonth = end.day == Day.length(ofMonth: end.month, year: end.year)
            add(row, "end_day", isLastOfMonth ? nil : end.day)
        }
        add(row, "lasts", tick: job.end == nil)
        add(row, "duties", job.duties)
    }

    mutating func education(_ title: Curriculum.Education, _ row: String) {
        add(row, "level", title.level)
        add(row, "state", title.state.rawValue)
        add(row, "description", title.description)
        add(row, "institute", title.institute)
        place(row, title.municipalityCode)
        add(row, "year", title.year)
        add(row, "grade", title.grade)
        add(row, "last_year_attended", title.lastYearAttended)
        add(row, "recognised_in_italy", answer: title.recognisedInItaly)
    }

    mutating func training(_ course: Curriculum.Training, _ row: String) {
        add(row, "title", course.title)
        add(row, "provider", course.provider)
        add(row, "region", course.region)
        add(row, "duration", course.duration)
        add(row, "duration_unit", course.durationUnit?.rawValue)
        add(row, "certificate", course.certificate)
        add(row, "internship_at", course.internshipAt)
        add(row, "year", course.year)
    }

    mutating func language(_ language: Curriculum.LanguageSkill, _ row: String) {
        add(row, "code", language.code)
        add(row, "read", language.read)
        add(row, "written", language.written)
        add(row, "spoken", language.spoken)
        add(row, "is_native", tick: language.isNative)
    }

    mutating func qualification(_ qualification: Curriculum.Qualification, _ row: String) {
        add(row, "code", qualification.code)
        add(row, "name", qualification.name)
        add(row, "obtained_on", qualification.obtainedOn?.description)
        add(row, "expires_on", qualification.expiresOn?.description)
    }

    mutating func desired(_ profession: Curriculum.DesiredProfession, _ row: String) {
        add(row, "description", profession.description)
        choose(row, "code", profession.code, for: profession.description)
        add(row, "has_experience", answer: profession.hasExperience)
    }

    mutating func availability(_ availability: Curriculum.Availability) {
        let row = "availability"
        add(row, "from", availability.from?.description)
        for code in availability.workingTimes { add(row, "working_times", code) }
        for code in availability.contractTypes { add(row, "contract_types", code) }
        for kind in availability.contractTypes.compactMap({ reference.contractType($0)?.kind }) {
            add(row, "contract_kinds", kind.rawValue)
        }
        for code in availability.activities { add(row, "activities", code) }
        add(row, "shifts", tick: availability.shifts)
        add(row, "nights", tick: availability.nights)
        add(row, "holidays", tick: availability.holidays)
        add(row, "travel", tick: availability.travel)
        add(row, "own_vehicle", tick: availability.ownVehicle)
        let places = availability.municipalities.map { reference.placeText($0) }
        add(row, "municipalities", places.joined(separator: "\n"))
        add(row, "provinces", availability.provinces.joined(separator: ", "))
        for code in availability.regions { add(row, "regions", code) }
        add(row, "radius_km", availability.radiusKm)
    }
}

extension ReferenceSnapshot {
    /// How a comune or a state is typed: `Samone (TO)`, `Francia`; the code where it is not known.
    func placeText(_ code: String) -> String {
        if let municipality = municipality(code) { return municipality.fullName }
        return entry(code, in: .foreignState)?.label.it ?? code
    }
}
