internal import Domain

extension DemoEducation {
    /// An entry, and how the person calls it in a sentence.
    struct Told {
        let entry: DemoEducation
        let phrase: String
    }

    /// The titles of a person, the highest first.
    static func of(
        _ outline: DemoCitizenOutline,
        arrival: Int?,
        area: DemoGeography.Area,
        using random: inout DemoRandom
    ) -> [Told] {
        let level = reached(level(of: outline, using: &random), at: outline.age)
        var told = [told(level, outline, arrival, area, using: &random)]
        if ["L", "LS", "LD", "ITS"].contains(level) {
            told.append(Self.told("USG", outline, arrival, area, using: &random))
        }
        if ["IFP", "USV", "USG"].contains(level), random.chance(30) {
            told.append(Self.told("LSE", outline, arrival, area, using: &random))
        }
        return told
    }

    /// Half of the CVs on the platform have the lower secondary certificate (INPS, January 2024).
    private static func level(of outline: DemoCitizenOutline, using random: inout DemoRandom) -> String {
        switch outline.trade.terms.education {
        case "L": random.pick(weighted: [(62, "L"), (28, "LS"), (10, "LD")])
        case "USG": random.pick(weighted: [(76, "USG"), (4, "USV"), (3, "ITS"), (10, "L"), (5, "LS"), (2, "LD")])
        case "IFP": random.pick(weighted: [(38, "IFP"), (20, "USV"), (26, "USG"), (14, "LSE"), (2, "ITS")])
        default:
            outline.age > 44
                ? random.pick(weighted: [
                    (3, "NED"), (14, "PSE"), (54, "LSE"), (10, "USV"), (3, "IFP"), (15, "USG"), (1, "L"),
                ])
                : random.pick(weighted: [
                    (1, "NED"), (3, "PSE"), (50, "LSE"), (8, "USV"), (12, "IFP"), (23, "USG"), (3, "L"),
                ])
        }
    }

    /// The level, or a lower one when the person is too young for it.
    private static func reached(_ level: String, at age: Int) -> String {
        if ages[level, default: 14] < age { return level }
        return age > 19 ? "USG" : "IFP"
    }

    private static func told(
        _ level: String,
        _ outline: DemoCitizenOutline,
        _ arrival: Int?,
        _ area: DemoGeography.Area,
        using random: inout DemoRandom
    ) -> Told {
        let choices = titles[level]?.items ?? ["Licenza media|la licenza media"]
        // Educators have the degree that the law asks for (law 205/2017, art. 1, paragraph 594).
        let fitting = outline.trade.terms.education == "L" ? Array(choices.prefix(1)) : choices
        let words = random.pick(fitting).split(separator: "|").map(String.init)
        let year = outline.birthDate.year + (ages[level] ?? 14) + random.within(0...1)
        let isAbroad = arrival.map { year < $0 } ?? false
        return Told(
            entry: DemoEducation(
                levelCode: level,
                title: words[0],
                year: year,
                grade: grade(level, using: &random),
                placeCode: isAbroad ? outline.country?.place ?? area.capital.code : area.capital.code,
                isRecognisedInItaly: !isAbroad || random.chance(35)
            ),
            phrase: words.count > 1 ? words[1] : "la scuola"
        )
    }

    private static func grade(_ level: String, using random: inout DemoRandom) -> String? {
        guard random.chance(55) else { return nil }
        switch level {
        case "USG", "IFP", "USV", "ITS": return "\(random.within(60...96))/100"
        case "L", "LS", "LD": return "\(random.within(84...110))/110"
        case "LSE": return random.pick(["sufficiente", "buono", "distinto", "7/10", "8/10"])
        default: return nil
        }
    }

    /// The age at which a title is usually taken.
    private static let ages = [
        "NED": 11, "PSE": 11, "LSE": 14, "IFP": 17, "USV": 17, "USG": 19, "ITS": 21, "L": 23, "LS": 25, "LD": 26,
    ]

