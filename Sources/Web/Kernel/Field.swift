internal import Domain
internal import HTML

/// The fields of forms: label, hint, value, and what is wrong with it next to it.
enum Field {
    /// A choice in a list.
    struct Option {
        let value: String
        let label: String
    }

    /// How a field looks and what it holds.
    struct Input {
        let name: String
        let label: String
        var value: String?
        var hint: String?
        var type = "text"
        var isRequired = false
        /// When the field has to be filled in, in place of *optional*: `se il lavoro è finito`.
        var condition: String?
        var findings: [Finding] = []
        var attributes: [(name: StaticString, value: String)] = []
    }

    static let tokenName = "_csrf"
    static let pageName = "_pagina"

    static func csrf(_ token: String) -> HTML {
        "<input type=\"hidden\" name=\"_csrf\" value=\"\(token)\">"
    }

    /// Says which page shows this form: what is typed then outlives the session (see ``FormKeeper``).
    static func page(_ page: Link) -> HTML {
        "<input type=\"hidden\" name=\"_pagina\" value=\"\(page.text)\">"
    }

    static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    static func input(_ input: Input, _ words: Words) -> HTML {
        let extra = input.attributes.map { pair -> HTML in "\(attribute: pair.name, pair.value)" }
        return """
            <div class="field">\(label(input, words))
            <input class="form-control\(isInvalid(input))" id="\(id(input))" type="\(input.type)" name="\(input.name)"\
            \(attribute: "value", input.value)\(attribute: "aria-describedby", describedBy(input))\
            \(attribute: "aria-invalid", input.findings.isEmpty ? nil : "true")\
            \(attribute: "required", if: input.isRequired)\(extra)>
            \(errors(input, words))</div>
            """
    }

    static func area(_ input: Input, rows: Int, _ words: Words) -> HTML {
        let extra = input.attributes.map { pair -> HTML in "\(attribute: pair.name, pair.value)" }
        return """
            <div class="field">\(label(input, words))
            <textarea class="form-control\(isInvalid(input))" id="\(id(input))" name="\(input.name)" rows="\(rows)"\
            \(attribute: "aria-describedby", describedBy(input))\
            \(attribute: "aria-invalid", input.findings.isEmpty ? nil : "true")\
            \(attribute: "required", if: input.isRequired)\(extra)>\(input.value)</textarea>
            \(errors(input, words))</div>
            """
    }

    /// A list to choose one from; `blank` is the text of the empty choice.
    static func select(_ input: Input, _ options: [Option], blank: String?, _ words: Words) -> HTML {
        let items = options.map { option -> HTML in
            """
            <option value="\(option.value)"\(attribute: "selected", if: option.value == input.value)>\(option.label)</option>
            """
        }
        return """
            <div class="field">\(label(input, words))
            <select class="form-select\(isInvalid(input))" id="\(id(input))" name="\(input.name)"\
            \(attribute: "aria-describedby", describedBy(input))\
            \(attribute: "aria-invalid", input.findings.isEmpty ? nil : "true")\
            \(attribute: "required", if: input.isRequired)>
            \(blank.map { "<option value=\"\">\($0)</option>" as HTML })\(items)</select>
            \(errors(input, words))</div>
            """
    }

    static func checkbox(_ input: Input, isTicked: Bool, _ words: Words) -> HTML {
        var input = input
        input.type = "checkbox"
        return """
            <div class="field field-check">
            <input class="\(isInvalid(input))" id="\(id(input))" type="checkbox" name="\(input.name)" \
            value="\(input.value ?? "1")"\(attribute: "checked", if: isTicked)\
            \(attribute: "aria-describedby", describedBy(input))\
            \(attribute: "aria-invalid", input.findings.isEmpty ? nil : "true")\(attribute: "required", if: input.isRequired)>
            <label for="\(id(input))">\(input.label)</label>
            \(input.hint.map { "<small id=\"\(id(input))-hint\" class=\"field-hint\">\($0)</small>" as HTML })
            \(errors(input, words))</div>
            """
    }

    /// Several of a few choices, each a check box of the same name.
    static func checkboxes(_ input: Input, _ options: [Option], chosen: Set<String>, _ words: Words) -> HTML {
        let boxes = options.map { option -> HTML in
            checkbox(
                Input(name: input.name, label: option.label, value: option.value),
                isTicked: chosen.contains(option.value),
                words
            )
        }
        return """
            <fieldset class="field field-choices" id="\(identifier(input.name))"\
            \(attribute: "aria-describedby", describedBy(input))><legend>\(input.label)</legend>
            <div class="choices">\(boxes)</div>\(errors(input, words))</fieldset>
            """
    }

    /// Where somebody can put right what a finding is about.
    enum Place {
        /// At its field of this form.
        case here
        case page(Link)
        /// At no field: the sentence says what to do.
        case nowhere
    }

    /// All findings of a form in one place at its top, each a link to its field (WCAG 3.3.1).
    static func summary(
        _ findings: [Finding],
        _ words: Words,
        place: (Finding) -> Place = { _ in .here }
    ) -> HTML? {
        let errors = findings.filter { $0.severity == .error }
        guard !errors.isEmpty else { return nil }
        let items = errors.map { finding -> HTML in
            let message = words(finding.message)
            switch place(finding) {
            case .here: return "<li><a href=\"#\(identifier(finding.field))\">\(message)</a></li>"
            case .page(let link): return "<li><a href=\"\(link: link)\">\(message)</a></li>"
            case .nowhere: return "<li>\(message)</li>"
            }
        }
        return """
            <div class="alert alert-danger" role="alert"><h2 class="h5">\(words(.pleaseCorrect))</h2><ul>\(items)</ul></div>
            """
    }

    /// A field's name as an element's id: dots and brackets would need escaping in selectors.
    static func identifier(_ name: String) -> String {
        "campo-" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }

    private static func id(_ input: Input) -> String {
        // Check boxes of one name differ by their value.
        input.type == "checkbox" || input.type == "radio"
            ? identifier(input.name + "-" + (input.value ?? "")) : identifier(input.name)
    }

    private static func label(_ input: Input, _ words: Words) -> HTML {
        let note = input.condition ?? words(.optional)
        let optional: HTML? = input.isRequired ? nil : " <span class=\"field-optional\">(\(note))</span>"
        return """
            <label for="\(id(input))">\(input.label)\(optional)</label>
            \(input.hint.map { "<small id=\"\(id(input))-hint\" class=\"field-hint\">\($0)</small>" as HTML })
            """
    }

    private static func isInvalid(_ input: Input) -> String {
        input.findings.haveErrors ? " is-invalid" : ""
    }

    private static func describedBy(_ input: Input) -> String? {
        let parts = [input.hint.map { _ in id(input) + "-hint" }, input.findings.isEmpty ? nil : id(input) + "-error"]
        let text = parts.compactMap { $0 }.joined(separator: " ")
        return text.isEmpty ? nil : text
    }

    private static func errors(_ input: Input, _ words: Words) -> HTML? {
        guard !input.findings.isEmpty else { return nil }
        let items = input.findings.map { finding -> HTML in
            let suggestion: HTML? = finding.suggestion.map { " <em>\(words($0))</em>" }
            return "<span class=\"field-\(finding.severity.rawValue)\">\(words(finding.message))\(suggestion)</span>"
        }
        return "<div id=\"\(id(input))-error\" class=\"field-findings\">\(items)</div>"
    }
}
