import TestSupport
import Testing

@testable import Domain

extension ScopeGame {
    /// List (all pages), count and export hold exactly those whom the plain filter gives, each with the branches open.
    mutating func checkCitizens(_ key: String, _ scope: String?, _ told: Comment) async throws {
        let person = try identity(key, in: scope)
        let today = today
        let open = model.readable(to: key, in: scope, on: today)
        let branches = world.branches.values.map(\.id).sorted()
        let list =
            number(0..<3) == 0
            ? CitizenList() : CitizenList.random(using: &citizens.random, branches: branches)
        let chosen = codes(list.filter.branches)
        let expected = people.indices.filter {
            people[$0].isIn(list.filter, open: open, chosen: chosen, today: today)
        }
        count("citizens", expected.count)
        #expect(codes(try await world.citizens.branches(openTo: person).keys) == open, told)
        // Some are taken away before any list has shown them.
        if number(0..<4) == 0 { return try await checkExport(list, person, key, expected, open, told) }

        var listed: [CitizenRow] = []
        var cursor: Cursor?
        repeat {
            let page = try await world.citizens.list(
                list,
                as: person,
                reference: .shared,
                at: cursor,
                limit: number(2..<9)
            )
            #expect(page.count.value == expected.count, told)
            #expect(codes(page.branches.keys) == open, told)
            listed += page.rows
            cursor = page.next
        } while cursor != nil && listed.count < 100
        #expect(index(listed) == Set(expected), told)
        #expect(listed.count == expected.count, told)
        for index in expected { model.saw(index, key) { $0.listDays.insert(today) } }
        checkRows(listed, open, list, told)
        if number(0..<2) == 0 {
            #expect(try await world.citizens.count(list, as: person, reference: .shared) == expected.count, told)
            try await checkFacets(list, person, expected, told)
        } else {
            try await checkExport(list, person, key, expected, open, told)
        }
    }

