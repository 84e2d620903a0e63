"""What a page of the operators' lists costs: CPU of the server, and of PostgreSQL behind it, request by request."""

import os
import pathlib
import re
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/CommandLine"))

from program import Program, Visitor  # noqa: E402


def nanoseconds(processes):
    """Time on a processor of all threads of the processes so far."""
    total = 0
    for process in processes:
        try:
            threads = os.listdir(f"/proc/{process}/task")
        except OSError:
            continue
        for thread in threads:
            try:
                total += int(open(f"/proc/{process}/task/{thread}/schedstat").read().split()[0])
            except OSError:
                pass
    return total


def children(process):
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == process:
                found.append(int(name))
    return found


class Sample:
    """Requests of one kind, one after the other."""

    def __init__(self, name):
        self.name = name
        self.cpu, self.behind, self.wall, self.rows = [], [], [], []

    def measure(self, server, postgres, visitor, paths):
        ours = [server.process.pid]
        for path in paths:
            behind = children(postgres) if postgres else []
            before, before_behind, start = nanoseconds(ours), nanoseconds(behind), time.perf_counter()
            body = visitor.get(path)
            self.wall.append(1000 * (time.perf_counter() - start))
            # What is written after the answer (sealing, statistics) belongs to the server's own time, not to the page.
            self.cpu.append((nanoseconds(ours) - before) / 1e6)
            self.behind.append((nanoseconds(behind) - before_behind) / 1e6)
            self.rows.append(body.count(b"<tr>"))
        return self

    @staticmethod
    def quantile(values, part):
        ordered = sorted(values)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]

    def line(self):
        total = [a + b for a, b in zip(self.cpu, self.behind)]
        return (
            f"| {self.name} | {self.quantile(total, 0.5):.2f} | {self.quantile(total, 0.99):.2f} "
            f"| {self.quantile(self.behind, 0.5):.2f} | {self.quantile(self.wall, 0.5):.2f} | {max(self.rows)} |"
        )


HEAD = "| list | CPU ms, median | CPU ms, p99 | of which PostgreSQL | wall ms, median | rows |\n| --- | ---: | ---: | ---: | ---: | ---: |"


def people(program):
    """Tax codes of those who can sign in, by role, of the largest agency."""
    lines = program.run("demo", "--people").stdout.splitlines()[1:]
    found = {}
    for line in lines:
        role, _, code, agency, *_ = line.split(",")
        if role == "citizen" or agency == "DEMO-APL-001":
            found.setdefault(role, code)
    return found


def paths(keyword, sort, filters, count):
    """Addresses that differ in their age bounds, so that none is the one before."""
    for number in range(count):
        pairs = []
        if filters:
            pairs += [f"age_min={20 + number % 12}", f"age_max={45 + number % 15}", "education_min=LSE"]
        if keyword:
            pairs.append(f"q={keyword}")
        if sort:
            pairs.append(f"sort={sort}")
        yield "/cittadini?" + "&".join(pairs)


def measure(binary, folder, database, postgres, words, count=40):
    program = Program(binary, pathlib.Path(folder), database)
    who = people(program)
    lines = [HEAD]
    with program.serve(INCONTRO_LOG_LEVEL="warning") as server:
        for role, title in (("branch", "branch"), ("master", "largest agency")):
            visitor = Visitor(server)
            visitor.sign_in(who[role])
            list(map(visitor.get, paths(None, None, False, 5)))
            for kind, word in (("no words", None), *words.items()):
                for sort in (None, "surname", "-age", "education"):
                    sample = Sample(f"{title}, {kind}, {sort or 'default'}")
                    sample.measure(server, postgres, visitor, paths(word, sort, True, count))
                    lines.append(sample.line())
                    print(lines[-1], flush=True)
    return "\n".join(lines)


if __name__ == "__main__":
    binary, database = sys.argv[1:3]
    words = dict(pair.split("=") for pair in sys.argv[3:])
    postgres = int(os.environ.get("POSTGRES_PID", 0)) or None
    measure(binary, "/tmp", database, postgres, words)
