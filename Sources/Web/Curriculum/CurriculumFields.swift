internal import Domain
internal import HTML

/// The fields of a section's form: what was typed, and what is wrong with it beside each.
struct CurriculumFields {
    let labels: Labels
    let draft: CurriculumDraft
    /// What the draft says, as far as it can be read.
    let curriculum: Curriculum
    let findings: [Finding]
    let today: Day
    /// The part that shows one row more, to be filled in.
    let added: CurriculumDraft.Part?
    /// The row whose profession is looked up: `experiences.0`.
    let searched: String?

    var words: Words { labels.words }

    /// How far a field has to be filled in.
    enum Need {
        case optional
        case always
        /// Only under a condition, in words.
        case when(Localized)
    }

    /// - Parameter label: A shorter name, where a heading above says the rest.
    private func field(
        _ name: String,
        label: Localized? = nil,
        hint: Localized? = nil,
        _ need: Need = .optional
    ) -> Field.Input {
        var input = Field.Input(
            name: name,
            label: words(label ?? CurriculumLabels.name(name)),
            value: draft.text(name),
            hint: hint.map { words($0) },
            findings: findings.filter { $0.field == name }
        )
        switch need {
        case .optional: break
        case .always: input.isRequired = true
        case .when(let condition): input.condition = words(condition)
        }
        return input
    }

    func input(_ name: String, hint: Localized? = nil, _ need: Need = .optional) -> HTML {
        Field.input(field(name, hint: hint, need), words)
    }

    func number(_ name: String, label: Localized? = nil, _ need: Need = .optional) -> HTML {
        var input = field(name, label: label, need)
        input.attributes = [("inputmode", "numeric"), ("autocomplete", "off")]
        return Field.input(input, words)
    }

    /// A day.
    ///
    /// A browser's field for days shows nothing that is no day, so what cannot be read stays a text.
    func day(_ name: String) -> HTML {
        var input = field(name)
        let typed = input.value
        if let day = typed.flatMap({ Day($0) ?? Day(italian: $0) }) { input.value = day.description }
        if typed == nil || input.value.flatMap({ Day($0) }) != nil { input.type = "date" }
        return Field.input(input, words)
    }

    func area(_ name: String, rows: Int, hint: Localized? = nil) -> HTML {
        Field.area(field(name, hint: hint), rows: rows, words)
    }

    func select(
        _ name: String,
        _ options: [Field.Option],
        label: Localized? = nil,
        _ need: Need = .optional
    ) -> HTML {
        Field.select(field(name, label: label, need), options, blank: "–", words)
    }

    /// A list of codes; one that has ended stays to choose where it was chosen.
    func select(_ name: String, _ list: ReferenceList, _ need: Need = .optional) -> HTML {
        select(name, options(list, chosenIn: name), need)
    }

    /// The codes of today, and those that have ended where they are chosen: what a CV holds is not dropped by saving it.
    func options(_ list: ReferenceList, chosenIn name: String) -> [Field.Option] {
        let chosen = draft.all(name)
        return options(list) { $0.isValid(on: today) || chosen.contains($0.code) }
    }

    /// All codes that there ever were, for what is past.
    func everyOption(_ list: ReferenceList) -> [Field.Option] {
        options(list) { _ in true }
    }

    private func options(_ list: ReferenceList, _ isOffered: (ReferenceCode) -> Bool) -> [Field.Option] {
        labels.reference.entries(list).filter(isOffered).map { entry in
            let end = entry.validTo.flatMap {
                $0 < today ? " (\(words(.untilDay).lowercased()) \(words.day($0)))" : nil
            }
            return Field.Option(value: entry.code, label: words(entry.label) + (end ?? ""))
        }
    }

    func answer(_ name: String) -> HTML {
        select(name, [.init(value: "yes", label: words(.yes)), .init(value: "no", label: words(.no))])
    }

    func tick(_ name: String) -> HTML {
        var input = field(name)
        input.value = "yes"
        return Field.checkbox(input, isTicked: draft.isTicked(name), words)
    }

    /// Several of a list.
    func ticks(_ name: String, _ options: [Field.Option], hint: Localized? = nil) -> HTML {
        let chosen = draft.all(name)
        let boxes = options.map { option in
            Field.checkbox(
                .init(name: name, label: option.label, value: option.value),
                isTicked: chosen.contains(option.value),
                words
            )
        }
        return group(name, hint: hint, "<div class=\"ticks\">\(boxes)</div>")
    }

