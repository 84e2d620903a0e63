internal import Persistence

extension Applications {
    /// Takes the applications of a file over: citizens who are not known yet come into being.
    ///
    /// The number is the key. The same row again changes nothing; a changed one brings the person's data up to date when
    /// it is the person's latest application. An outcome lets a pact that waits for it take effect, or ends it.
    public func load(
        _ rows: [LoadRow<ApplicationEntry>],
        _ request: LoadRequest = LoadRequest()
    ) async throws -> [LoadReceipt] {
        let (store, reference) = (store, try await reference())
        return try await store.write { (transaction: borrowing Transaction) in
            var load = ApplicationLoad(store, reference)
            try load.weigh(rows, in: transaction)
            if request.isDryRun { return load.receipts }
            try load.write(in: transaction)
            let entry = AuditEntry.loaded("applications.loaded", load.receipts, request)
            try store.audit.record(entry, in: transaction)
            return load.receipts
        }
    }
}

/// A portion of a file, held against what is stored before anything is written.
private struct ApplicationLoad {
    private let store: Store
    private let reference: ReferenceSnapshot
    private(set) var receipts: [LoadReceipt] = []
    private var citizens: [TaxCode: Citizen] = [:]
    private var applications: [String: StoredApplication] = [:]
    private var latest: [ID<Citizen>: Day] = [:]
    private var jobCentres: [String: ID<JobCentre>] = [:]
    private var changedCitizens: [ID<Citizen>: Citizen] = [:]
    private var known: Set<ID<Citizen>> = []
    private var changedApplications: [StoredApplication] = []

    init(_ store: Store, _ reference: ReferenceSnapshot) {
        self.store = store
        self.reference = reference
    }

    mutating func weigh(_ rows: [LoadRow<ApplicationEntry>], in transaction: borrowing Transaction) throws {
        try read(rows, in: transaction)
        var firstRows: [String: Int] = [:]
        for row in rows {
            if let first = firstRows[row.entry.number] {
                receipts.append(row.receipt(.rejected, [.repeated("number", firstRow: first)]))
                continue
            }
            firstRows[row.entry.number] = row.row
            receipts.append(weigh(row))
        }
    }

    private mutating func read(_ rows: [LoadRow<ApplicationEntry>], in transaction: borrowing Transaction) throws {
        let codes = Set(rows.map(\.entry.taxCode))
        let found: [Citizen] = try transaction.all(
            "SELECT \(Citizen.columns) FROM citizen c WHERE c.tax_code IN \(in: codes)"
        )
        for citizen in found { citizens[citizen.taxCode] = citizen }
        known = Set(found.map(\.id))
        let stored: [StoredApplication] = try transaction.all(
            """
            SELECT \(StoredApplication.columns) FROM application a
            WHERE a.number IN \(in: rows.map(\.entry.number)) OR a.citizen_id IN \(in: known)
            """
        )
        for application in stored {
            applications[application.number] = application
            let day = latest[application.citizen]
            latest[application.citizen] = max(day ?? application.submittedOn, application.submittedOn)
        }
        let centres = Set(rows.compactMap(\.entry.jobCentreCode))
        for centre: JobCentre in try transaction.all(
            "SELECT \(JobCentre.columns) FROM job_centre j WHERE j.code IN \(in: centres)"
        ) {
            jobCentres[centre.code] = centre.id
        }
    }

    private mutating func weigh(_ row: LoadRow<ApplicationEntry>) -> LoadReceipt {
        let entry = row.entry
        var findings = ApplicationRules.findings(entry, reference: reference, today: store.today)
        if let code = entry.jobCentreCode, jobCentres[code] == nil {
            findings.append(.unknownJobCentre("job_centre_code", code))
        }
        let old = applications[entry.number]
        let citizen = citizens[entry.taxCode]
        if let old, old.citizen != citizen?.id { findings.append(.numberOfAnotherPerson) }
        guard !findings.haveErrors, !row.findings.haveErrors, let home = home(entry) else {
            return row.receipt(.rejected, findings)
        }
        if let old, old.fingerprint == entry.fingerprint { return row.receipt(.unchanged, findings) }

        let id = citizen?.id ?? store.ids.next()
        if citizen == nil || latest[id].map({ $0 <= entry.submittedOn }) ?? true {
            let new = entry.citizen(id, home)
            if new != citizen { changedCitizens[id] = new }
            citizens[entry.taxCode] = new
            latest[id] = entry.submittedOn
        }
        let application = StoredApplication(
            id: old?.id ?? store.ids.next(),
            citizen: id,
            entry: entry,
            jobCentre: entry.jobCentreCode.flatMap { jobCentres[$0] }
        )
        applications[entry.number] = application
        changedApplications.append(application)
        return row.receipt(old == nil ? .created : .updated, findings)
    }

