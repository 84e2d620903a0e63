import Testing

@testable import Domain

@Suite("The tables that come with the software")
struct StarterTablesTests {
    @Test("Every entry has one code, a label in both languages and dates in order", arguments: ReferenceList.allCases)
    func entries(of list: ReferenceList) throws {
        let entries = try ReferenceSamples.snapshot().entries(list)

        #expect(Set(entries.map(\.code)).count == entries.count)
        #expect(entries.allSatisfy { !$0.label.it.isEmpty && !$0.label.en.isEmpty })
        for entry in entries {
            if let from = entry.validFrom, let to = entry.validTo { #expect(from <= to) }
            if let pattern = list.pattern { #expect(pattern.matches(entry.code), "\(entry.code)") }
        }
    }

    @Test(
        "A list is as long as it should be",
        arguments: [
            (.education, 16...16), (.contractType, 50...60), (.workingTime, 5...5), (.language, 60...200),
            (.languageLevel, 6...6), (.drivingLicence, 15...15), (.professionalCard, 20...100), (.measure, 5...5),
            (.region, 20...20), (.province, 107...107), (.foreignState, 220...260), (.profession, 250...813),
            (.ateco2007, 80...3143), (.collectiveAgreement, 20...100),
        ] as [(ReferenceList, ClosedRange<Int>)]
    )
    func length(of list: ReferenceList, expected: ClosedRange<Int>) throws {
        #expect(expected.contains(try ReferenceSamples.snapshot().entries(list).count))
    }

    @Test("English labels are English: few lists hold the same text twice")
    func languages() throws {
        let snapshot = try ReferenceSamples.snapshot()
        for list in [ReferenceList.education, .contractType, .profession, .ateco2007, .measure, .professionalCard] {
            let same = snapshot.entries(list).filter { $0.label.it == $0.label.en }.map(\.code)
            #expect(same.count <= 2, "\(list): \(same)")
        }
    }

    @Test("All comuni are there, each in a known province, with coordinates in Italy")
    func comuni() throws {
        let snapshot = try ReferenceSamples.snapshot()
        let comuni = try StarterTables().municipalities(.municipality)

        #expect(comuni.count == 7894)
        #expect(Set(comuni.map(\.code)).count == comuni.count)
        #expect(Set(comuni.map(\.province)) == Set(snapshot.entries(.province).map(\.code)))
        for comune in comuni {
            let position = try #require(comune.position)
            #expect((35...48).contains(position.latitude) && (6...19).contains(position.longitude), "\(comune.name)")
            #expect(comune.region == snapshot.region(ofProvince: comune.province)?.code, "\(comune.name)")
        }
        #expect(comuni.count { !$0.isPrecise } < 300)
    }

    @Test("A comune lies near the others of its province, so that no name was taken for another")
    func coordinates() throws {
        for (province, comuni) in Dictionary(
            grouping: try StarterTables().municipalities(.municipality),
            by: \.province
        ) {
            let positions = comuni.compactMap(\.position)
            let middle = Position(
                latitude: positions.map(\.latitude).reduce(0, +) / Double(positions.count),
                longitude: positions.map(\.longitude).reduce(0, +) / Double(positions.count)
            )
            for comune in comuni {
                let distance = try #require(comune.position).distance(to: middle)
                #expect(distance < 150, "\(comune.name) (\(province)): \(distance) km")
            }
        }
    }

    @Test("Every province belongs to a region, and every region has provinces")
    func provinces() throws {
        let snapshot = try ReferenceSamples.snapshot()
        for province in snapshot.entries(.province) { #expect(snapshot.region(ofProvince: province.code) != nil) }
        for region in snapshot.entries(.region) { #expect(!snapshot.provinces(ofRegion: region.code).isEmpty) }
        #expect(snapshot.provinces(ofRegion: "03").count == 12)
        #expect(snapshot.region(ofProvince: "MI")?.label == Localized(it: "Lombardia", en: "Lombardy"))
    }

    @Test("Ranks of education levels rise as the levels do")
    func educationRanks() throws {
        let ranks = try ReferenceSamples.snapshot().entries(.education).map { "\($0.code) \($0.rank ?? -1)" }

        #expect(
            ranks == [
                "NED 0", "PSE 1", "LSE 2", "USV 3", "IFP 3", "USG 4", "IFTS 5", "ITS 6", "CDU 7", "L 7", "FLA 7",
                "ACO 7", "LS 8", "LD 8", "SLA 8", "RDD 9",
            ]
        )
    }

    @Test("Every contract type says what the rules ask of it")
    func contractTypes() throws {
        let snapshot = try ReferenceSamples.snapshot()
        for entry in snapshot.entries(.contractType) {
            #expect(snapshot.contractType(entry.code) != nil, "\(entry.code)")
        }

        let seasonal = snapshot.entries(.contractType).compactMap { snapshot.contractType($0.code) }
            .filter(\.allowsSeasonalWork).map(\.code)
        #expect(
            Set(seasonal) == [
                "A.02.00", "A.02.01", "B.01.00", "B.02.00", "B.03.00", "C.03.00", "A.03.08", "A.03.09", "A.03.10",
                "A.04.02", "A.08.02", "A.07.02", "A.05.02", "H.02.00",
            ]
        )
    }

    @Test(
        "Article 9 reads a contract type",
        arguments: [
            ("A.01.00", .permanent), ("A.06.00", .permanent), ("N.01.00", .permanent), ("A.02.00", .fixedTerm),
            ("A.02.01", .fixedTerm), ("A.06.01", .fixedTerm), ("N.02.00", .fixedTerm), ("N.03.00", .fixedTerm),
            ("H.03.00", .fixedTerm), ("A.03.09", .toVerify), ("A.05.02", .toVerify), ("B.03.00", .noOffer),
            ("C.01.00", .noOffer), ("G.03.00", .noOffer), ("L.02.00", .noOffer), ("M.02.00", .noOffer),
        ] as [(String, ContractType.Article9)]
    )
    func article9(of code: String, is expected: ContractType.Article9) throws {
        #expect(try ReferenceSamples.snapshot().contractType(code)?.article9 == expected)
    }

    @Test("An offer that ends has to say when")
    func durations() throws {
        let snapshot = try ReferenceSamples.snapshot()
        for type in snapshot.entries(.contractType).compactMap({ snapshot.contractType($0.code) }) {
            switch type.kind {
            case .fixedTerm, .agencyFixedTerm, .apprenticeship: #expect(type.durationIsRequired, "\(type.code)")
            case .permanent, .agencyPermanent: #expect(!type.durationIsRequired, "\(type.code)")
            default: break
            }
        }
    }

    @Test("Where the tables are not, the error says where they were looked for")
    func missing() {
        #expect(throws: CannotReadStarterTables.notFound(lookedIn: ["/nowhere/at/all"])) {
            try StarterTables(folder: "/nowhere/at/all")
        }
    }

    @Test("A table with a row of another width, or an open quote, is refused")
    func malformed() {
        #expect(throws: CannotReadStarterTables.malformed(table: "x", row: 3)) {
            try CommaTable("x", Array("a,b\n1,2\n3\n".utf8))
        }
        #expect(throws: CannotReadStarterTables.malformed(table: "x", row: 1)) {
            try CommaTable("x", Array("a,b\n1,\"2\n".utf8))
        }
    }

    @Test("Quotes, doubled quotes, blank cells and a missing last line end are read")
    func quotes() throws {
        let table = try CommaTable("x", Array("a,b\r\n\"1, \"\"due\"\"\",\n,à".utf8))

        #expect(table.header == ["a", "b"])
        #expect(table.rows == [["1, \"due\"", ""], ["", "à"]])
    }
}
