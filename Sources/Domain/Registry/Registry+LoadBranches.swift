internal import Persistence

extension Registry {
    /// Takes the branches of a file over, in one transaction; a full file also closes those that it lacks.
    ///
    /// A closed branch stays, with its last day: pacts and vacancies of the past point to it.
    public func load(
        branches rows: [LoadRow<BranchEntry>],
        _ request: LoadRequest = LoadRequest(),
        place: @escaping PlaceOfMunicipality
    ) async throws -> [LoadReceipt] {
        let store = store
        return try await store.write { (transaction: borrowing Transaction) in
            let today = store.today
            let agencies = keyed(try transaction.agencies()) { $0.code }
            let stored: [Branch] = try transaction.all("SELECT \(Branch.columns) FROM branch b")
            var result = Reconciliation(keyed(stored) { $0.code }, keyField: "code")
            for row in rows {
                result.add(row, key: row.entry.code) { entry, old, findings in
                    let agency = store.agency(of: entry, in: agencies, request, &findings)
                    // A branch that is closed since lay where its municipality was then.
                    let day = max(entry.validFrom, min(today, entry.validTo ?? today))
                    let found = place(entry.municipalityCode, day)
                    if found == nil { findings.append(.unknownMunicipality(entry.municipalityCode)) }
                    if let agency, let old, old.agency != agency.id {
                        findings.append(.branchOfAnotherAgency("code", entry.code))
                    }
                    guard let agency, let found, !findings.haveErrors else { return nil }
                    return Branch(entry, id: old?.id ?? store.ids.next(), agency.id, found, old)
                }
            }
            let only = request.agency.flatMap { agencies[$0]?.id }
            result.endUnnamed(request.extent) { branch in
                (request.agency == nil || branch.agency == only) && (branch.validTo.map { $0 >= today } ?? true)
            }
            if request.isDryRun { return result.receipts }
            try store.write(branches: result.changed, in: transaction)
            if !result.ended.isEmpty {
                try transaction.run(
                    """
                    UPDATE branch SET valid_to = \(today.adding(days: -1)), loaded_at = \(store.now)
                    WHERE id IN \(in: result.ended.map(\.id))
                    """
                )
            }
            try store.audit.record(.loaded("registry.branches_loaded", result.receipts, request), in: transaction)
            return result.receipts
        }
    }
}

extension Branch {
    fileprivate init(_ entry: BranchEntry, id: ID<Branch>, _ agency: ID<Agency>, _ place: Place, _ old: Branch?) {
        self.id = id
        self.agency = agency
        self.code = entry.code
        self.name = entry.name
        self.municipalityCode = entry.municipalityCode
        self.place = place
        self.contact = entry.contact
        self.validFrom = entry.validFrom
        self.validTo = entry.validTo
        // The agency's own setting: the register knows nothing of it.
        self.isSelectable = old?.isSelectable ?? true
    }
}

extension Store {
    fileprivate func agency(
        of entry: BranchEntry,
        in agencies: [String: Agency],
        _ request: LoadRequest,
        _ findings: inout [Finding]
    ) -> Agency? {
        if let only = request.agency, only != entry.agencyCode {
            findings.append(.otherAgency(entry.agencyCode, expected: only))
        }
        if let end = entry.validTo, end < entry.validFrom { findings.append(.endsBeforeStart("valid_to")) }
        let agency = agencies[entry.agencyCode]
        if agency == nil { findings.append(.unknownAgency(entry.agencyCode)) }
        return agency
    }

    fileprivate func write(branches: [Branch], in transaction: borrowing Transaction) throws {
        if branches.isEmpty { return }
        let columns: [StaticString] = [
            "id", "agency_id", "code", "name", "name_fold", "municipality_code", "province", "region", "latitude",
            "longitude", "address", "postal_code", "email", "phone", "valid_from", "valid_to", "loaded_at",
        ]
        try transaction.upsert(
            into: BulkTable("branch", columns: columns, key: ["id"], update: Array(columns.dropFirst())),
            rows: branches.map { branch -> [SQLValue] in
                let (place, contact) = (branch.place, branch.contact)
                return [
                    branch.id.sqlValue, branch.agency.sqlValue, .text(branch.code), .text(branch.name),
                    .text(Fold.key(branch.name)), .text(branch.municipalityCode), .text(place.province),
                    .text(place.region), place.latitude.sqlValue, place.longitude.sqlValue, contact.address.sqlValue,
                    contact.postalCode.sqlValue, contact.email.sqlValue, contact.phone.sqlValue,
                    branch.validFrom.sqlValue, branch.validTo.sqlValue, now.sqlValue,
                ]
            }
        )
    }
}
