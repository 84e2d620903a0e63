internal import Domain
internal import HTML

/// The citizens' search as its form and its address hold it; one reading for both.
struct WorkSearchForm: Sendable {
    static let radii = [10, 20, 30, 50, 80, 120]

    var text = ""
    var place = ""
    /// Kilometres; nil for the whole province.
    var radius: Int?
    var contract: ContractType.Kind?
    var isPartTime: Bool?
    var sort = VacancySearch.Sort.newest
    private(set) var search = VacancySearch()
    private(set) var findings: [Finding] = []

    init(_ query: FormBody, _ reference: ReferenceSnapshot) {
        text = query.text("q") ?? ""
        place = query.text("dove") ?? ""
        radius = query.integer("entro").flatMap { WorkSearchForm.radii.contains($0) ? $0 : nil }
        contract = query.text("contratto").flatMap(ContractType.Kind.init(rawValue:))
        isPartTime = query.text("orario").map { $0 == "parziale" }
        sort = query.text("ordine").flatMap(VacancySearch.Sort.init(rawValue:)) ?? .newest

        search.text = text
        search.contractKinds = contract.map { [$0] } ?? []
        search.workingTimes = workingTimes
        search.place = placeFound(reference)
        if case .near = search.place { search.sort = sort } else { search.sort = .newest }
    }

    private var workingTimes: Set<WorkingTime> {
        switch isPartTime {
        case true: Set(WorkingTime.allCases.filter(\.isPartTime))
        case false: [.fullTime]
        case nil: []
        }
    }

    /// A comune by name, `Samone (TO)` where several share it; or a province by its letters or name.
    private mutating func placeFound(_ reference: ReferenceSnapshot) -> VacancySearch.Place? {
        guard !place.isEmpty else { return nil }
        var name = place
        var province: String?
        if let open = place.lastIndex(of: "("), place.hasSuffix(")") {
            name = place[..<open].trimmed
            province = String(place[place.index(after: open)...].dropLast()).uppercased()
        }
        let found = reference.municipalities(named: name, province: province)
        if found.count == 1, let only = found.first {
            return radius.map { .near(municipality: only.code, kilometres: $0) } ?? .province(only.province)
        }
        if found.count > 1 {
            findings.append(Finding("dove", "several_places", Localized.severalPlaces))
            return nil
        }
        let key = Fold.key(place)
        let provinces = reference.entries(.province)
        if let match = provinces.first(where: { Fold.key($0.code) == key || Fold.key($0.label.it) == key }) {
            return .province(match.code)
        }
        findings.append(Finding("dove", "unknown_place", Localized.unknownPlace))
        return nil
    }

    /// The search as an address, to be kept, sent and paged.
    var query: [(String, String)] {
        var pairs: [(String, String)] = []
        if !text.isEmpty { pairs.append(("q", text)) }
        if !place.isEmpty { pairs.append(("dove", place)) }
        if let radius { pairs.append(("entro", String(radius))) }
        if let contract { pairs.append(("contratto", contract.rawValue)) }
        if let isPartTime { pairs.append(("orario", isPartTime ? "parziale" : "pieno")) }
        if sort != .newest { pairs.append(("ordine", sort.rawValue)) }
        return pairs
    }

    func html(_ words: Words) -> HTML {
        let radii = WorkSearchForm.radii.map { Field.Option(value: String($0), label: "\($0) \(words(.kilometres))") }
        let contracts = ContractType.Kind.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        let times = [
            Field.Option(value: "pieno", label: words(.fullTime)),
            Field.Option(value: "parziale", label: words(.partTime)),
        ]
        let sorts = [
            Field.Option(value: "newest", label: words(.newestFirst)),
            Field.Option(value: "closest", label: words(.closestFirst)),
        ]
        let place = findings.filter { $0.field == "dove" }
        return """
            <form class="filters" method="get" action="/lavoro" role="search">
            <div class="fields">
            \(Field.input(.init(name: "q", label: words(.whatWork), value: text, hint: words(.whatWorkHint),
            type: "search"), words))
            \(Field.input(.init(name: "dove", label: words(.whereWork), value: self.place,
            hint: words(.whereWorkHint), findings: place), words))
            \(Field.select(.init(name: "entro", label: words(.within), value: radius.map(String.init)), radii,
            blank: words(.wholeProvince), words))
            \(Field.select(.init(name: "contratto", label: words(.contractKind), value: contract?.rawValue), contracts,
            blank: words(.anyChoice), words))
            \(Field.select(.init(name: "orario", label: words(.workingTimeLabel),
            value: isPartTime.map { $0 ? "parziale" : "pieno" }), times, blank: words(.anyChoice), words))
            \(Field.select(.init(name: "ordine", label: words(.sortBy), value: sort.rawValue), sorts, blank: nil, words))
            </div>
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.search))</button>
            <a href="/lavoro">\(words(.clearFilters))</a></div>
            </form>
            """
    }
}

extension Finding {
    /// A finding whose words stand in the catalogue of strings.
    init(_ field: String, _ code: String, _ text: Localized) {
        self.init(field, code, it: text.it, en: text.en)
    }
}
