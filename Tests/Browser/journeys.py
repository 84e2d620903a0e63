"""What people do with the service, step by step."""

import csv
import io
import itertools
import re
import tempfile

import openpyxl
from axe_playwright_python.sync_playwright import Axe

AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}


class Visitor:
    """A person with a browser of their own; each page visited is checked by axe-core and for its width."""

    def __init__(self, browser, service, width, screenshots):
        self.service = service
        self.width = width
        self.screenshots = screenshots
        self.browser = browser
        self.shots = itertools.count(1)

    def __enter__(self):
        self.context = self.browser.new_context(
            viewport={"width": self.width, "height": 900}, locale="it-IT", accept_downloads=True
        )
        self.page = self.context.new_page()
        self.problems = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self.hear)
        return self

    def __exit__(self, kind, *_):
        self.context.close()
        if kind is None:
            assert not self.problems, f"the browser complained: {self.problems}"

    def hear(self, message):
        # A form that is sent back answers 422, or 409 where another window was first; browsers note that, and the
        # journeys provoke it on purpose.
        if message.type == "error" and not any(f"status of {status}" in message.text for status in (409, 422)):
            self.problems.append(message.text)

    def people(self, role, agency=None):
        rows = csv.DictReader(io.StringIO(self.service.run("demo", "--people").stdout))
        return [row for row in rows if row["role"] == role and (agency is None or row["agency"] == agency)]

    def go(self, path, name=None):
        self.page.goto(self.service.url + path)
        self.look(name)

    def look(self, name=None):
        """Axe finds nothing, and the page is no wider than the window."""
        found = Axe().run(self.page, options=AXE)
        violations = found.response["violations"]
        told = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in violations]
        assert not violations, f"{self.page.url}: {told}"
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{self.page.url} is {overflow} px too wide at {self.width}"
        if self.screenshots and name:
            self.screenshots.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=self.screenshots / f"{name}-{self.width}.png", full_page=True)

    def sign_in(self, tax_code, scope=None):
        self.go("/accedi", "accesso")
        self.page.locator(f"button[value='{tax_code}']").first.click()
        self.page.wait_for_load_state()
        if "/ambito" in self.page.url:
            self.look("ambito")
            option = scope or self.page.locator("select[name=ambito] option").first.get_attribute("value")
            self.page.select_option("select[name=ambito]", option)
            self.page.get_by_role("button", name="Conferma").click()
            self.page.wait_for_load_state()

    def press(self, name, shot=None):
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.page.wait_for_load_state()
        self.look(shot)

    def text(self):
        return self.page.inner_text("main")


def anybody_reads_the_open_pages(visitor):
    visitor.go("/", "inizio")
    visitor.go("/lavoro", "lavoro")
    assert re.search(r"\d+ offerte", visitor.text()), visitor.text()[:300]
    visitor.page.fill("input[name=q]", "magazziniere")
    visitor.press("Cerca", "lavoro-ricerca")
    visitor.page.locator(".card-item a").first.click()
    visitor.look("offerta")
    visitor.page.goto(visitor.service.url + "/lingua/en?ritorno=/lavoro")
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    visitor.look()
    for path in ("/accessibilita", "/privacy", "/note-legali"):
        visitor.go(path)
    answer = visitor.page.request.get(visitor.service.url + "/non-esiste")
    assert answer.status == 404 and "Page not found" in answer.text()


def doors_stay_closed(visitor):
    visitor.go("/cittadini")
    assert "/sviluppo/identita" in visitor.page.url, visitor.page.url
    citizen = visitor.people("citizen")[0]
    visitor.sign_in(citizen["tax_code"])
    answer = visitor.page.request.get(visitor.service.url + "/cittadini")
    assert answer.status == 403, answer.status
    answer = visitor.page.request.post(visitor.service.url + "/esci", form={"_csrf": "x" * 43})
    assert answer.status == 403, "a forged form was taken"
    visitor.go("/percorso", "percorso")
    visitor.page.get_by_role("button", name="Esci").click()
    visitor.page.wait_for_load_state()
    answer = visitor.page.request.get(visitor.service.url + "/percorso", max_redirects=0)
    assert answer.status == 303, "the session outlived the sign-out"