    private func home(_ entry: ApplicationEntry) -> Citizen.Home? {
        guard let municipality = reference.municipality(entry.municipalityCode) else { return nil }
        return Citizen.Home(
            municipalityCode: municipality.code,
            province: municipality.province,
            region: municipality.region ?? "",
            position: municipality.position,
            postalCode: entry.postalCode,
            address: entry.address
        )
    }

    func write(in transaction: borrowing Transaction) throws {
        try store.write(citizens: changedCitizens.values.sorted { $0.id < $1.id }, in: transaction)
        try store.write(applications: changedApplications, in: transaction)
        let touched = Set(changedApplications.map(\.citizen)).intersection(known).sorted()
        try Pacts.follow(outcomesOf: touched, store, in: transaction)
    }
}

/// An application as its row holds it.
private struct StoredApplication: Sendable, FromRow {
    let id: ID<Application>
    let number: String
    let citizen: ID<Citizen>
    let measure: String
    let submittedOn: Day
    let outcome: Application.Outcome
    let outcomeOn: Day?
    let jobCentre: ID<JobCentre>?
    let fingerprint: String

    static let columns: SQL = "\(Application.columns), a.fingerprint"

    init(id: ID<Application>, citizen: ID<Citizen>, entry: ApplicationEntry, jobCentre: ID<JobCentre>?) {
        self.id = id
        number = entry.number
        self.citizen = citizen
        measure = entry.measure
        submittedOn = entry.submittedOn
        outcome = entry.outcome
        outcomeOn = entry.outcomeOn
        self.jobCentre = jobCentre
        fingerprint = entry.fingerprint
    }

    init(from row: inout Row) throws {
        let application = try Application(from: &row)
        id = application.id
        number = application.number
        citizen = application.citizen
        measure = application.measure
        submittedOn = application.submittedOn
        outcome = application.outcome
        outcomeOn = application.outcomeOn
        jobCentre = application.jobCentre
        fingerprint = try row.next()
    }
}

extension ApplicationEntry {
    fileprivate func citizen(_ id: ID<Citizen>, _ home: Citizen.Home) -> Citizen {
        Citizen(
            id: id,
            taxCode: taxCode,
            givenName: givenName,
            familyName: familyName,
            sex: sex,
            birthDate: birthDate,
            birthPlaceCode: birthPlaceCode,
            citizenship: citizenship,
            home: home,
            email: email,
            phone: phone
        )
    }
}

extension Store {
    fileprivate func write(citizens: [Citizen], in transaction: borrowing Transaction) throws {
        if citizens.isEmpty { return }
        let columns: [StaticString] = [
            "id", "tax_code", "given_name", "family_name", "sort_key", "sex", "birth_date", "birth_place_code",
            "citizenship", "municipality_code", "province", "region", "latitude", "longitude", "postal_code", "address",
            "email", "phone", "created_at", "updated_at",
        ]
        let update = columns.filter { !["id", "tax_code", "created_at"].contains($0.description) }
        try transaction.upsert(
            into: BulkTable("citizen", columns: columns, key: ["id"], update: update),
            rows: citizens.map { person -> [SQLValue] in
                let home = person.home
                return [
                    person.id.sqlValue, person.taxCode.sqlValue, .text(person.givenName), .text(person.familyName),
                    .text(person.sortKey), person.sex.sqlValue, person.birthDate.sqlValue, .text(person.birthPlaceCode),
                    person.citizenship.sqlValue, .text(home.municipalityCode), .text(home.province), .text(home.region),
                    (home.position?.latitude).sqlValue, (home.position?.longitude).sqlValue, home.postalCode.sqlValue,
                    home.address.sqlValue, person.email.sqlValue, person.phone.sqlValue, now.sqlValue, now.sqlValue,
                ]
            }
        )
    }

    fileprivate func write(applications: [StoredApplication], in transaction: borrowing Transaction) throws {
        if applications.isEmpty { return }
        let columns: [StaticString] = [
            "id", "number", "citizen_id", "measure", "submitted_on", "outcome", "outcome_on", "job_centre_id",
            "fingerprint", "updated_at",
        ]
        try transaction.upsert(
            into: BulkTable("application", columns: columns, key: ["id"], update: Array(columns.dropFirst(3))),
            rows: applications.map { one -> [SQLValue] in
                [
                    one.id.sqlValue, .text(one.number), one.citizen.sqlValue, .text(one.measure),
                    one.submittedOn.sqlValue, one.outcome.sqlValue, one.outcomeOn.sqlValue, one.jobCentre.sqlValue,
                    .text(one.fingerprint), now.sqlValue,
                ]
            }
        )
    }
}

extension Finding {
    fileprivate static var numberOfAnotherPerson: Finding {
        Finding(
            "number",
            "number_of_another_person",
            it: "Il numero di domanda appartiene a un'altra persona",
            en: "The application number belongs to another person"
        )
    }
}
