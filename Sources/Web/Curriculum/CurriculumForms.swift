internal import Domain
internal import HTML

/// The form of each section.
struct CurriculumForms {
    let fields: CurriculumFields

    private var words: Words { fields.words }

    func html(_ section: CurriculumDraft.Section) -> HTML {
        switch section {
        case .professions: professions
        case .education: education
        case .experiences: fields.rows(.experiences, atLeast: 1, experience)
        case .languages: languages
        case .skills: skills
        case .licences: licences
        case .availability: availability
        case .summary: fields.area("summary", rows: 8, hint: .cvSummaryHint)
        }
    }

    private var professions: HTML {
        fields.rows(.desiredProfessions, atLeast: 1) { row, index in
            let professions = fields.curriculum.desiredProfessions
            let read = professions.indices.contains(index) ? professions[index].code : nil
            return """
                \(fields.input("\(row).description", hint: .cvProfessionHint, .always))
                \(fields.professions(row, text: "description", code: "code", read: read, .desiredProfessions))
                \(fields.answer("\(row).has_experience"))
                """
        }
    }

    private var education: HTML {
        let states = Curriculum.Education.State.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        let titles = fields.rows(.education, atLeast: 1) { row, _ in
            """
            <div class="fields">\(fields.select("\(row).level", .education, .always))
            \(fields.select("\(row).state", states, .always))</div>
            <div class="fields">\(fields.input("\(row).description"))\(fields.input("\(row).institute"))</div>
            <div class="fields">\(fields.number("\(row).year"))\(fields.number("\(row).last_year_attended"))
            \(fields.input("\(row).grade", hint: .cvGradeHint))</div>
            \(more([
                fields.input("\(row).municipality", hint: .cvPlaceHint), fields.answer("\(row).recognised_in_italy"),
            ], isOpen: has(row, ["municipality", "recognised_in_italy"])))
            \(fields.hidden(["\(row).municipality_code"]))
            """
        }
        return "<h2>\(words(.cvTitlesOfStudy))</h2>\(titles)<h2>\(words(.cvCourses))</h2>\(courses)"
    }

    private var courses: HTML {
        let units = Curriculum.Training.DurationUnit.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        return fields.rows(.training) { row, _ in
            """
            <div class="fields">\(fields.input("\(row).title", .always))\(fields.input("\(row).provider"))</div>
            <div class="fields">\(fields.number("\(row).year"))\(fields.number("\(row).duration"))
            \(fields.select("\(row).duration_unit", units))</div>
            \(more([
                fields.select("\(row).region", .region), fields.input("\(row).certificate"),
                fields.input("\(row).internship_at"),
            ], isOpen: has(row, ["region", "certificate", "internship_at"])))
            """
        }
    }

    private func experience(_ row: String, _ index: Int) -> HTML {
        let jobs = fields.curriculum.experiences
        let read = jobs.indices.contains(index) ? jobs[index].professionCode : nil
        let carried = ["activity_code", "activity_version", "municipality_code", "start_day", "end_day"]
        return """
            \(fields.input("\(row).title", hint: .cvJobHint, .always))
            \(fields.professions(row, text: "title", code: "profession_code", read: read, .experiences))
            \(fields.input("\(row).employer"))
            <div class="periods">\(month("\(row).start", .cvStartOfJob, .always))\
            \(month("\(row).end", .cvEndOfJob, .when(.cvWhenOver)))</div>
            \(fields.tick("\(row).lasts"))
            \(fields.area("\(row).duties", rows: 3, hint: .cvDutiesHint))
            \(more([
                fields.input("\(row).municipality", hint: .cvPlaceHint),
                fields.select("\(row).contract_type_code", fields.everyOption(.contractType)), fields.input("\(row).user_company"),
            ], isOpen: has(row, ["municipality", "contract_type_code", "user_company"])))
            \(fields.hidden(carried.map { "\(row).\($0)" }))
            """
    }

