"""The three lists: what they say of themselves, what is taken away, kept under a name, prepared in the background."""

import csv
import io
import pathlib

import openpyxl


def shown(page):
    """The texts of the rows' headings on this page."""
    return [cell.inner_text().strip() for cell in page.locator("table.list tbody th").all()]


def download(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).first.click()
    return pathlib.Path(waiting.value.path()).read_bytes()


def three_lists(visitor):
    """Each list is a file of just its rows, in its order and with its columns."""
    page = visitor.page
    visitor.sign_in(visitor.people("master", "DEMO-APL-01")[0]["tax_code"])
    for path, name in (
        ("/cittadini?sort=surname&age_min=30&province=MI", "elenco-cittadini"),
        ("/manifestazioni", "elenco-manifestazioni"),
        ("/offerte?status=published&sort=end", "elenco-offerte"),
    ):
        visitor.go(path, name)
        rows = shown(page)
        assert rows, path
        lines = list(csv.reader(io.StringIO(download(page, "Esporta in CSV").decode("utf-8-sig")), delimiter=";"))
        assert [line[0] for line in lines[1:]][: len(rows)] == rows, f"{path}: the file is not the list"
        book = openpyxl.load_workbook(io.BytesIO(download(page, "Esporta in Excel")))
        body = list(book.worksheets[0].iter_rows(values_only=True))[1:]
        assert [str(row[0]) for row in body][: len(rows)] == rows and len(body) == len(lines) - 1, path
        assert book.sheetnames[-1] == "Informazioni", book.sheetnames
        page.get_by_role("link", name="Riepilogo", exact=True).click()
        page.wait_for_load_state()
        visitor.look(name + "-riepilogo")
        page.locator(".facets a").first.click()
        page.wait_for_load_state()
        assert shown(page), "the summary leads to an empty list"


def own_columns_and_a_name(visitor):
    """Columns are chosen and moved; the list is kept under a name and found again."""
    page = visitor.page
    visitor.sign_in(visitor.people("super", "DEMO-APL-01")[0]["tax_code"])
    visitor.go("/cittadini?age_max=60&colonne=1", "colonne")
    page.locator(".columns-panel li", has_text="Nome").nth(1).locator("a", has_text="Nascondi").click()
    page.wait_for_load_state()
    page.locator(".columns-panel li", has_text="Età").first.locator("a", has_text="Sposta prima").click()
    page.wait_for_load_state()
    visitor.look()
    page.get_by_role("link", name="Fatto", exact=True).click()
    page.wait_for_load_state()
    heads = [head.inner_text().strip() for head in page.locator("table.list thead th").all()]
    assert heads[0] == "Età" and "Nome" not in heads, heads
    page.get_by_role("link", name="Ricerche salvate", exact=True).last.click()
    page.wait_for_load_state()
    visitor.look("ricerche-pannello")
    name = f"Fino a sessanta {visitor.width}"
    page.fill("input[name=nome]", name)
    page.locator("input[name=segui]").check()
    visitor.press("Salva la ricerca", "ricerche")
    assert name in visitor.text()
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()
    assert "age_max=60" in page.url and "columns=" in page.url, page.url


def a_typing_error_is_forgiven(visitor):
    page = visitor.page
    visitor.sign_in(visitor.people("super", "DEMO-APL-01")[0]["tax_code"])
    visitor.go("/cittadini?q=magazziniere")
    right = page.locator(".list-count").inner_text()
    visitor.go("/cittadini?q=magazzinirre", "errore-di-battitura")
    assert "Nessun risultato" in visitor.text() and "magazziniere" in visitor.text(), visitor.text()[:600]
    assert page.locator(".list-count").inner_text() == right
    page.get_by_role("link", name="Cerca proprio").first.click()
    page.wait_for_load_state()
    assert not shown(page), "what was asked for exactly was corrected"


def prepared_in_the_background(visitor):
    page = visitor.page
    visitor.sign_in(visitor.people("master", "DEMO-APL-01")[0]["tax_code"])
    visitor.go("/esportazioni/nuova?elenco=citizens&formato=xlsx&sort=surname&age_min=30", "esportazione-nuova")
    visitor.press("Prepara il file", "esportazione-in-corso")
    page.wait_for_selector("text=Il file è pronto", timeout=60_000)
    visitor.look("esportazione-pronta")
    book = openpyxl.load_workbook(io.BytesIO(download(page, "Scarica")))
    names = [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    visitor.go("/cittadini?sort=surname&age_min=30")
    assert names[: len(shown(page))] == shown(page), "the file is not the list"
    visitor.go("/esportazioni", "esportazioni")
    visitor.go("/esportazioni/permessi", "esportazioni-permessi")


ALL = [three_lists, own_columns_and_a_name, a_typing_error_is_forgiven, prepared_in_the_background]
