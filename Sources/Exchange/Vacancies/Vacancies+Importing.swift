public import Domain

/// A row of a file of vacancies: the vacancy, and whose it is where the file says so.
public struct VacancyEntry: Hashable, Sendable {
    public var draft: VacancyDraft
    /// The agency's code; nil where the branch alone tells.
    public var agencyCode: String?
}

extension Vacancies {
    /// How a file of vacancies is imported.
    ///
    /// - Parameter publisher: Who loads the file, on a page; nil on the command line, where each row belongs to the agency
    ///   named outside the file, in its column `agency_code`, or that of its branch.
    public func importing(as publisher: Publisher? = nil) -> ImportDefinition<VacancyEntry> {
        let vacancies = self
        let columns = VacancyColumn.all
        return ImportDefinition(
            .vacancies,
            columns: publisher == nil ? ImportColumn.vacanciesOfAgencies : ImportColumn.vacancies,
            portion: .rows(1000),
            judgesFaultyRows: true,
            keyColumn: "external_reference",
            key: Vacancies.key,
            read: { fields in
                var entry = VacancyEntry(draft: VacancyDraft(), agencyCode: fields.raw("agency_code"))
                for column in columns { column.read(&fields, &entry.draft) }
                return entry
            },
            load: { rows, request in
                if let publisher {
                    return try await vacancies.load(rows.map(\.draft), as: publisher, dryRun: request.isDryRun)
                }
                return try await vacancies.load(rows, request)
            }
        )
    }

    /// Two agencies may use one reference: where the file names agencies, a row is known by both.
    @Sendable
    private static func key(_ fields: RowFields) -> String? {
        guard let reference = fields.raw("external_reference") else { return nil }
        guard fields.has("agency_code"), let agency = fields.raw("agency_code") else { return reference }
        return "\(agency)/\(reference)"
    }

    /// Loads rows of several agencies, each for its own.
    private func load(_ rows: [LoadRow<VacancyEntry>], _ request: LoadRequest) async throws -> [LoadReceipt] {
        let named = Set(rows.compactMap { $0.entry.agencyCode ?? request.agency })
        let branches = Set(rows.compactMap(\.entry.draft.branchCode))
        let owners = try await owners(agencies: named, branches: branches)
        var receipts: [LoadReceipt] = []
        var groups: [ID<Agency>: [LoadRow<VacancyDraft>]] = [:]
        for row in rows {
            if let code = row.entry.agencyCode ?? request.agency {
                guard let agency = owners.agencies[code] else {
                    receipts.append(row.draft.receipt(.rejected, [.unknownAgency(code)]))
                    continue
                }
                groups[agency, default: []].append(row.draft)
            } else if let agency = row.entry.draft.branchCode.flatMap({ owners.branches[$0] }) {
                groups[agency, default: []].append(row.draft)
            } else {
                receipts.append(row.draft.receipt(.rejected, [.unknownBranch(row.entry.draft.branchCode)]))
            }
        }
        for (agency, rows) in groups.sorted(by: { $0.key < $1.key }) {
            let publisher = Publisher(agency: agency, actor: request.actor)
            receipts += try await load(rows, as: publisher, dryRun: request.isDryRun)
        }
        return receipts.sorted { $0.row < $1.row }
    }
}

extension LoadRow<VacancyEntry> {
    /// The row as the domain loads it: its key is the agency's reference alone.
    fileprivate var draft: LoadRow<VacancyDraft> {
        LoadRow<VacancyDraft>(
            row: row,
            key: entry.draft.externalReference ?? "",
            entry: entry.draft,
            findings: findings
        )
    }
}

extension Finding {
    fileprivate static func unknownAgency(_ code: String) -> Finding {
        Finding(
            "agency_code",
            "unknown_agency",
            it: "L'agenzia «\(code)» non è nel registro.",
            en: "The agency “\(code)” is not in the register."
        )
    }

    fileprivate static func unknownBranch(_ code: String?) -> Finding {
        guard let code else {
            return Finding("branch_code", "required", it: "Manca la filiale.", en: "The branch is missing.")
        }
        return Finding(
            "branch_code",
            "branch_code_unknown",
            it: "La filiale «\(code)» non è nel registro.",
            en: "The branch “\(code)” is not in the register."
        )
    }
}

extension ImportColumn {
    /// The columns of the file that an agency uploads for itself.
    static let vacancies = VacancyColumn.all.map(\.importColumn)

    /// The columns of a file that says whose each vacancy is.
    static let vacanciesOfAgencies =
        [ImportColumn("agency_code", aliases: ["Codice agenzia", "Agenzia"])] + vacancies
}
