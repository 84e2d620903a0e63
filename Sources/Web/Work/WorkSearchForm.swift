internal import Domain
internal import HTML

/// The citizens' search as its form and its address hold it; one reading for both.
struct WorkSearchForm: Sendable {
    static let radii = [10, 20, 30, 50, 80, 120]

    private enum Hours: String {
        case full = "pieno"
        case part = "parziale"
    }

    /// Kilometres around the comune; nil for the whole province.
    private var radius: Int?
    private var hours: Hours?
    private var sort = VacancySearch.Sort.newest
    let cursor: Cursor?
    private(set) var search = VacancySearch()
    private let values: FormBody
    private var address: ListQuery

    init(_ values: FormBody, _ reference: ReferenceSnapshot) {
        var address = ListQuery(values.list)
        cursor = address.cursor("cursore")
        search.text = address.keywords("q") ?? ""
        radius = address.integer("entro", among: WorkSearchForm.radii)
        search.contractKinds = address.choice("contratto", ContractType.Kind.self).map { [$0] } ?? []
        hours = address.choice("orario", Hours.self)
        sort = address.choice("ordine", VacancySearch.Sort.self) ?? .newest
        let place = address.text("dove")
        self.values = values
        self.address = address
        search.workingTimes = workingTimes
        search.place = place.flatMap { placeFound($0, reference) }
        settleDistance()
    }

    /// A distance is counted from a comune: without one it must not fall away unseen.
    private mutating func settleDistance() {
        if case .near = search.place {
            search.sort = sort
        } else if address.findings.contains(where: { $0.field == "dove" }) {
            return
        } else if radius != nil {
            address.report(Finding("dove", "comune_needed", Localized.distanceNeedsComune))
        } else if sort == .closest {
            address.report(Finding("ordine", "comune_needed", Localized.closestNeedsComune))
        }
    }

    /// - Throws: ``Invalid`` with all that cannot be read, or is no place.
    func check() throws { try address.check() }

    private var workingTimes: Set<WorkingTime> {
        switch hours {
        case .part: Set(WorkingTime.allCases.filter(\.isPartTime))
        case .full: [.fullTime]
        case nil: []
        }
    }

    /// A comune by name, `Samone (TO)` where several share it; or a province by its letters or name.
    private mutating func placeFound(_ place: String, _ reference: ReferenceSnapshot) -> VacancySearch.Place? {
        let found = reference.municipalities(named: PlaceName(place))
        if found.count == 1, let only = found.first { return around(only) }
        if found.count > 1 {
            address.report(Finding("dove", "several_places", Localized.severalPlaces))
            return nil
        }
        let key = Fold.key(place)
        let provinces = reference.entries(.province)
        if let match = provinces.first(where: { Fold.key($0.code) == key || Fold.key($0.label.it) == key }) {
            return .province(match.code)
        }
        address.report(Finding("dove", "unknown_place", Localized.unknownPlace))
        return nil
    }

    /// A comune with the distance that was asked for, else its province.
    private mutating func around(_ comune: Municipality) -> VacancySearch.Place? {
        guard let radius else { return .province(comune.province) }
        if comune.position == nil {
            address.report(Finding("dove", "place_without_position", Localized.placeWithoutPosition))
            return nil
        }
        return .near(municipality: comune.code, kilometres: radius)
    }

    /// The search as an address, to be kept, sent and paged: what was asked for, without the page.
    var query: [(String, String)] {
        let names = ["q", "dove", "entro", "contratto", "orario", "ordine"]
        return names.compactMap { name in values.text(name).map { (name, $0) } }
    }

    func html(_ words: Words, _ findings: [Finding]) -> HTML {
        let radii = WorkSearchForm.radii.map { Field.Option(value: String($0), label: "\($0) \(words(.kilometres))") }
        let contracts = ContractType.Kind.allCases.map { Field.Option(value: $0.rawValue, label: words($0.label)) }
        let times = [
            Field.Option(value: Hours.full.rawValue, label: words(.fullTime)),
            Field.Option(value: Hours.part.rawValue, label: words(.partTime)),
        ]
        let sorts = [
            Field.Option(value: VacancySearch.Sort.newest.rawValue, label: words(.newestFirst)),
            Field.Option(value: VacancySearch.Sort.closest.rawValue, label: words(.closestFirst)),
        ]
        func input(_ name: String, _ label: Localized, hint: Localized? = nil, type: String = "text") -> Field.Input {
            var input = Field.Input(
                name: name,
                label: words(label),
                value: values.text(name),
                hint: hint.map { words($0) }
            )
            input.type = type
            input.findings = findings.filter { $0.field == name }
            return input
        }
        return """
            \(Field.summary(findings, words) { $0.field == "cursore" || $0.field == "cursor" ? .nowhere : .here })
            <form class="filters" method="get" action="\(link: .work)" role="search">
            <div class="fields">
            \(Field.input(input("q", .whatWork, hint: .whatWorkHint, type: "search"), words))
            \(Field.input(input("dove", .whereWork, hint: .whereWorkHint), words))
            \(Field.select(input("entro", .within), radii, blank: words(.wholeProvince), words))
            \(Field.select(input("contratto", .contractKind), contracts, blank: words(.anyChoice), words))
            \(Field.select(input("orario", .workingTimeLabel), times, blank: words(.anyChoice), words))
            \(Field.select(input("ordine", .sortBy), sorts, blank: nil, words))
            </div>
            <div class="actions"><button type="submit" class="btn btn-primary">\(words(.search))</button>
            <a href="\(link: .work)">\(words(.clearFilters))</a></div>
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
