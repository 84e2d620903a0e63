"""A person whom only INPS's file knows: she writes her CV, signs the pact, applies, and is found.

Her names are hostile on purpose: markup and a formula have to come through as the texts that they are.
"""

import csv
import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl
from codicefiscale import codicefiscale

import journeys

GIVEN, FAMILY = "=1+1", "D'Àngelo <b>"
AGENCY = "DEMO-APL-01"
# One person for each width, each with a word in the CV that no other has.
BIRTHS = {1280: datetime.date(1985, 4, 12), 375: datetime.date(1985, 4, 13)}
WORDS = {1280: "xilofonista", 375: "glockenspiel"}


def tax_code(width):
    return codicefiscale.encode(FAMILY, GIVEN, "F", BIRTHS[width].strftime("%d/%m/%Y"), "Genova")


def prepare(service):
    """Imports both by the command line, as whoever runs the service does with INPS's file."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(
            "number,tax_code,given_name,family_name,sex,birth_date,birth_place_code,municipality_code,email,measure,"
            "submitted_on,outcome".split(",")
        )
        for width, birth in BIRTHS.items():
            writer.writerow(
                [f"BROWSER-CV-{width}", tax_code(width), GIVEN, FAMILY, "F", birth.isoformat(), "D969", "D969",
                 "nuova.persona@example.it", "SFL", "2026-01-15", "accepted"]
            )
        file.flush()
        service.run("import", "applications", file.name)


def sign_in_by_tax_code(visitor):
    """The provider's page lists some people; anybody else types the tax code."""
    visitor.go("/accedi")
    visitor.page.fill("#tax-code", tax_code(visitor.width))
    visitor.page.get_by_role("button", name="Accedi con questo codice").click()
    visitor.page.wait_for_load_state()


def a_newcomer_writes_her_cv_and_is_found(visitor):
    sign_in_by_tax_code(visitor)
    visitor.go("/percorso", "percorso-senza-curriculum")
    assert visitor.page.locator(".site-person-name").inner_text() == f"{GIVEN} {FAMILY}"
    assert "Il curriculum non è ancora compilato" in visitor.text(), visitor.text()
    the_pact_leads_to_the_cv(visitor)
    work_and_education(visitor)
    jobs(visitor)
    the_other_sections(visitor)
    publication(visitor)
    signature(visitor)
    interest(visitor)
    with journeys.Visitor(visitor.browser, visitor.service, visitor.width, visitor.screenshots) as colleague:
        the_agency_finds_her(colleague)


def the_pact_leads_to_the_cv(visitor):
    visitor.go("/patto/modifica")
    visitor.press("Prosegui alla sottoscrizione", "patto-senza-curriculum")
    visitor.page.get_by_role("link", name="Completa il curriculum").first.click()
    visitor.page.wait_for_load_state()
    visitor.look("curriculum-vuoto")
    visitor.page.get_by_role("link", name="Compila il curriculum").click()
    visitor.page.wait_for_load_state()
    visitor.look("curriculum-parti-vuote")
    visitor.page.get_by_role("link", name="Lavoro che cerchi").click()
    visitor.page.wait_for_load_state()


def work_and_education(visitor):
    page = visitor.page
    visitor.look("curriculum-professioni-vuoto")
    page.fill("[name='desired_professions.0.description']", "barista")
    visitor.press("Cerca nell'elenco delle professioni", "curriculum-professioni-cerca")
    assert page.get_by_label("Barista", exact=True).is_checked(), "the very name of a profession is not recognised"
    visitor.press("Aggiungi un'altra professione", "curriculum-professioni-due")
    assert page.get_by_label("Barista", exact=True).is_checked()
    page.fill("[name='desired_professions.1.description']", "Commessa di negozio")
    page.select_option("[name='desired_professions.1.has_experience']", "yes")
    visitor.press("Salva e continua", "curriculum-istruzione-vuoto")
    assert "/curriculum/modifica/istruzione" in page.url, visitor.text()[:800]
    page.fill("[name='education.0.year']", "duemilaquattro")
    visitor.press("Salva e continua", "curriculum-istruzione-errori")
    assert "Scegli il titolo di studio" in visitor.text()
    assert page.input_value("[name='education.0.year']") == "duemilaquattro"
    page.select_option("[name='education.0.level']", "USG")
    page.fill("[name='education.0.year']", "2004")
    page.fill("[name='education.0.grade']", "92/100")
    visitor.press("Aggiungi un corso", "curriculum-istruzione-corso")
    page.fill("[name='training.0.title']", "Corso di caffetteria")
    visitor.press("Salva e continua", "curriculum-esperienze-vuoto")


