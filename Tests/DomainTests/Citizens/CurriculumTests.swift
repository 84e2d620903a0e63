import TestSupport
import Testing

@testable import Domain

@Suite("A CV")
struct CurriculumTests {
    let today: Day = "2026-03-10"

    @Test("It is stored under snake_case names and comes back as it was")
    func roundTrip() throws {
        var curriculum = Curriculum.sample(skills: ["cucina ligure"], ownVehicle: true)
        curriculum.summary = "Cerco lavoro nella ristorazione.\n«Subito»."
        curriculum.experiences[0].userCompany = "Hotel Sole"
        curriculum.qualifications = [.init(name: "HACCP", expiresOn: "2027-05-01")]
        curriculum.computerSkills = [.init(name: "C++", level: .basic)]
        curriculum.training = [.init(title: "Corso di sala", provider: "CFP", year: 2009)]
        curriculum.availability.from = "2026-04-01"
        curriculum.availability.radiusKm = 30

        let json = try curriculum.json

        #expect(try Curriculum(json: json) == curriculum)
        for name in [
            "desired_professions", "user_company", "computer_skills", "own_vehicle", "radius_km", "expires_on",
        ] {
            #expect(json.contains("\"\(name)\":"))
        }
        #expect(json.contains("\"start\":\"2010-01-01\""))
    }

    @Test("A title that does not say what has become of it was given up if it has a last year, else obtained")
    func formerTitles() throws {
        func title(_ more: String) throws -> Curriculum.Education {
            try Curriculum(json: "{\"education\": [{\"level\": \"USG\"\(more)}]}").education[0]
        }
        #expect(try title("").state == .obtained)
        #expect(try title(", \"year\": 2004").isObtained)
        #expect(try title(", \"last_year_attended\": 2003").state == .interrupted)
        #expect(try title(", \"state\": \"in_progress\", \"last_year_attended\": 2026").state == .inProgress)
        #expect(throws: (any Error).self) { try title(", \"state\": \"lost\"") }
    }

    @Test("Sections that are not there are empty")
    func tolerant() throws {
        #expect(try Curriculum(json: "{}") == Curriculum())
        #expect(try Curriculum(json: "{\"availability\": {\"shifts\": true}, \"new_section\": 1}").availability.shifts)
        #expect(throws: (any Error).self) { try Curriculum(json: "[]") }
    }

    @Test("Months of experience of jobs held at the same time count once")
    func experience() {
        var curriculum = Curriculum()
        curriculum.experiences = [
            .init(title: "a", start: "2020-01-01", end: "2020-12-31"),
            .init(title: "b", start: "2020-06-01", end: "2021-06-30"),
            .init(title: "c", start: "2020-03-01", end: "2020-04-30"),
            .init(title: "still there", start: "2026-02-10"),
            .init(title: "not yet", start: "2027-01-01"),
        ]
        let worked = curriculum.workingTime(today: today)
        #expect(worked == WorkingTimeSpent(months: 18, since: "2026-02-10"))
        #expect(worked.months(on: today) == 19)
        #expect(worked.months(on: "2027-03-10") == 31)
        #expect(worked.months(on: "2026-02-01") == 18)
    }

    @Test("The sample is sound, and is a candidature")
    func sound() {
        #expect(Curriculum.sample().findings(.shared, today: today) == [])
        #expect(Curriculum.sample().isCandidature)
    }

    @Test("Without a desired profession it can be kept, but is no candidature")
    func withoutProfession() {
        var curriculum = Curriculum.sample()
        curriculum.desiredProfessions = []
        let findings = curriculum.findings(.shared, today: today)
        #expect(findings.map(\.code) == ["desired_profession_missing"])
        #expect(!findings.haveErrors)
        #expect(!curriculum.isCandidature)
    }

