internal import Foundation

extension Curriculum {
    /// The CV as stored and exchanged: snake_case names, sorted, nothing for what is not there.
    public var json: String {
        get throws { String(decoding: try Curriculum.encoder.encode(self), as: UTF8.self) }
    }

    public init(json: String) throws {
        self = try Curriculum.decoder.decode(Curriculum.self, from: Data(json.utf8))
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    enum CodingKeys: CodingKey {
        case summary, experiences, education, training, languages, computerSkills, licences, qualifications, skills
        case desiredProfessions, availability
    }

    /// Takes a CV that lacks whole sections: it was written before they existed, or by other software.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        summary = try container.decodeIfPresent(String.self, forKey: .summary)
        experiences = try container.decodeIfPresent([Experience].self, forKey: .experiences) ?? []
        education = try container.decodeIfPresent([Education].self, forKey: .education) ?? []
        training = try container.decodeIfPresent([Training].self, forKey: .training) ?? []
        languages = try container.decodeIfPresent([LanguageSkill].self, forKey: .languages) ?? []
        computerSkills = try container.decodeIfPresent([ComputerSkill].self, forKey: .computerSkills) ?? []
        licences = try container.decodeIfPresent([String].self, forKey: .licences) ?? []
        qualifications = try container.decodeIfPresent([Qualification].self, forKey: .qualifications) ?? []
        skills = try container.decodeIfPresent([String].self, forKey: .skills) ?? []
        desiredProfessions =
            try container.decodeIfPresent([DesiredProfession].self, forKey: .desiredProfessions) ?? []
        availability = try container.decodeIfPresent(Availability.self, forKey: .availability) ?? Availability()
    }
}

extension Curriculum.Education {
    enum CodingKeys: CodingKey {
        case level, state, description, institute, municipalityCode, year, grade, lastYearAttended, recognisedInItaly
    }

    /// Takes a title that does not say what has become of it, as CVs did once: with a last year attended it was given up,
    /// otherwise it was obtained.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let last = try container.decodeIfPresent(Int.self, forKey: .lastYearAttended)
        self.init(
            level: try container.decode(String.self, forKey: .level),
            description: try container.decodeIfPresent(String.self, forKey: .description),
            year: try container.decodeIfPresent(Int.self, forKey: .year),
            state: try container.decodeIfPresent(State.self, forKey: .state) ?? (last == nil ? .obtained : .interrupted)
        )
        lastYearAttended = last
        institute = try container.decodeIfPresent(String.self, forKey: .institute)
        municipalityCode = try container.decodeIfPresent(String.self, forKey: .municipalityCode)
        grade = try container.decodeIfPresent(String.self, forKey: .grade)
        recognisedInItaly = try container.decodeIfPresent(Bool.self, forKey: .recognisedInItaly)
    }
}

extension Curriculum.Availability {
    enum CodingKeys: CodingKey {
        case from, workingTimes, contractTypes, activities, shifts, nights, holidays, travel, ownVehicle, municipalities
        case provinces, regions, radiusKm
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        from = try container.decodeIfPresent(Day.self, forKey: .from)
        workingTimes = try container.decodeIfPresent([String].self, forKey: .workingTimes) ?? []
        contractTypes = try container.decodeIfPresent([String].self, forKey: .contractTypes) ?? []
        activities = try container.decodeIfPresent([String].self, forKey: .activities) ?? []
        shifts = try container.decodeIfPresent(Bool.self, forKey: .shifts) ?? false
        nights = try container.decodeIfPresent(Bool.self, forKey: .nights) ?? false
        holidays = try container.decodeIfPresent(Bool.self, forKey: .holidays) ?? false
        travel = try container.decodeIfPresent(Bool.self, forKey: .travel) ?? false
        ownVehicle = try container.decodeIfPresent(Bool.self, forKey: .ownVehicle) ?? false
        municipalities = try container.decodeIfPresent([String].self, forKey: .municipalities) ?? []
        provinces = try container.decodeIfPresent([String].self, forKey: .provinces) ?? []
        regions = try container.decodeIfPresent([String].self, forKey: .regions) ?? []
        radiusKm = try container.decodeIfPresent(Int.self, forKey: .radiusKm)
    }
}
