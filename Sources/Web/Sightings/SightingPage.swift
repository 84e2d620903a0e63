internal import Domain
internal import HTML

/// Who has seen the citizen's data: how often each, then one by one, then what she can do about it.
struct SightingPage {
    let words: Words
    let summary: [SightingSummary]
    let page: Page<Sighting>
    /// The only agency that the details are of.
    let agency: ID<Agency>?
    let isFirst: Bool

    static let path: Link = "/chi-ha-visto"

    var html: HTML {
        """
        <h1>\(words(.whoSaw))</h1><p class="lead">\(words(.whoSawIntro))</p>
        \(summary.isEmpty ? "<p class=\"alert alert-info\">\(words(.nobodySaw))</p>" : found)
        <h2>\(words(.whatYouCanDo))</h2><ul>\(rights.map { "<li>\(words($0))</li>" as HTML })</ul>
        <p><a href="/privacy">\(words(.contactsInNotice))</a></p>
        """
    }

    private var rights: [Localized] {
        [.rightOfAccess, .rightOfRectification, .rightToObject, .rightToChoose, .rightToComplain]
    }

    private var found: HTML {
        let narrowed = summary.first { agency != nil && $0.viewer.agency == agency }
        let title: HTML =
            narrowed.map { "\(words(.sightingsOfAgency)) \(name($0.viewer))" } ?? "\(words(.sightingsDetail))"
        let all: HTML? =
            agency == nil ? nil : "<p><a href=\"\(link: SightingPage.path)\">\(words(.allViewers))</a></p>"
        let heads: [Localized] = [.whenColumn, .whoColumn, .whyColumn]
        return """
            <h2>\(words(.summaryByAgency))</h2>
            \(table([.whoColumn, .readsColumn, .listDaysColumn, .exportsColumn, .latestColumn], summary.map(row)))
            <h2 id="dettaglio">\(title)</h2>\(all)
            \(table(heads, page.items.map(row)))
            \(Pager.html(words, next: page.next, isFirst: isFirst, path: SightingPage.path, query: query))
            """
    }

    private var query: [(String, String)] { agency.map { [("agenzia", $0.text)] } ?? [] }

    private func table(_ heads: [Localized], _ rows: [HTML]) -> HTML {
        """
        <div class="table-scroll"><table class="list stacks">
        <thead><tr>\(heads.map { "<th scope=\"col\">\(words($0))</th>" as HTML })</tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ summary: SightingSummary) -> HTML {
        let name = name(summary.viewer)
        let viewer: HTML
        if let agency = summary.viewer.agency {
            let link = SightingPage.path.query([("agenzia", agency.text)])
            viewer = """
                <a href="\(link: link)"><span class="visually-hidden">\(words(.showOnly)) </span>\(name)</a>
                """
        } else {
            viewer = "\(name)"
        }
        let numbers: [(Localized, Int)] = [
            (.readsColumn, summary.reads), (.listDaysColumn, summary.listDays), (.exportsColumn, summary.exports),
        ]
        let cells = numbers.map { title, number -> HTML in
            "<td class=\"number\" data-label=\"\(words(title))\">\(words.grouped(number))</td>"
        }
        return """
            <tr><th scope="row" data-label="\(words(.whoColumn))"><span>\(viewer)</span></th>\(cells)\
            <td data-label="\(words(.latestColumn))">\(words.day(summary.latest))</td></tr>
            """
    }

    private func row(_ sighting: Sighting) -> HTML {
        let why = why(sighting.act)
        let more = why.more + [reason(sighting.reason)].compactMap { $0 }
        let across =
            sighting.through.isEmpty
            ? words(.wholeAgencySeen)
            : "\(words(.wholeAgencySeen)), \(words(.seenThrough)) \(sighting.through.joined(separator: ", "))"
        let branch: String? =
            sighting.viewer.agency == nil || sighting.isBySoftware
            ? nil : sighting.branch.map { "\(words(.branch)) \($0)" } ?? across
        let place = [branch, sighting.isBySoftware ? words(.agencySoftware) : nil].compactMap { $0 }
        return """
            <tr><th scope="row" data-label="\(words(.whenColumn))"><span>\(time(sighting.time))</span></th>
            <td data-label="\(words(.whoColumn))"><span>\(name(sighting.viewer))\
            \(place.map { "<span class=\"field-hint\">\($0)</span>" as HTML })</span></td>
            <td data-label="\(words(.whyColumn))"><span>\(why.what)\
            \(more.map { "<span class=\"field-hint\">\($0)</span>" as HTML })</span></td></tr>
            """
    }

    private func name(_ viewer: Sighting.Viewer) -> String {
        switch viewer {
        case .agency(_, let name): name
        case .jobCentre(let name): name ?? words(.jobCentreOffice)
        case .authority: words(.authority)
        }
    }

    private func time(_ time: Sighting.Time) -> String {
        switch time {
        case .instant(let instant): words.instant(instant)
        case .day(let day): words.day(day)
        }
    }

    private func why(_ act: Sighting.Act) -> (what: String, more: [String]) {
        switch act {
        case .readDetail:
            (words(.sawDetail), [])
        case .readInterest(let title):
            (title.map { "\(words(.sawInterest)) «\($0)»" } ?? words(.sawInterestOfNone), [])
        case .listed(let filters):
            (words(.sawInList), [told(filters)])
        case .listedInterests(let filters):
            (words(.sawInInterests), [told(filters)])
        case .exported(let filters, let columns):
            (
                words(.sawInExport),
                [
                    told(filters),
                    "\(words(.dataTaken)): \(columns.map { words($0.title) }.joined(separator: ", "))",
                ]
            )
        case .movedInterest(let status, let title):
            (
                title.map { "\(words(.movedInterest)) «\($0)»" } ?? words(.movedInterestOfNone),
                ["\(words(.stateLabel)): \(words(status.label))"]
            )
        case .other:
            (words(.workedOnData), [])
        }
    }

    private func reason(_ reason: Sighting.Reason?) -> String? {
        switch reason {
        case .search: words(.becauseOfSearch)
        case .vacancy(let title): "\(words(.becauseOfVacancy)) «\(title)»"
        case nil: nil
        }
    }

    private func told(_ filters: [SightingFilter]) -> String {
        if filters.isEmpty { return words(.noFilterUsed) }
        return "\(words(.filtersUsed)): \(filters.map { words($0.title) }.joined(separator: ", "))"
    }
}

extension Sighting.Viewer {
    fileprivate var agency: ID<Agency>? {
        if case .agency(let id, _) = self { id } else { nil }
    }
}
