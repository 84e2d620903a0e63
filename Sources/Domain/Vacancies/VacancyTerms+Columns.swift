internal import Crypto
internal import Foundation
internal import Persistence

/// What of the requirements stays together in one opaque column: nothing in the store asks for it by itself.
private struct RequirementLists: Codable {
    var drivingLicences: [String]
    var languages: [LanguageRequirement]
    var skills: [String]

    enum CodingKeys: String, CodingKey {
        case drivingLicences = "driving_licences"
        case languages
        case skills
    }
}

extension VacancyTerms {
    static let columnNames: [StaticString] = [
        "title", "profession_code", "description", "positions", "employer_tax_code", "employer_name", "ateco_code",
        "ateco_version", "anonymous", "municipality_code", "postal_code", "address", "remote_work",
        "contract_type_code", "duration_months", "working_time", "weekly_hours_hundredths", "part_time_hundredths",
        "shifts", "night", "collective_agreement", "level", "pay_minimum_cents", "pay_maximum_cents", "pay_period",
        "minimum_education_code", "experience_months", "own_vehicle", "requirements", "contact_name",
        "contact_email", "contact_phone",
    ]

    /// What ``init(from:)`` reads, of the row `vacancy`.
    static let columns: SQL = columnNames.map { "vacancy.\(SQL($0))" as SQL }.joined(by: ", ")

    /// The terms in the order of ``columnNames``.
    var values: [SQLValue] {
        get throws {
            [
                title.sqlValue, professionCode.sqlValue, description.sqlValue, positions.sqlValue,
                employer.taxCode.sqlValue, employer.name.sqlValue, employer.atecoCode.sqlValue,
                employer.atecoVersion.sqlValue, employer.anonymous.sqlValue, workplace.municipalityCode.sqlValue,
                workplace.postalCode.sqlValue, workplace.address.sqlValue, workplace.remoteWork.sqlValue,
                contract.typeCode.sqlValue, contract.durationMonths.sqlValue, contract.workingTime.sqlValue,
                contract.weeklyHours.sqlValue, contract.partTimePercentage.sqlValue, contract.shifts.sqlValue,
                contract.night.sqlValue, contract.collectiveAgreement.sqlValue, contract.level.sqlValue,
                pay.minimum.sqlValue, pay.maximum.sqlValue, pay.period.sqlValue,
                requirements.minimumEducationCode.sqlValue, requirements.experienceMonths.sqlValue,
                requirements.ownVehicle.sqlValue, .text(try requirements.lists), contact.name.sqlValue,
                contact.email.sqlValue, contact.phone.sqlValue,
            ]
        }
    }

    init(from row: inout Row) throws {
        title = try row.next()
        professionCode = try row.next()
        description = try row.next()
        positions = try row.next()
        employer.taxCode = try row.next()
        employer.name = try row.next()
        employer.atecoCode = try row.next()
        employer.atecoVersion = try row.next()
        employer.anonymous = try row.next()
        workplace.municipalityCode = try row.next()
        workplace.postalCode = try row.next()
        workplace.address = try row.next()
        workplace.remoteWork = try row.next()
        contract.typeCode = try row.next()
        contract.durationMonths = try row.next()
        contract.workingTime = try row.next()
        contract.weeklyHours = try row.next()
        contract.partTimePercentage = try row.next()
        contract.shifts = try row.next()
        contract.night = try row.next()
        contract.collectiveAgreement = try row.next()
        contract.level = try row.next()
        pay.minimum = try row.next()
        pay.maximum = try row.next()
        pay.period = try row.next()
        requirements.minimumEducationCode = try row.next()
        requirements.experienceMonths = try row.next()
        requirements.ownVehicle = try row.next()
        try requirements.read(lists: row.next())
        contact.name = try row.next()
        contact.email = try row.next()
        contact.phone = try row.next()
    }

    /// The same terms without blanks at the ends of texts, and with no text in place of an empty one.
    ///
    /// What looks the same is the same: a file saved again by a spreadsheet does not change a vacancy.
    public var normalised: VacancyTerms {
        var terms = self
        func trim(_ text: inout String?) {
            guard let first = text?.utf8.first, let last = text?.utf8.last else {
                text = nil
                return
            }
            // Most texts neither begin nor end with anything that could be a blank.
            if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return }
            text = text?.trimmingCharacters(in: .whitespacesAndNewlines)
            if text?.isEmpty ?? false { text = nil }
        }
        trim(&terms.title)
        trim(&terms.professionCode)
        terms.description = terms.description?.replacing("\r\n", with: "\n")
        trim(&terms.description)
        trim(&terms.employer.taxCode)
        terms.employer.taxCode = terms.employer.taxCode?.uppercased()
        trim(&terms.employer.name)
        trim(&terms.employer.atecoCode)
        trim(&terms.employer.atecoVersion)
        trim(&terms.workplace.municipalityCode)
        trim(&terms.workplace.postalCode)
        trim(&terms.workplace.address)
        trim(&terms.contract.typeCode)
        trim(&terms.contract.collectiveAgreement)
        trim(&terms.contract.level)
        trim(&terms.requirements.minimumEducationCode)
        trim(&terms.contact.name)
        trim(&terms.contact.email)
        trim(&terms.contact.phone)
        return terms
    }
}

extension VacancyTerms.Requirements {
    fileprivate var lists: String {
        get throws {
            if drivingLicences.isEmpty, languages.isEmpty, skills.isEmpty { return "{}" }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let lists = RequirementLists(drivingLicences: drivingLicences, languages: languages, skills: skills)
            return String(decoding: try encoder.encode(lists), as: UTF8.self)
        }
    }

    fileprivate mutating func read(lists text: String) throws {
        if text == "{}" { return }
        let lists = try JSONDecoder().decode(RequirementLists.self, from: Data(text.utf8))
        drivingLicences = lists.drivingLicences
        languages = lists.languages
        skills = lists.skills
    }
}

/// A digest of what a vacancy says: equal for equal contents, so that a repeated load is known without reading rows.
enum ContentHash {
    /// SHA-256 over the values with their kinds and lengths, the first 16 bytes in base64.
    static func of(_ values: [SQLValue]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        for value in values { append(value, to: &bytes) }
        return Data(SHA256.hash(data: bytes).prefix(16)).base64EncodedString()
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null:
            bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            append(number, to: &bytes)
        case .real(let number):
            bytes.append(2)
            append(Int64(bitPattern: number.bitPattern), to: &bytes)
        case .text(let text):
            bytes.append(3)
            append(Int64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        case .blob(let blob):
            bytes.append(4)
            append(Int64(blob.count), to: &bytes)
            bytes.append(contentsOf: blob)
        case .boolean(let truth):
            bytes.append(truth ? 6 : 5)
        }
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
