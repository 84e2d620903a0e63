#!/usr/bin/env python3
"""The command line end to end, as a process: imports with their exit statuses and reports, and what becomes of them.

Runs on SQLite and, where INCONTRO_TEST_POSTGRES names a server, on PostgreSQL. Exits with a status other than 0 when
anything is not as it should be; with CI=true PostgreSQL and LibreOffice must be there.
"""

import argparse
import datetime
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import zipfile

import openpyxl
from codicefiscale import codicefiscale

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Support"))

from api_clients import software_gets_a_token_and_loses_it_with_its_client, what_no_client_can_be_made_of_is_said
from api_loads import a_load_survives_its_service
from audit import (
    the_audit_trail_is_sealed_verified_and_taken_away,
    the_service_runs_as_a_role_that_cannot_change_the_trail,
)
from outbox import what_was_set_aside_is_listed_and_put_back
from program import ROOT, Program, Visitor, free_port, table

TODAY = datetime.date.today()


def tax_code(given_name, family_name, sex, birth):
    return codicefiscale.encode(
        lastname=family_name, firstname=given_name, gender=sex, birthdate=birth, birthplace="H501"
    )


MASTER = tax_code("Anna", "Bianchi", "F", "1975-05-01")
CITIZEN = tax_code("Maria", "D'Angelo", "F", "1980-03-02")


def vacancy(number):
    return {
        "external_reference": f"R-{number}", "branch_code": "PROVA-001", "title": f"Magazziniere/a, turno {number}",
        "profession_code": "8.1.3.1.0",
        "description": "Ricevimento merci, stoccaggio con carrello elevatore e preparazione degli ordini.",
        "positions": "1", "employer.tax_code": "01234567897", "employer.name": "Logistica Nord S.r.l.",
        "contract.collective_agreement": "H011", "employer.ateco_code": "52.10.10",
        "employer.ateco_version": "2007", "workplace.municipality_code": "H501", "contract.type_code": "A.06.01",
        "contract.duration_months": "3", "contract.working_time": "F", "contract.weekly_hours": "40",
        "pay.minimum": "1500,50", "pay.maximum": "1700", "pay.period": "month",
        "requirements.minimum_education_code": "LSE", "contact.email": "roma@agenzia.example", "status": "published",
        "publication_end_date": (TODAY + datetime.timedelta(days=30)).isoformat(),
    }


FAULTS = [
    ("title", ""), ("branch_code", "PROVA-999"), ("positions", "many"), ("pay.minimum", "99999"),
    ("publication_end_date", "2020-01-01"), ("contract.type_code", "Z.99"), ("workplace.municipality_code", "XXXX"),
    ("contract.working_time", "sometimes"), ("requirements.minimum_education_code", "XYZ"), ("status", "gone"),
]


def register(program):
    """An agency with two branches, its master and a job centre, as files of the register bring them."""
    program.run("migrate")
    files = {
        "agencies": [
            {"code": "PROVA", "tax_code": "01234567897", "name": "Prova Lavoro S.p.A.", "sections": "1",
             "authorised_from": "2015-01-01", "authorised_to": ""},
        ],
        "branches": [
            {"agency_code": "PROVA", "code": f"PROVA-00{number}", "name": f"Roma {number}", "municipality_code": "H501",
             "address": "", "postal_code": "00155", "email": "", "phone": "", "valid_from": "2020-01-01", "valid_to": ""}
            for number in (1, 2)
        ],
        "job-centres": [{"code": "CPI-RM", "name": "CPI Roma", "municipality_code": "H501", "address": "", "email": ""}],
        "operators": [
            {"agency_code": "PROVA", "tax_code": MASTER, "given_name": "Anna", "family_name": "Bianchi",
             "email": "anna@prova.example", "role": "master"},
        ],
        "grants": [
            {"agency_code": "PROVA", "operator_tax_code": MASTER, "branch_code": f"PROVA-00{number}",
             "valid_from": "2020-01-01", "valid_to": ""}
            for number in (1, 2)
        ],
    }
    for kind, rows in files.items():
        program.run("import", kind, table(program.folder / f"{kind}.csv", rows))


def imported(program, file, report, status, *more):
    """Imports vacancies, and gives the receipts by their outcome and the text for people."""
    result = program.run("import", "vacancies", file, "--agency", "PROVA", "--report", report, *more, status=status)
    outcomes = {}
    for row in json.loads(report.read_text())["items"]:
        outcomes.setdefault(row["outcome"], []).append(row)
    return outcomes, result.stdout


def content(program):
    """All that is stored of vacancies, for a comparison; on SQLite alone, whose file is at hand."""
    if not program.database.startswith("sqlite:"):
        return None
    with sqlite3.connect(program.database.removeprefix("sqlite:")) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for name in ("vacancy", "publication_period", "change")
        }


