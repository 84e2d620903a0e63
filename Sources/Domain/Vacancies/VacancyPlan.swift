internal import Persistence

/// A vacancy as it is to be written, with all that changes with it.
struct PlannedVacancy: Sendable {
    let id: ID<Vacancy>
    let isNew: Bool
    /// What was read before: when it has changed since, the plan is void.
    let basis: StoredVacancy?
    let draft: VacancyDraft
    let branch: ID<Branch>
    let publication: Publication
    let step: PeriodStep
    /// Where the vacancy stands in the order of publication.
    let position: Int64
    let values: [SQLValue]
    let contentHash: String
    let place: VacancyPlace
    let educationRank: Int?
    let indexedText: IndexedText
    let findings: [Finding]

    var version: Int { (basis?.version ?? 0) + 1 }
    var code: VacancyCode { VacancyCode(id) }
}

/// Where a vacancy's workplace lies, as the reference lists say it when it is written.
struct VacancyPlace: Hashable, Sendable {
    var province: String?
    var latitude: Double?
    var longitude: Double?

    /// The comune as it is today; nothing for a foreign state.
    init(_ workplace: VacancyTerms.Workplace, _ reference: ReferenceSnapshot) {
        let municipality = workplace.municipalityCode.flatMap(reference.municipality)
        province = municipality?.province
        latitude = municipality?.position?.latitude
        longitude = municipality?.position?.longitude
    }
}

/// What the rules make of one draft.
enum VacancyVerdict: Sendable {
    case write(PlannedVacancy)
    /// The vacancy says all this already.
    case unchanged(StoredVacancy)
    case refuse([Finding])
}

/// Judges drafts against what is stored, without writing.
struct VacancyPlanner: Sendable {
    let publisher: Publisher
    let standing: PublisherStanding
    let reference: ReferenceSnapshot
    let policy: VacancyPolicy
    let now: Instant
    let ids: IDGenerator

    private var today: Day { Day(of: now) }

    /// - Parameters:
    ///   - read: what the reader of the input found in the row.
    ///   - isRepeatable: whether the same input comes again and again, as a file does that is loaded every night.
    func judge(
        _ draft: VacancyDraft,
        stored: StoredVacancy?,
        read: [Finding] = [],
        isRepeatable: Bool = true
    ) throws -> VacancyVerdict {
        var draft = draft
        draft.terms = draft.terms.normalised
        let branch = draft.branchCode.flatMap { standing.branches[$0] }
        let values = try draft.terms.values + [branch?.id.sqlValue ?? .null]
        let hash = ContentHash.of(values)
        let isSame = stored?.contentHash == hash
        let change = isRepeatable ? changeWanted(by: draft, of: stored?.publication ?? .none) : draft.publicationChange
        if let stored, isSame, !read.haveErrors, isQuiet(change, stored.publication) { return .unchanged(stored) }

        var findings = read
        let move = move(of: stored?.publication ?? .none, by: change, &findings)
        if let stored, move.step == .stay, !isSame { refuseFinal(stored.publication, &findings) }
        findings += rules(draft, read: read, move)
        checkBranch(branch, named: draft.branchCode, stored, &findings)
        checkRight(draft, move, &findings)
        guard let branch, !findings.haveErrors else { return .refuse(findings) }
        return .write(plan(draft, stored, branch.id, move, values, hash, findings.filter { $0.severity == .warning }))
    }

    /// What the row of a file asks of the publication.
    ///
    /// Who names the last day of a publication wants one. But a file that is loaded every night goes on naming the
    /// publication that has ended meanwhile: that is no request to begin another, which would need another end date.
    private func changeWanted(by draft: VacancyDraft, of publication: Publication) -> PublicationChange {
        var change = draft.publicationChange
        let current = publication.effectiveStatus(on: today)
        if change.status == nil, change.endDate != nil, current == .draft || current == .expired {
            change.status = .published
        }
        let isOver = current == .expired && change.endDate == publication.end
        return isOver && (change.status == .published || change.status == .suspended) ? PublicationChange() : change
    }

    private func isQuiet(_ change: PublicationChange, _ publication: Publication) -> Bool {
        let isSameStatus = change.status.map { $0 == publication.effectiveStatus(on: today) } ?? true
        let isSameEnd = change.endDate.map { $0 == publication.end } ?? true
        return isSameStatus && isSameEnd
    }

    private func move(
        of publication: Publication,
        by change: PublicationChange,
        _ findings: inout [Finding]
    ) -> Publication.Move {
        do throws(IllegalTransition) {
            return try publication.moved(by: change, mover: publisher.mover, now: now)
        } catch {
            findings.append(error.finding)
            return Publication.Move(publication: publication, step: .stay)
        }
    }

