internal import Domain
internal import HTML

/// A list that somebody wants as a file in the background, as the address of the page that asks to confirm it holds it.
struct AskedExport {
    let list: ListName
    let format: ExportFormat
    /// The list's own parameters.
    let query: [(String, String)]

    private static let (listName, formatName) = ("elenco", "formato")

    init(_ list: ListName, as format: ExportFormat, _ query: [(String, String)]) {
        self.list = list
        self.format = format
        self.query = query
    }

    init?(_ values: FormBody) {
        guard let list = values.text(AskedExport.listName).flatMap(ListName.init(rawValue:)),
            let format = values.text(AskedExport.formatName).flatMap(ExportFormat.init(rawValue:))
        else { return nil }
        let own: Set<String> = [AskedExport.listName, AskedExport.formatName, Field.tokenName, Field.pageName]
        self.init(list, as: format, values.list.filter { !own.contains($0.0) && !ListParameter.all.contains($0.0) })
    }

    private var parameters: [(String, String)] {
        [(AskedExport.listName, list.rawValue), (AskedExport.formatName, format.rawValue)] + query
    }

    /// The page that asks to confirm it.
    var link: Link { Link.newExport.query(parameters) }
    var fields: [HTML] { parameters.map { Field.hidden($0.0, $0.1) } }

    /// The page of the list.
    var page: Link { texts.path.query(query) }
    /// The file at once, streamed while it is read.
    var file: Link { (texts.files[format] ?? texts.path).query(query + [(ListParameter.atOnce, "1")]) }

    var texts: ListTexts {
        switch list {
        case .citizens: CitizenDesk.texts
        case .interests: InterestDesk.texts
        case .vacancies: VacancyDesk.texts
        }
    }
}

/// The three lists, by name.
struct ListDesks: Sendable {
    let citizens: CitizenDesk
    let interests: InterestDesk
    let vacancies: VacancyDesk

    func request(
        _ asked: AskedExport,
        as person: OperatorIdentity,
        _ reference: ReferenceSnapshot,
        _ exports: Exports,
        _ language: Language
    ) async throws -> ID<PreparedExport> {
        func request(_ desk: some ListDesk) async throws -> ID<PreparedExport> {
            let list = try await desk.read(FormBody(asked.query), as: person, reference)
            return try await exports.request(list, as: asked.format, in: language, by: person)
        }
        return switch asked.list {
        case .citizens: try await request(citizens)
        case .interests: try await request(interests)
        case .vacancies: try await request(vacancies)
        }
    }
}
