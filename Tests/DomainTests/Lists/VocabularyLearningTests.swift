import Persistence
import TestSupport
import Testing

@testable import Domain

@Suite("What a vocabulary learns")
struct VocabularyLearningTests {
    private func learn(_ words: Set<String>, _ world: World, _ known: KnownWords) async throws {
        try await world.store.write { (transaction: borrowing Transaction) in
            try Vocabulary.ofCitizens.learn(WordSet(words), known: known, in: transaction)
        }
    }

    private func words(_ world: World) async throws -> [String] {
        try await world.store.read { (transaction: borrowing Transaction) in
            try transaction.all("SELECT word FROM citizen_word ORDER BY word")
        }
    }

    /// Whether every word is found under each of its variants, and nothing else is there.
    private func expectVariants(_ world: World) async throws {
        let words = try await words(world)
        let expected = words.map { Vocabulary.variants(of: $0).count }.reduce(0, +)
        #expect(try await world.count("citizen_word_variant") == expected)
        for word in words {
            let found: [String] = try await world.store.read { (transaction: borrowing Transaction) in
                try transaction.all(Vocabulary.ofCitizens.lookup([word]))
            }
            #expect(found.count { $0 == word } == Vocabulary.variants(of: word).count)
        }
    }

    @Test("Saving a CV and signing learn its words and the name; a store that knows them all writes nothing more")
    func warm() async throws {
        for engine in Engine.available {
            try await withWorld(on: engine) { world in
                let maria = try await world.citizen(.sample("Quattrocchi"), .sample(skills: ["Zigrinatura"]))
                let learnt = try await words(world)
                #expect(Set(learnt).isSuperset(of: ["quattrocchi", "maria", "zigrinatura", "cameriera", "ristorante"]))
                try await expectVariants(world)

                // The first to find the words stored remembers them.
                try await world.save(.sample(skills: ["Zigrinatura"]), of: maria)
                let (statements, _) = try await StatementLog.recording {
                    try await world.save(.sample(skills: ["Zigrinatura"]), of: maria)
                }
                #expect(statements.count { $0.contains("curriculum") } > 0)
                #expect(statements.filter { $0.contains("citizen_word") } == [])
            }
        }
    }

