"""Makes the world to measure in, or finds it made, and counts it by plain SQL."""

import json
import sys

from database import Unreadable
from process import Run, check

LARGEST = """
    SELECT b.agency_id, count(*) FROM branch b GROUP BY b.agency_id ORDER BY count(*) DESC, b.agency_id LIMIT 1
"""


def made(plan, binaries, engine, is_one_agency=False):
    """The world's database; one that was stopped half-way goes on where it was."""
    # Fifteen in a hundred have signed no pact, and nobody sees them: an export of a million takes more than a million.
    citizens = plan.citizens * 20 // 17 if is_one_agency else plan.citizens
    name = f"{'one_agency' if is_one_agency else 'nation'}_{citizens}"
    database = engine.database(name)
    # Beside the database: one that is used again was made once.
    notes = engine.folder.parent / f"{engine.key}-{name}.json"
    if not is_complete(database):
        kind = "one agency" if is_one_agency else "nation"
        print(f"{engine.title}: a world of {citizens:,} citizens ({kind})…", file=sys.stderr)
        command = [f"{binaries}/incontro", "demo", "--citizens", str(citizens), "--database", database.address]
        run = Run(
            command + (["--one-agency"] if is_one_agency else []), database.server, shows_errors=not plan.is_smoke
        )
        used = {"seconds": run.seconds, "cpu": run.cpu, "server_cpu": run.server_cpu, "peak_mb": run.peak_mb}
        notes.write_text(json.dumps(used))
        check(is_complete(database), f"the world in {database.address} is not complete")
    database.making = json.loads(notes.read_text()) if notes.exists() else {}
    return database


def is_complete(database):
    try:
        return database.rows("SELECT value FROM installation_fact WHERE name = 'demo_world'") == [("complete",)]
    except Unreadable:
        return False


def measure(plan, binaries, engine):
    database = made(plan, binaries, engine)
    counts = count(database)
    expect(plan, counts)
    return {**counts, **database.making, "bytes": database.bytes()}


def count(database):
    def one(statement):
        return database.rows(statement)[0][0]

    (largest, branches), *_ = database.rows(LARGEST)
    visible = one("SELECT count(DISTINCT p.citizen_id) FROM activation_pact p WHERE p.state = 'signed'")
    own = one(f"""
        SELECT count(DISTINCT p.citizen_id) FROM activation_pact p JOIN activation_pact_choice k ON k.pact_id = p.id
        WHERE p.state = 'signed' AND k.agency_id = {largest}
    """)
    return {
        "applications": one("SELECT count(*) FROM application"),
        "citizens": one("SELECT count(*) FROM citizen"),
        "curricula": one("SELECT count(*) FROM curriculum"),
        "signed": visible,
        "agencies": one("SELECT count(*) FROM agency"),
        "branches": one("SELECT count(*) FROM branch"),
        "largest_branches": branches,
        "largest_citizens": own,
        "largest_share": own / visible,
        "vacancies": one("SELECT count(*) FROM vacancy"),
        # Those that a measurement has added since are not the world's.
        "interests": one("""
            SELECT count(*) FROM expression_of_interest e JOIN installation_fact f ON f.name = 'demo_world'
            WHERE e.submitted_at <= f.noted_at
        """),
    }


def expect(plan, counts):
    exactly = {"applications": plan.citizens, "agencies": 120, "branches": 2_700, "vacancies": plan.citizens // 3}
    for name, number in exactly.items():
        check(counts[name] == number, f"{counts[name]} {name}, not {number}")
    # Drawn at random, two people may come out as one, or one be interested twice in the same.
    nearly = {"citizens": plan.citizens, "curricula": plan.citizens, "interests": plan.citizens * 3}
    for name, number in nearly.items():
        check(0.99 * number <= counts[name] <= number, f"{counts[name]} {name}, not about {number}")
    check(380 <= counts["largest_branches"] <= 420, f"the largest agency has {counts['largest_branches']} branches")
    share = counts["largest_share"]
    check(0.13 <= share <= 0.18, f"the largest agency has {share:.1%} of the people")