def jobs(visitor):
    page = visitor.page

    def job(row, title, employer, start, end=None):
        page.fill(f"[name='experiences.{row}.title']", title)
        page.fill(f"[name='experiences.{row}.employer']", employer)
        page.select_option(f"[name='experiences.{row}.start_month']", start[0])
        page.fill(f"[name='experiences.{row}.start_year']", start[1])
        if end:
            page.select_option(f"[name='experiences.{row}.end_month']", end[0])
            page.fill(f"[name='experiences.{row}.end_year']", end[1])
        else:
            page.get_by_label("Lavoro ancora qui").nth(row).check()

    job(0, "Barista", "Bar <Sole> & Figli", ("3", "2019"))
    visitor.press("Aggiungi un'esperienza", "curriculum-esperienze-due")
    job(1, "Commessa", "Negozio Rossi", ("1", "2015"), ("12", "2014"))
    page.fill("[name='experiences.1.duties']", "Vendita e cassa.")
    visitor.press("Salva e continua", "curriculum-esperienze-errori")
    # The years are the wrong way round: told at the field, with everything else as typed.
    assert "Esperienza 2, Mese di fine" in visitor.text(), visitor.text()[:800]
    assert page.input_value("[name='experiences.0.employer']") == "Bar <Sole> & Figli"
    page.fill("[name='experiences.1.end_year']", "2018")
    visitor.press("Salva e continua", "curriculum-lingue-vuoto")
    assert "/curriculum/modifica/lingue" in page.url, visitor.text()[:800]


def the_other_sections(visitor):
    page = visitor.page
    page.select_option("[name='languages.0.code']", "en")
    for skill, level in (("read", "B2"), ("written", "B1"), ("spoken", "B1")):
        page.select_option(f"[name='languages.0.{skill}']", level)
    visitor.press("Aggiungi una lingua")
    page.select_option("[name='languages.1.code']", "it")
    page.get_by_label("È la mia lingua madre").nth(1).check()
    visitor.press("Salva e continua", "curriculum-competenze-vuoto")
    page.fill("[name='skills']", f"{WORDS[visitor.width]}\ncassa e incassi")
    # The script saves while she types; a reload shows it, without any button.
    page.get_by_text("Bozza salvata alle").wait_for()
    page.reload()
    assert WORDS[visitor.width] in page.input_value("[name='skills']")
    visitor.press("Aggiungi una conoscenza informatica", "curriculum-competenze")
    page.fill("[name='computer_skills.0.name']", "Excel")
    page.select_option("[name='computer_skills.0.level']", "basic")
    visitor.press("Salva e continua", "curriculum-patenti-vuoto")
    page.locator("input[name='licences'][value='B']").check()
    visitor.press("Salva e continua", "curriculum-disponibilita-vuoto")
    page.fill("[name='availability.municipalities']", "Genova\nSamone")
    page.get_by_label("Turni").check()
    page.get_by_label("Ho un mezzo proprio").check()
    page.get_by_label("Tempo indeterminato", exact=True).check()
    visitor.press("Salva e continua", "curriculum-disponibilita-errori")
    assert "Samone (TO)" in visitor.text(), visitor.text()[:800]
    page.fill("[name='availability.municipalities']", "Genova\nSamone (TO)")
    visitor.press("Salva e continua", "curriculum-presentazione-vuoto")
    page.fill("[name='summary']", "Cerco un lavoro al banco, =1+1 <b>.")
    visitor.press("Salva e torna al riepilogo", "curriculum-parti")


def publication(visitor):
    """A second window that saves first is noticed; then the CV is published."""
    page = visitor.page
    visitor.go("/curriculum/modifica/presentazione")
    second = visitor.context.new_page()
    second.goto(page.url)
    second.fill("[name='summary']", "Scritto nell'altra finestra.")
    second.get_by_role("button", name="Salva e continua", exact=True).click()
    second.wait_for_url("**/curriculum/modifica")
    second.close()
    page.fill("[name='summary']", "Cerco un lavoro al banco, =1+1 <b>. Subito.")
    visitor.press("Salva e continua", "curriculum-due-finestre")
    assert "Scritto nell'altra finestra." in visitor.text(), visitor.text()[:800]
    assert page.input_value("[name='summary']").endswith("Subito.")
    visitor.press("Salva e continua")
    assert page.url.endswith("/curriculum/modifica"), page.url
    visitor.press("Pubblica il curriculum", "curriculum-pubblicato")
    text = visitor.text()
    for expected in ("Curriculum pubblicato", "Bar <Sole> & Figli", "marzo 2019", "=1+1 <b>", "lingua madre"):
        assert expected in text, f"{expected} is not on the page: {text[:1500]}"


