internal import Domain
internal import HTML

/// One citizen, as far as the operator's branches may see: contacts and CV.
struct CitizenDetailPage {
    let labels: Labels
    let detail: CitizenDetail
    let today: Day

    private var words: Words { labels.words }

    var html: HTML {
        """
        <h1>\(detail.givenName) \(detail.familyName)</h1>
        <h2>\(words(.personalData))</h2><dl class="facts">\(Facts.html(facts))</dl>
        <h2>\(words(.curriculumTitle))</h2>
        \(detail.curriculum.map { CurriculumView(labels: labels, curriculum: $0).html }
        ?? "<p>\(words(.noCurriculum))</p>")
        """
    }

    private var facts: [Fact] {
        let address = [detail.address, detail.postalCode, labels.place(detail.municipalityCode)]
        return Facts.present(
            [
                (.phoneLabel, detail.phone), (.emailLabel, detail.email),
                (.ageLabel, String(detail.birthDate.age(on: today))), (.birthDateLabel, words.day(detail.birthDate)),
                (.addressLabel, address.compactMap { $0 }.joined(separator: ", ")),
                (.taxCodeLabel, detail.taxCode?.text),
                (.measureLabel, labels.label(detail.measure, in: .measure)),
                (.padDay, detail.padDay.map(words.day)),
                (.servicePactLabel, detail.servicePactState.map { words($0.label) }),
                (.branchesLabel, detail.branches.joined(separator: ", ")),
                (.curriculumAt, detail.curriculumAt.map { words.day(Day(of: $0)) }),
            ],
            words
        )
    }
}

/// A CV as a page shows it, the same to the operator and to its owner.
struct CurriculumView {
    let labels: Labels
    let curriculum: Curriculum

    private var words: Words { labels.words }

    var html: HTML {
        """
        \(curriculum.summary.map { "<p class=\"prose\">\($0)</p>" as HTML })
        \(section(.desiredTitle, curriculum.desiredProfessions.map { "\($0.description)" }))
        \(section(.experiencesTitle, curriculum.experiences.map(experience)))
        \(section(.educationTitle, curriculum.education.map(education)))
        \(section(.trainingTitle, curriculum.training.map(training)))
        \(section(.languagesWanted, curriculum.languages.map(language)))
        \(section(.computerTitle, curriculum.computerSkills.map { "\($0.name)" }))
        \(section(.licences, curriculum.licences.isEmpty ? [] : ["\(curriculum.licences.joined(separator: ", "))"]))
        \(section(.qualificationsTitle, curriculum.qualifications.map { "\($0.name)" }))
        \(section(.skillsWanted, curriculum.skills.map { "\($0)" }))
        """
    }

    private func section(_ title: Localized, _ items: [HTML]) -> HTML? {
        items.isEmpty ? nil : "<h3>\(words(title))</h3><ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private func experience(_ experience: Curriculum.Experience) -> HTML {
        let span = "\(words.day(experience.start)) – \(experience.end.map(words.day) ?? words(.present))"
        let place = [experience.employer, labels.place(experience.municipalityCode)].compactMap { $0 }
        return """
            <strong>\(experience.title)</strong> (\(span))<br>\(place.joined(separator: ", "))\
            \(experience.duties.map { "<br>\($0)" as HTML })
            """
    }

    private func education(_ education: Curriculum.Education) -> HTML {
        let parts = [
            labels.label(education.level, in: .education), education.description, education.institute,
            (education.year ?? education.lastYearAttended).map(String.init), education.grade,
        ]
        return "\(parts.compactMap { $0 }.joined(separator: ", "))"
    }

    private func training(_ training: Curriculum.Training) -> HTML {
        "\([training.title, training.provider, training.year.map(String.init)].compactMap { $0 }.joined(separator: ", "))"
    }

    private func language(_ skill: Curriculum.LanguageSkill) -> HTML {
        "\(labels.label(skill.code, in: .language)): \(skill.level)"
    }
}
