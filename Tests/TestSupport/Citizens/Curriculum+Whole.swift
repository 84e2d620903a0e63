public import Domain

extension Curriculum {
    /// A CV with something in every field that the model has.
    public static var whole: Curriculum {
        var curriculum = Curriculum.sample(
            skills: ["inventario", "cucina ligure"],
            licences: ["B", "CE"],
            ownVehicle: true
        )
        curriculum.summary = "Cerco lavoro nella ristorazione.\n«Subito», =1+1 & <b>."
        curriculum.experiences = [wholeExperience, Experience(title: "Barista", start: "2026-01-01")]
        var abroad = Education(level: "LSE", description: "Licenza media", state: .interrupted)
        (abroad.municipalityCode, abroad.lastYearAttended, abroad.recognisedInItaly) = ("Z110", 1999, false)
        var degree = Education(level: "USG", description: "Tecnico turistico", year: 2004)
        (degree.institute, degree.municipalityCode, degree.grade) = ("Istituto Gioberti", "H501", "92/100")
        degree.recognisedInItaly = true
        curriculum.education = [degree, abroad]
        var course = Training(title: "Corso di sala", provider: "CFP", year: 2009)
        (course.region, course.duration, course.durationUnit) = ("07", 120, .hours)
        (course.certificate, course.internshipAt) = ("Attestato", "Hotel Sole")
        curriculum.training = [course]
        curriculum.languages = [
            LanguageSkill(code: "en", read: "B2", written: "B1", spoken: "A2"),
            LanguageSkill(code: "it", read: "C2", written: "C2", spoken: "C2", isNative: true),
        ]
        curriculum.computerSkills = [ComputerSkill(name: "C++", level: .advanced, details: "Qt")]
        curriculum.qualifications = [
            Qualification(name: "HACCP"),
            Qualification(name: "Tessera", code: "ADR", obtainedOn: "2024-02-29", expiresOn: "2029-02-28"),
        ]
        curriculum.desiredProfessions = [
            DesiredProfession(code: "5.2.2.3.2", description: "Sala, banchetti", hasExperience: true),
            DesiredProfession(code: nil, description: "Qualcosa all'aperto", hasExperience: false),
        ]
        curriculum.availability = wholeAvailability
        return curriculum
    }

    private static var wholeExperience: Experience {
        var job = Experience(title: "Cameriera di sala", start: "2010-01-15", end: "2014-12-30")
        job.professionCode = "5.2.2.3.2"
        (job.employer, job.userCompany) = ("Agenzia Alfa", "Hotel Sole")
        (job.activityCode, job.activityVersion) = ("56.10.11", "2007")
        job.contractTypeCode = "A.02.00"
        job.municipalityCode = "D969"
        job.duties = "Servizio ai tavoli.\nCassa."
        return job
    }

    private static var wholeAvailability: Availability {
        var availability = Availability()
        availability.from = "2026-04-01"
        availability.workingTimes = ["F", "P"]
        availability.contractTypes = ["A.01.00", "A.02.00"]
        availability.activities = ["56.10.11"]
        (availability.shifts, availability.nights, availability.holidays) = (true, true, true)
        (availability.travel, availability.ownVehicle) = (true, true)
        availability.municipalities = ["D969", "F205"]
        availability.provinces = ["GE", "SV"]
        availability.regions = ["03", "07"]
        availability.radiusKm = 30
        return availability
    }
}
