"""Compares an .xlsx file, cell by cell, with what it should hold, as other programs read it.

Usage: check_spreadsheet.py FILE EXPECTED.json [--require-all]

EXPECTED is a list of sheets, {"name", "table", "rows"}; a cell is null, text, a number, a truth value,
{"day": "2024-02-10"} or {"instant": "2024-02-10T09:30:00"}. openpyxl must be there; python-calamine and LibreOffice
are asked when they are, and must be with --require-all. Exit status 1 and the first differences when a reader disagrees.
"""

import csv
import datetime
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text):
    """openpyxl leaves the escapes of workbooks (ECMA-376, 22.9.2.19) as they stand."""
    return ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)


def typed(cell):
    """The expected cell as Python reads it."""
    if isinstance(cell, dict):
        if "day" in cell:
            return datetime.datetime.fromisoformat(cell["day"])
        return datetime.datetime.fromisoformat(cell["instant"])
    return cell


def trimmed(row):
    row = list(row)
    while row and row[-1] is None:
        row.pop()
    return row


def same(found, expected):
    if isinstance(expected, bool) or isinstance(found, bool):
        return found is expected
    if isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        return abs(found - expected) <= 1e-9 * max(1, abs(expected))
    if isinstance(found, datetime.date) and not isinstance(found, datetime.datetime):
        found = datetime.datetime(found.year, found.month, found.day)
    return type(found) is type(expected) and found == expected


def compare(reader, name, found, expected, differences, equal=same):
    found = [trimmed(row) for row in found]
    expected = [trimmed(row) for row in expected]
    while found and not found[-1]:
        found.pop()
    if len(found) != len(expected):
        differences.append(f"{reader}: sheet {name!r} has {len(found)} rows instead of {len(expected)}")
    for number, (row, wanted) in enumerate(zip(found, expected), 1):
        if len(row) != len(wanted):
            differences.append(f"{reader}: {name!r} row {number} has {len(row)} cells instead of {len(wanted)}")
            continue
        for column, (cell, want) in enumerate(zip(row, wanted), 1):
            if not equal(cell, want):
                differences.append(
                    f"{reader}: {name!r} row {number} column {column} is {str(cell)[:80]!r}, not {str(want)[:80]!r}"
                )


def check_openpyxl(path, sheets, differences):
    import openpyxl

    workbook = openpyxl.load_workbook(path)
    names = [sheet["name"] for sheet in sheets]
    if workbook.sheetnames != names:
        differences.append(f"openpyxl: sheets {workbook.sheetnames} instead of {names}")
        return
    for sheet in sheets:
        worksheet = workbook[sheet["name"]]
        rows = []
        for row in worksheet.iter_rows():
            values = []
            for cell in row:
                if cell.data_type == "f":
                    differences.append(f"openpyxl: {sheet['name']!r} {cell.coordinate} is a formula")
                values.append(unescaped(cell.value) if isinstance(cell.value, str) else cell.value)
            rows.append(values)
        expected = [[typed(cell) for cell in row] for row in sheet["rows"]]
        compare("openpyxl", sheet["name"], rows, expected, differences)
        if sheet["table"]:
            last = max(len(sheet["rows"]), 2)
            area = f"A1:{openpyxl.utils.get_column_letter(len(sheet['rows'][0]))}{last}"
            areas = [table.ref for table in worksheet.tables.values()]
            if areas != [area]:
                differences.append(f"openpyxl: {sheet['name']!r} has the tables {areas} instead of {area}")
            if worksheet.freeze_panes != "A2":
                differences.append(f"openpyxl: {sheet['name']!r} is frozen at {worksheet.freeze_panes}")


def check_calamine(path, sheets, differences):
    import python_calamine

    workbook = python_calamine.load_workbook(str(path))
    for sheet in sheets:
        rows = workbook.get_sheet_by_name(sheet["name"]).to_python(skip_empty_area=False)
        found = [[None if cell == "" else cell for cell in row] for row in rows]
        expected = [[typed(cell) for cell in row] for row in sheet["rows"]]
        compare("calamine", sheet["name"], found, expected, differences)


def shown(cell):
    """The expected cell as LibreOffice shows it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, dict):
        if "day" in cell:
            return datetime.date.fromisoformat(cell["day"]).strftime("%d/%m/%Y")
        return datetime.datetime.fromisoformat(cell["instant"]).strftime("%d/%m/%Y %H:%M")
    return cell


def same_shown(found, expected):
    if isinstance(expected, (int, float)):
        # Shown with as many places as the column has.
        return abs(float(found) - expected) <= 0.0501
    return found.replace("\r\n", "\n") == expected


def check_libreoffice(program, path, sheets, differences):
    with tempfile.TemporaryDirectory() as folder:
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,-1"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", form, "--outdir", f"{folder}/out", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240)
        for sheet in sheets:
            file = Path(folder, "out", f"{path.stem}-{sheet['name']}.csv")
            if not file.exists():
                differences.append(f"LibreOffice: no sheet {sheet['name']!r} ({done.stdout} {done.stderr})")
                continue
            with file.open(encoding="utf-8", newline="") as lines:
                rows = [[cell if cell else None for cell in row] for row in csv.reader(lines)]
            expected = [[None if cell is None else shown(cell) for cell in row] for row in sheet["rows"]]
            compare("LibreOffice", sheet["name"], rows, expected, differences, same_shown)


def main():
    path, expected = Path(sys.argv[1]), Path(sys.argv[2])
    require_all = "--require-all" in sys.argv[3:]
    warnings.simplefilter("error")
    csv.field_size_limit(1_000_000)
    sheets = json.loads(expected.read_text(encoding="utf-8"))
    differences, checked = [], ["openpyxl"]

    broken = zipfile.ZipFile(path).testzip()
    if broken:
        differences.append(f"zipfile: {broken} is broken")
    check_openpyxl(path, sheets, differences)
    try:
        check_calamine(path, sheets, differences)
        checked.append("calamine")
    except ModuleNotFoundError:
        if require_all:
            differences.append("python-calamine is not installed")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program:
        check_libreoffice(program, path, sheets, differences)
        checked.append("LibreOffice")
    elif require_all:
        differences.append("LibreOffice is not installed")

    for difference in differences[:20]:
        print(difference)
    print(f"{len(differences)} differences, asked {', '.join(checked)}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
