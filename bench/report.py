"""Results as files, one for each scenario, engine and size, and RESULTS.md made of all of them."""

import datetime
import json
import os
import platform
import re
import shutil
import sqlite3
import subprocess

from plan import ENGINES, ROOT, number

FOLDER = ROOT / "bench/results"


def first_line(*command):
    if not shutil.which(command[0]):
        return "–"
    result = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return ((result.stdout or result.stderr).splitlines() or ["–"])[0].strip()


def machine():
    info = open("/proc/cpuinfo").read()
    model = re.search(r"model name\s*:\s*(.*)", info)
    memory = re.search(r"MemTotal:\s*(\d+)", open("/proc/meminfo").read())
    system = re.search(r'PRETTY_NAME="(.*)"', open("/etc/os-release").read())
    return (
        f"{os.cpu_count()} × {model[1] if model else platform.machine()}, {int(memory[1]) // 2**20} GiB, "
        f"{system[1] if system else platform.system()}"
    )


def keep(plan, scenario, engine, result):
    """Writes a scenario's result down, with all that says where it comes from."""
    FOLDER.mkdir(exist_ok=True)
    text = {
        "scenario": scenario, "engine": engine, "size": plan.size,
        "when": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "revision": first_line("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
        "machine": machine(),
        "versions": {
            "Swift": first_line("swift", "--version"), "SQLite": sqlite3.sqlite_version,
            "PostgreSQL": first_line("psql", "--version"), "Python": platform.python_version(),
        },
        "load": os.getloadavg()[0],
        "note": plan.note,
        "result": result,
    }
    path = FOLDER / f"{scenario}-{engine}-{plan.size}.json"
    path.write_text(json.dumps(text, indent=1, ensure_ascii=False) + "\n")


def kept(scenario):
    """Results of a scenario by size, smallest first, then by engine."""
    found = {}
    for path in FOLDER.glob(f"{scenario}-*.json"):
        entry = json.loads(path.read_text())
        found.setdefault(entry["size"], {})[entry["engine"]] = entry
    return {
        size: {engine: found[size][engine] for engine in ENGINES if engine in found[size]}
        for size in sorted(found, key=number)
    }


class Table:
    """A Markdown table; the first column is words, the others are numbers."""

    def __init__(self, *headings):
        self.lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]

    def row(self, *cells):
        self.lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")

    def __str__(self):
        return "\n".join(self.lines)


def whole(value):
    return f"{value:,.0f}"


def provenance(entries):
    """Where the numbers of a table come from, one line for each run."""
    lines = {}
    for engine, entry in entries.items():
        load = "" if entry["load"] is None else f", load {entry['load']:.1f} at its end"
        note = f"; {entry['note']}" if entry["note"] else ""
        lines.setdefault(f"{entry['when']} at {entry['revision']}{load}{note}", []).append(ENGINES[engine])
    return "\n".join(f"*{' and '.join(engines)}: {line}.*" for line, engines in lines.items())


def write():
    import sections

    newest = max((entry for path in FOLDER.glob("*.json") for entry in [json.loads(path.read_text())]),
                 key=lambda entry: entry["when"], default=None)
    if newest is None:
        return
    versions = newest["versions"]
    parts = [
        "# Results of `make bench`",
        f"On {newest['machine']}; {versions['Swift']}; SQLite {versions['SQLite']}; {versions['PostgreSQL']}; "
        f"Python {versions['Python']}. Release builds. PostgreSQL is started by `scripts/postgres` (`fsync` off); "
        "4 GB of shared buffers and `jit` off for everybody.",
        "Made by `bench/run` out of `bench/results`; what each scenario does is in [README.md](README.md), what the "
        "peers are in [peers/README.md](peers/README.md). CPU is that of the server and of PostgreSQL behind it, "
        "together, unless a table says otherwise.",
    ]
    for section in sections.ALL:
        parts += section()
    (ROOT / "bench/RESULTS.md").write_text("\n\n".join(part for part in parts if part) + "\n")
