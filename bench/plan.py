"""What is measured: read from the environment once."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
SCENARIOS = ["audit", "world", "lists", "export", "throughput"]
# The quick run holds exports against SQL where it does so with lists, and has nothing to press.
QUICK = ["audit", "world", "lists"]
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
# Of the Django peer: as les-emplois does it, and as we would with the same libraries.
VARIANTS = {"found": "Django as found", "improved": "Django improved"}


def number(size):
    """`5k` → 5,000."""
    return int(float(size[:-1]) * {"k": 1_000, "m": 1_000_000}[size[-1]]) if size[-1] in "km" else int(size)


def chosen(name, known):
    words = [word.strip().lower() for word in os.environ.get(name, "").split(",") if word.strip()]
    unknown = [word for word in words if word not in known]
    if unknown:
        raise SystemExit(f"{name}: {', '.join(unknown)} is none of {', '.join(known)}")
    return [word for word in known if word in words] if words else list(known)


class Plan:
    """Size, scenarios and engines of this run, and where its databases are."""

    def __init__(self):
        self.size = os.environ.get("SIZE", "1m").lower()
        self.citizens = number(self.size)
        # The quick run says that results are right and measures nothing.
        self.is_smoke = self.size == "5k"
        self.scenarios = chosen("SCENARIOS", QUICK if self.is_smoke else SCENARIOS)
        self.engines = chosen("ENGINES", list(ENGINES))
        self.kept = os.environ.get("BENCH_DATABASES")
        self.binaries = os.environ.get("BENCH_BINARIES")
        # What a reader of the numbers must know, such as what else the machine did meanwhile.
        self.note = os.environ.get("BENCH_NOTE", "")
        self.has_peers = not self.is_smoke and os.environ.get("PEERS", "yes") != "no"
        self.samples = int(os.environ.get("SAMPLES", "100"))
