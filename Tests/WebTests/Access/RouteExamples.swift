import Domain
import Exchange
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// What the tests of all routes ask of those whose path alone does not say it.
///
/// A new route with a parameter needs a line in ``TestSite/examples()``, and so does one that takes a form; the tests
/// tell which lines are missing.
struct RouteExample: Sendable {
    /// In the place of the route's parameters, in their order.
    var parameters: [String] = []
    var query = ""
    var form: [(String, String)] = []
    /// For forms that carry a file.
    var file: [UInt8]?
    /// The example of one visitor, where it has to be of their own or is used up by being asked.
    var own: (@Sendable (TestSite, TestSite.Visitor, RouterClient) async throws -> RouteExample)?
}

extension TestSite {
    /// The things that the examples are about, made once in a site's world.
    func examples() async throws -> [String: RouteExample] {
        let maria = try await citizen()
        try await world.load(.sample("PROVA-1", until: "2026-04-30"), .sample("PROVA-2", until: "2026-04-30"))
        let vacancies = try await world.vacancies.list(VacancyList(), as: world.alfa).rows.map(\.vacancy.code.text)
        let interest = try await world.interests.express(in: vacancies[1], as: maria)
        let file = try #require(ImportGuide(.vacancies, isForOneAgency: true)).csv(on: world.today)
        let masters = try await world.withMarco("ALFA-MI1")
        let colleague = try await masters.with(.super, "Sonia", "Villa", .female, "1983-03-03", ["ALFA-MI1"])
        let sonia = try #require(colleague.operators["ALFA/sonia"]).id.text
        let request = try await SuperUsers(world.store).appoint(
            world.draft("Sara", "Conti", "ALFA-MI1"),
            as: world.anna
        )
        let upload = try await VacancyUploads(world.store).keep(file, named: "offerte.csv", by: world.bruno)
        // An upload is its owner's alone, and is used up by being confirmed.
        let uploaded: @Sendable (TestSite, Visitor, RouterClient) async throws -> RouteExample = { site, visitor, _ in
            let owner =
                switch visitor {
                case .branchOperator: site.world.identity("ALFA/carla", in: "ALFA-TO1")
                case .master: site.world.anna
                default: site.world.bruno
                }
            let upload = try await VacancyUploads(site.world.store).keep(file, named: "offerte.csv", by: owner)
            return RouteExample(parameters: [upload.text])
        }
        // One's own: nobody else changes it.
        let searched: @Sendable (TestSite, Visitor, RouterClient) async throws -> RouteExample = { site, visitor, _ in
            let owner =
                switch visitor {
                case .branchOperator: site.world.identity("ALFA/carla", in: "ALFA-TO1")
                case .master: site.world.anna
                default: site.world.bruno
                }
            let search = try await SavedSearches(site.world.store) { ReferenceSnapshot.shared }
                .save(SavedSearchDraft(list: .citizens, name: "Prova", query: ListAddress([])), as: owner)
            return RouteExample(
                parameters: [search.id.text],
                form: [("nome-\(search.id.text)", "Altra"), ("condivisa", "1"), ("segui", "1")]
            )
        }
        let exported: @Sendable (TestSite, Visitor, RouterClient) async throws -> RouteExample = { site, visitor, _ in
            let owner =
                switch visitor {
                case .branchOperator: site.world.identity("ALFA/carla", in: "ALFA-TO1")
                case .master: site.world.anna
                default: site.world.bruno
                }
            let exports = Exports(site.world.store)
            for export in try await exports.list(of: owner) where export.state.isUnderWay {
                try await exports.cancel(export.id, by: owner)
            }
            let id = try await exports.request(VacancyList(), as: .csv, in: .it, by: owner)
            return RouteExample(parameters: [id.text])
        }
        return [
            "GET /esportazioni/nuova": RouteExample(query: "elenco=citizens&formato=xlsx"),
            "POST /esportazioni/nuova": RouteExample(form: [("elenco", "vacancies"), ("formato", "csv")]),
            "POST /esportazioni/permessi": RouteExample(form: [("operatore", sonia), ("permesso", "no")]),
            "GET /esportazioni/{id}": RouteExample(parameters: [request.id.text], own: exported),
            "GET /esportazioni/{id}/file": RouteExample(parameters: [request.id.text], own: exported),
            "POST /esportazioni/{id}/annulla": RouteExample(parameters: [request.id.text], own: exported),
            "GET /ricerche/nuova": RouteExample(query: "lista=citizens"),
            "POST /ricerche": RouteExample(form: [("lista", "citizens"), ("nome", "Una ricerca")]),
            "GET /ricerche/{id}": RouteExample(parameters: [request.id.text], own: searched),
            "POST /ricerche/{id}/nome": RouteExample(parameters: [request.id.text], own: searched),
            "POST /ricerche/{id}/condivisione": RouteExample(parameters: [request.id.text], own: searched),
            "POST /ricerche/{id}/novita": RouteExample(parameters: [request.id.text], own: searched),
            "POST /ricerche/{id}/elimina": RouteExample(parameters: [request.id.text], own: searched),
            "GET /lingua/{language}": RouteExample(parameters: ["en"]),
            "POST /accedi/ruolo": RouteExample(form: [("ruolo", "c" + maria.id.text)]) { _, _, browser in
                let hats = try await browser.get("/accedi/ruolo").forms.flatMap { $0.values("ruolo") }
                return RouteExample(form: hats.prefix(1).map { ("ruolo", $0) })
            },
            "POST /sessioni/chiudi": RouteExample { _, _, browser in
                let sessions = try await browser.get("/sessioni").forms.flatMap { $0.values("sessione") }
                return RouteExample(form: sessions.prefix(1).map { ("sessione", $0) })
            },
            "POST /ambito": RouteExample(form: [("ambito", "tutte")]),
            "GET /modelli/{file}": RouteExample(parameters: ["vacancies.csv"]),
            "GET /curriculum/modifica/{section}": RouteExample(parameters: ["istruzione"]),
            "POST /curriculum/modifica/{section}": RouteExample(parameters: ["istruzione"]),
            "POST /curriculum/bozza/{section}": RouteExample(parameters: ["istruzione"]),
            "GET /utenti/{id}": RouteExample(parameters: [sonia]),
            "GET /utenti/{id}/sospendi": RouteExample(parameters: [sonia]),
            "POST /utenti/{id}/sospendi": RouteExample(parameters: [sonia]),
            "POST /utenti/{id}/riabilita": RouteExample(parameters: [sonia]),
            "POST /utenti/{id}/filiali": RouteExample(parameters: [sonia]),
            "POST /utenti/{id}/filiali/togli": RouteExample(parameters: [sonia]),
            "GET /utenti/richieste/{request}": RouteExample(parameters: [request.id.text]),
            "POST /utenti/richieste/{request}/conferma": RouteExample(parameters: [request.id.text]),
            "POST /utenti/richieste/{request}/rifiuta": RouteExample(parameters: [request.id.text]),
            "POST /utenti/richieste/{request}/ritira": RouteExample(parameters: [request.id.text]),
            "GET /lavoro/{code}": RouteExample(parameters: [vacancies[0]]),
            "POST /lavoro/{code}/interesse": RouteExample(parameters: [vacancies[0]]),
            "POST /manifestazioni-inviate/{id}/ritiro": RouteExample(parameters: [interest.id.text]),
            "GET /manifestazioni/{id}": RouteExample(parameters: [interest.id.text]),
            "POST /manifestazioni/{id}/stato": RouteExample(parameters: [interest.id.text]),
            "GET /cittadini/{id}": RouteExample(parameters: [maria.id.text]),
            "GET /offerte/{code}": RouteExample(parameters: [vacancies[0]]),
            "POST /offerte/carica": RouteExample(file: file),
            "POST /offerte/carica/{id}/conferma": RouteExample(parameters: [upload.text], own: uploaded),
            "GET /offerte/carica/{id}": RouteExample(parameters: [upload.text], own: uploaded),
        ]
    }