    private static let titles: [String: DemoLines] = [
        "NED": """
        Nessun titolo di studio|i primi anni di scuola
        """,
        "PSE": """
        Licenza elementare|la licenza elementare
        """,
        "LSE": """
        Licenza media|la licenza media
        Diploma di istruzione secondaria di primo grado|le medie
        """,
        "USV": """
        Qualifica di operatore ai servizi di cucina (istituto professionale)|una qualifica professionale
        Qualifica di addetto alla segreteria d'azienda|la qualifica triennale
        Qualifica di operatore elettrico|la qualifica da operatore elettrico
        Qualifica di operatore della moda|la qualifica di moda
        Qualifica di operatore meccanico|la qualifica da meccanico
        """,
        "IFP": """
        Qualifica IeFP di operatore della ristorazione|la qualifica nella ristorazione
        Qualifica IeFP di operatore meccanico|la qualifica da operatore meccanico
        Qualifica IeFP di operatore elettrico|la qualifica da elettricista
        Qualifica IeFP di operatore del benessere|la qualifica di operatore del benessere
        Diploma professionale IeFP di tecnico riparatore di veicoli a motore|il diploma professionale
        Qualifica IeFP di operatore agricolo|la qualifica agraria
        """,
        "USG": """
        Diploma di ragioniere e perito commerciale|il diploma di ragioneria
        Diploma di istituto tecnico per il turismo|il diploma turistico
        Diploma di perito industriale, indirizzo meccanica|il diploma di perito meccanico
        Diploma di perito industriale, indirizzo informatica|il diploma di informatica
        Diploma di istituto professionale per i servizi alberghieri|il diploma alberghiero
        Diploma di liceo scientifico|il liceo scientifico
        Diploma di liceo linguistico|il liceo linguistico
        Diploma di liceo delle scienze umane|il liceo delle scienze umane
        Diploma di geometra|il diploma di geometra
        Diploma di tecnico dei servizi sociali|il diploma nei servizi sociali
        Diploma di perito agrario|il diploma di agraria
        Diploma di liceo artistico|il liceo artistico
        """,
        "ITS": """
        Diploma di tecnico superiore per la logistica|il diploma ITS
        Diploma di tecnico superiore per l'automazione|il diploma ITS di automazione
        """,
        "L": """
        Laurea in scienze dell'educazione (L-19)|la laurea in scienze dell'educazione
        Laurea in economia aziendale (L-18)|la laurea in economia
        Laurea in lingue e culture moderne (L-11)|la laurea in lingue
        Laurea in servizio sociale (L-39)|la laurea in servizio sociale
        """,
        "LS": """
        Laurea magistrale in scienze pedagogiche (LM-85)|la laurea magistrale
        Laurea magistrale in scienze economico-aziendali (LM-77)|la laurea magistrale in economia
        """,
        "LD": """
        Laurea magistrale a ciclo unico in giurisprudenza (LMG/01)|la laurea in legge
        Laurea in lettere (vecchio ordinamento)|la laurea in lettere
        """,
    ]
}

extension DemoLanguage {
    static func of(
        _ outline: DemoCitizenOutline,
        arrival: Int?,
        today: Day,
        using random: inout DemoRandom
    ) -> [DemoLanguage] {
        var languages: [DemoLanguage] = []
        if let country = outline.country, let arrival {
            let years = today.year - arrival
            let spoken = years > 15 ? random.within(3...4) : years > 6 ? random.within(2...3) : random.within(1...2)
            languages.append(DemoLanguage(country.language.code, spoken: 5, written: 5, isMotherTongue: true))
            languages.append(DemoLanguage("it", spoken: spoken, written: max(0, spoken - random.within(0...1))))
        }
        let needsEnglish = [.hotel, .tourism, .it].contains(outline.trade.sector)
        if outline.country?.language.code != "en", random.chance(needsEnglish ? 92 : outline.age < 35 ? 62 : 34) {
            let spoken = needsEnglish ? random.within(2...3) : random.within(0...2)
            languages.append(DemoLanguage("en", spoken: spoken, written: max(0, spoken - random.within(0...1))))
        }
        for code in ["fr", "es", "de"] where !languages.contains(where: { $0.code == code }) && random.chance(8) {
            let spoken = random.within(0...2)
            languages.append(DemoLanguage(code, spoken: spoken, written: max(0, spoken - 1)))
        }
        return languages
    }

    private init(_ code: String, spoken: Int, written: Int, isMotherTongue: Bool = false) {
        let levels = ["A1", "A2", "B1", "B2", "C1", "C2"]
        self.code = code
        self.isMotherTongue = isMotherTongue
        read = levels[spoken]
        self.written = levels[written]
        self.spoken = levels[spoken]
    }
}