    /// What is closed or hidden is history, and no longer changes.
    private func refuseFinal(_ publication: Publication, _ findings: inout [Finding]) {
        guard publication.status == .closed || publication.status == .hidden else { return }
        let label = publication.status.label
        findings.append(
            Finding(
                "status",
                "vacancy_not_editable",
                it: "L'offerta è «\(label.it)» e non si può più modificare.",
                en: "The vacancy is \(publication.status.rawValue) and can no longer change.",
                suggestion: Localized(
                    it: "Caricare una nuova offerta con un altro codice.",
                    en: "Load a new vacancy with another reference."
                )
            )
        )
    }

    private func rules(_ draft: VacancyDraft, read: [Finding], _ move: Publication.Move) -> [Finding] {
        var draft = draft
        let status = move.publication.effectiveStatus(on: today)
        let isSeen = status == .published || status == .suspended || move.step == .open || move.step == .moveEnd
        if isSeen { draft.publicationEndDate = move.publication.end }
        let found = VacancyRules.findings(
            VacancyRules(
                draft,
                reference: reference,
                policy: policy,
                today: today,
                isPublished: isSeen,
                publicationStart: move.publication.start.map(Day.init(of:))
            )
        )
        // A field that could not be read is missing only because of that.
        let unread = read.filter { $0.severity == .error }.map(\.field)
        if unread.isEmpty { return found }
        return found.filter { finding in
            !unread.contains { $0 == finding.field || $0.isInside(finding.field) || finding.field.isInside($0) }
        }
    }

    private func checkBranch(
        _ branch: PublisherStanding.BranchStanding?,
        named code: String?,
        _ stored: StoredVacancy?,
        _ findings: inout [Finding]
    ) {
        guard let code, !code.isEmpty else { return }
        guard let branch, branch.isGranted else {
            findings.append(
                Finding(
                    "branch_code",
                    "branch_code_unknown",
                    it: "La filiale «\(code)» non è tra quelle per cui si può operare.",
                    en: "The branch “\(code)” is not among those that are open to you."
                )
            )
            return
        }
        if !branch.isOpen(on: today) {
            findings.append(
                Finding(
                    "branch_code",
                    "branch_code_closed",
                    it: "La filiale «\(code)» non è attiva.",
                    en: "The branch “\(code)” is not open."
                )
            )
        }
    }

    private func checkRight(_ draft: VacancyDraft, _ move: Publication.Move, _ findings: inout [Finding]) {
        if standing.mayPublish { return }
        if move.step == .open || move.publication.status == .published {
            findings.append(
                Finding(
                    "status",
                    "agency_may_not_publish",
                    it: "L'agenzia non è autorizzata a pubblicare offerte (art. 4 e 6 d.lgs. 276/2003).",
                    en: "The agency is not authorised to publish vacancies (art. 4 and 6 d.lgs. 276/2003)."
                )
            )
        }
        if draft.terms.employer.anonymous {
            findings.append(
                Finding(
                    VacancyField.anonymous.name,
                    "employer_anonymous_not_allowed",
                    it: "Solo un'agenzia autorizzata può tacere il datore di lavoro (art. 9 d.lgs. 276/2003).",
                    en: "Only an authorised agency may withhold the employer (art. 9 d.lgs. 276/2003)."
                )
            )
        }
    }

    private func plan(
        _ draft: VacancyDraft,
        _ stored: StoredVacancy?,
        _ branch: ID<Branch>,
        _ move: Publication.Move,
        _ values: [SQLValue],
        _ hash: String,
        _ warnings: [Finding]
    ) -> PlannedVacancy {
        let id = stored?.id ?? ids.next()
        let terms = draft.terms
        let position =
            if move.step == .open, stored != nil { ids.next(Vacancy.self).rawValue } else {
                stored?.position ?? id.rawValue
            }
        return PlannedVacancy(
            id: id,
            isNew: stored == nil,
            basis: stored,
            draft: draft,
            branch: branch,
            publication: move.publication,
            step: move.step,
            position: position,
            values: Array(values.dropLast()),
            contentHash: hash,
            place: VacancyPlace(terms.workplace, reference),
            educationRank: terms.requirements.minimumEducationCode.flatMap(reference.rank(ofEducation:)),
            indexedText: VacancyText.indexed(terms, reference),
            findings: warnings
        )
    }
}

extension String {
    /// Whether this is the dotted name of a part of a field.
    fileprivate func isInside(_ field: String) -> Bool {
        utf8.count > field.utf8.count && hasPrefix(field) && utf8.dropFirst(field.utf8.count).first == UInt8(ascii: ".")
    }
}
