"""The audit trail: how fast it takes entries, seals and verifies them, and that one changed row is found."""

import re
import sys

from process import Run, check

SMOKE_LIVE, LIVE = (200, 2), (2_000, 30)


def measure(plan, binaries, engine):
    entries = plan.citizens
    rate, seconds = SMOKE_LIVE if plan.is_smoke else LIVE
    print(f"{engine.title}: {entries:,} audit entries…", file=sys.stderr)
    database = engine.fresh(f"audit_{plan.size}")
    fill = Run([f"{binaries}/Bench", "audit-fill", database.address, str(entries)], database.server)
    check(fill.result["sealed"] == entries, fill.output)
    verify = verified(binaries, database, entries)
    live = Run([f"{binaries}/Bench", "audit-live", database.address, str(rate), str(seconds)], database.server)
    check(live.result["sealed"] == live.result["recorded"], live.output)
    total = entries + live.result["recorded"]
    verified(binaries, database, total)
    position = entries // 2
    database.tamper(position)
    broken = verified(binaries, database, total, status=2)
    check(f"first broken link: position {position}\n" in broken.output and broken.defects == 1, broken.output)
    return {
        "entries": entries, "live_rate": rate, "live_seconds": seconds,
        "recorded_per_second": entries / fill.result["record_seconds"],
        "sealed_per_second": entries / fill.result["seal_seconds"],
        "fill_cpu": fill.cpu, "fill_server_cpu": fill.server_cpu, "fill_peak_mb": fill.peak_mb,
        "verified_per_second": verify.rate, "verify_seconds": verify.seconds,
        "verify_cpu": verify.cpu, "verify_server_cpu": verify.server_cpu, "verify_peak_mb": verify.peak_mb,
        "live_per_second": live.result["recorded"] / live.result["seconds"],
        "live_lag_ms": live.result["greatest_lag_ms"],
        "live_cpu_percent": 100 * live.cpu / live.seconds,
        "live_server_cpu_percent": 100 * live.server_cpu / live.seconds,
    }


def verified(binaries, database, rows, status=0):
    command = [f"{binaries}/incontro", "audit", "verify", "--database", database.address]
    run = Run(command, database.server, status)
    summary = re.search(
        r"(whole|BROKEN): (\d+) rows \((\d+) sealed, (\d+) waiting\), .* (\d+) defects, (\d+) rows/s", run.output
    )
    check(summary, run.output)
    check(int(summary[2]) == rows and int(summary[4]) == 0, run.output)
    run.rate = int(summary[6])
    run.defects = int(summary[5])
    return run
