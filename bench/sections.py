"""The sections of RESULTS.md, each a list of paragraphs."""

import goals
from plan import ENGINES, VARIANTS, number
from report import Table, kept, provenance, whole


def by_engine(scenario, title, rows):
    """A table for each size with a column for each engine; `rows` gives names and what of the result they show."""
    parts = []
    for size, entries in kept(scenario).items():
        results = {engine: entry["result"] for engine, entry in entries.items()}
        table = Table("", *(ENGINES[engine] for engine in results))
        for name, value in rows(next(iter(results.values()))):
            table.row(name, *(value(result) for result in results.values()))
        parts += [f"## {title(size)}", provenance(entries), str(table)]
    return parts


def audit():
    def rows(first):
        yield "recorded, rows/s (10,000 a transaction)", lambda r: whole(r["recorded_per_second"])
        yield "sealed, rows/s (1,000 a transaction)", lambda r: whole(r["sealed_per_second"])
        yield "both: CPU seconds, ours + server's", lambda r: f"{r['fill_cpu']:.1f} + {r['fill_server_cpu']:.1f}"
        yield "both: peak memory of our own, MB", lambda r: whole(r["fill_peak_mb"])
        yield "verified, rows/s", lambda r: whole(r["verified_per_second"])
        yield "verified: seconds", lambda r: f"{r['verify_seconds']:.1f}"
        yield (
            "verified: CPU seconds, ours + server's",
            lambda r: f"{r['verify_cpu']:.1f} + {r['verify_server_cpu']:.1f}",
        )
        yield "verified: peak memory of our own, MB", lambda r: whole(r["verify_peak_mb"])
        yield (
            f"live, {first['live_rate']:,} entries/s for {first['live_seconds']} s: recorded, rows/s",
            lambda r: whole(r["live_per_second"]),
        )
        yield "live: greatest age of an entry without its seal, ms", lambda r: whole(r["live_lag_ms"])
        yield (
            "live: CPU, % of a core, ours + server's",
            lambda r: f"{r['live_cpu_percent']:.0f} + {r['live_server_cpu_percent']:.0f}",
        )

    return by_engine("audit", lambda size: f"Audit trail, {number(size):,} entries", rows)


def world():
    def rows(_):
        yield "applications", lambda r: f"{r['applications']:,}"
        yield "citizens; with a signed pact", lambda r: f"{r['citizens']:,}; {r['signed']:,}"
        yield "agencies; branches", lambda r: f"{r['agencies']:,}; {r['branches']:,}"
        yield (
            "largest agency: branches; share of the people who signed",
            lambda r: f"{r['largest_branches']:,}; {r['largest_share']:.1%}",
        )
        yield "vacancies; expressions of interest", lambda r: f"{r['vacancies']:,}; {r['interests']:,}"
        yield "size, MB", lambda r: whole(r["bytes"] / 1e6)
        yield "made in, seconds", lambda r: whole(r["seconds"]) if "seconds" in r else "–"
        yield (
            "CPU seconds, ours + server's",
            lambda r: f"{r['cpu']:.0f} + {r['server_cpu']:.0f}" if "seconds" in r else "–",
        )
        yield "peak memory of our own, MB", lambda r: whole(r["peak_mb"]) if "seconds" in r else "–"

    return by_engine("world", lambda size: f"World of {number(size):,} citizens", rows)


def lists():
    parts = []
    for size, entries in kept("lists").items():
        parts += [f"## Lists, {number(size):,} citizens", provenance(entries), words(entries)]
        for engine, entry in entries.items():
            parts += [f"{ENGINES[engine]}, first page of 50 with range filters, audit on, ms:", pages(entry["result"])]
        parts.append(str(deep(entries)))
        parts.append(typing(entries))
        parts.append(floor(entries))
    return parts


def floor(entries):
    """The page's SQL by itself, beside the page."""
    lines = []
    for engine, entry in entries.items():
        row = entry["result"].get("floor")
        if row is None:
            continue
        page = next(
            page for page in entry["result"]["pages"]
            if (page["audience"], page["words"], page["sort"]) == ("largest agency", "none", "default")
        )
        own = row["cpu_ms"] + row["behind_ms"]
        lines.append(
            f"- {ENGINES[engine]}: {row['name']}: {own:.2f} ms of CPU, {row['wall_ms']:.2f} ms; the page is "
            f"{page['cpu_median'] / own:.1f} times that"
        )
    if not lines:
        return ""
    return "Floor: the SQL alone of the largest agency's first page, standard order, no words:\n\n" + "\n".join(lines)


