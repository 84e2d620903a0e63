"""Statements with parameters, run over and over by libpq as the page sends them: ADDRESS FILE TIMES.

Prepared once; those that the page has planned for their values each time are here, too.
"""

import json
import sys
import time

import psycopg

address, file, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(file) as content:
    statements = json.load(content)
with psycopg.connect(address) as connection:
    libpq = connection.pgconn
    for number, (statement, _, is_prepared) in enumerate(statements):
        if not is_prepared:
            continue
        result = libpq.prepare(f"s{number}".encode(), statement.encode())
        if result.error_message:
            raise SystemExit(result.error_message.decode())
    encoded = [
        (statement.encode(), [None if value is None else value.encode() for value in values], is_prepared)
        for statement, values, is_prepared in statements
    ]
    cpu, start = time.process_time(), time.perf_counter()
    rows = 0
    for _ in range(int(times)):
        rows = 0
        for number, (statement, values, is_prepared) in enumerate(encoded):
            if is_prepared:
                result = libpq.exec_prepared(f"s{number}".encode(), values)
            else:
                result = libpq.exec_params(statement, values)
            if result.error_message:
                raise SystemExit(result.error_message.decode())
            rows += result.ntuples
    print(json.dumps({"rows": rows, "cpu": time.process_time() - cpu, "seconds": time.perf_counter() - start}))
