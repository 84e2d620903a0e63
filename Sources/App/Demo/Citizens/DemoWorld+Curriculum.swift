internal import Domain

extension DemoWorld {
    /// The CV of a citizen, from a stream of its own.
    func curriculum(of outline: DemoCitizenOutline) -> DemoCurriculum {
        let random = DemoRandom(seed: seed, topic: .curriculum, index: outline.index)
        var author = DemoCurriculumAuthor(
            outline: outline,
            area: geography.areas[outline.area],
            world: self,
            random: random
        )
        return author.curriculum()
    }
}

/// Writes one CV: first the life, then what the person says of it.
struct DemoCurriculumAuthor {
    let outline: DemoCitizenOutline
    let area: DemoGeography.Area
    let world: DemoWorld
    var random: DemoRandom

    var isFeminine: Bool { outline.sex == .female }
    /// The year in which somebody born abroad came to Italy.
    private(set) var arrival: Int?

    init(outline: DemoCitizenOutline, area: DemoGeography.Area, world: DemoWorld, random: DemoRandom) {
        self.outline = outline
        self.area = area
        self.world = world
        self.random = random
        if outline.country != nil {
            let earliest = max(outline.birthDate.year + 4, 1990)
            arrival = self.random.within(earliest...max(earliest, world.today.year - 2))
        }
    }

    mutating func curriculum() -> DemoCurriculum {
        let (education, stays) = life()
        let licences = licences()
        let availability = availability(licences: licences)
        let speaker = DemoCurriculumSpeaker(
            outline: outline,
            stays: stays,
            arrival: arrival,
            school: education.first?.phrase ?? "la scuola",
            availability: availability,
            licences: licences,
            using: &random
        )
        var writer = DemoWriter(speaker: speaker, random: random)
        let experiences = stays.map { experience($0, writer: &writer) }
        let summary = summary(hasWorked: !stays.isEmpty, writer: &writer)
        random = writer.random
        let signedOrSubmitted = outline.application.submittedOn
        let age = signedOrSubmitted.days(until: world.today)
        return DemoCurriculum(
            summary: summary,
            experiences: experiences,
            education: education.map(\.entry),
            courses: courses(),
            languages: DemoLanguage.of(outline, arrival: arrival, today: world.today, using: &random),
            computing: computing(),
            licences: licences,
            permits: permits(),
            skills: random.pick(random.within(3...6), of: outline.trade.skills.items + DemoCommonSkills.names.items),
            desired: desired(hasWorked: !stays.isEmpty),
            availability: availability,
            updatedOn: world.today.adding(days: -random.within(0...max(1, age - 1)))
        )
    }

    /// What the person learned and where the person worked: the first draws of the CV's stream.
    mutating func life() -> (education: [DemoEducation.Told], stays: [DemoStay]) {
        (DemoEducation.of(outline, arrival: arrival, area: area, using: &random), stays())
    }

    private mutating func experience(
        _ stay: DemoStay,
        writer: inout DemoWriter<DemoCurriculumSpeaker>
    ) -> DemoExperience {
        writer.speaker.enter(stay)
        // At somebody's home there are no colleagues to speak of.
        let teamShare = stay.trade.isAtHome ? 0 : 38
        var duties = [writer.write(writer.random.chance(teamShare) ? DemoText.dutyTeam : DemoText.duty)]
        if writer.random.chance(45) {
            let second = writer.write(writer.random.chance(teamShare) ? DemoText.dutyTeam : DemoText.duty)
            // The national form holds 300 characters.
            if duties[0].text.count + second.text.count < 298 { duties.append(second) }
        }
        let role = stay.trade.role(isFeminine: isFeminine)
        return DemoExperience(
            employer: stay.employer,
            atecoCode: stay.trade.sector.facts.ateco,
            role: role.prefix(1).uppercased() + role.dropFirst(),
            professionCode: stay.trade.profession,
            duties: duties,
            contractCode: stay.contractCode,
            from: stay.from,
            until: stay.until,
            placeCode: stay.placeCode,
            placeName: stay.placeName
        )
    }

    /// Three to six sentences, in an order that changes.
    private mutating func summary(
        hasWorked: Bool,
        writer: inout DemoWriter<DemoCurriculumSpeaker>
    ) -> [DemoSentence] {
        writer.speaker.summarise()
        var middle: [DemoGrammar] = []
        if hasWorked, random.chance(78) {
            middle.append(random.chance(outline.trade.isAtHome ? 0 : 18) ? DemoText.abilityTeam : DemoText.ability)
        }
        if random.chance(68) { middle.append(DemoText.character) }
        if let country = outline.country, !country.isOfEmigrants, random.chance(50) {
            middle.append(DemoText.foreign)
        } else if hasWorked, random.chance(46) {
            middle.append(DemoText.turn)
        }
        if middle.count > 1, random.chance(40) { middle.swapAt(0, 1) }
        var ending: [DemoGrammar] = []
        if random.chance(72) { ending.append(DemoText.goal) }
        if random.chance(58) { ending.append(DemoText.ready) }
        if ending.count > 1, random.chance(30) { ending.swapAt(0, 1) }
        if middle.isEmpty, ending.isEmpty { ending.append(DemoText.character) }
        let grammars = [hasWorked ? DemoText.opening : DemoText.openingFirst] + middle + ending
        return grammars.map { writer.write($0) }
    }
}
