internal import Domain
internal import HTML

/// A CV as a page shows it, the same to the operator and to its owner: all of it.
struct CurriculumView {
    let labels: Labels
    let curriculum: Curriculum

    private var words: Words { labels.words }

    var html: HTML {
        """
        \(curriculum.summary.map { "<p class=\"prose\">\($0)</p>" as HTML })
        \(section(.desiredTitle, curriculum.desiredProfessions.map(desired)))
        \(availability)
        \(section(.experiencesTitle, curriculum.experiences.map(experience)))
        \(section(.educationTitle, curriculum.education.map(education)))
        \(section(.trainingTitle, curriculum.training.map(training)))
        \(section(.languagesWanted, curriculum.languages.map(language)))
        \(section(.skillsWanted, curriculum.skills.map { "\($0)" }))
        \(section(.computerTitle, curriculum.computerSkills.map(computerSkill)))
        \(section(.licences, curriculum.licences.isEmpty ? [] : ["\(curriculum.licences.joined(separator: ", "))"]))
        \(section(.qualificationsTitle, curriculum.qualifications.map(qualification)))
        """
    }

    private func section(_ title: Localized, _ items: [HTML]) -> HTML? {
        items.isEmpty ? nil : "<h3>\(words(title))</h3><ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    private func line(_ parts: [String?]) -> HTML {
        "\(parts.compactMap { $0 }.joined(separator: ", "))"
    }

    /// The name in the list, where it says something that the person's own words do not.
    private func profession(_ code: String?, beside text: String) -> String? {
        guard let code, let label = labels.label(code, in: .profession), Fold.key(label) != Fold.key(text) else {
            return nil
        }
        return label
    }

    private func desired(_ profession: Curriculum.DesiredProfession) -> HTML {
        let experience: Localized? = profession.hasExperience.map { $0 ? .cvWithExperience : .cvWithoutExperience }
        let listed = self.profession(profession.code, beside: profession.description)
        return "<strong>\(profession.description)</strong>\(rest([listed, experience.map { words($0) }]))"
    }

    private func rest(_ parts: [String?]) -> HTML? {
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? nil : " – \(text)"
    }

    private func experience(_ job: Curriculum.Experience) -> HTML {
        let span = "\(words.month(job.start)) – \(job.end.map(words.month) ?? words(.present))"
        let activity = job.activityCode.flatMap { code in
            ReferenceList(atecoVersion: job.activityVersion ?? "2007").flatMap { labels.label(code, in: $0) }
        }
        let place = [
            job.employer, job.userCompany.map { "\(words(.cvAtCompany)) \($0)" }, labels.place(job.municipalityCode),
        ]
        let terms = [
            profession(job.professionCode, beside: job.title), labels.label(job.contractTypeCode, in: .contractType),
            activity,
        ]
        return """
            <strong>\(job.title)</strong> (\(span))\(below(place))\(below(terms))\
            \(job.duties.map { "<br><span class=\"prose\">\($0)</span>" as HTML })
            """
    }

    private func below(_ parts: [String?]) -> HTML? {
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return text.isEmpty ? nil : "<br>\(text)"
    }

    private func education(_ education: Curriculum.Education) -> HTML {
        let last = education.lastYearAttended.map { ", \(words(.cvAttendedUntil)) \($0)" } ?? ""
        let left: String? =
            switch education.state {
            case .obtained: nil
            case .inProgress: words(.cvTitleInProgress)
            case .interrupted: words(.cvNotObtained) + last
            }
        let recognised = education.recognisedInItaly.map { words($0 ? .cvRecognised : .cvNotRecognised) }
        return line([
            labels.label(education.level, in: .education), education.description, education.institute,
            labels.place(education.municipalityCode), education.year.map(String.init), left,
            education.grade.map { "\(words(CurriculumLabels.name("education.0.grade"))) \($0)" },
            // Whoever left the place out may well have studied abroad.
            education.municipalityCode.map { $0.hasPrefix("Z") } ?? true ? recognised : nil,
        ])
    }

    private func training(_ training: Curriculum.Training) -> HTML {
        let duration = training.duration.map { number in
            "\(number) \(training.durationUnit.map { words($0.label) } ?? "")"
        }
        return line([
            training.title, training.provider, labels.label(training.region, in: .region),
            training.year.map(String.init), duration, training.certificate,
            training.internshipAt.map { "\(words(.cvInternshipAt)) \($0)" },
        ])
    }

    private func language(_ skill: Curriculum.LanguageSkill) -> HTML {
        let name = labels.label(skill.code, in: .language)
        if skill.isNative == true { return "\(name): \(words(.cvNative))" }
        let levels = ["read": skill.read, "written": skill.written, "spoken": skill.spoken]
        let told = ["read", "written", "spoken"].map { key in
            "\(words(CurriculumLabels.name("languages.0.\(key)")).lowercased()) \(levels[key] ?? "")"
        }
        return "\(name): \(told.joined(separator: ", "))"
    }

    private func computerSkill(_ skill: Curriculum.ComputerSkill) -> HTML {
        line(["\(skill.name) (\(words(skill.level.label).lowercased()))", skill.details])
    }

    private func qualification(_ qualification: Curriculum.Qualification) -> HTML {
        let listed = labels.label(qualification.code, in: .professionalCard)
        return line([
            qualification.name, listed == qualification.name ? nil : listed,
            qualification.obtainedOn.map { "\(words(.cvObtainedOn)) \(words.day($0))" },
            qualification.expiresOn.map { "\(words(.cvExpiresOn)) \(words.day($0))" },
        ])
    }

    private var availability: HTML? {
        let given = curriculum.availability
        if given == Curriculum.Availability() { return nil }
        let ready = [
            ("shifts", given.shifts), ("nights", given.nights), ("holidays", given.holidays), ("travel", given.travel),
        ].filter(\.1).map { words(CurriculumLabels.name("availability.\($0.0)")).lowercased() }
        let kinds = given.contractTypes.compactMap { labels.reference.contractType($0)?.kind }
        let named = ContractType.Kind.allCases.filter(kinds.contains).map { words($0.label) }
        func labelled(_ codes: [String], _ list: ReferenceList) -> String {
            codes.compactMap { labels.label($0, in: list) }.joined(separator: ", ")
        }
        let activities = given.activities.map { labels.label($0, in: .ateco2007) ?? $0 }.joined(separator: ", ")
        let facts = Facts.present(
            [
                (.cvFrom, given.from.map(words.day)), (.workingTimeLabel, labelled(given.workingTimes, .workingTime)),
                (.cvContracts, named.joined(separator: ", ")), (.cvReadyFor, ready.joined(separator: ", ")),
                (.ownVehicle, given.ownVehicle ? words(.yes) : nil), (.cvSectors, activities),
                (.cvRadius, given.radiusKm.map { "\($0) km" }),
                (.cvMunicipalities, given.municipalities.compactMap { labels.place($0) }.joined(separator: ", ")),
                (.cvProvinces, labelled(given.provinces, .province)), (.cvRegions, labelled(given.regions, .region)),
            ],
            words
        )
        return "<h3>\(words(.cvAvailability))</h3><dl class=\"facts\">\(Facts.html(facts))</dl>"
    }
}
