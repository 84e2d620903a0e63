"""Masters and a super user in browsers of their own: created, confirmed, at work, cut off."""

from codicefiscale import codicefiscale

import journeys

AGENCY = "DEMO-APL-01"


def a_master_makes_a_super_user_and_cuts_her_off(visitor):
    """One master asks, the other confirms; the super signs in and switches scope; a suspension cuts her next click."""
    given, family = ("Sara", "Degli Esposti") if visitor.width == 375 else ("Chiara", "D'Onofrio")
    tax_code = codicefiscale.encode(
        lastname=family, firstname=given, gender="F", birthdate="09/07/1988", birthplace="H501"
    )
    masters = visitor.people("master", AGENCY)
    assert len(masters) == 2, masters
    page = visitor.page
    visitor.sign_in(masters[0]["tax_code"])
    visitor.go("/utenti", "utenti")
    page.get_by_role("link", name="Nuovo utente Super").click()
    visitor.look("utenti-nuovo")

    # What is wrong stands beside its field, and what was typed stays.
    page.fill("input[name=codice_fiscale]", tax_code[:-1] + ("A" if tax_code[-1] != "A" else "B"))
    page.fill("input[name=nome]", given)
    page.fill("input[name=cognome]", family)
    page.fill("input[name=email]", "sara.prova@example.it")
    visitor.press("Chiedi la conferma", "utenti-errori")
    assert "carattere di controllo" in visitor.text() and "Scegli almeno una filiale" in visitor.text()
    assert page.input_value("input[name=nome]") == given
    page.fill("input[name=codice_fiscale]", tax_code)
    boxes = page.locator("input[name=filiale]")
    assert boxes.count() >= 2, "the master has too few branches"
    for box in boxes.all()[:2]:
        box.check()
    visitor.press("Chiedi la conferma", "utenti-richiesta")
    assert "inviata agli altri utenti Master" in visitor.text()
    assert not page.get_by_role("button", name="Conferma la richiesta").count(), "a master may confirm her own request"

    with journeys.Visitor(visitor.browser, visitor.service, visitor.width, visitor.screenshots) as other:
        other.sign_in(masters[1]["tax_code"])
        other.go("/utenti", "utenti-da-confermare")
        other.page.get_by_role("link", name=f"{given} {family}").click()
        other.look("utenti-conferma")
        other.press("Rifiuta la richiesta")
        assert "Indica il motivo" in other.text()
        other.press("Conferma la richiesta", "utenti-confermato")
        assert "attivo" in other.text() and masters[0]["name"] in other.text()

    with journeys.Visitor(visitor.browser, visitor.service, visitor.width, visitor.screenshots) as her:
        her.sign_in(tax_code)
        assert "/cittadini" in her.page.url, her.page.url
        her.go("/ambito")
        options = her.page.locator("select[name=ambito] option")
        assert options.count() == 3, "two branches, and both together"
        branch = options.nth(1)
        name = branch.inner_text().split(" – ")[0]
        her.page.select_option("select[name=ambito]", branch.get_attribute("value"))
        her.page.get_by_role("button", name="Conferma").click()
        her.page.wait_for_load_state()
        assert name in her.page.inner_text(".site-scope"), "the scope does not show"
        her.go("/cittadini", "utenti-super-al-lavoro")
        assert her.page.request.get(her.service.url + "/utenti").status == 403

        visitor.go("/utenti")
        page.get_by_role("link", name=f"{family} {given}").click()
        visitor.look("utente")
        page.get_by_role("link", name="Sospendi").click()
        visitor.look("utente-sospensione")
        page.fill("textarea[name=motivo]", "Prova del browser")
        visitor.press("Conferma la sospensione", "utente-sospeso")
        assert "Sospeso" in visitor.text() and "Prova del browser" in visitor.text()

        her.page.get_by_role("link", name="Offerte di lavoro").first.click()
        her.page.wait_for_load_state()
        assert "/sviluppo/identita" in her.page.url, f"the suspension did not cut: {her.page.url}"
        her.page.fill("input[name=tax_code]", tax_code)
        her.press("Accedi con questo codice", "utenti-nessun-profilo")
        assert "Nessun profilo trovato" in her.text(), her.text()[:300]

    visitor.press("Riabilita", "utente-riabilitato")
    assert "di nuovo attivo" in visitor.text()


ALL = [a_master_makes_a_super_user_and_cuts_her_off]