    /// Of facets that the list does not filter by, the counts are those of its very rows.
    private func checkFacets(
        _ list: CitizenList,
        _ person: OperatorIdentity,
        _ expected: [Int],
        _ told: Comment
    ) async throws {
        let facets = try await world.citizens.facets(list, as: person, reference: .shared)
        #expect(facets.map(\.facet) == CitizenFacet.allCases, told)
        for facet in facets where facet.facet == .province && list.filter.provinces.isEmpty {
            let provinces = Dictionary(grouping: expected) { people[$0].province }
            #expect(
                Dictionary(uniqueKeysWithValues: facet.counts.map { ($0.value ?? "", $0.rows) })
                    == provinces.mapValues(\.count),
                told
            )
        }
    }

    private mutating func checkExport(
        _ list: CitizenList,
        _ person: OperatorIdentity,
        _ key: String,
        _ expected: [Int],
        _ open: Set<String>,
        _ told: Comment
    ) async throws {
        let most = number(0..<12)
        let isLarge = try await world.citizens.exceeds(most, list, as: person, reference: .shared)
        #expect(isLarge == (expected.count > most), told)
        let export = try await world.citizens.export(list, as: person, reference: .shared)
        #expect(codes(export.context.branches.keys) == open, told)
        var rows: [CitizenRow] = []
        try await export.forEach { rows += $0 }
        try await export.finish(rows: rows.count)
        #expect(index(rows) == Set(expected), told)
        #expect(rows.count == expected.count, told)
        for index in expected { model.saw(index, key) { $0.exports += 1 } }
        checkRows(rows, open, list, told)
    }

    private func index(_ rows: [CitizenRow]) -> Set<Int> {
        Set(rows.compactMap { row in people.firstIndex { $0.identity.id == row.id } })
    }

    private func checkRows(_ rows: [CitizenRow], _ open: Set<String>, _ list: CitizenList, _ told: Comment) {
        for row in rows {
            guard let citizen = people.firstIndex(where: { $0.identity.id == row.id }) else { continue }
            #expect(codes(row.branches) == people[citizen].links.intersection(open), told)
            #expect(row.familyName == people[citizen].entry.familyName, told)
            let interests = model.applied.count { $0.citizen == citizen && open.contains($0.branch) }
            #expect(row.interests == (list.columns.contains(.interests) ? interests : nil), told)
        }
    }

    /// Her page opens exactly where a pact or an application of hers leads, and shows what that way may show.
    mutating func checkDetail(_ key: String, _ scope: String?, _ told: Comment) async throws {
        let person = try identity(key, in: scope)
        let open = model.readable(to: key, in: scope, on: today)
        for _ in 0..<3 {
            let citizen = number(0..<people.count)
            let links = people[citizen].links.intersection(open)
            let applied = model.applied.filter { $0.citizen == citizen && open.contains($0.branch) }
            do {
                let detail = try await world.citizens.detail(people[citizen].identity.id, as: person)
                count("details", 1)
                model.saw(citizen, key) { $0.reads += 1 }
                switch detail.access {
                case .pact:
                    #expect(!links.isEmpty, told)
                    #expect(detail.branches.count == links.count, told)
                    #expect(detail.taxCode == people[citizen].entry.taxCode, told)
                case .interest:
                    #expect(links.isEmpty && !applied.isEmpty, told)
                    #expect(detail.taxCode == nil && detail.branches.isEmpty && detail.padDay == nil, told)
                }
            } catch is NotFound {
                #expect(links.isEmpty && applied.isEmpty, told)
            }
        }
    }

    /// What a citizen reads is her own, whoever else is there.
    mutating func checkOwn(_ told: Comment) async throws {
        let (mine, other) = (number(0..<people.count), number(0..<people.count))
        let (me, her) = (people[mine], people[other])
        #expect(try await world.citizens.find(own: me.identity).taxCode == me.entry.taxCode, told)
        #expect(try await world.applications.own(me.identity).map(\.number) == [me.entry.number], told)
        let curriculum = try await world.citizens.curriculum(own: me.identity)
        #expect(curriculum?.updatedAt == me.cv?.savedAt, told)
        let edited = try await world.citizens.editedCurriculum(own: me.identity, reference: .shared)
        #expect(edited.published == curriculum && edited.savedAt == nil, told)
        #expect(try await world.pacts.measure(of: me.identity) == me.entry.measure, told)

        let pact = try await world.pacts.current(for: me.identity)
        #expect(Set(pact?.choices.map(\.branchCode) ?? []) == me.pad?.branches ?? [], told)
        #expect(try await world.pacts.inPreparation(for: me.identity) == nil, told)
        let versions = try await world.pacts.versions(for: me.identity)
        #expect(versions.allSatisfy { $0.citizen == me.identity.id }, told)
        if let pact = try await world.pacts.versions(for: her.identity).first {
            if mine == other {
                #expect(try await world.pacts.document(pact.id, of: me.identity).contains(me.entry.taxCode.text), told)
            } else {
                await #expect(throws: NotFound(), told) { try await world.pacts.document(pact.id, of: me.identity) }
            }
        }
        try await checkOwnInterests(mine, told)
        try await checkSightings(mine, told)
        let near = try await world.pacts.selectableBranches(near: nil, reference: .shared, atMost: 100)
        #expect(codes(near.branches.map(\.branch)) == model.selectable(on: today), told)
    }

    private mutating func checkOwnInterests(_ mine: Int, _ told: Comment) async throws {
        let me = people[mine].identity
        let own = try await world.interests.list(of: me, limit: 100).items
        let expected = model.applied.filter { $0.citizen == mine }
        #expect(Set(own.map(\.interest.id)) == Set(expected.map(\.id)), told)
        count("own interests", own.count)
        for interest in own {
            let applied = expected.first { $0.id == interest.interest.id }
            #expect(interest.interest.status == applied?.status, told)
            #expect(interest.vacancyStatus == applied.map { model.offers[$0.offer].status(on: today) }, told)
        }
        guard let foreign = model.applied.filter({ $0.citizen != mine }).randomElement(using: &citizens.random) else {
            return
        }
        await #expect(throws: NotFound(), told) { try await world.interests.withdraw(foreign.id, as: me) }
        let offer = model.offers[foreign.offer]
        let current = try await world.interests.current(in: offer.code.text, of: me)
        #expect(current.map { current in expected.contains { $0.id == current.id } } ?? true, told)
    }

    /// She is told of exactly those agencies that saw her, as often as they did.
    private mutating func checkSightings(_ mine: Int, _ told: Comment) async throws {
        let me = people[mine].identity
        let seen = model.seen[mine] ?? [:]
        var summary: [String: SightingSummary] = [:]
        for line in try await world.sightings.summary(of: me) {
            guard case .agency(let id, _) = line.viewer else { continue }
            summary[world.agencies.values.first { $0.id == id }?.code ?? ""] = line
        }
        #expect(Set(summary.keys) == Set(seen.keys), told)
        for (agency, line) in summary {
            #expect(line.reads == seen[agency]?.reads, told)
            #expect(line.exports == seen[agency]?.exports, told)
            #expect(line.listDays == seen[agency]?.listDays.count, told)
        }
        count("sightings", summary.count)
        let agency = try one(of: world.agencies.keys.sorted())
        let page = try await world.sightings.list(of: me, by: world.agency(agency).id, limit: 200)
        #expect(page.items.isEmpty == (seen[agency] == nil), told)
        #expect(
            page.items.allSatisfy { $0.viewer == .agency(world.agency(agency).id, name: world.agency(agency).name) }
        )
    }
}