    /// Fields under one heading, with what is wrong with them together.
    func group(_ name: String, hint: Localized? = nil, _ content: HTML) -> HTML {
        let errors = findings.filter { $0.field == name }
        let id = Field.identifier(name)
        let told = errors.map { "<span class=\"field-\($0.severity.rawValue)\">\(words($0.message))</span>" as HTML }
        return """
            <fieldset class="field-group" id="\(id)" tabindex="-1"\
            \(attribute: "aria-describedby", errors.isEmpty ? nil : id + "-error")>
            <legend>\(words(CurriculumLabels.name(name)))</legend>
            \(hint.map { "<p class=\"field-hint\">\(words($0))</p>" as HTML })
            \(errors.isEmpty ? nil : "<div id=\"\(id)-error\" class=\"field-findings\">\(told)</div>" as HTML)
            \(content)</fieldset>
            """
    }

    func hidden(_ names: [String]) -> [HTML] {
        names.flatMap { name in draft.all(name).map { Field.hidden(name, $0) } }
    }

    // MARK: - Rows

    /// The rows of a part, each with the buttons that move it or take it out, and one that adds another.
    ///
    /// - Parameter atLeast: How many rows are shown where there is none yet.
    func rows(_ part: CurriculumDraft.Part, atLeast: Int = 0, _ row: (String, Int) -> HTML) -> HTML {
        let there = draft.rows(part)
        let shown = max(there, atLeast) + (added == part ? 1 : 0)
        let cards = (0..<shown).map { index -> HTML in
            let name = words(CurriculumLabels.row(part, index))
            let up: HTML? =
                part == .desiredProfessions && index > 0 && index < there
                ? button(.moveUp(part, row: index), "\(words(.cvMoveUp)): \(name)") : nil
            let removal: HTML? = index < there ? button(.remove(part, row: index), "\(words(.cvRemove)): \(name)") : nil
            let buttons: HTML? = up == nil && removal == nil ? nil : "<div class=\"actions\">\(up)\(removal)</div>"
            return """
                <fieldset class="row-card" id="riga-\(part.rawValue)-\(index)"><legend>\(name)</legend>
                \(row("\(part.rawValue).\(index)", index))\(buttons)</fieldset>
                """
        }
        return """
            \(cards)<p class="row-add">\(button(.add(part), words(part.another)))</p>
            """
    }

    func button(_ action: CurriculumAction, _ text: String) -> HTML {
        """
        <button type="submit" class="btn btn-outline-primary btn-sm" name="azione" value="\(action.text)">\(text)</button>
        """
    }

    /// The button that looks a row's text up among the professions, and what it has found.
    ///
    /// - Parameter read: The code by which the row is read.
    func professions(
        _ row: String,
        text: String,
        code: String,
        read: String?,
        _ part: CurriculumDraft.Part
    ) -> HTML {
        let name = "\(row).\(code)"
        let typed = draft.text("\(row).\(text)") ?? ""
        // A profession typed by its very name is chosen already, unless the person has said that it is not meant.
        let stored = draft.choice(name, for: "\(row).\(text)")
        let chosen = stored == CurriculumDraft.none ? nil : stored ?? read
        var found: [ReferenceCode] = []
        if searched == row { found = labels.reference.professions(matching: typed, on: today, limit: 8) }
        if let chosen, !found.contains(where: { $0.code == chosen }) {
            let known = labels.reference.entry(chosen, in: .profession)
            found.insert(known ?? ReferenceCode(code: chosen, label: Localized(it: chosen, en: chosen)), at: 0)
        }
        let index = Int(row.split(separator: ".").last ?? "") ?? 0
        let search = "<p class=\"field\">\(button(.search(part, row: index), words(.cvSearchProfession)))</p>" as HTML
        // What is chosen is chosen for this text, and for no other.
        let madeFor = Field.hidden(CurriculumDraft.textOfChoice(name), typed)
        if found.isEmpty {
            let nothing: HTML? =
                searched == row ? "<p class=\"field-hint\" role=\"status\">\(words(.cvNoProfessionFound))</p>" : nil
            return "\(search)\(nothing)\(stored.map { Field.hidden(name, $0) + madeFor })"
        }
        let choices =
            found.map { radio(name, $0.code, words($0.label), isChosen: $0.code == chosen) }
            + [radio(name, CurriculumDraft.none, words(.cvNoProfession), isChosen: chosen == nil)]
        return "\(search)\(madeFor)\(group(name, "<div class=\"radios\">\(choices)</div>"))"
    }

    private func radio(_ name: String, _ value: String, _ label: String, isChosen: Bool) -> HTML {
        let id = Field.identifier("\(name)-\(value)")
        return """
            <div class="field field-check"><input id="\(id)" type="radio" name="\(name)" value="\(value)"\
            \(attribute: "checked", if: isChosen)><label for="\(id)">\(label)</label></div>
            """
    }
}
