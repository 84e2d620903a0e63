"""What the page's own SQL costs without a page: no server, no session, no audit, no HTML."""

import json
import re

import tools
import world
from process import Run, check
from program import Visitor

TIMES = 200
PATH = "/cittadini?age_min=25&age_max=54&education_min=LSE"
# What the server asks besides, whoever asks for a page.
BESIDES = ("audit_", "job_lease", "outbox_", "reference_list", "person_session")


def measure(engine, database, program, tax_code, folder):
    """Milliseconds of processor for the statements of the first page of the largest agency, in the standard order."""
    if engine.key == "sqlite":
        return by_shell(database, folder)
    statements = of_the_page(engine, database, program, tax_code)
    file = folder / "statements.json"
    file.write_text(json.dumps(statements))
    command = [tools.packages(), "bench/peers/prepared.py", database.address, str(file), str(TIMES)]
    run = Run(command, database.server)
    return {
        "name": f"{len(statements)} statements by libpq (psycopg's wrapper)", "rows": run.result["rows"],
        "cpu_ms": 1000 * run.result["cpu"] / TIMES, "behind_ms": 1000 * run.server_cpu / TIMES,
        "wall_ms": 1000 * run.result["seconds"] / TIMES,
    }


def of_the_page(engine, database, program, tax_code):
    """The statements that one request sends, with their parameters, out of PostgreSQL's log."""
    name = database.rows("SELECT current_database()")[0][0]
    for setting in ("log_statement = 'all'", "log_min_messages = 'log'"):
        engine.run(f"ALTER DATABASE {name} SET {setting}")
    try:
        with program.serve(INCONTRO_LOG_LEVEL="warning") as server:
            visitor = Visitor(server)
            visitor.sign_in(tax_code)
            visitor.get(PATH)
            log = engine.folder / "log"
            start = log.stat().st_size
            visitor.get(PATH)
            with open(log) as file:
                file.seek(start)
                text = file.read()
    finally:
        engine.run(f"ALTER DATABASE {name} RESET log_statement")
        engine.run(f"ALTER DATABASE {name} RESET log_min_messages")
    found = []
    entries = re.split(r"\n(?=\d{4}-\d\d-\d\d )", text)
    for entry, following in zip(entries, [*entries[1:], ""]):
        match = re.search(r"LOG:  execute ([^:]+): ((?:SELECT|WITH)\b.*)", entry, re.DOTALL)
        if match and not any(word in match[2] for word in BESIDES):
            detail = re.search(r"DETAIL:  parameters: (.*)", following, re.DOTALL)
            is_prepared = match[1] != "<unnamed>"
            found.append([match[2].replace("\n\t", "\n"), parameters(detail[1] if detail else ""), is_prepared])
    check(any("agency_citizen" in statement for statement, *_ in found), "the log holds no statement of the list")
    return found


def parameters(text):
    values = re.findall(r"\$\d+ = (?:(NULL)|'((?:[^']|'')*)')", text)
    return [None if nothing else value.replace("''", "'") for nothing, value in values]


PAGE = """
    WITH own (id) AS MATERIALIZED (SELECT b.id FROM branch b WHERE b.agency_id = {agency})
    SELECT r.citizen_id, c.family_name, c.given_name, r.birth_date, c.municipality_code, r.province, c.phone, c.email,
        v.education_code, v.profession_code, v.experience_months, v.licences, v.own_vehicle, r.pad_day, r.curriculum_at,
        (SELECT group_concat(l.branch_id, ' ') FROM branch_citizen l
            WHERE l.citizen_id = r.citizen_id AND l.branch_id IN (SELECT id FROM own)),
        (SELECT count(*) FROM expression_of_interest e
            WHERE e.citizen_id = r.citizen_id AND e.branch_id IN (SELECT id FROM own))
    FROM (
        SELECT r.citizen_id FROM agency_citizen r WHERE {condition} ORDER BY r.position DESC LIMIT 51
    ) AS found CROSS JOIN agency_citizen r ON r.agency_id = {agency} AND r.citizen_id = found.citizen_id
    JOIN citizen c ON c.id = r.citizen_id LEFT JOIN curriculum v ON v.citizen_id = r.citizen_id
    ORDER BY r.position DESC;
    SELECT count(*) FROM (SELECT 1 FROM agency_citizen r WHERE {condition} LIMIT 1001);
"""


def by_shell(database, folder):
    """The same questions as the page's, put by hand, over and over to SQLite's own shell."""
    agency = database.rows(world.LARGEST)[0][0]
    condition = (
        f"r.agency_id = {agency} AND +r.birth_date <= '2001-11-25' AND +r.birth_date > '1971-11-25' "
        "AND +r.education_rank >= 2"
    )
    script = folder / "page.sql"
    script.write_text(f".output {folder}/page.csv\n" + TIMES * PAGE.format(agency=agency, condition=condition))
    run = Run(["sqlite3", "-csv", "-init", str(script), str(database.path), ".quit"])
    rows = (folder / "page.csv").read_text().count("\n")
    check(rows == TIMES * 52, f"SQLite's shell gives {rows} rows, not {TIMES} × 52")
    return {
        "name": "2 statements, sqlite3's shell", "rows": 51, "cpu_ms": 1000 * run.cpu / TIMES, "behind_ms": 0.0,
        "wall_ms": 1000 * run.seconds / TIMES,
    }
