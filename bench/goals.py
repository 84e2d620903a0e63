"""What was set out to be reached, beside what was measured at the largest size of each scenario."""

from plan import ENGINES, VARIANTS
from report import Table, kept


def largest(scenario):
    found = kept(scenario)
    if not found:
        return None, {}
    size = list(found)[-1]
    return size, {engine: entry["result"] for engine, entry in found[size].items()}


def section():
    table = Table("goal", "at", "wanted", *ENGINES.values(), "reached")
    for name, scenario, wanted, is_reached, value in GOALS:
        size, results = largest(scenario)
        values = {engine: value(result) for engine, result in results.items()}
        if all(found is None for found in values.values()):
            continue
        cells = ["–" if values.get(engine) is None else f"{values[engine]:.3g}" for engine in ENGINES]
        told = [is_reached(found) for found in values.values() if found is not None]
        table.row(name, size, wanted, *cells, "yes" if all(told) else "no")
    return ["## Goals", "Set for 1,000,000 citizens on two cores that do nothing else.", str(table)]


def worst(audience):
    def value(result):
        return max(row["cpu_p99"] for row in result["pages"] if row["audience"] == audience)

    return value


def deep(result):
    return max(row["deep"]["cpu_median"] / row["first"]["cpu_median"] for row in result["deep"])


def typing_error(result):
    row = result["typing_error"]
    return None if "missing" in row else row["wrong"]["cpu_median"] / row["exact"]["cpu_median"]


def export(name):
    return lambda result: max(row[name] for row in result["exports"].values())


def cost(row):
    return (row["cpu"] + row["cpu_behind"]) / row["rows"]


def export_cpu(result):
    return 1e6 * max(cost(row) for row in result["exports"].values())


def writer_cpu(result):
    return 1e6 * result["writers"]["ours"]["cpu"] / result["writers"]["ours"]["rows"]


def writer_ratio(name):
    def value(result):
        row, ours = result["writers"].get(name), result["writers"]["ours"]
        return row and (row["cpu"] / row["rows"]) / (ours["cpu"] / ours["rows"])

    return value


def django_export(variant):
    def value(result):
        row = result["django"].get(variant)
        return row and cost(row) / cost(result["exports"]["default"])

    return value


def django_throughput(kind):
    def value(result):
        row = result.get("improved")
        return row and result["ours"][kind]["per_second"] / row[kind]["per_second"]

    return value


def half(result):
    return result["ours"]["half"]["p99_ms"] / result["ours"]["half"]["median_ms"]


def at_most(limit):
    return lambda value: value <= limit


def at_least(limit):
    return lambda value: value >= limit


GOALS = [
    ("first page of a branch, CPU ms at p99, worst of all", "lists", "≤ 5", at_most(5), worst("branch")),
    ("first page of the largest agency, the same", "lists", "≤ 25", at_most(25), worst("largest agency")),
    ("deep page ÷ first page", "lists", "≤ 1.1", at_most(1.1), deep),
    ("one typing error ÷ the exact word", "lists", "≤ 3", at_most(3), typing_error),
    ("export, CPU s for 1,000,000 rows", "export", "≤ 12", at_most(12), export_cpu),
    ("of which the writer", "export", "≤ 3.5", at_most(3.5), writer_cpu),
    ("first row of an export, s", "export", "≤ 0.5", at_most(0.5), export("first_row")),
    ("memory of an export above idle, MB", "export", "≤ 64", at_most(64), export("peak_mb")),
    ("XlsxWriter ÷ our writer, CPU", "export", "≥ 10", at_least(10), writer_ratio("xlsxwriter")),
    ("rust_xlsxwriter ÷ our writer, CPU", "export", "≥ 10", at_least(10), writer_ratio("rust")),
    *(
        (f"export: {name} ÷ ours, CPU a row", "export", "≥ 30", at_least(30), django_export(variant))
        for variant, name in VARIANTS.items()
    ),
    *(
        (f"{kind}: requests/s ÷ Django improved", "throughput", "≥ 10", at_least(10), django_throughput(kind))
        for kind in ("list", "search", "detail")
    ),
    ("at half of the load beside writes: p99 ÷ median", "throughput", "≤ 10", at_most(10), half),
]
