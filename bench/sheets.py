"""Reads a workbook with the standard library alone, sheet by sheet and row by row."""

import io
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows(content, headings=False):
    """The rows of all sheets but the last, which tells how they came about; as tuples of texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as workbook:
        names = [name for name in workbook.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
        names.sort(key=lambda name: int(re.search(r"\d+", name)[0]))
        shared = list(texts(workbook))
        for name in names[:-1]:
            with workbook.open(name) as sheet:
                for number, row in enumerate(cells(sheet, shared)):
                    if number or headings:
                        yield row


def texts(workbook):
    if "xl/sharedStrings.xml" not in workbook.namelist():
        return
    with workbook.open("xl/sharedStrings.xml") as file:
        for _, element in ElementTree.iterparse(file):
            if element.tag == f"{MAIN}si":
                yield "".join(part.text or "" for part in element.iter(f"{MAIN}t"))


def cells(sheet, shared):
    for _, element in ElementTree.iterparse(sheet):
        if element.tag == f"{MAIN}row":
            yield tuple(text(cell, shared) for cell in element.iter(f"{MAIN}c"))
            element.clear()


def text(cell, shared):
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
    value = cell.findtext(f"{MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value