    static let faults: [(String, String, @Sendable (inout Curriculum) -> Void)] = [
        ("experiences.0.title", "required", { $0.experiences[0].title = " " }),
        ("experiences.0.title", "too_long", { $0.experiences[0].title = String(repeating: "x", count: 251) }),
        ("experiences.0.duties", "too_long", { $0.experiences[0].duties = String(repeating: "x", count: 301) }),
        ("experiences.0.employer", "too_long", { $0.experiences[0].employer = String(repeating: "x", count: 101) }),
        ("experiences.0.employer", "unreadable", { $0.experiences[0].employer = "a\u{0}b" }),
        (
            "experiences.0.start", "day_in_the_future",
            {
                $0.experiences[0].start = "2026-03-11"
                $0.experiences[0].end = nil
            }
        ),
        ("experiences.0.end", "ends_before_start", { $0.experiences[0].end = "2009-12-31" }),
        ("experiences.0.contract_type_code", "code_malformed", { $0.experiences[0].contractTypeCode = "A1" }),
        ("experiences.0.profession_code", "code_malformed", { $0.experiences[0].professionCode = "5.2" }),
        ("education.0.level", "code_unknown", { $0.education[0].level = "XXX" }),
        ("education.0.year", "year_out_of_range", { $0.education[0].year = 2027 }),
        (
            "education.0.year", "not_obtained",
            { $0.education[0].state = .inProgress }
        ),
        ("education.0.last_year_attended", "obtained_and_left", { $0.education[0].lastYearAttended = 2003 }),
        ("languages.0.spoken", "code_unknown", { $0.languages[0].spoken = "B3" }),
        ("languages.1.code", "language_repeated", { $0.languages.append($0.languages[0]) }),
        ("licences.0", "code_unknown", { $0.licences = ["Z"] }),
        ("skills.0", "required", { $0.skills = [""] }),
        ("skills", "too_many", { $0.skills = (0...60).map { "s\($0)" } }),
        (
            "qualifications.0.expires_on", "ends_before_start",
            { $0.qualifications = [.init(name: "HACCP", obtainedOn: "2020-02-02", expiresOn: "2020-02-01")] }
        ),
        (
            "desired_professions.0.description", "too_long",
            { $0.desiredProfessions[0].description = String(repeating: "x", count: 251) }
        ),
        ("availability.provinces.0", "code_unknown", { $0.availability.provinces = ["XX"] }),
        ("availability.radius_km", "radius_out_of_range", { $0.availability.radiusKm = 0 }),
        (
            "training.0.duration", "duration_unclear",
            {
                $0.training = [.init(title: "Corso")]
                $0.training[0].duration = 12
            }
        ),
    ]

    @Test("What is wrong is told field by field", arguments: faults.indices)
    func faulty(_ index: Int) {
        let (field, code, spoil) = Self.faults[index]
        var curriculum = Curriculum.sample()
        spoil(&curriculum)
        let findings = curriculum.findings(.shared, today: today).filter { $0.severity == .error }
        #expect(findings.map { "\($0.field) \($0.code)" } == ["\(field) \(code)"])
    }

    @Test("A licence brings those that it includes, and the highest title obtained counts")
    func columns() {
        var curriculum = Curriculum.sample(licences: ["CE"])
        curriculum.education = [
            .init(level: "LSE", year: 1990), .init(level: "USG", year: 1995), .init(level: "LD"),
        ]
        curriculum.education[2].state = .inProgress
        let columns = CurriculumColumns(curriculum, reference: .shared, today: today)
        for covered in ["B", "C", "CE", "AM"] {
            #expect(columns.licenceBits & (DrivingLicences.bit(covered) ?? 0) != 0, "\(covered)")
        }
        #expect(columns.licenceBits & (DrivingLicences.bit("D") ?? 0) == 0)
        #expect(columns.educationCode == "USG")
        #expect(columns.educationRank == 4)
        #expect(columns.languages == "en:B1")
        #expect(columns.experience == WorkingTimeSpent(months: 60, since: nil))
    }
}