def words(entries):
    first = next(iter(entries.values()))["result"]["words"]
    told = ", ".join(f"{kind} *{word['written']}* ({word['citizens']:,} citizens)" for kind, word in first.items())
    return f"Words: {told}."


def pages(result):
    """Eight orders in a row: the median of the standard one, and the worst of all."""
    table = Table("list", "standard order, median", "of which PostgreSQL", "p99", "wall", "worst order, p99", "order")
    groups = {}
    for row in result["pages"]:
        groups.setdefault((row["audience"], row["words"]), []).append(row)
    for (audience, kind), rows in groups.items():
        standard = next(row for row in rows if row["sort"] == "default")
        worst = max(rows, key=lambda row: row["cpu_p99"])
        table.row(
            f"{audience}, {'no words' if kind == 'none' else kind + ' word'}",
            *(f"{standard[key]:.2f}" for key in ("cpu_median", "behind_median", "cpu_p99", "wall_median")),
            f"{worst['cpu_p99']:.2f}", f"`{worst['sort']}`",
        )
    return str(table)


def deep(entries):
    table = Table("largest agency, no filters", "first page, CPU ms", "deep page, CPU ms", "deep ÷ first")
    for engine, entry in entries.items():
        for row in entry["result"]["deep"]:
            first, far = row["first"]["cpu_median"], row["deep"]["cpu_median"]
            name = "no words" if row["words"] == "none" else "common word"
            table.row(
                f"{ENGINES[engine]}, {name}, page {row['depth']}", f"{first:.2f}", f"{far:.2f}", f"{far / first:.2f}"
            )
    return table


def typing(entries):
    lines = []
    for engine, entry in entries.items():
        row = entry["result"]["typing_error"]
        if "missing" in row:
            lines.append(f"- {ENGINES[engine]}: not measured, {row['missing']}")
            continue
        exact, wrong = row["exact"]["cpu_median"], row["wrong"]["cpu_median"]
        lines.append(
            f"- {ENGINES[engine]}: *{row['misspelt']}* {wrong:.2f} ms, *{row['word']}* {exact:.2f} ms: "
            f"{wrong / exact:.1f} times"
        )
    return "One typing error against the exact word, largest agency, CPU at the median:\n\n" + "\n".join(lines)


def export():
    parts = []
    for size, entries in kept("export").items():
        columns = next(iter(entries.values()))["result"]["columns"]
        title = f"Export of about {number(size):,} citizens, {columns} columns"
        parts += [f"## {title}", provenance(entries), str(workbooks(entries)), str(writers(entries))]
    return parts


def workbooks(entries):
    """Each way to the last byte, with its processor time against ours on the same engine."""
    table = Table(
        "to the last byte", "rows", "CPU s, program + PostgreSQL", "CPU µs a row", "÷ ours", "seconds", "first row, s",
        "MB above idle", "MB of file",
    )
    for engine, entry in entries.items():
        result = entry["result"]
        ways = [(f"Incontro, order {sort}", row) for sort, row in result["exports"].items()]
        ways.append((f"{result['floor']['name']} (floor: CSV of the same rows)", result["floor"]))
        ways += [(VARIANTS[variant], row) for variant, row in result["django"].items()]
        ours = cost(result["exports"]["default"])
        for name, row in ways:
            first = row.get("first_row")
            table.row(
                f"{ENGINES[engine]}: {name}" + ("" if row.get("is_complete", True) else ", stopped before its end"),
                f"{row['rows']:,}", f"{row['cpu']:.2f} + {row['cpu_behind']:.2f}", f"{1e6 * cost(row):.1f}",
                f"{cost(row) / ours:.1f}", f"{row['seconds']:.1f}", "–" if first is None else f"{first:.2f}",
                whole(row["peak_mb"]), whole(row["bytes"] / 1e6),
            )
    return table


def cost(row):
    """Seconds of processor for a row."""
    return (row["cpu"] + row["cpu_behind"]) / max(1, row["rows"])


def writers(entries):
    table = Table("the writer alone, rows in memory", "rows", "CPU s", "÷ ours", "peak MB of the process", "MB of file")
    names = {
        "ours": "Incontro's", "xlsxwriter": "XlsxWriter, constant memory",
        "rust": "rust_xlsxwriter (rustpy-xlsxwriter)",
    }
    # It has nothing to do with the engine: the first that was measured will do.
    results = next(iter(entries.values()))["result"]["writers"]
    for name, row in results.items():
        table.row(
            names[name], f"{row['rows']:,}", f"{row['cpu']:.2f}", f"{row['cpu'] / results['ours']['cpu']:.1f}",
            whole(row["peak_mb"]), whole(row["bytes"] / 1e6),
        )
    return table