    /// Every route with its example and its address; a route that lacks the example it needs is a failure.
    func asked(_ examples: [String: RouteExample]) -> [(route: Route, example: RouteExample, address: String)] {
        routes.compactMap { route in
            let example = examples[route.description] ?? RouteExample()
            guard let address = address(of: route, example) else {
                Issue.record("\(route) has parameters, and no example in RouteExamples.swift")
                return nil
            }
            return (route, example, address)
        }
    }

    /// The address of a route, with the example's values in the place of its parameters; nil when some are missing.
    func address(of route: Route, _ example: RouteExample) -> String? {
        var values = example.parameters[...]
        var parts: [String] = []
        for part in route.path.split(separator: "/") {
            if part.hasPrefix("{") || part.hasPrefix(":") || part.hasPrefix("*") {
                guard let value = values.popFirst() else { return nil }
                parts.append(value)
            } else {
                parts.append(String(part))
            }
        }
        let query = example.query.isEmpty ? "" : "?" + example.query
        return values.isEmpty ? "/" + parts.joined(separator: "/") + query : nil
    }

    /// Asks a route as a browser would.
    func ask(
        _ route: Route,
        _ example: RouteExample,
        at address: String,
        with browser: RouterClient,
        token: RouterClient.Token = .own
    ) async throws -> Page {
        if route.method != .post { return try await browser.send(route.method, address) }
        if let file = example.file {
            return try await browser.upload(address, file: file, named: "prova.csv", token: token)
        }
        return try await browser.post(address, fields: example.form, token: token)
    }
}
