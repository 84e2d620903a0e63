internal import Persistence

/// What of a CV stands in columns of its own: what lists filter, sort and show.
struct CurriculumColumns: Hashable, Sendable {
    let educationCode: String?
    /// -1 where no title is told.
    let educationRank: Int
    let professionCode: String?
    /// In the person's own words.
    let professionText: String?
    let experience: WorkingTimeSpent
    /// The licences held, parted by blanks.
    let licences: String
    let licenceBits: Int64
    let ownVehicle: Bool
    /// Each language with its level, as `en:B1 fr:A2`.
    let languages: String
    let workingTimes: String
    let contractTypes: String
    /// What the person is ready for: any of `shifts nights holidays travel`.
    let readiness: String
    /// Where the person is ready to work, as `m:F205 p:MI r:03 k:30` (comuni, provinces, regions, kilometres from home).
    let territory: String
    let availableFrom: Day?
    /// The title of the job that ended last, or that lasts.
    let lastJob: String?
    /// The analysed words of the CV.
    let words: String
    /// The words that these were, for those who search with an error.
    let vocabulary: WordSet

    init(_ curriculum: Curriculum, reference: ReferenceSnapshot, today: Day) {
        let education = curriculum.highestEducation(reference)
        educationCode = education?.code
        educationRank = education?.rank ?? CurriculumColumns.noEducation
        professionCode = curriculum.desiredProfessions.first?.code
        professionText = curriculum.desiredProfessions.first?.description
        experience = curriculum.workingTime(today: today)
        licences = curriculum.licences.joined(separator: " ")
        licenceBits = DrivingLicences.bits(of: curriculum.licences, reference)
        ownVehicle = curriculum.availability.ownVehicle
        languages = curriculum.languages.map { "\($0.code):\($0.isNative == true ? "C2" : $0.level)" }
            .joined(separator: " ")
        workingTimes = curriculum.availability.workingTimes.joined(separator: " ")
        let availability = curriculum.availability
        contractTypes = availability.contractTypes.joined(separator: " ")
        readiness = [
            availability.shifts ? "shifts" : nil, availability.nights ? "nights" : nil,
            availability.holidays ? "holidays" : nil, availability.travel ? "travel" : nil,
        ].compactMap(\.self).joined(separator: " ")
        let places =
            availability.municipalities.map { "m:\($0)" } + availability.provinces.map { "p:\($0)" }
            + availability.regions.map { "r:\($0)" }
        territory = (places + (availability.radiusKm.map { ["k:\($0)"] } ?? [])).joined(separator: " ")
        availableFrom = availability.from
        lastJob =
            curriculum.experiences.max {
                ($0.end == nil ? 1 : 0, $0.end ?? $0.start, $0.start)
                    < ($1.end == nil ? 1 : 0, $1.end ?? $1.start, $1.start)
            }?.title
        let text = ItalianAnalyser.indexed(curriculum.texts(reference))
        words = text.tokens
        vocabulary = text.words
    }

    static let noEducation = -1
}

extension CurriculumColumns {
    /// What is written of a CV; ``row(of:version:json:updatedAt:)`` has the values in this order.
    static let names: [StaticString] = [
        "citizen_id", "version", "body", "words", "analyser", "education_code", "education_rank", "profession_code",
        "profession_text", "experience_months", "experience_since", "licences", "licence_bits", "own_vehicle",
        "languages", "working_times", "contract_types", "readiness", "territory", "available_from", "last_job",
        "updated_at",
    ]

    func row(of citizen: ID<Citizen>, version: Int, json: String, updatedAt: Instant) -> [SQLValue] {
        [
            citizen.sqlValue, version.sqlValue, .text(json), .text(words), ItalianAnalyser.version.sqlValue,
            educationCode.sqlValue, educationRank.sqlValue, professionCode.sqlValue, professionText.sqlValue,
            experience.months.sqlValue, experience.since.sqlValue, .text(licences), .integer(licenceBits),
            .boolean(ownVehicle), .text(languages), .text(workingTimes), .text(contractTypes), .text(readiness),
            .text(territory), availableFrom.sqlValue, lastJob.sqlValue, updatedAt.sqlValue,
        ]
    }
}

/// Driving licences as a set of bits, so that a filter is one operation in both engines.
enum DrivingLicences {
    /// The categories of the highway code (article 116) in the order of their bits: append only.
    private static let codes = [
        "AM", "A1", "A2", "A", "B1", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE",
    ]

    static func bit(_ code: String) -> Int64? {
        codes.firstIndex(of: code).map { 1 << Int64($0) }
    }

    /// What the holder may drive: a licence brings those that it includes.
    static func bits(of held: [String], _ reference: ReferenceSnapshot) -> Int64 {
        codes.reduce(0) { bits, wanted in
            held.contains { reference.licence($0, covers: wanted) } ? bits | (bit(wanted) ?? 0) : bits
        }
    }
}

extension Curriculum {
    /// The texts by which the CV is found, the most telling first.
    fileprivate func texts(_ reference: ReferenceSnapshot) -> [String] {
        func label(_ code: String?, _ list: ReferenceList) -> String {
            code.flatMap { reference.entry($0, in: list)?.label.it } ?? ""
        }
        var texts: [String] = []
        for profession in desiredProfessions {
            texts += [profession.description, label(profession.code, .profession), profession.code ?? ""]
        }
        for job in experiences {
            texts += [job.title, label(job.professionCode, .profession), job.employer ?? "", job.userCompany ?? ""]
            texts.append(job.duties ?? "")
        }
        texts += skills
        texts += qualifications.flatMap { [$0.name, label($0.code, .professionalCard)] }
        texts += licences.map { "patente \($0)" }
        texts += languages.map { label($0.code, .language) }
        texts += computerSkills.flatMap { [$0.name, $0.details ?? ""] }
        texts += education.flatMap { [$0.description ?? "", label($0.level, .education), $0.institute ?? ""] }
        texts += training.flatMap { [$0.title, $0.provider ?? "", $0.certificate ?? ""] }
        texts.append(summary ?? "")
        return texts
    }
}