def signature(visitor):
    page = visitor.page
    visitor.go("/patto/modifica")
    chosen = set()
    ours = page.get_by_label("Cerca per agenzia, filiale o comune")
    ours.fill(agency_name(visitor))
    visitor.press("Cerca filiali")
    boxes = page.locator("input[name=filiale]")
    boxes.first.check()
    chosen.add(boxes.first.evaluate("e => e.parentElement.querySelector('label').textContent"))
    ours.fill("")
    visitor.press("Cerca filiali")
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
    visitor.press("Prosegui alla sottoscrizione")
    assert "/patto/firma" in page.url, visitor.text()[:1500]
    visitor.press("Sottoscrivi il patto")
    assert "Patto sottoscritto" in visitor.text(), visitor.text()[:500]


def agency_name(visitor):
    """How the agency that is to find her is called on the pages."""
    with journeys.Visitor(visitor.browser, visitor.service, visitor.width, None) as colleague:
        colleague.sign_in(colleague.people("master", AGENCY)[0]["tax_code"])
        return colleague.page.locator(".site-person-role").inner_text().split(", ", 1)[1]


def interest(visitor):
    code = journeys.offer_of(visitor, AGENCY)
    visitor.go(f"/lavoro/{code}")
    visitor.page.fill("textarea[name=messaggio]", "Buongiorno")
    visitor.press("Manifesta interesse")
    assert "Manifestazione di interesse inviata" in visitor.text()


def the_agency_finds_her(colleague):
    page = colleague.page
    colleague.sign_in(colleague.people("master", AGENCY)[0]["tax_code"])
    colleague.go("/manifestazioni")
    assert FAMILY in colleague.text()
    colleague.go("/cittadini")
    page.fill("input[name=keywords], input[name=q]", WORDS[colleague.width])
    colleague.press("Filtra", "cittadini-nome-ostile")
    assert page.locator("table.list tbody tr").count() == 1, colleague.text()[:800]
    assert FAMILY in page.locator("table.list tbody").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Esporta in Excel").click()
    names_are_texts(pathlib.Path(download.value.path()))
    page.locator("table.list tbody th a").first.click()
    colleague.look("cittadino-nome-ostile")
    assert page.locator("h1").inner_text() == f"{GIVEN} {FAMILY}"
    for expected in ("Bar <Sole> & Figli", WORDS[colleague.width], "Samone (TO)", "con esperienza"):
        assert expected in colleague.text(), f"{expected} is not on the page"


def names_are_texts(path):
    """In the workbook, and after LibreOffice has read and written it, a name is what was typed."""
    with open(path, "rb") as file:
        sheet = openpyxl.load_workbook(file).worksheets[0]
    cells = {cell.value: cell for row in sheet.iter_rows(min_row=2, max_row=2) for cell in row}
    for name in (GIVEN, FAMILY):
        assert name in cells, f"{name} is not among {list(cells)}"
        assert cells[name].data_type == "s", f"{name} is a cell of type {cells[name].data_type}"
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(path, f"{folder}/elenco.xlsx")
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder, copy],
            check=True, capture_output=True, timeout=120,
        )
        rows = list(csv.reader(open(f"{folder}/elenco.csv", encoding="utf-8", newline="")))
    assert len(rows) == 2 and GIVEN in rows[1] and FAMILY in rows[1], rows


def the_cv_needs_no_script(visitor):
    """Rows come and go, and the Enter key saves, in a browser that runs no script."""
    citizen = visitor.people("citizen")[5 if visitor.width == 375 else 6]
    context = visitor.browser.new_context(
        viewport={"width": visitor.width, "height": 900}, locale="it-IT", java_script_enabled=False
    )
    page = context.new_page()
    page.goto(visitor.service.url + "/accedi")
    page.locator(f"button[value='{citizen['tax_code']}']").first.click()
    page.goto(visitor.service.url + "/curriculum/modifica/competenze")
    there = page.locator("[name^='computer_skills.'][name$='.name']").count()
    page.get_by_role("button", name="Aggiungi una conoscenza informatica").click()
    page.fill(f"[name='computer_skills.{there}.name']", "Fogli di calcolo")
    page.press(f"[name='computer_skills.{there}.name']", "Enter")
    page.get_by_role("heading", name="Correggi questi punti").wait_for()
    assert page.input_value(f"[name='computer_skills.{there}.name']") == "Fogli di calcolo"
    page.select_option(f"[name='computer_skills.{there}.level']", "advanced")
    page.press(f"[name='computer_skills.{there}.name']", "Enter")
    page.wait_for_url("**/curriculum/modifica/patenti")
    page.goto(visitor.service.url + "/curriculum/modifica/competenze")
    page.get_by_role("button", name=f"Togli: Conoscenza {there + 1}").click()
    assert page.locator("[name^='computer_skills.'][name$='.name']").count() == there
    # Nothing is left of it: the draft says again what is published.
    page.goto(visitor.service.url + "/curriculum/modifica")
    assert "Non ci sono modifiche da pubblicare" in page.inner_text("main"), page.inner_text("main")
    context.close()


ALL = [a_newcomer_writes_her_cv_and_is_found, the_cv_needs_no_script]