def throughput():
    parts = []
    for size, entries in kept("throughput").items():
        parts += [f"## Throughput, {number(size):,} citizens", provenance(entries), about_load(entries)]
        parts += [str(saturated(entries)), str(half(entries)), ceilings(entries)]
    return parts


KINDS = {"list": "list by surname", "search": "search for a common word", "detail": "one citizen", "mixed": "in turn"}


def servers(result):
    """Those who were measured, ours first."""
    return {"ours": "Incontro", **{variant: name for variant, name in VARIANTS.items() if variant in result}}


def about_load(entries):
    first = next(iter(entries.values()))["result"]
    return (
        f"Largest agency, {first['seconds']} s each; `wrk` with 8 connections on the same machine takes its part "
        "of the processors, so that CPU of a request is the number to trust, and requests a second compare only with "
        "each other."
    )


def saturated(entries):
    table = Table(
        "as fast as it goes", "requests/s", "CPU ms a request, program + PostgreSQL", "median, ms", "p99, ms",
        "requests/s, Incontro ÷ it", "CPU, it ÷ Incontro",
    )
    for engine, entry in entries.items():
        result = entry["result"]
        for kind, title in KINDS.items():
            ours = result["ours"][kind]
            for key, name in servers(result).items():
                row = result[key][kind]
                own, its = (one["cpu_ms"] + one["behind_ms"] for one in (ours, row))
                table.row(
                    f"{ENGINES[engine]}: {name}, {title}", f"{row['per_second']:.0f}",
                    f"{row['cpu_ms']:.2f} + {row['behind_ms']:.2f}", f"{row['median_ms']:.1f}", f"{row['p99_ms']:.1f}",
                    f"{ours['per_second'] / row['per_second']:.1f}", f"{its / own:.1f}",
                )
    return table


def half(entries):
    table = Table(
        "in turn, at half of that, beside 50 interests/s", "asked/s", "answered/s", "failed", "median, ms", "p99, ms",
        "p99 ÷ median", "interests written/s", "one of them: median, p99, ms",
    )
    for engine, entry in entries.items():
        for key, name in servers(entry["result"]).items():
            row = entry["result"][key]["half"]
            writer = row["writer"]
            table.row(
                f"{ENGINES[engine]}: {name}", f"{row['asked_per_second']:.0f}", f"{row['per_second']:.0f}",
                row["failed"], f"{row['median_ms']:.1f}", f"{row['p99_ms']:.1f}",
                f"{row['p99_ms'] / row['median_ms']:.1f}",
                f"{writer['expressed'] / writer['seconds']:.0f}", f"{writer['median_ms']:.1f}, {writer['p99_ms']:.1f}",
            )
    return table


def ceilings(entries):
    names = {
        "bare": "one route of Hummingbird with a fixed answer",
        "nginx": "a file of the same size by nginx, one process",
    }
    # They have nothing to do with the engine.
    found = next((entry["result"]["ceilings"] for entry in entries.values() if "ceilings" in entry["result"]), {})
    lines = []
    for key, row in found.items():
        told = row.get("missing") or f"{row['per_second']:,.0f} requests/s, {1000 * row['cpu_ms']:.0f} µs of CPU each"
        lines.append(f"- {names[key]}: {told}")
    return "Ceilings:\n\n" + "\n".join(lines) if lines else ""


def growth():
    """The same page in worlds of different sizes."""
    found = kept("lists")
    if len(found) < 2:
        return []
    sizes = list(found)
    headings = [f"{number(size):,}" for size in sizes]
    table = Table("the same page, standard order, CPU ms at the median", *headings, "last ÷ first")
    for engine, title in ENGINES.items():
        of_size = [found[size][engine]["result"] for size in sizes if engine in found[size]]
        if len(of_size) < len(sizes):
            continue
        for row in (row for row in of_size[0]["pages"] if row["sort"] == "default"):
            values = [
                next(
                    page["cpu_median"] for page in result["pages"]
                    if all(page[key] == row[key] for key in ("audience", "words", "sort"))
                )
                for result in of_size
            ]
            name = f"{title}: {row['audience']}, {'no words' if row['words'] == 'none' else row['words'] + ' word'}"
            table.row(name, *(f"{value:.2f}" for value in values), f"{values[-1] / values[0]:.1f}")
    return ["## Growth", "At most twice is wanted from 50 thousand to 2.2 million.", str(table)]


ALL = [goals.section, world, lists, growth, export, throughput, audit]