    /// A month by name and its year.
    private func month(_ name: String, _ title: Localized, _ need: CurriculumFields.Need) -> HTML {
        let months = words.monthNames.enumerated().map { Field.Option(value: String($0 + 1), label: $1) }
        return """
            <fieldset class="field-group period"><legend>\(words(title))</legend><div class="period-fields">
            \(fields.select("\(name)_month", months, label: .cvMonth, need))
            \(fields.number("\(name)_year", label: .cvYear, need))</div></fieldset>
            """
    }

    private var languages: HTML {
        fields.rows(.languages, atLeast: 1) { row, _ in
            let levels = fields.everyOption(.languageLevel)
            return """
                \(fields.select("\(row).code", languages("\(row).code"), .always))\(fields.tick("\(row).is_native"))
                <div class="fields">\(fields.select("\(row).read", levels, .when(.cvWhenNotNative)))
                \(fields.select("\(row).written", levels, .when(.cvWhenNotNative)))
                \(fields.select("\(row).spoken", levels, .when(.cvWhenNotNative)))</div>
                """
        }
    }

    /// By name in the reader's language.
    private func languages(_ name: String) -> [Field.Option] {
        fields.options(.language, chosenIn: name).map { (Fold.key($0.label), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private var skills: HTML {
        let levels = Curriculum.ComputerSkill.Level.allCases.map {
            Field.Option(value: $0.rawValue, label: words($0.label))
        }
        let computer = fields.rows(.computerSkills) { row, _ in
            """
            <div class="fields">\(fields.input("\(row).name", hint: .cvComputerHint, .always))
            \(fields.select("\(row).level", levels, .always))</div>\(fields.area("\(row).details", rows: 2))
            """
        }
        return """
            \(fields.area("skills", rows: 6, hint: .cvSkillsHint))<h2>\(words(.computerTitle))</h2>\(computer)
            """
    }

    private var licences: HTML {
        let qualifications = fields.rows(.qualifications) { row, _ in
            """
            <div class="fields">\(fields.select("\(row).code", .professionalCard))\(fields.input("\(row).name"))</div>
            <div class="fields">\(fields.day("\(row).obtained_on"))\(fields.day("\(row).expires_on"))</div>
            """
        }
        return """
            \(fields.ticks("licences", fields.options(.drivingLicence, chosenIn: "licences"), hint: .cvLicencesHint))
            <h2>\(words(.cvQualifications))</h2>\(qualifications)
            """
    }

    private var availability: HTML {
        let kinds = ContractType.Kind.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        let timesField = "availability.working_times"
        let times = fields.options(.workingTime, chosenIn: timesField).filter {
            $0.value != "N" || fields.draft.all(timesField).contains("N")
        }
        let ready = ["shifts", "nights", "holidays", "travel", "own_vehicle"].map { fields.tick("availability.\($0)") }
        return """
            \(fields.day("availability.from"))
            \(fields.ticks(timesField, times, hint: .cvAnyWhenEmpty))
            \(fields.ticks("availability.contract_kinds", kinds, hint: .cvAnyWhenEmpty))
            <fieldset class="field-group"><legend>\(words(.cvReadyFor))</legend><div class="ticks">\(ready)</div></fieldset>
            <h2>\(words(.cvWhere))</h2><p class="field-hint">\(words(.cvWhereHint))</p>
            \(fields.number("availability.radius_km"))
            \(fields.area("availability.municipalities", rows: 3, hint: .cvMunicipalitiesHint))
            \(fields.input("availability.provinces", hint: .cvProvincesHint))
            \(more(
                [fields.ticks("availability.regions", fields.options(.region, chosenIn: "availability.regions"))],
                title: CurriculumLabels.name("availability.regions"),
                isOpen: !fields.draft.all("availability.regions").isEmpty
            ))
            \(fields.hidden(["availability.contract_types", "availability.activities"]))
            """
    }

    private func has(_ row: String, _ names: [String]) -> Bool {
        names.contains { name in
            fields.draft.text("\(row).\(name)") != nil || fields.findings.contains { $0.field == "\(row).\(name)" }
        }
    }

    /// Fields that few people need.
    private func more(_ content: [HTML], title: Localized = .cvMore, isOpen: Bool) -> HTML {
        """
        <details class="more"\(attribute: "open", if: isOpen)><summary>\(words(title))</summary>
        <div class="fields">\(content)</div></details>
        """
    }
}
