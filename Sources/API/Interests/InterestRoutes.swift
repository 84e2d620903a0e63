internal import Domain
internal import Exchange
internal import Hummingbird

/// The expressions of interest that an agency received, and what it notes about them.
struct InterestRoutes: Sendable {
    let interests: Interests
    let annotations: Annotations
    let clock: Clock

    func add(to api: some RouterMethods<ClientContext>) {
        api.get("expressions-of-interest", use: list)
        api.get("expressions-of-interest/:id", use: one)
        api.post("expressions-of-interest/:id/annotations", use: annotate)
    }

    // MARK: Reading

    private static let parameters: Set<String> = ["vacancy", "branch_code", "status", "since", "limit", "cursor"]

    @Sendable
    private func list(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.interestsRead)
        let publisher = context.client.publisher
        var (filter, codes, cursor, limit) = try request.query(InterestRoutes.parameters) { query in
            var filter = InterestFilter()
            filter.statuses = InterestRoutes.statuses(&query)
            filter.vacancy = query.text("vacancy")
            filter.since = query.instant("since")
            return (
                filter, query.texts("branch_code"), query.cursor("cursor"), query.integer("limit", in: 1...1000) ?? 100
            )
        }
        if !codes.isEmpty {
            filter.branches = try await interests.branches(coded: codes, openTo: publisher)
            // A code that is not open leaves nothing, and never everything.
            if filter.branches.isEmpty { filter.branches = [ID(-1)] }
        }
        if request.headers[.accept]?.contains(InterestRoutes.lines) ?? false {
            return try await extraction(filter, publisher)
        }
        let page: InterestPage
        do {
            page = try await interests.list(InterestList(filter: filter), as: publisher, at: cursor, limit: limit)
        } catch let invalid as Invalid {
            throw Problem.badQuery(invalid.findings)
        }
        let received = page.rows.map(\.received)
        let latest = try await annotations.latest(of: received.map(\.interest.id), as: publisher)
        let today = clock.today
        return .json([
            "items": .array(received.map { InterestJSON.json($0, latest: latest[$0.interest.id], on: today) }),
            "next_cursor": .optional(page.next?.text),
        ])
    }

    private static func statuses(_ query: inout ListQuery) -> [ExpressionOfInterest.Status] {
        var statuses: [ExpressionOfInterest.Status] = []
        for word in query.texts("status") {
            if let status = ExpressionOfInterest.Status(rawValue: word) {
                statuses.append(status)
            } else {
                let known = ExpressionOfInterest.Status.allCases.map(\.rawValue)
                query.report(.unknownCode("status", word, known: known))
            }
        }
        return statuses
    }

    @Sendable
    private func one(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.interestsRead)
        let (id, publisher) = (try id(context), context.client.publisher)
        let detail = try await interests.detail(id, as: publisher)
        let latest = try await annotations.latest(of: [id], as: publisher)
        return .json(
            InterestJSON.json(
                detail.received,
                latest: latest[id],
                curriculum: detail.curriculum,
                on: clock.today
            )
        )
    }

    private func id(_ context: ClientContext) throws -> ID<ExpressionOfInterest> {
        guard let id = context.parameters.get("id").flatMap({ ID<ExpressionOfInterest>(text: $0) }) else {
            throw NotFound()
        }
        return id
    }

    // MARK: Extraction

    private static let lines = "application/x-ndjson"

    /// All of a list, a row on each line; the last line says that it was the last, and where the feed goes on.
    private func extraction(_ filter: InterestFilter, _ publisher: Publisher) async throws -> Response {
        let (extraction, today) = (try await interests.extract(filter, as: publisher), clock.today)
        let body = ResponseBody { writer in
            var count = 0
            do {
                let head = try await extraction.forEach { items in
                    var bytes: [UInt8] = []
                    for item in items {
                        InterestJSON.json(item.received, latest: item.latestAnnotation, on: today).write(to: &bytes)
                        bytes.append(UInt8(ascii: "\n"))
                    }
                    try await writer.write(ByteBuffer(bytes: bytes))
                    count += items.count
                }
                let end: JSON = [
                    "end": .bool(true), "count": .integer(count),
                    "changes_cursor": .text(ChangeRoutes.cursor(behind: head)),
                ]
                try await writer.write(ByteBuffer(bytes: end.bytes + [UInt8(ascii: "\n")]))
            } catch {
                let result: AuditResult = error is CancellationError ? .cancelled : .failed
                try await extraction.finish(rows: count, result: result)
                throw error
            }
            try await extraction.finish(rows: count)
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: InterestRoutes.lines], body: body)
    }

    // MARK: Annotating

    @Sendable
    private func annotate(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.annotationsWrite)
        let id = try id(context)
        let bytes = try await SentBody.bytes(of: request, as: "application/json")
        let json: JSON
        do throws(CannotReadJSON) { json = try JSON(reading: bytes) } catch {
            throw Problem.unreadable([error.finding])
        }
        let (draft, findings) = AnnotationJSON.read(json)
        if !findings.isEmpty { throw Invalid(findings) }
        let annotation = try await annotations.add(draft, to: id, as: context.client.publisher)
        return .json(AnnotationJSON.json(annotation), status: .created)
    }
}
