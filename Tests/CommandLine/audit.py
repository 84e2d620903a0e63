"""The audit trail on the command line: sealed by a running service, verified, vouched for, taken away, tampered with."""

import datetime
import json
import secrets
import sqlite3
import subprocess
import sys
import time

from program import ROOT, Program


def sealed(program, seconds=10):
    """Waits until nothing waits for its seal, and says how many rows the chain has."""
    deadline = time.time() + seconds
    while True:
        summary = program.run("audit", "verify").stdout.splitlines()[-1]
        assert summary.startswith("whole: "), summary
        if " 0 waiting)" in summary:
            return int(summary.split()[1])
        assert time.time() < deadline, summary
        time.sleep(0.2)


def run_sql(program, *statements):
    """What somebody with the database in hand does; the triggers are not there for the owner who drops them."""
    if program.database.startswith("sqlite:"):
        with sqlite3.connect(program.database.removeprefix("sqlite:")) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
    else:
        options = ["--quiet", "--set", "ON_ERROR_STOP=1", "--command", "; ".join(statements)]
        subprocess.run(["psql", *options, program.database], check=True, capture_output=True)


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def the_audit_trail_is_sealed_verified_and_taken_away(program):
    program.run("migrate")
    folder = program.folder / program.database.split(":")[0]
    folder.mkdir()
    key, public, kept = folder / "key.pem", folder / "public.pem", folder / "checkpoints.ndjson"
    openssl("genpkey", "-algorithm", "ED25519", "-out", key)
    openssl("pkey", "-in", key, "-pubout", "-out", public)
    centre = folder / "job-centres.csv"
    for number in range(5):
        name = f"CPI {number}"
        centre.write_text(f"code,name,municipality_code,address,email\nCPI-{number},{name},H501,,\n")
        program.run("import", "job-centres", centre)
    with program.serve() as server:
        rows = sealed(program)
        assert rows >= 5
    log = (program.folder / "server.log").read_text()
    assert "audit checkpoints are not signed" in log, log
    assert program.database.startswith("sqlite:") or "may become, a superuser" in log, log
    assert server.process.returncode == 0

    made = program.run("audit", "checkpoint", "--audit-key", key, "--audit-checkpoint-file", kept).stdout
    assert kept.read_text().splitlines()[-1] == made.strip()
    assert json.loads(made)["position"] == rows
    vouched = ["--public-key", public, "--checkpoints", kept]
    last = json.loads(made)
    expected = ["--least-checkpoint", last["number"], "--least-position", last["position"]]
    assert "0 defects" in program.run("audit", "verify", *vouched, "--signed-from", last["number"], *expected).stdout
    unsigned = program.run("audit", "verify", *vouched, status=2).stdout
    assert "checkpoint_unsigned: checkpoint 1 is not signed, and a key was given" in unsigned, unsigned
    vouched += ["--signed-from", last["number"]]
    lost = program.run("audit", "verify", "--least-checkpoint", last["number"] + 1, status=2).stdout
    assert "checkpoint_missing" in lost, lost

    today = datetime.datetime.now(datetime.timezone.utc).date()
    days = ["--from", today - datetime.timedelta(days=1), "--to", today + datetime.timedelta(days=1)]
    lines = program.run("audit", "export", *days).stdout.splitlines()
    chain = [line for line in lines if json.loads(line)["position"] is not None]
    assert len(chain) == rows and len(lines) == rows + 1, "the export itself has begun"
    oracle = subprocess.run(
        [sys.executable, ROOT / "Tests/Oracles/audit_chain.py"],
        input="\n".join(chain), capture_output=True, text=True, check=True,
    )
    assert oracle.stdout.strip() == f"{rows} hashes, {rows} links", oracle.stdout
    program.run("audit", "export", "--from", "2026-02-30", "--to", "2026-03-01", status=64)

    if program.database.startswith("sqlite:"):
        guards = ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_seal_no_delete"]
    else:
        guards = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in ("audit_entry", "audit_seal")]
    change = "UPDATE audit_entry SET row_count = 7 WHERE id = (SELECT entry_id FROM audit_seal WHERE position = 3)"
    run_sql(program, *guards, change)
    broken = program.run("audit", "verify", *vouched, status=2).stdout
    assert "first broken link: position 3\n" in broken and "row_changed" in broken, broken
    run_sql(program, f"DELETE FROM audit_seal WHERE position > {rows - 2}")
    broken = program.run("audit", "verify", *vouched, status=2).stdout
    assert "chain_cut" in broken and f"the chain ends at position {rows - 2}" in broken, broken


def the_service_runs_as_a_role_that_cannot_change_the_trail(program):
    if program.database.startswith("sqlite:"):
        assert "SQLite has no roles" in program.run("migrate", "--app-role", "incontro_app", status=64).stderr
        return
    role = f"incontro_{secrets.token_hex(6)}"
    try:
        for _ in range(2):
            assert role in program.run("migrate", "--app-role", role).stderr
        service = Program(program.binary, program.folder, program.database.replace("//postgres@", f"//{role}@"))
        centre = program.folder / "job-centres.csv"
        centre.write_text("code,name,municipality_code,address,email\nCPI-1,CPI Uno,H501,,\n")
        service.run("import", "job-centres", centre)
        with service.serve():
            assert sealed(service) > 0
        log = (program.folder / "server.log").read_text()
        assert "is not protected from the service itself" not in log, log
        assert "job failed" not in log, log
        for statement in ("UPDATE audit_entry SET at = 0", "DELETE FROM audit_seal", "TRUNCATE audit_checkpoint"):
            refused = subprocess.run(["psql", "--command", statement, service.database], capture_output=True, text=True)
            assert refused.returncode != 0 and "permission denied" in refused.stderr, refused.stderr
        assert "0 defects" in service.run("audit", "verify").stdout
    finally:
        run_sql(program, f"DROP OWNED BY {role}", f"DROP ROLE {role}")
