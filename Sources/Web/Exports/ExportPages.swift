internal import Domain
internal import HTML

/// The exports that an operator asked for.
struct ExportsPage {
    let words: Words
    let exports: [PreparedExport]
    let isMaster: Bool

    var html: HTML {
        """
        <h1>\(words(.exportsTitle))</h1><p>\(words(.exportsIntro))</p>
        \(isMaster ? "<p><a href=\"\(link: .exportRights)\">\(words(.exportRights))</a></p>" as HTML : nil)
        \(exports.isEmpty ? "<p class=\"alert alert-info\">\(words(.noExports))</p>" : table)
        """
    }

    private var table: HTML {
        let titles: [Localized] = [.listLabel, .formatLabel, .stateLabel, .rowsLabel, .requestedAt, .availableUntil]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        return """
            <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
            <tbody>\(exports.map(row))</tbody></table></div>
            """
    }

    private func row(_ export: PreparedExport) -> HTML {
        """
        <tr><th scope="row" data-label="\(words(.listLabel))"><a href="\(link: .export(export.id))">\
        \(words(export.list.title))</a></th>
        <td data-label="\(words(.formatLabel))">\(export.format.rawValue.uppercased())</td>
        <td data-label="\(words(.stateLabel))">\(words(export.state.label))</td>
        <td class="number" data-label="\(words(.rowsLabel))">\(words.grouped(export.rows))</td>
        <td data-label="\(words(.requestedAt))">\(words.instant(export.requestedAt))</td>
        <td data-label="\(words(.availableUntil))">\(export.expiresAt.map(words.instant))</td></tr>
        """
    }
}

/// One export: how far it has come, and the way to its file.
struct ExportPage {
    let words: Words
    let export: PreparedExport
    let formToken: String

    var title: String { "\(words(.export)): \(words(export.list.title))" }

    var html: HTML {
        """
        <h1>\(title)</h1>
        <div id="avanzamento" aria-live="polite"\(attribute: "data-refresh", export.state.isUnderWay ? "2" : nil)>\
        \(state)</div>
        <p><a href="\(link: .exports)">\(words(.exportsTitle))</a></p>
        """
    }

    private var state: HTML {
        switch export.state {
        case .waiting, .running: underWay
        case .ready: ready
        case .failed: "<p class=\"alert alert-danger\">\(words(.exportFailed))</p>"
        case .cancelled: "<p class=\"alert alert-info\">\(words(.exportCancelled))</p>"
        case .expired: "<p class=\"alert alert-info\">\(words(.exportExpired))</p>"
        }
    }

    private var underWay: HTML {
        let total = export.total ?? 0
        let told =
            total > 0
            ? "\(words.grouped(export.rows)) \(words(.ofRows)) \(words.grouped(total))"
            : words(export.state.label)
        return """
            <p><label for="righe">\(words(.exportProgress)): \(told)</label>
            <progress id="righe" class="export-progress"\(attribute: "max", total > 0 ? String(total) : nil)\
            \(attribute: "value", total > 0 ? String(min(export.rows, total)) : nil)>\(told)</progress></p>
            <p>\(words(.exportGoesOn)) <a href="\(link: .export(export.id))">\(words(.refresh))</a></p>
            \(form(.cancelExport))
            """
    }

    private var ready: HTML {
        let until = export.expiresAt.map { "<p>\(words(.exportUntil)) \(words.instant($0)).</p>" as HTML }
        return """
            <p class="alert alert-success">\(words(.exportReady)): \(words.grouped(export.rows)) \(words(.rowsLabel)), \
            \(words.grouped((export.size + 1023) / 1024)) kB.</p>\(until)
            <p><a class="btn btn-primary" href="\(link: .exportFile(export.id))">\(words(.download))</a></p>
            <p class="field-hint">\(words(.exportController))</p>
            \(form(.removeExport))
            """
    }

    private func form(_ does: Localized) -> HTML {
        """
        <form method="post" action="\(link: .exportCancel(export.id))">\(Field.csrf(formToken))
        <button type="submit" class="btn btn-outline-primary btn-sm">\(words(does))</button></form>
        """
    }
}

/// Asks to confirm an export in the background.
struct NewExportPage {
    let words: Words
    let asked: AskedExport
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.newExport))</h1>
        <p>\(words(.newExportIntro)) <strong>\(words(asked.list.title))</strong> \
        (\(asked.format.rawValue.uppercased())).</p>
        <p class="field-hint">\(words(asked.texts.exportNotice))</p>
        <form method="post" action="\(link: .newExport)">\(Field.csrf(formToken))\(Field.page(asked.link))\(asked.fields)
        <div class="actions"><button type="submit" class="btn btn-primary">\(words(.prepareExport))</button>
        <a href="\(link: asked.file)">\(words(.exportAtOnce))</a>
        <a href="\(link: asked.page)">\(words(.backToList))</a></div></form>
        """
    }
}

/// Which operators of the agency may export; for masters.
struct ExportRightsPage {
    let words: Words
    let rights: [ExportRight]
    let formToken: String

    var html: HTML {
        """
        <h1>\(words(.exportRights))</h1><p>\(words(.exportRightsIntro))</p>
        \(rights.isEmpty ? "<p class=\"alert alert-info\">\(words(.noOperators))</p>" : table)
        """
    }

    private var table: HTML {
        let titles: [Localized] = [.operatorLabel, .roleLabel, .exportRight]
        let heads = titles.map { "<th scope=\"col\">\(words($0))</th>" as HTML }
        return """
            <div class="table-scroll"><table class="list stacks"><thead><tr>\(heads)</tr></thead>
            <tbody>\(rights.map(row))</tbody></table></div>
            """
    }

    private func row(_ right: ExportRight) -> HTML {
        let name = "\(right.person.familyName) \(right.person.givenName)"
        let state =
            right.withdrawnAt.map { "\(words(.exportWithdrawn)) \(words.instant($0))" } ?? words(.exportGranted)
        let does: Localized = right.mayExport ? .withdrawExport : .giveExportBack
        return """
            <tr><th scope="row" data-label="\(words(.operatorLabel))">\(name)</th>
            <td data-label="\(words(.roleLabel))">\(words(right.person.role.title))</td>
            <td data-label="\(words(.exportRight))">\(state)
            <form method="post" action="\(link: .exportRights)">\(Field.csrf(formToken))\
            \(Field.hidden("operatore", right.person.id.text))\
            \(Field.hidden("permesso", right.mayExport ? "no" : "si"))
            <button type="submit" class="btn btn-outline-primary btn-sm">\(words(does))\
            <span class="visually-hidden"> \(name)</span></button></form></td></tr>
            """
    }
}
