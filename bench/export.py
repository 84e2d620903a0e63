"""The list of the largest agency taken away as a workbook, to the last byte, and others who do the same."""

import os
import sys

import people
import tools
import world
from download import Download, counted
from peer_django import Django
from plan import VARIANTS
from process import Run, check
from program import Program, Visitor

SORTS = {"default": "", "surname": "&sort=surname"}
POOL = 20_000
# As found it takes hours for a million: it is stopped then, and the rest is reckoned.
LIMIT = 180


def measure(plan, binaries, engine, folder):
    database = world.made(plan, binaries, engine, is_one_agency=True)
    master = people.operators(database)["largest agency"]
    result = {"exports": {}}
    program = Program(f"{binaries}/incontro", folder, database.address)
    with program.serve(INCONTRO_LOG_LEVEL="warning") as server:
        for sort, query in SORTS.items():
            result["exports"][sort] = taken(server, database, master, query, folder / f"ours-{sort}.xlsx")
            tell(sort, result["exports"][sort])
    file = folder / "ours-default.xlsx"
    rows = result["exports"]["default"]["rows"]
    result["columns"] = result["exports"]["default"]["columns"]
    result["floor"] = floor(engine, database, folder)
    tell("floor", result["floor"])
    result["writers"] = writers(binaries, file, rows, folder, plan.has_peers)
    result["django"] = {}
    if plan.has_peers and engine.key == "postgresql":
        for variant in VARIANTS:
            result["django"][variant] = django(variant, database, master, result["columns"], folder)
            tell(VARIANTS[variant], result["django"][variant])
    return result


def tell(name, row):
    behind = row.get("cpu_behind", 0)
    print(
        f"  export, {name}: {row['rows']:,} rows, CPU {row['cpu']:.2f} + {behind:.2f} s, {row['seconds']:.1f} s",
        file=sys.stderr,
    )


def taken(server, database, master, query, file):
    """As a browser does it: signed in just now, the list first, then its link."""
    visitor = Visitor(server)
    visitor.sign_in(master)
    visitor.get(f"/cittadini?columns=all{query}")
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
    path = f"/cittadini.xlsx?subito=1&columns=all{query}"
    download = Download(server.url, path, cookies, [server.process.pid], database.server, file)
    check(
        download.status == 200 and "spreadsheetml" in download.content_type,
        f"{path} answered {download.status} {download.content_type} {download.location or ''}",
    )
    read = Run([tools.packages(), "bench/peers/read_workbook.py", "count", str(file)]).result
    wanted = database.rows(f"""
        SELECT count(DISTINCT p.citizen_id) FROM activation_pact p JOIN activation_pact_choice k ON k.pact_id = p.id
        WHERE p.state = 'signed' AND k.agency_id = {database.rows(world.LARGEST)[0][0]}
    """)[0][0]
    check(read["rows"] == wanted, f"calamine reads {read['rows']} rows, SQL finds {wanted}")
    return {**download.result(read["rows"]), "columns": read["columns"]}


STATEMENT = """
    SELECT c.family_name, c.given_name, r.birth_date, c.municipality_code, r.province, c.phone, c.email, r.measure,
        v.education_code, v.profession_code, v.profession_text, v.experience_months, v.experience_since, v.licences,
        v.own_vehicle, v.languages, v.working_times, r.pad_day, r.psp_state, r.curriculum_at,
        (SELECT {names} FROM branch_citizen l WHERE l.citizen_id = r.citizen_id
            AND l.branch_id IN (SELECT b.id FROM branch b WHERE b.agency_id = {largest})),
        (SELECT count(*) FROM expression_of_interest e WHERE e.citizen_id = r.citizen_id
            AND e.branch_id IN (SELECT b.id FROM branch b WHERE b.agency_id = {largest}))
    FROM agency_citizen r JOIN citizen c ON c.id = r.citizen_id LEFT JOIN curriculum v ON v.citizen_id = r.citizen_id
    WHERE r.agency_id = {largest} ORDER BY r.position DESC
"""


def floor(engine, database, folder):
    """The same rows as CSV by the engine's own shell: no labels, no workbook, no web server."""
    largest = database.rows(world.LARGEST)[0][0]
    file = folder / "floor.csv"
    if engine.key == "sqlite":
        statement = STATEMENT.format(names="group_concat(l.branch_id, ' ')", largest=largest)
        command = ["sqlite3", "-csv", "-cmd", f".output {file}", str(database.path), statement]
        name = "sqlite3 -csv"
    else:
        statement = STATEMENT.format(names="string_agg(l.branch_id::text, ' ')", largest=largest)
        copy = f"COPY ({statement}) TO STDOUT WITH (FORMAT csv)"
        command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-o", str(file), "-c", copy, database.address]
        name = "psql COPY … TO STDOUT"
    run = Run(command, database.server)
    with open(file, "rb") as content:
        rows = sum(block.count(b"\n") for block in iter(lambda: content.read(1 << 20), b""))
    return {"name": name, "rows": rows, "cpu": run.cpu, "cpu_behind": run.server_cpu, "seconds": run.seconds,
            "peak_mb": run.peak_mb, "bytes": os.path.getsize(file)}


def writers(binaries, workbook, rows, folder, has_peers):
    """The writer alone on rows in memory, as many as the export had: ours and libraries."""
    python, pool = tools.packages(), str(folder / "pool")
    made = Run([python, "bench/peers/read_workbook.py", "pool", str(workbook), str(POOL), pool]).result
    check(made["rows"] == min(POOL, rows), f"a pool of {made['rows']} rows")
    command = [f"{binaries}/Bench", "sheet", f"{pool}.tsv", str(folder / "out.xlsx"), str(rows)]
    results = {"ours": written(command, folder)}
    for name in ("xlsxwriter", "rust") if has_peers else ():
        command = [python, "bench/peers/writers.py", name, f"{pool}.pickle", str(folder / "out.xlsx"), str(rows)]
        results[name] = written(command, folder)
    return results


def written(command, folder):
    run = Run(command)
    file = folder / "out.xlsx"
    found = sum(counted(file)) - 1
    check(found == run.result["rows"], f"{' '.join(command[:3])} wrote {found} rows, not {run.result['rows']}")
    result = {**run.result, "peak_mb": run.peak_mb, "bytes": file.stat().st_size}
    print(f"  writer, {os.path.basename(command[0])} {command[2]}: {result['cpu']:.2f} s CPU", file=sys.stderr)
    return result


def django(variant, database, master, columns, folder):
    file = folder / "django.xlsx"
    with Django(variant, database, folder) as peer:
        cookies = peer.cookies(master)
        path = f"/cittadini.xlsx?columns={min(columns, 25)}"
        download = Download(peer.url, path, cookies, peer.processes, database.server, file, LIMIT)
        check(download.status == 200, f"the Django peer answered {download.status}")
    rows = sum(counted(file)) - 1
    return download.result(rows)