def vacancies_of_a_file_go_in_but_for_the_faulty_ones(program):
    register(program)
    rows = [vacancy(number) for number in range(5000)]
    faulty = {}
    for number in range(50):
        place = number * 100 + 99
        column, cell = FAULTS[number % len(FAULTS)]
        rows[place][column] = cell
        faulty[place + 2] = column
    file = table(program.folder / "vacancies.csv", rows, encoding="cp1252", delimiter=";")
    report = program.folder / "report.json"

    outcomes, text = imported(program, file, report, 2, "--dry-run")
    assert len(outcomes["created"]) == 4950, {key: len(rows) for key, rows in outcomes.items()}
    outcomes, text = imported(program, file, report, 2)
    assert {key: len(rows) for key, rows in outcomes.items()} == {"created": 4950, "rejected": 50}, text
    assert "4950" in text and "50" in text, text
    for row in outcomes["rejected"]:
        column = faulty.pop(row["row"])
        assert any(error["field"] == column and error["detail"] for error in row["errors"]), (column, row)
    assert not faulty, faulty

    before = content(program)
    outcomes, text = imported(program, file, report, 2)
    assert {key: len(rows) for key, rows in outcomes.items()} == {"unchanged": 4950, "rejected": 50}, text
    assert content(program) == before, "the same file again has changed something"

    for number in range(5000):
        rows[number] = vacancy(number)
    table(file, rows)
    outcomes, text = imported(program, file, report, 0)
    assert {key: len(rows) for key, rows in outcomes.items()} == {"unchanged": 4950, "created": 50}, text


def what_cannot_be_imported_is_said(program):
    register(program)
    other = program.folder / "other.csv"
    other.write_text("a,b\n1,2\n")
    before = content(program)
    for arguments, status in [
        (("import", "vacancies", other, "--agency", "PROVA"), 2),
        (("import", "vacancies", program.folder / "nowhere.csv"), 2),
        (("import", "things", other), 64),
        (("import", "reference", "things", other), 64),
        (("import", "vacancies"), 64),
        (("import", "reference", "cp2021", other), 2),
    ]:
        result = program.run(*arguments, status=status)
        assert result.stderr.strip(), arguments
        assert "Fatal" not in result.stderr and "Error Domain" not in result.stderr, result.stderr
    assert content(program) == before


def odd_names_stay_text_on_every_way(program):
    register(program)
    application = {
        "number": "INPS-1", "tax_code": CITIZEN, "given_name": "=1+1", "family_name": "D'Àngelo <b>", "sex": "F",
        "birth_date": "1980-03-02", "birth_place_code": "H501", "citizenship": "", "municipality_code": "H501",
        "postal_code": "00155", "address": "Via Collatina 200", "email": "maria@posta.example", "phone": "333 5550123",
        "measure": "SFL", "submitted_on": (TODAY - datetime.timedelta(days=40)).isoformat(), "outcome": "accepted",
        "outcome_on": (TODAY - datetime.timedelta(days=30)).isoformat(), "job_centre_code": "CPI-RM",
    }
    pact = {
        "tax_code": CITIZEN, "job_centre_code": "CPI-RM", "state": "signed",
        "signed_on": (TODAY - datetime.timedelta(days=20)).isoformat(), "branch_codes": "PROVA-001|PROVA-002",
    }
    program.run(
        "import", "applications", table(program.folder / "applications.csv", [application], "cp1252", ";")
    )
    program.run("import", "service-pacts", table(program.folder / "pacts.csv", [pact]))
    with program.serve() as server:
        visitor = Visitor(server)
        visitor.sign_in(MASTER)
        page = visitor.get("/cittadini").decode()
        assert "=1+1" in page and "<b>" not in page and "Àngelo &lt;b&gt;" in page, page[-3000:]
        workbook = program.folder / "cittadini.xlsx"
        workbook.write_bytes(visitor.get("/cittadini.xlsx"))
    holds_as_text(workbook, ["=1+1", "D'Àngelo <b>"])


def holds_as_text(workbook, texts):
    """openpyxl and LibreOffice read the texts, and neither a formula."""
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            assert name.endswith(".xml") is False or b"<f>" not in parts.read(name), name
    cells = [cell for sheet in openpyxl.load_workbook(workbook) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    for text in texts:
        assert [cell for cell in cells if cell.value == text and cell.data_type == "s"], text
    if shutil.which("soffice") is None:
        assert os.environ.get("CI") != "true", "LibreOffice is missing"
        return
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{workbook.parent}/office", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(workbook.parent), str(workbook)],
        check=True, capture_output=True, timeout=180,
    )
    converted = workbook.with_suffix(".csv").read_text()
    for text in texts:
        assert text in converted, converted[:1000]


def a_demo_world_that_was_stopped_is_not_served(program):
    # A shell that began this run in the background has told its children to ignore Ctrl-C; a caught signal is theirs again.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [program.binary, "demo"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "INCONTRO_DATABASE": program.database},
    )
    # On a busy machine a slow statement may be told before.
    assert any("agencies" in line for line in process.stderr)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    try:
        assert process.wait(timeout=30) != 0
    finally:
        process.kill()
    for more in ([], ["--if-empty"]):
        result = program.run("demo", *more, status=64)
        assert "unfinished" in result.stderr and "make reset" in result.stderr, result.stderr