def vacancies_from_a_file(visitor):
    operator = visitor.people("super", "DEMO-APL-01")[0]
    visitor.sign_in(operator["tax_code"])
    visitor.go("/offerte", "offerte")
    visitor.go("/offerte/carica", "carica")
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="Modello CSV").click()
    template = open(download.value.path(), encoding="utf-8-sig", newline="").read()
    rows = list(csv.reader(io.StringIO(template), delimiter=";"))
    headings, example = rows[0], rows[1]

    def row(**values):
        cells = dict(zip(headings, example))
        cells.update(values)
        return [cells[heading] for heading in headings]

    reference = f"BRW-{visitor.width}"
    good = row(external_reference=f"{reference}-1", branch_code="DEMO-APL-01-001", title="Addetto/a alla prova del browser")
    bad = row(external_reference=f"{reference}-2", branch_code="DEMO-APL-01-001", positions="0")
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([headings, good, bad])
        file.flush()
        visitor.page.set_input_files("input[type=file]", file.name)
        visitor.press("Anteprima", "anteprima")
    text = visitor.text()
    assert "Nulla è stato ancora scritto" in text and "positions" in text, text[:800]
    visitor.press("Conferma e carica le righe valide", "esito")
    assert "rifiutate" in visitor.text()
    visitor.go("/offerte?q=prova+browser")
    assert "Addetto/a alla prova del browser" in visitor.text(), visitor.text()[:500]


def the_main_job(visitor):
    """A citizen signs a pact and expresses interest; the operator finds her and takes the list away."""
    citizen = visitor.people("citizen")[1 if visitor.width == 375 else 2]
    visitor.sign_in(citizen["tax_code"])
    visitor.go("/percorso")
    visitor.go("/patto", "patto")
    visitor.go("/patto/modifica", "patto-modifica")
    page = visitor.page
    # An incomplete pact is sent back with its errors, and nothing typed is lost.
    while page.locator("input[name=filiale]:checked").count():
        page.locator("input[name=filiale]:checked").first.uncheck()
    page.fill("input[name=email]", "prova.browser@example.it")
    visitor.press("Prosegui alla sottoscrizione", "patto-errori")
    assert "Correggi questi punti" in visitor.text()
    assert page.input_value("input[name=email]") == "prova.browser@example.it"

    chosen = set()
    for box in page.locator("input[name=filiale]").all():
        agency = box.evaluate("e => e.parentElement.querySelector('label').textContent")
        if agency not in chosen and len(chosen) < 3:
            chosen.add(agency)
            box.check()
    assert len(chosen) == 3, chosen
    page.select_option("select[name=cpi]", index=1)
    page.fill("input[name=did]", "2026-01-15")
    for box in page.locator("input[name=impegno], input[name=informativa]").all():
        box.check()
    visitor.press("Prosegui alla sottoscrizione", "patto-firma")
    assert "/patto/firma" in page.url, visitor.text()[:1500]
    visitor.press("Sottoscrivi il patto", "patto-sottoscritto")
    assert "Patto sottoscritto" in visitor.text(), visitor.text()[:500]

    # An offer of DEMO-APL-01, so that its operator receives the interest.
    agency = "DEMO-APL-01"
    code = offer_of(visitor, agency)
    visitor.go(f"/lavoro/{code}")
    page.fill("textarea[name=messaggio]", "Sono disponibile da subito. =1+1")
    visitor.press("Manifesta interesse", "manifestazioni-inviate")
    assert "Manifestazione di interesse inviata" in visitor.text()

    with Visitor(visitor.browser, visitor.service, visitor.width, visitor.screenshots) as colleague:
        operator = colleague.people("master", agency)[0]
        colleague.sign_in(operator["tax_code"])
        colleague.go("/manifestazioni", "manifestazioni")
        colleague.page.locator("tbody th a").first.click()
        colleague.page.wait_for_load_state()
        colleague.look("manifestazione")
        assert "Stato e passaggi" in colleague.text(), colleague.text()[:500]
        colleague.page.go_back()
        surname = citizen["name"].split(" ")[-1]
        assert surname in colleague.text(), f"{surname} is not among the interests"
        the_list_is_what_is_taken_away(colleague)


