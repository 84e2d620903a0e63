"""What a page of the operators' list costs: processor time of the server, and of PostgreSQL behind it, by request."""

import html
import re
import sys
import time

import floors
import people
import right
import world
from process import children, nanoseconds, quantile
from program import Program, Visitor

SORTS = [None, "pact", "surname", "-surname", "age", "-age", "education", "-education"]
DEEP = 200
PAGE = 50


class Sample:
    """Requests of one kind, one after the other."""

    def __init__(self, **name):
        self.name = name
        self.cpu, self.behind, self.wall, self.rows = [], [], [], []

    def measure(self, server, postgres, visitor, paths):
        for path in paths:
            self.ask(server, postgres, visitor, path)
        return self

    def ask(self, server, postgres, visitor, path):
        ours, behind = [server.process.pid], children(postgres) if postgres else []
        before, before_behind, start = nanoseconds(ours), nanoseconds(behind), time.perf_counter()
        body = visitor.get(path)
        self.wall.append(1000 * (time.perf_counter() - start))
        # What is written after the answer (sealing, statistics) belongs to the server's own time, not to the page.
        self.cpu.append((nanoseconds(ours) - before) / 1e6)
        self.behind.append((nanoseconds(behind) - before_behind) / 1e6)
        self.rows.append(len(right.ids(body)))
        return body

    def result(self):
        total = [a + b for a, b in zip(self.cpu, self.behind)]
        return {
            **self.name,
            "requests": len(total),
            "cpu_median": quantile(total, 0.5), "cpu_p99": quantile(total, 0.99),
            "behind_median": quantile(self.behind, 0.5),
            "wall_median": quantile(self.wall, 0.5), "wall_p99": quantile(self.wall, 0.99),
            "rows": max(self.rows),
        }


def paths(keyword, sort, count):
    """Addresses that differ in their age bounds, so that none is the one before."""
    for number in range(count):
        pairs = [f"age_min={20 + number % 12}", f"age_max={45 + number % 15}", "education_min=LSE"]
        if keyword:
            pairs.append(f"q={keyword}")
        if sort:
            pairs.append(f"sort={sort}")
        yield "/cittadini?" + "&".join(pairs)


def next_page(body):
    found = re.search(r'rel="next" href="([^"]+)"', body.decode())
    return html.unescape(found[1]) if found else None


def measure(plan, binaries, engine, folder):
    database = world.made(plan, binaries, engine)
    who, words = people.operators(database), people.words(database)
    result = {"words": {kind: vars(word) for kind, word in words.items()}, "pages": []}
    program = Program(f"{binaries}/incontro", folder, database.address)
    with program.serve(INCONTRO_LOG_LEVEL="warning") as server:
        if plan.is_smoke:
            return right.check_lists(server, database, who, words)
        for audience, tax_code in who.items():
            visitor = Visitor(server)
            visitor.sign_in(tax_code)
            for path in paths(None, None, 10):
                visitor.get(path)
            for kind, word in {"none": None, **words}.items():
                for sort in SORTS:
                    sample = Sample(audience=audience, words=kind, sort=sort or "default")
                    addresses = paths(word and word.written, sort, plan.samples)
                    result["pages"].append(sample.measure(server, database.server, visitor, addresses).result())
                    tell(result["pages"][-1])
        result["deep"] = [
            deep(server, database, visitor, kind, word, plan.samples)
            for kind, word in (("none", None), ("common", words["common"]))
        ]
        result["typing_error"] = typing_error(server, database, visitor, words["middling"], plan.samples)
    if plan.has_peers:
        result["floor"] = floors.measure(engine, database, program, who["largest agency"], folder)
    return result


def tell(row):
    name = ", ".join(str(row[key]) for key in ("audience", "words", "sort", "page") if key in row)
    print(
        f"  {name}: {row['cpu_median']:.2f} ms CPU, p99 {row['cpu_p99']:.2f}, wall {row['wall_median']:.2f}, "
        f"{row['rows']} rows", file=sys.stderr,
    )


def deep(server, database, visitor, kind, word, count):
    """The first page over and over, and as many pages deep in the same list, all without filters."""
    first = f"/cittadini?q={word.written}" if word else "/cittadini"
    addresses = [first]
    while len(addresses) <= DEEP + 20 and (address := next_page(visitor.get(addresses[-1]))):
        addresses.append(address)
    # Of a short list the pages after its half; the last one is seldom full.
    start = max(1, min(DEEP, len(addresses) // 2))
    far = addresses[start:start + 20][:-1] or addresses[-1:]
    return {
        "words": kind,
        "depth": start + 1,
        "first": Sample(page=1).measure(server, database.server, visitor, [first] * count).result(),
        "deep": Sample(page=start + 1)
        .measure(server, database.server, visitor, [far[number % len(far)] for number in range(count)]).result(),
    }


def typing_error(server, database, visitor, word, count):
    """A word with a typing error against the word itself, where the page corrects it."""
    misspelt = word.misspelt()
    body = visitor.get(f"/cittadini?q={misspelt}")
    if not right.ids(body):
        return {"missing": f"«{misspelt}» finds nobody: the search does not correct typing errors"}
    exact = Sample(words="exact").measure(server, database.server, visitor, paths(word.written, None, count))
    wrong = Sample(words="misspelt").measure(server, database.server, visitor, paths(misspelt, None, count))
    return {"word": word.written, "misspelt": misspelt, "exact": exact.result(), "wrong": wrong.result()}