def settings_come_from_a_file_and_secrets_are_not_told(program):
    program.run("migrate")
    file = program.folder / "incontro.json"
    file.write_text(json.dumps({"jobs": False, "log-format": "json", "log-level": "debug"}))
    with program.serve(INCONTRO_CONFIG=str(file)) as server:
        # A line break in an address must not begin a line of its own.
        try:
            Visitor(server).get("/non-esiste%0A2026-01-01T00:00:00Z%20error%20forged")
        except urllib.error.HTTPError as error:
            assert error.code == 404, error
        lines = [json.loads(line) for line in server.text().splitlines()]
    assert any(line["message"] == "request" for line in lines), lines
    assert not [line for line in lines if line.get("job")], "jobs ran though the file says no"
    for database in ("postgres://user:s3cret@127.0.0.1:1/x", "mysql://user:s3cret@127.0.0.1/x", "postgres://u:s3?cret@["):
        for command in ("migrate", "serve", "demo"):
            result = subprocess.run(
                [program.binary, command], capture_output=True, text=True, cwd=ROOT, timeout=60,
                env={"PATH": "/usr/bin:/bin", "INCONTRO_DATABASE": database},
            )
            assert result.returncode != 0
            told = result.stdout + result.stderr
            assert told and "s3" not in told, told


def an_identity_provider_that_is_down_is_no_refusal(program):
    program.run("migrate")
    provider = {"INCONTRO_OIDC_ISSUER": f"http://127.0.0.1:{free_port()}", "INCONTRO_OIDC_CLIENT_ID": "incontro",
                "INCONTRO_OIDC_CLIENT_SECRET": "s3cret"}
    with program.serve(**provider) as server:
        try:
            Visitor(server).get("/accedi")
            raise AssertionError("nobody can sign in without a provider")
        except urllib.error.HTTPError as answer:
            assert answer.code == 503 and int(answer.headers["Retry-After"]) > 0, (answer.code, answer.headers)
        assert "s3cret" not in server.text()


def a_port_that_is_taken_is_said(program):
    program.run("migrate")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = program.run("serve", "--port", port, status=64)
        assert f"port {port}" in result.stderr and "is taken" in result.stderr, result.stderr


def clients_of_the_api_come_and_go(program):
    software_gets_a_token_and_loses_it_with_its_client(program, register)


def clients_that_cannot_be_are_refused(program):
    what_no_client_can_be_made_of_is_said(program, register)


def a_load_of_software_survives_its_service(program):
    a_load_survives_its_service(program, register)


ALL = [
    vacancies_of_a_file_go_in_but_for_the_faulty_ones,
    what_cannot_be_imported_is_said,
    what_was_set_aside_is_listed_and_put_back,
    odd_names_stay_text_on_every_way,
    a_demo_world_that_was_stopped_is_not_served,
    settings_come_from_a_file_and_secrets_are_not_told,
    an_identity_provider_that_is_down_is_no_refusal,
    a_port_that_is_taken_is_said,
    the_audit_trail_is_sealed_verified_and_taken_away,
    the_service_runs_as_a_role_that_cannot_change_the_trail,
    clients_of_the_api_come_and_go,
    clients_that_cannot_be_are_refused,
    a_load_of_software_survives_its_service,
]


class Places:
    """Databases of their own, on each engine there is."""

    def __init__(self):
        self.server = os.environ.get("INCONTRO_TEST_POSTGRES")
        assert self.server or os.environ.get("CI") != "true", "INCONTRO_TEST_POSTGRES is not set"

    def of(self, folder):
        yield "SQLite", f"sqlite:{folder}/incontro.sqlite"
        if self.server:
            schema = f"cli_{secrets.token_hex(6)}"
            self.define(f"CREATE SCHEMA {schema}")
            try:
                yield "PostgreSQL", f"{self.server}?options=-c%20search_path%3D{schema}"
            finally:
                self.define(f"DROP SCHEMA {schema} CASCADE")

    def define(self, statement):
        subprocess.run(["psql", "--quiet", "--command", statement, self.server], check=True, capture_output=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/debug/incontro")
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--only", help="only tests with this in their name")
    options = parser.parse_args()
    places = Places()
    passed = failed = 0
    for test in ALL:
        if options.only and options.only not in test.__name__:
            continue
        with tempfile.TemporaryDirectory(prefix="incontro-command-") as name:
            for engine, database in places.of(name):
                title = f"{test.__name__.replace('_', ' ')} on {engine}"
                started = time.time()
                try:
                    test(Program(options.binary.resolve(), pathlib.Path(name), database))
                    passed += 1
                    print(f"✔ {title} ({time.time() - started:.1f} s)", flush=True)
                except Exception:
                    failed += 1
                    print(f"✘ {title}\n{traceback.format_exc()}", flush=True)
    print(f"command line: {passed} passed, {failed} failed")
    if options.results:
        options.results.write_text(str(passed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
