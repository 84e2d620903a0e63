"""Writes a workbook of rows that are in memory with a library, and tells the processor time of the writing alone."""

import datetime
import json
import os
import pickle
import sys
import time


def xlsxwriter(rows, path, count):
    """XlsxWriter in constant memory, as its documentation advises for large files."""
    import xlsxwriter

    folder = os.path.dirname(path)
    options = {"constant_memory": True, "tmpdir": folder, "strings_to_urls": False, "strings_to_formulas": False}
    workbook = xlsxwriter.Workbook(path, options)
    sheet = workbook.add_worksheet()
    moment = workbook.add_format({"num_format": "dd/mm/yyyy"})
    for column in range(len(rows[0])):
        sheet.write_string(0, column, f"Colonna {column + 1}")
    # The kind of a column is known: the method of the kind is called, which spares the library its guess.
    methods = [method(sheet, rows, at, moment) for at in range(len(rows[0]))]
    for number in range(count):
        row = rows[number % len(rows)]
        for column, write in enumerate(methods):
            value = row[column]
            if value is not None:
                write(number + 1, column, value)
    workbook.close()


def method(sheet, rows, at, moment):
    first = next((row[at] for row in rows if row[at] is not None), None)
    if isinstance(first, bool):
        return sheet.write_boolean
    if isinstance(first, (int, float)):
        return sheet.write_number
    if isinstance(first, datetime.datetime):
        return lambda row, column, value: sheet.write_datetime(row, column, value, moment)
    return sheet.write_string


def rust(rows, path, count):
    """rust_xlsxwriter through the wheel rustpy-xlsxwriter, fed by a generator of records."""
    from rustpy_xlsxwriter import write_worksheet

    names = [f"Colonna {column + 1}" for column in range(len(rows[0]))]
    records = [dict(zip(names, row)) for row in rows]
    write_worksheet((records[number % len(records)] for number in range(count)), path, sheet_name="Cittadini")


name, pool, path, count = sys.argv[1:]
with open(pool, "rb") as file:
    rows = pickle.load(file)
cpu, start = time.process_time(), time.perf_counter()
{"xlsxwriter": xlsxwriter, "rust": rust}[name](rows, path, int(count))
print(json.dumps({"rows": int(count), "cpu": time.process_time() - cpu, "seconds": time.perf_counter() - start}))
