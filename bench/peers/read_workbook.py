"""Opens a workbook as others would: the rows of its first sheet by calamine, or a pool of its rows by openpyxl."""

import datetime
import json
import pickle
import sys


def count(path):
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(path)
    # The last sheet of ours tells how the others came about.
    names = workbook.sheet_names[:-1] or workbook.sheet_names
    sheets = [workbook.get_sheet_by_name(name) for name in names]
    print(json.dumps({"rows": sum(sheet.height - 1 for sheet in sheets), "columns": sheets[0].width}))


def pool(path, most, to):
    """Typed rows, as lists for Python and as marked text for `Bench sheet`."""
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    rows = []
    for row in sheet.iter_rows(min_row=2, max_row=int(most) + 1, values_only=True):
        rows.append(list(row))
    width = max(map(len, rows))
    rows = [row + [None] * (width - len(row)) for row in rows]
    days = [all(row[at] is None or is_day(row[at]) for row in rows) for at in range(width)]
    with open(f"{to}.pickle", "wb") as file:
        pickle.dump(rows, file)
    with open(f"{to}.tsv", "w") as file:
        for row in rows:
            file.write("\t".join(marked(value, as_day) for value, as_day in zip(row, days)) + "\n")
    print(json.dumps({"rows": len(rows), "columns": width}))


def is_day(value):
    return isinstance(value, datetime.datetime) and value.time() == datetime.time()


def marked(value, as_day):
    if value is None or value == "":
        return "e"
    if isinstance(value, bool):
        return f"b{int(value)}"
    if isinstance(value, (int, float)):
        return f"i{int(value)}"
    if isinstance(value, datetime.datetime):
        if as_day:
            return f"d{value.date().isoformat()}"
        return f"s{int(value.replace(tzinfo=datetime.timezone.utc).timestamp() * 1000)}"
    return "t" + str(value).replace("\t", " ").replace("\n", " ")


{"count": count, "pool": pool}[sys.argv[1]](*sys.argv[2:])
