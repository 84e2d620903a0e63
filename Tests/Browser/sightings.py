"""A citizen looks at who has seen her data."""

import journeys


def who_has_seen_my_data(visitor):
    """An operator meets a citizen in a list, takes the list away and opens her page; she sees all three, and no name."""
    with journeys.Visitor(visitor.browser, visitor.service, visitor.width, None) as colleague:
        operator = colleague.people("master", "DEMO-APL-01")[0]
        colleague.sign_in(operator["tax_code"])
        agency = colleague.page.locator(".site-person-role").inner_text().split(", ", 1)[1]
        citizen, link = somebody_listed(colleague)
        address = link.get_attribute("href")

        visitor.sign_in(citizen["tax_code"])
        visitor.go("/percorso")
        visitor.page.get_by_role("link", name="Chi ha visto i miei dati").first.click()
        visitor.page.wait_for_load_state()
        visitor.look()
        before = visitor.page.locator("table.list").last.locator("tbody tr").count()

        # By her age as well: another kind of filter than before, and so another line.
        colleague.go("/cittadini?age_min=18&sort=surname&q=" + surname(citizen))
        with colleague.page.expect_download():
            colleague.page.get_by_role("link", name="Esporta in Excel").click()
        colleague.go(address)

    visitor.go("/chi-ha-visto", "chi-ha-visto")
    text = visitor.text()
    rows = visitor.page.locator("table.list").last.locator("tbody tr")
    assert rows.count() == before + 3, f"{before} sightings became {rows.count()}: {text[:1500]}"
    latest = " ".join(rows.nth(index).inner_text() for index in range(3))
    assert "Ha aperto la tua scheda" in latest and agency in latest, latest
    assert "Ti ha visto nell'elenco dei cittadini" in latest and "filtri usati: parole chiave, età" in latest, latest
    assert "Ha scaricato un elenco in cui c'eri anche tu" in latest and "Telefono" in latest, latest
    assert operator["name"] not in text, "an operator is named"
    visitor.page.get_by_role("link", name=agency).first.click()
    visitor.page.wait_for_load_state()
    visitor.look()
    assert "Mostra tutti" in visitor.text()


def surname(citizen):
    return citizen["name"].split(" ")[-1]


def somebody_listed(colleague):
    """One of the people who can sign in, met in the operator's list; at each width another one."""
    people = colleague.people("citizen")
    for citizen in people if colleague.width == 375 else reversed(people):
        colleague.page.goto(f"{colleague.service.url}/cittadini?q={surname(citizen)}")
        given = citizen["name"].split(" ")[0]
        row = colleague.page.locator("table.list tbody tr", has_text=surname(citizen)).filter(has_text=given)
        if row.count() == 1:
            return citizen, row.locator("th a")
    raise AssertionError("none of the citizens who can sign in chose the agency")


ALL = [who_has_seen_my_data]
