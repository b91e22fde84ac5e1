"""`python3 portal.py bench [NAME …]`: measure, print a table, and keep the numbers as JSON."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bench import build, intake, pages, register, release, scan
from bench.measuring import PAIRS, Missing, Row
from bench.scale import Scale
from bench.table import HEAD, as_json, line
from register.errors import RegisterError

BENCHES: dict[str, Callable[[Scale], Iterator[Row]]] = {
    "intake": intake.measure,
    "register": register.measure,
    "release": release.measure,
    "scan": scan.measure,
    "build": build.measure,
    "pages": pages.measure,
}
WORK = Path(__file__).resolve().parent.parent / "var"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", nargs=-1, type=click.Choice(list(BENCHES)))
@click.option("--full", is_flag=True, help="the largest estates too; takes an hour or more")
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
        for name in names or BENCHES:
            click.echo(f"\n## {name}\n\n{HEAD}")
            rows += _told(name, scale, missing)
    for one in missing:
        click.echo(f"\nnot measured: {one}", err=True)
    if report:
        report.write_text(as_json(rows, missing), encoding="utf-8")


def _told(name: str, scale: Scale, missing: list[str]) -> Iterator[Row]:
    """The rows of one benchmark, printed as they come; what it lacks is noted, and the others go on."""
    try:
        for row in BENCHES[name](scale):
            click.echo(line(row))
            yield row
    except (Missing, OSError, MemoryError, RegisterError) as problem:
        missing.append(f"{name}: {problem or type(problem).__name__}")


if __name__ == "__main__":
    main(prog_name="portal bench")
