"""The results as a table to read and as JSON."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict

from bench.measuring import Row

HEAD = "| what | measured | against | ratio (min–max, pairs) | bar | met |\n|---|---|---|---|---|---|"


def line(row: Row) -> str:
    """One row of a Markdown table."""
    measured = f"{number(row.value)} {row.unit}" + (f", {row.peak:.0f} MiB" if row.peak else "")
    against = f"{row.against}: {number(row.base)} {row.unit}" if row.base is not None else ""
    ratio = ""
    if row.ratio is not None and row.low is not None and row.high is not None:
        ratio = f"{number(row.ratio)} ({number(row.low)}–{number(row.high)}, {row.pairs})"
    met = {True: "yes", False: "**no**", None: ""}[row.met]
    return f"| {row.what} | {measured} | {against} | {ratio} | {row.bar} | {met} |"


def number(value: float) -> str:
    """Three digits that matter: 0.0123, 1.23, 123, 12,300."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def as_json(rows: Iterable[Row], missing: Iterable[str]) -> str:
    machine = {"cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version()}
    report = {
        "format": 1,
        "machine": machine,
        "missing": list(missing),
        "rows": [asdict(row) for row in rows],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"
