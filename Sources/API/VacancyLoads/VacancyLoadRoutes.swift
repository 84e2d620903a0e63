internal import Domain
internal import Exchange
internal import Hummingbird

/// Loads of vacancies: a body comes in as a stream, and a job in the background judges and writes its rows.
struct VacancyLoadRoutes: Sendable {
    let publicURL: String
    let loads: VacancyLoads

    private static let order = "receipts"

    func add(to api: some RouterMethods<ClientContext>) {
        api.post("vacancy-loads", use: send)
        api.get("vacancy-loads/:id", use: progress)
        api.get("vacancy-loads/:id/result", use: result)
    }

    @Sendable
    private func send(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let order = try VacancyLoadOrder(request)
        let publisher = context.client.publisher
        do {
            let received = try await loads.receive(
                order.format.rawValue,
                mode: order.mode,
                isDryRun: order.isDryRun,
                as: publisher
            )
            let id: ID<VacancyLoad>
            do {
                let (hash, rows) = try await stage(request, order, received)
                id = try await loads.complete(received, key: order.key, hash: hash, rows: rows, as: publisher)
            } catch {
                try? await loads.discard(received)
                throw error
            }
            let load = try await loads.find(id, of: publisher)
            return .json(VacancyLoadJSON.progress(of: load), status: .accepted, headers: [.location: address(of: id)])
        } catch let reason as CannotLoadVacancies {
            throw Problem(reason)
        } catch let reason as CannotTakeBody {
            throw Problem(reason)
        }
    }

    /// Keeps the body in pieces while it comes in; no more of it than one piece is in memory.
    private func stage(
        _ request: Request,
        _ order: VacancyLoadOrder,
        _ received: ReceivedLoad
    ) async throws -> (hash: String, rows: Int) {
        var (hash, body) = (order.hash, VacancyLoadBody(order.format))
        for try await buffer in request.body {
            let bytes = Array(buffer.readableBytesView)
            hash.take(bytes)
            for piece in try body.take(bytes) { try await loads.append(piece, to: received) }
        }
        for piece in try body.end() { try await loads.append(piece, to: received) }
        return (hash.text, body.rows)
    }

    @Sendable
    private func progress(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let load = try await loads.find(try id(context), of: context.client.publisher)
        if load.state != .done { return .json(VacancyLoadJSON.progress(of: load)) }
        return Response(status: .seeOther, headers: [.location: address(of: load.id) + "/result"])
    }

    @Sendable
    private func result(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.vacanciesWrite)
        let (outcome, row, limit) = try request.query(["outcome", "cursor", "limit"]) { query in
            (
                query.choice("outcome", LoadOutcome.self), query.position(in: VacancyLoadRoutes.order),
                query.integer("limit", in: 1...1000) ?? 100
            )
        }
        let result = try await loads.result(
            try id(context),
            of: context.client.publisher,
            outcome: outcome,
            after: Int(row),
            atMost: limit
        )
        let cursor = result.next.map { Cursor(keys: [], id: Int64($0), order: VacancyLoadRoutes.order).text }
        return .json(
            VacancyLoadJSON.result(result, cursor: cursor, in: context.language),
            headers: [.contentLanguage: context.language.rawValue]
        )
    }

    private func id(_ context: ClientContext) throws -> ID<VacancyLoad> {
        guard let id = context.parameters.get("id").flatMap({ ID<VacancyLoad>(text: $0) }) else { throw NotFound() }
        return id
    }

    private func address(of id: ID<VacancyLoad>) -> String { "\(publicURL)/rest/v1/vacancy-loads/\(id.text)" }
}
