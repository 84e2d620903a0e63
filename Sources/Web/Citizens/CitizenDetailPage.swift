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
