internal import Foundation
internal import Persistence

/// What a citizen signs, as data: the same pact always gives the same bytes, whose hash proves what was signed.
struct PactDocument: Encodable, Hashable {
    struct Person: Encodable, Hashable {
        let taxCode: String
        let familyName: String
        let givenName: String
        let sex: String
        let birthDate: String
        let birthPlaceCode: String
        let citizenship: String?
        let municipalityCode: String
        let postalCode: String?
        let address: String?
    }

    struct Request: Encodable, Hashable {
        let number: String
        let measure: String
        let submittedOn: String
    }

    struct Choice: Encodable, Hashable {
        let position: Int
        let agency: String
        let agencyName: String
        let branch: String
        let branchName: String
        let municipalityCode: String
    }

    struct Promise: Encodable, Hashable {
        let code: String
        let text: String
    }

    struct Notice: Encodable, Hashable {
        let version: String
        let hash: String
    }

    struct Signature: Encodable, Hashable {
        let at: String
        let assuranceLevel: Int
        let contentHash: String
    }

    /// Signed somewhere else, and taken over from there.
    struct TakeOver: Encodable, Hashable {
        let at: String
        let signedAt: String
    }

    /// Grows when the form of the document changes.
    let form: Int
    let version: Int
    let person: Person
    let application: Request?
    let email: String?
    let phone: String?
    let jobCentre: String?
    let availabilityDeclaredOn: String?
    let choices: [Choice]
    let commitments: [Promise]
    let notice: Notice
    /// Nil in what is shown before signing.
    var signature: Signature?
    /// Nil in what was signed here.
    var takenOver: TakeOver?

    init(_ pact: ActivationPact, _ notice: PrivacyNotice, in transaction: borrowing Transaction) throws {
        let centre: JobCentre? = try transaction.first(
            "SELECT \(JobCentre.columns) FROM job_centre j WHERE j.id = \(pact.jobCentre)"
        )
        self.init(
            pact,
            notice,
            of: try transaction.citizen(pact.citizen),
            try transaction.application(of: pact.citizen),
            jobCentre: centre?.code
        )
    }

    init(
        _ pact: ActivationPact,
        _ notice: PrivacyNotice,
        of citizen: Citizen,
        _ application: Application?,
        jobCentre: String?
    ) {
        form = 1
        version = pact.version
        person = Person(citizen)
        self.application = application.map {
            Request(number: $0.number, measure: $0.measure, submittedOn: $0.submittedOn.description)
        }
        email = pact.email
        phone = pact.phone
        self.jobCentre = jobCentre
        availabilityDeclaredOn = pact.availabilityDeclaredOn?.description
        choices = pact.choices.enumerated().map { index, choice in
            Choice(
                position: index + 1,
                agency: choice.agencyCode,
                agencyName: choice.agencyName,
                branch: choice.branchCode,
                branchName: choice.branchName,
                municipalityCode: choice.municipalityCode
            )
        }
        commitments = Commitment.allCases.filter(pact.commitments.contains).map {
            Promise(code: $0.rawValue, text: $0.text.it)
        }
        self.notice = Notice(version: notice.version, hash: notice.hash)
    }

    /// Keys in order, no blanks: one spelling per value.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension PactDocument.Person {
    fileprivate init(_ citizen: Citizen) {
        self.init(
            taxCode: citizen.taxCode.text,
            familyName: citizen.familyName,
            givenName: citizen.givenName,
            sex: citizen.sex.rawValue,
            birthDate: citizen.birthDate.description,
            birthPlaceCode: citizen.birthPlaceCode,
            citizenship: citizen.citizenship,
            municipalityCode: citizen.home.municipalityCode,
            postalCode: citizen.home.postalCode,
            address: citizen.home.address
        )
    }
}
