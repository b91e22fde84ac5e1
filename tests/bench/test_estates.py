"""Estates made in bulk are what the real store would have written; the bench tells what it lacks and goes on."""

from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from click.testing import CliRunner

from bench import __main__ as bench
from bench.estates import live, multiplied
from bench.measuring import Missing, Row, at_least, at_most, row_of, single
from bench.scale import Scale
from bench.table import line
from register.index import Index
from register.store import FolderStore


def test_the_real_store_reads_every_record_as_its_own(tmp_path: Path) -> None:
    estate = live(tmp_path / "estate", quarters=1, a_month=4, released=False)
    held = multiplied(estate, 60)
    held.keep()
    found = Index(FolderStore(held.folder)).holdings()
    assert found.damaged == ()
    assert {number: stored.record for number, stored in found.cases.items()} == {
        number: stored.record for number, stored in held.held.items()
    }
    assert len(found.cases) == 60


def test_the_same_size_gives_the_same_records(tmp_path: Path) -> None:
    one, other = (live(tmp_path / name, quarters=1, a_month=4, released=False) for name in ("one", "other"))
    assert one.cases == other.cases


def test_a_bar_is_met_or_not_in_the_table() -> None:
    row = row_of("b", "ours", "base", [(2.0, 1.0), (4.0, 1.0), (3.0, 1.0)], unit="s", bar=at_most(3.5))
    assert (row.ratio, row.low, row.high, row.met) == (3.0, 2.0, 4.0, True)
    assert "| 3 (2–4, 3) | ≤ 3.5 | yes |" in line(row)
    assert "**no**" in line(single("b", "size", 5, unit="KiB", bar=at_least(6)))


def test_what_is_missing_is_told_and_the_rest_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(scale: Scale) -> Iterator[Row]:
        yield single("intake", "first", 1, unit="s")
        raise Missing("needs chromium")

    def full(scale: Scale) -> Iterator[Row]:
        scale.room(10**9)
        yield from ()

    def stopped(scale: Scale) -> Iterator[Row]:
        yield single("scan", "before", 3, unit="s")
        raise CalledProcessError(
            1, ["mkdocs"], stderr="Traceback\nModuleNotFoundError: No module named 'material'\n"
        )

    def works(scale: Scale) -> Iterator[Row]:
        yield single("pages", "last", 2, unit="s")

    monkeypatch.setattr(bench, "BENCHES", {"intake": lacking, "build": full, "scan": stopped, "pages": works})
    report = tmp_path / "report.json"
    done = CliRunner().invoke(bench.main, ["--disk", str(tmp_path), "--json", str(report)])
    assert done.exit_code == 0, done.output
    assert "| first |" in done.output
    assert "| last |" in done.output
    assert "intake: needs chromium" in done.stderr
    assert "build: needs 1000000000 MB" in done.stderr
    assert "scan: ModuleNotFoundError: No module named 'material'" in done.stderr
    assert '"last"' in report.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_the_largest_are_measured_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(name: str) -> bench.Bench:
        return lambda scale: iter([single(name, f"row of {name}", 1, unit="s")])

    monkeypatch.setattr(bench, "BENCHES", {"build": named("build")})
    monkeypatch.setattr(bench, "LARGE", {"build-20000-cases": named("large")})
    for arguments, rows in (
        ([], ["row of build"]),
        (["build-20000-cases"], ["row of large"]),
        (["--full"], ["row of build", "row of large"]),
    ):
        done = CliRunner().invoke(bench.main, [*arguments, "--disk", str(tmp_path)])
        assert done.exit_code == 0, done.output
        assert [row for row in ("row of build", "row of large") if f"| {row} |" in done.output] == rows
