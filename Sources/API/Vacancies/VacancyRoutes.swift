internal import Domain
internal import Exchange
internal import HTTPTypes
internal import Hummingbird

/// One vacancy at a time, and the walk over all of them.
struct VacancyRoutes: Sendable {
    let publicURL: String
    let clock: Clock
    let vacancies: Vacancies

    func add(to clients: some RouterMethods<ClientContext>) {
        clients.get("vacancies", use: list)
        clients.post("vacancies", use: create)
        clients.get("vacancies/:code", use: find)
        clients.patch("vacancies/:code", use: update)
        clients.patch("vacancies/:code/publication", use: publish)
    }

    // MARK: Reading

    private static let parameters: Set<String> = [
        "external_reference", "branch_code", "status", "published_since", "expiring_before", "q", "limit", "cursor",
    ]

    @Sendable
    private func list(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesRead)
        var query = try APIQuery.read(request, knowing: Self.parameters)
        let filter = VacancyFilter(reading: &query)
        let branch = query.text("branch_code")
        let limit = query.integer("limit", in: 1...1000) ?? 100
        let cursor = query.cursor("cursor")
        try query.checkAddress()
        let page: Page<Vacancy>
        do {
            page = try await vacancies.walk(
                filter,
                branchCode: branch,
                as: context.client.publisher,
                after: cursor,
                limit: limit
            )
        } catch let invalid as Invalid {
            throw Problem.badQuery(invalid.findings)
        }
        let today = clock.today
        return .json([
            "items": .array(page.items.map { VacancyJSON.json($0, on: today) }),
            "next_cursor": .optional(page.next?.text),
        ])
    }

    @Sendable
    private func find(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesRead)
        let vacancy = try await vacancies.find(try code(context), as: context.client.publisher)
        let tag = EntityTag(vacancy, on: clock.today)
        if let known = request.headers[.ifNoneMatch], tag.isWeakly(in: known) {
            return Response(status: .notModified, headers: [.eTag: tag.text])
        }
        return answer(vacancy)
    }

    // MARK: Changing

    @Sendable
    private func create(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let json = try await json(request, as: "application/json")
        let draft = try Self.checked(VacancyJSON.read(json))
        do {
            let made = try await vacancies.create(draft, as: context.client.publisher).vacancy
            let place = "\(publicURL)/rest/v1/vacancies/\(made.code.text)"
            return answer(made, status: .created, headers: [.location: place])
        } catch let invalid as Invalid where invalid.findings.map(\.code) == ["external_reference_in_use"] {
            throw Problem.referenceInUse(invalid.findings)
        }
    }

    @Sendable
    private func update(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let patch = try await patch(request)
        let stored = try await stored(request, context)
        let draft = try Self.checked(VacancyJSON.patch(stored.draft, with: patch))
        let edited = try await vacancies.update(
            stored.code.text,
            to: draft,
            version: stored.version,
            as: context.client.publisher
        )
        return answer(edited.vacancy)
    }

    @Sendable
    private func publish(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let patch = try await patch(request)
        let stored = try await stored(request, context)
        let (change, findings) = VacancyJSON.readPublication(patch)
        if findings.haveErrors { throw Invalid(findings) }
        let edited = try await vacancies.change(
            publicationOf: stored.code.text,
            change,
            version: stored.version,
            as: context.client.publisher
        )
        return answer(edited.vacancy)
    }

    // MARK: Parts

    private func code(_ context: ClientContext) throws -> String {
        guard let code = context.parameters.get("code") else { throw NotFound() }
        return code
    }

    /// The vacancy that a change is for, as it was when the one who asks read it.
    private func stored(_ request: Request, _ context: ClientContext) async throws -> Vacancy {
        let tags = request.headers[.ifMatch]
        let vacancy = try await vacancies.find(try code(context), as: context.client.publisher)
        guard let tags else { throw Problem.preconditionRequired }
        guard EntityTag(vacancy, on: clock.today).isStrongly(in: tags) else { throw Problem.preconditionFailed }
        return vacancy
    }

    private func patch(_ request: Request) async throws -> JSON {
        try await json(request, as: "application/merge-patch+json", orElse: .acceptPatch)
    }

    private func json(
        _ request: Request,
        as type: String,
        orElse header: HTTPField.Name = .accept
    ) async throws -> JSON {
        let bytes = try await SentBody.bytes(of: request, as: type, orElse: header)
        do {
            let json = try JSON(reading: bytes)
            guard case .object = json else { throw Problem.unreadable([.noObject]) }
            return json
        } catch let error as CannotReadJSON {
            throw Problem.unreadable([error.finding])
        }
    }

    private static func checked(_ reading: VacancyJSON.Reading) throws -> VacancyDraft {
        if reading.findings.haveErrors { throw Invalid(reading.findings) }
        return reading.draft
    }

    private func answer(
        _ vacancy: Vacancy,
        status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        let today = clock.today
        var headers = headers
        headers[.eTag] = EntityTag(vacancy, on: today).text
        return .json(VacancyJSON.json(vacancy, on: today), status: status, headers: headers)
    }
}

extension Problem {
    /// The agency has a vacancy with this reference already.
    fileprivate static func referenceInUse(_ findings: [Finding]) -> Problem {
        Problem(
            .conflict,
            "external_reference_in_use",
            it: "Codice già usato",
            en: "Reference in use",
            detail: findings.first?.message
        ).with { $0.findings = findings }
    }
}

extension Finding {
    fileprivate static let noObject = Finding(
        "",
        "wrong_type",
        it: "Il corpo dev'essere un oggetto JSON.",
        en: "The body has to be a JSON object."
    )
}
