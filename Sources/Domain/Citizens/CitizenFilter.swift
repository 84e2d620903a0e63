/// Whom the list of citizens is narrowed to.
public struct CitizenFilter: ListFilter {
    /// In years, the bounds included.
    public var ageMin: Int?
    public var ageMax: Int?
    /// A code of the education levels: those with a title at least as high.
    public var educationMin: String?
    public var keywords: String?
    public var branches: [ID<Branch>]
    /// Cadastral code of the comune where they live.
    public var municipality: String?
    public var provinces: [String]
    public var measures: [String]
    public var padFrom: Day?
    public var padTo: Day?
    public var curriculumSince: Day?
    /// The category of a driving licence that the citizen's own covers.
    public var licence: String?
    public var ownVehicle: Bool
    /// A code of CP2021 at any level, as `5.2`: those whose first wish lies there.
    public var profession: String?
    /// Whole years of work.
    public var experienceMin: Int?
    /// ISO 639-1, with the level that is enough; any level where there is none.
    public var language: String?
    public var languageLevel: LanguageLevel?
    /// Codes of the working times wanted: at least one of them.
    public var workingTimes: [String]

    public init() { self.init(ageMin: nil) }

    public init(
        ageMin: Int? = nil,
        ageMax: Int? = nil,
        educationMin: String? = nil,
        keywords: String? = nil,
        branches: [ID<Branch>] = [],
        municipality: String? = nil,
        provinces: [String] = [],
        measures: [String] = [],
        padFrom: Day? = nil,
        padTo: Day? = nil,
        curriculumSince: Day? = nil,
        licence: String? = nil,
        ownVehicle: Bool = false,
        profession: String? = nil,
        experienceMin: Int? = nil,
        language: String? = nil,
        languageLevel: LanguageLevel? = nil,
        workingTimes: [String] = []
    ) {
        self.ageMin = ageMin
        self.ageMax = ageMax
        self.educationMin = educationMin
        self.keywords = keywords
        self.branches = Set(branches).sorted()
        self.municipality = municipality
        self.provinces = Set(provinces).sorted()
        self.measures = Set(measures).sorted()
        self.padFrom = padFrom
        self.padTo = padTo
        self.curriculumSince = curriculumSince
        self.licence = licence
        self.ownVehicle = ownVehicle
        self.profession = profession
        self.experienceMin = experienceMin
        self.language = language
        self.languageLevel = languageLevel
        self.workingTimes = Set(workingTimes).sorted()
    }

    /// What the keywords ask of the text index.
    public var terms: SearchTerms { ItalianAnalyser.terms(query: keywords ?? "") }

    /// Whether an age bound is set: its use is audited, and the page shows the legal notice.
    ///
    /// Age limits are lawful for objective reasons only (art. 10 d.lgs. 276/2003, art. 27 d.lgs. 198/2006).
    public var usesAge: Bool { ageMin != nil || ageMax != nil }
}

// MARK: - In an address

extension CitizenFilter {
    public init(reading query: inout ListQuery) {
        let days = query.days(from: "pad_from", to: "pad_to")
        self.init(
            ageMin: query.integer("age_min", in: 0...130),
            ageMax: query.integer("age_max", in: 0...130),
            educationMin: query.text("education_min"),
            keywords: query.keywords("q"),
            branches: query.branches("branch"),
            municipality: query.text("municipality").map { $0.uppercased() },
            provinces: query.texts("province").map { $0.uppercased() },
            measures: query.texts("measure").map { $0.uppercased() },
            padFrom: days.from,
            padTo: days.to,
            curriculumSince: query.day("cv_since"),
            licence: query.text("licence").map { $0.uppercased() },
            ownVehicle: query.flag("own_vehicle"),
            profession: query.text("profession"),
            experienceMin: query.integer("experience_min", in: 0...60),
            language: query.text("language").map { $0.lowercased() },
            languageLevel: query.choice("language_level", LanguageLevel.self),
            workingTimes: query.texts("working_time").map { $0.uppercased() }
        )
        if let least = ageMin, let most = ageMax, least > most { query.report(.ageRangeEmpty) }
        if languageLevel != nil, language == nil { query.report(.levelOfNoLanguage) }
    }

    public var query: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value { pairs.append((name, value)) }
        }
        add("q", keywords)
        add("age_min", ageMin.map(String.init))
        add("age_max", ageMax.map(String.init))
        add("education_min", educationMin)
        branches.forEach { add("branch", $0.text) }
        add("municipality", municipality)
        provinces.forEach { add("province", $0) }
        measures.forEach { add("measure", $0) }
        add("pad_from", padFrom?.description)
        add("pad_to", padTo?.description)
        add("cv_since", curriculumSince?.description)
        add("licence", licence)
        add("own_vehicle", ownVehicle ? "true" : nil)
        add("profession", profession)
        add("experience_min", experienceMin.map(String.init))
        add("language", language)
        add("language_level", languageLevel?.rawValue)
        workingTimes.forEach { add("working_time", $0) }
        return pairs
    }

    public func unknownCodes(_ reference: ReferenceSnapshot) -> [Finding] {
        var findings: [Finding] = []
        func check(_ code: String, in list: ReferenceList, field: String) {
            findings += reference.check(code, in: list, field: field, use: .past).filter { $0.severity == .error }
        }
        if let educationMin { check(educationMin, in: .education, field: "education_min") }
        if let licence { check(licence, in: .drivingLicence, field: "licence") }
        if let municipality { check(municipality, in: .municipality, field: "municipality") }
        for province in provinces { check(province, in: .province, field: "province") }
        for measure in measures { check(measure, in: .measure, field: "measure") }
        if let profession, !reference.hasProfessions(under: profession) { findings.append(.unknownProfession) }
        if let language { check(language, in: .language, field: "language") }
        for time in workingTimes { check(time, in: .workingTime, field: "working_time") }
        return findings
    }
}

extension Finding {
    /// Nobody is in such a list, which is not what somebody meant who asked for it.
    fileprivate static var ageRangeEmpty: Finding {
        Finding(
            "age_min",
            "range_empty",
            it: "L'età minima supera quella massima: scambiale, o togline una",
            en: "The minimum age is above the maximum: swap them, or take one out"
        )
    }

    fileprivate static var levelOfNoLanguage: Finding {
        Finding(
            "language_level",
            "language_missing",
            it: "Scegli anche la lingua, o togli il livello",
            en: "Choose the language as well, or take the level out"
        )
    }

    static var unknownProfession: Finding {
        Finding(
            "profession",
            "code_unknown",
            it: "Nessuna professione della CP2021 comincia così: scrivi un codice come 5.2 o 5.2.2.1.0",
            en: "No profession of CP2021 begins like that: write a code such as 5.2 or 5.2.2.1.0"
        )
    }
}