    @Test("What a transaction takes back is learnt by the next one", arguments: Engine.available)
    func undone(on engine: Engine) async throws {
        struct Undone: Error {}
        try await withWorld(on: engine) { world in
            let known = KnownWords()
            await #expect(throws: Undone.self) {
                try await world.store.write { (transaction: borrowing Transaction) in
                    try Vocabulary.ofCitizens.learn(WordSet(["zigrinatura"]), known: known, in: transaction)
                    throw Undone()
                }
            }
            #expect(try await words(world) == [])
            try await learn(["zigrinatura"], world, known)
            #expect(try await words(world) == ["zigrinatura"])
            #expect(known.count == 0)
            try await learn(["zigrinatura"], world, known)
            #expect(known.count == 1)
        }
    }

    @Test("The memory of known words stays within its limit, and forgetting costs a look-up only")
    func limited() async throws {
        try await withWorld(on: .sqlite) { world in
            let known = KnownWords(limit: 3)
            for words in [["aaaa", "bbbb"], ["aaaa", "bbbb"], ["cccc", "dddd"], ["cccc", "dddd"], ["aaaa"]] {
                try await learn(Set(words), world, known)
                #expect(known.count <= 3)
            }
            #expect(try await words(world) == ["aaaa", "bbbb", "cccc", "dddd"])
            try await expectVariants(world)
        }
    }

    @Test("Many transactions that learn the same words at once leave each word once", arguments: Engine.available)
    func together(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            var random = Numbers(seed: 3)
            let letters = Array("abcdefgh")
            let all = (0..<300).map { _ in String((0..<5).map { _ in letters.randomElement(using: &random) ?? "a" }) }
            let portions = (0..<8).map { _ in (0..<12).map { _ in Set(all.shuffled(using: &random).prefix(40)) } }
            try await withThrowingTaskGroup { group in
                for portions in portions {
                    group.addTask {
                        // As in a process of its own.
                        let known = KnownWords()
                        for portion in portions { try await learn(portion, world, known) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await words(world) == Set(portions.joined().joined()).sorted())
            try await expectVariants(world)
        }
    }

    @Test("A bulk load learns the words of its portion by one insert for each table", arguments: Engine.available)
    func bulk(on engine: Engine) async throws {
        try await withWorld(on: engine) { world in
            let rows = try await (0..<40).asyncMap { number -> LoadRow<CurriculumEntry> in
                let person = ApplicationEntry.sample("Rossi", birth: ("1970-01-01" as Day).adding(days: number))
                try await world.register(person)
                let skill = "zigr" + String(repeating: "a", count: number % 30)
                let entry = CurriculumEntry(
                    taxCode: person.taxCode,
                    curriculum: .sample(skills: [skill]),
                    updatedAt: Day("2026-01-20").start
                )
                return LoadRow(row: number + 2, key: "\(number)", entry: entry)
            }
            let (statements, receipts) = try await StatementLog.recording {
                try await world.citizens.load(curricula: rows, reference: .shared)
            }
            #expect(receipts.allSatisfy { $0.outcome == .created })
            #expect(statements.count { $0.contains("citizen_word") } == 3)
            #expect(try await words(world).count { $0.hasPrefix("zigra") } == 29)
            try await expectVariants(world)
            let again = try await world.citizens.load(curricula: rows, reference: .shared)
            #expect(again.allSatisfy { $0.outcome == .unchanged })
        }
    }

    @Test(
        "Loading vacancies learns their words, but not the name of an anonymous employer",
        arguments: Engine.available
    )
    func vacancies(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            try await world.load(
                VacancyDraft.sample("A").with { $0.terms.title = "Zigrinatore" },
                VacancyDraft.sample("B").with {
                    $0.terms.employer.anonymous = true
                    $0.terms.employer.name = "Segretissima S.p.A."
                }
            )
            #expect(try await world.count("vacancy_word", where: "word = 'zigrinatore'") == 1)
            #expect(try await world.count("vacancy_word", where: "word = 'trattoria'") == 1)
            #expect(try await world.count("vacancy_word", where: "word = 'segretissima'") == 0)
            #expect(try await world.count("citizen_word") == 0)
        }
    }

    @Test(
        "What was indexed before there was a vocabulary is learnt when it is analysed again",
        arguments: Engine.available
    )
    func reindexed(on engine: Engine) async throws {
        try await withWorld(on: engine, today: "2026-12-01") { world in
            try await world.citizen(.sample("Quattrocchi"), .sample(skills: ["Zigrinatura"]))
            try await world.load(VacancyDraft.sample("A"), VacancyDraft.sample("B", status: .draft, until: nil))
            try await world.store.write { (transaction: borrowing Transaction) in
                for table in ["citizen_word", "citizen_word_variant", "vacancy_word", "vacancy_word_variant"] as [SQL] {
                    try transaction.run("DELETE FROM \(table)")
                }
                try transaction.run("UPDATE curriculum SET analyser = 1")
                try transaction.run("UPDATE citizen_document SET analyser = 1")
                try transaction.run("UPDATE vacancy SET analyser = 0")
                let positions: [Int64] = try transaction.all("SELECT position FROM vacancy")
                for position in positions { try VacanciesSchema.index.remove(position, in: transaction) }
            }
            // Another process: the one that learnt the words need not look for them.
            let later = Store(database: world.database, clock: world.time.clock)
            let (citizens, vacancies) = (Citizens(later), Vacancies(later) { .shared })
            #expect(try await citizens.reindex(reference: .shared) == 1)
            #expect(try await citizens.reindex(reference: .shared) == 0)
            #expect(try await vacancies.reindex(atMost: 1) == 1)
            #expect(try await vacancies.reindex() == 1)
            #expect(try await vacancies.reindex() == 0)
            #expect(Set(try await words(world)).isSuperset(of: ["quattrocchi", "zigrinatura"]))
            try await expectVariants(world)
            #expect(try await world.count("vacancy_word", where: "word = 'accoglienza'") == 1)
            var search = VacancySearch()
            search.text = "accoglienza"
            #expect(try await vacancies.search(search).items.count == 1, "the draft stays a draft")
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var result: [T] = []
        for element in self { result.append(try await transform(element)) }
        return result
    }
}