def offer_of(visitor, agency):
    """The code of a published vacancy of an agency in which the citizen has not yet shown interest."""
    with Visitor(visitor.browser, visitor.service, visitor.width, None) as colleague:
        colleague.sign_in(colleague.people("master", agency)[0]["tax_code"])
        colleague.go("/offerte?status=published")
        links = colleague.page.locator("table.list tbody th a").all()
        codes = [link.get_attribute("href").rsplit("/", 1)[1] for link in links]
    for code in codes:
        visitor.page.goto(f"{visitor.service.url}/lavoro/{code}")
        if visitor.page.locator("textarea[name=messaggio]").count():
            return code
    raise AssertionError("no offer is left to express interest in")


def the_list_is_what_is_taken_away(colleague):
    """Filters and sort of the screen are those of the spreadsheet, row by row."""
    page = colleague.page
    colleague.go("/cittadini", "cittadini")
    page.fill("input[name=age_min]", "30")
    page.fill("input[name=age_max]", "55")
    page.select_option("select[name=education_min]", "USG")
    page.select_option("select[name=sort]", "surname")
    colleague.press("Filtra", "cittadini-filtrati")
    seen = []
    while True:
        for line in page.locator("table.list tbody tr").all():
            seen.append((line.locator("th").inner_text().strip(), line.locator("td").first.inner_text().strip()))
        forward = page.get_by_role("link", name="Pagina successiva")
        if not forward.count() or len(seen) > 2000:
            break
        forward.click()
        page.wait_for_load_state()
    assert len(seen) > 5, f"only {len(seen)} people match"
    with page.expect_download() as download:
        page.get_by_role("link", name="Esporta in Excel").click()
    with open(download.value.path(), "rb") as file:
        sheet = openpyxl.load_workbook(file).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    headings, body = rows[0], rows[1:]
    assert headings[:2] == ("Cognome", "Nome"), headings
    assert [(row[0], row[1]) for row in body] == seen, "the sheet is not the list"
    age = headings.index("Età")
    assert all(30 <= row[age] <= 55 for row in body)
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line), "a cell is a formula"
    colleague.page.locator("table.list tbody th a").first.click()
    colleague.look("cittadino")
    assert "Curriculum" in colleague.text()


def a_form_outlives_its_session(visitor):
    """The session is closed from elsewhere in the middle of the pact; nothing that was typed is lost."""
    citizen = visitor.people("citizen")[3 if visitor.width == 375 else 4]
    visitor.sign_in(citizen["tax_code"])
    visitor.go("/patto/modifica")
    page = visitor.page
    page.fill("input[name=email]", "lunga.fatica@example.it")
    page.fill("input[name=telefono]", "333 5550199")
    first = page.locator("input[name=filiale]").first
    branch = first.get_attribute("value")
    first.check()

    with Visitor(visitor.browser, visitor.service, visitor.width, visitor.screenshots) as elsewhere:
        elsewhere.sign_in(citizen["tax_code"])
        elsewhere.page.get_by_role("link", name="I miei accessi").click()
        elsewhere.page.wait_for_load_state()
        elsewhere.look("accessi")
        assert "Chrome su Linux" in elsewhere.text() and "Questo accesso" in elsewhere.text(), elsewhere.text()
        elsewhere.press("Chiudi tutti gli altri accessi", "accessi-chiusi")
        assert elsewhere.page.locator(".card-item").count() == 1

    visitor.press("Salva la bozza", "accesso-scaduto")
    assert "L'accesso è scaduto" in visitor.text() and "conservato" in visitor.text(), visitor.text()[:300]
    page.get_by_role("link", name="Accedi di nuovo").click()
    page.locator(f"button[value='{citizen['tax_code']}']").first.click()
    page.wait_for_load_state()
    visitor.look("modulo-conservato")
    assert page.url.endswith("/patto/modifica"), page.url
    assert "Abbiamo conservato quello che avevi scritto" in visitor.text()
    assert page.input_value("input[name=email]") == "lunga.fatica@example.it"
    assert page.input_value("input[name=telefono]") == "333 5550199"
    assert page.locator(f"input[name=filiale][value='{branch}']").is_checked()
    visitor.press("Salva la bozza")
    assert "Abbiamo conservato" not in visitor.text()
    visitor.go("/patto/modifica")
    assert page.input_value("input[name=telefono]") == "333 5550199"


ALL = [anybody_reads_the_open_pages, doors_stay_closed, vacancies_from_a_file, the_main_job, a_form_outlives_its_session]
