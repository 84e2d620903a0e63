internal import Domain
internal import Exchange
internal import Hummingbird

/// The feed of changes, which software follows instead of polling lists.
struct ChangeRoutes: Sendable {
    let feed: ChangeFeed
    /// For the day on which a state is told.
    let clock: Clock

    static let order = "changes"
    /// How often somebody who waits looks whether there is something: another process may have written it.
    private static let pause = Duration.milliseconds(500)

    func add(to api: some RouterMethods<ClientContext>) {
        api.get("changes", use: follow)
    }

    static func cursor(behind sequence: Int64) -> String {
        Cursor(keys: [], id: sequence, order: order).text
    }

    @Sendable
    private func follow(_ request: Request, _ context: ClientContext) async throws -> Response {
        try context.require(.changesRead)
        let (start, kinds, seconds, limit) = try request.query(["cursor", "types", "wait", "limit"]) { query in
            (
                query.position(in: ChangeRoutes.order), ChangeRoutes.kinds(&query),
                query.integer("wait", in: 0...30) ?? 0, query.integer("limit", in: 1...1000) ?? 100
            )
        }
        var objects: Set<Change.Kind> = []
        if context.client.scopes.contains(.vacanciesRead) { objects.insert(.vacancy) }
        if context.client.scopes.contains(.interestsRead) { objects.insert(.expressionOfInterest) }
        let publisher = context.client.publisher
        let feed = feed
        func read(after sequence: Int64) async throws -> FollowedPage {
            try await feed.follow(after: sequence, kinds: kinds, showing: objects, as: publisher, atMost: limit)
        }
        var page = try await read(after: start)
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        while page.items.isEmpty, ContinuousClock.now < end {
            // Asleep it holds neither a thread nor a connection.
            try await Task.sleep(for: min(ChangeRoutes.pause, end - .now))
            if try await feed.head(as: publisher) > page.next { page = try await read(after: page.next) }
        }
        let today = clock.today
        return .json([
            "items": .array(page.items.map { ChangeJSON.json($0, on: today) }),
            "next_cursor": .text(ChangeRoutes.cursor(behind: page.next)),
        ])
    }

    private static func kinds(_ query: inout ListQuery) -> Set<Change.Kind> {
        var kinds: Set<Change.Kind> = []
        for word in query.texts("types") {
            if let kind = Change.Kind(rawValue: word) {
                kinds.insert(kind)
            } else {
                query.report(.unknownCode("types", word, known: Change.Kind.allCases.map(\.rawValue)))
            }
        }
        return kinds
    }
}
