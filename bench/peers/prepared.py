"""Statements with parameters, prepared once and run over and over by libpq: ADDRESS FILE TIMES."""

import json
import sys
import time

import psycopg

address, file, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(file) as content:
    statements = json.load(content)
with psycopg.connect(address) as connection:
    libpq = connection.pgconn
    for number, (statement, _) in enumerate(statements):
        result = libpq.prepare(f"s{number}".encode(), statement.encode())
        if result.error_message:
            raise SystemExit(result.error_message.decode())
    encoded = [[None if value is None else value.encode() for value in values] for _, values in statements]
    cpu, start = time.process_time(), time.perf_counter()
    rows = 0
    for _ in range(int(times)):
        rows = 0
        for number, values in enumerate(encoded):
            result = libpq.exec_prepared(f"s{number}".encode(), values)
            if result.error_message:
                raise SystemExit(result.error_message.decode())
            rows += result.ntuples
    print(json.dumps({"rows": rows, "cpu": time.process_time() - cpu, "seconds": time.perf_counter() - start}))
