"""`python3 portal.py bench [NAME …]`: measure, print a table, and keep the numbers as JSON."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import CalledProcessError

import click

from bench import build, intake, pages, register, release, scan
from bench.measuring import PAIRS, Missing, Row, at_most
from bench.scale import Scale
from bench.table import HEAD, as_json, line
from register.errors import RegisterError

Bench = Callable[[Scale], Iterator[Row]]
BENCHES: dict[str, Bench] = {
    "intake": intake.measure,
    "register": partial(register.measure, register.USUAL),
    "release": partial(release.measure, release.USUAL),
    "scan": scan.measure,
    "build": build.measure,
    "pages": pages.measure,
}
LARGE: dict[str, Bench] = {
    "register-20000": partial(register.measure, 20_000),
    "register-100000": partial(register.measure, 100_000),
    "release-10000": partial(release.measure, release.LARGE),
    "build-10-years": partial(build.measure_pages, build.TEN_YEARS, None),
    "build-1000-pages": partial(build.measure_pages, build.THOUSAND_PAGES, at_most(1 / 6)),
    "build-20000-cases": build.measure_cases,
}
"""Measured by name, or all with `--full`."""
WORK = Path(__file__).resolve().parent.parent / "var"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice([*BENCHES, *LARGE]))
@click.option("--full", is_flag=True, help="the largest estates too; takes an hour or two")
@click.option("--pairs", default=PAIRS, show_default=True, help="how often each pair is measured")
@click.option(
    "--json", "report", type=click.Path(path_type=Path, dir_okay=False), help="write the numbers here too"
)
@click.option(
    "--disk",
    type=click.Path(path_type=Path, file_okay=False),
    default=WORK,
    show_default="var/",
    help="measure on the disk of this folder; everything is made in a new folder there and removed",
)
def main(names: tuple[str, ...], full: bool, pairs: int, report: Path | None, disk: Path) -> None:
    """Measure what each part costs, beside a baseline in the same run. No estate is touched."""
    rows: list[Row] = []
    missing: list[str] = []
    disk.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=disk) as folder:
        scale = Scale(Path(folder), full, pairs)
        for name in names or (*BENCHES, *(LARGE if full else ())):
            click.echo(f"\n## {name}\n\n{HEAD}")
            rows += _told(name, scale, missing)
    for one in missing:
        click.echo(f"\nnot measured: {one}", err=True)
    if report:
        report.write_text(as_json(rows, missing), encoding="utf-8")


def _told(name: str, scale: Scale, missing: list[str]) -> Iterator[Row]:
    """The rows of one benchmark, printed as they come; what it lacks is noted, and the others go on."""
    try:
        for row in (BENCHES | LARGE)[name](scale):
            click.echo(line(row))
            yield row
    except (Missing, OSError, MemoryError, RegisterError, ImportError) as problem:
        missing.append(f"{name}: {problem or type(problem).__name__}")
    except CalledProcessError as problem:
        said = str(problem.stderr or problem).strip().splitlines()
        missing.append(f"{name}: {said[-1]}")


if __name__ == "__main__":
    main(prog_name="portal bench")
