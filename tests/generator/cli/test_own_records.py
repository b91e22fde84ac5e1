"""`portal verify` names what the estate's own records say otherwise than when a period was released."""

import re
import shutil
from pathlib import Path

import pytest

from generator.cli.chain_check import all_flaws, read_chain_evidence
from generator.disclosure.releases.findings import Finding, Flaw
from register.settings import Home, read_home


@pytest.fixture
def copied(demo: Home, tmp_path: Path) -> Home:
    """What of the demo estate everybody may have: no register, no log."""
    shutil.copytree(demo.content, tmp_path / "content")
    shutil.copy(demo.folder / "portal.toml", tmp_path)
    return read_home(tmp_path)


def notes(home: Home) -> list[Flaw]:
    found = all_flaws(home, read_chain_evidence(home, None))
    return [one for one in found if one.finding in (Finding.OWN_FIGURE, Finding.OWN_RECORD, Finding.CONTENT)]


def test_records_that_are_as_they_were_are_not_named(copied: Home) -> None:
    assert notes(copied) == []


def test_rounds_cut_out_of_a_published_period_are_named_with_old_and_new_figures(copied: Home) -> None:
    for file in (copied.content / "inspections").glob("*.toml"):
        rounds = re.split(r"(?m)^(?=\[\[round\]\])", file.read_text(encoding="utf-8"))
        file.write_text("".join(one for one in rounds if "[[round.problem]]" not in one), encoding="utf-8")
    found = notes(copied)
    assert not any(one.grave for one in found)
    points = next(one for one in found if one.about == "2026-Q3 points_passed")
    assert re.fullmatch(r"\d+/\d+ → \d+/\d+", points.detail)
    assert any(one.finding == Finding.OWN_RECORD and one.detail.startswith("gone: ") for one in found)


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("rules.toml", "percent = 95", "percent = 1", "target."),
        ("estate.toml", "households = ", "households = 9", "households"),
        ("standards.toml", 'closes = "20:00"', 'closes = "23:59"', "hours"),
        ("calendar/2026.toml", "days_off = [", "days_off = [2026-11-03, ", "2026-11-03"),
    ],
)
def test_what_figures_are_judged_by_is_named_when_nobody_says_why(
    copied: Home, file: str, old: str, new: str, named: str
) -> None:
    path = copied.content / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    found = notes(copied)
    assert found
    assert all((one.finding, one.grave) == (Finding.CONTENT, True) for one in found)
    assert all(f"content/{file}" in one.about and named in one.detail for one in found)


def test_content_that_cannot_be_read_is_named_by_its_file(copied: Home) -> None:
    (copied.content / "training.toml").write_text("[[session]]\n", encoding="utf-8")
    (flaw, *_) = notes(copied)
    assert (flaw.finding, flaw.about, flaw.grave) == (Finding.CONTENT, "content/training.toml", True)
