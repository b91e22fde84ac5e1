"""Every kind of file that a build trusts, spoiled in every way: refused by name in both languages, and nothing is built."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import Result

from generator.disclosure.remembered import digest_of_files
from tests.generator.cli.conftest import Portal
from tests.generator.cli.spoiling import MANNERS, TODAY, built_once

R, L, S = "content/releases", "content/ledger", "content/surveys/results"
SWAPPED, OLDER = "another's bytes in its place", "as it was a quarter earlier"


@dataclass(frozen=True)
class Kind:
    """A file that is trusted, one of its kind whose bytes may be put in its place, and what is no harm to it and why."""

    file: str
    other: str | None = None
    harmless: tuple[str, ...] = ()

    @property
    def manners(self) -> tuple[str, ...]:
        older = () if self.file not in OLDER_FILES else (OLDER,)
        swapped = () if self.other is None else (SWAPPED,)
        return tuple(one for one in (*MANNERS, *swapped, *older) if one not in self.harmless)


COPY = "copied beside itself"  # harmless where nobody reads the copy
BLANK = "an empty line added"  # harmless in a file that people write
OLDER_FILES = (f"{L}/entries.txt", f"{L}/checkpoint", "var/audit/audit.jsonl")
KINDS = {
    "release": Kind(f"{R}/2026-Q3.json", f"{R}/2026-Q3.r2.json"),
    "correction": Kind(f"{R}/2026-Q3.r2.json", f"{R}/2026-Q3.json"),
    "take-down": Kind(f"{R}/2026-Q4.r2.json", f"{R}/2026-Q3.r2.json"),
    "withdrawal": Kind(f"{R}/2026-Q4.withdrawn.json", f"{R}/2026-Q3.approval.json"),
    "approval": Kind(f"{R}/2026-Q3.approval.json", f"{R}/2026-Q3.r2.approval.json"),
    "approval of a correction": Kind(f"{R}/2026-Q3.r2.approval.json", f"{R}/2026-Q3.approval.json"),
    "approval of a take-down": Kind(f"{R}/2026-Q4.r2.approval.json", f"{R}/2026-Q4.approval.json"),
    "approval of what was withdrawn": Kind(f"{R}/2026-Q4.approval.json", f"{R}/2026-Q4.r2.approval.json"),
    "ledger": Kind(f"{L}/entries.txt", f"{L}/checkpoint"),
    "checkpoint": Kind(f"{L}/checkpoint", f"{L}/entries.txt"),
    "survey": Kind(f"{S}/2026h2.json", f"{S}/2026h2.approval.json"),
    "approval of a survey": Kind(f"{S}/2026h2.approval.json", f"{R}/2026-Q3.approval.json"),
    "settlement": Kind("var/settlements/2026-Q3.json", "var/settlements/2026-Q4.json"),
    "log": Kind("var/audit/audit.jsonl", harmless=(COPY,)),
    "sealed standards": Kind("content/sealed.toml", harmless=(COPY,)),
    "what a build was made from": Kind("var/builds/BUILD.json", harmless=(COPY, BLANK)),
    "case": Kind("var/register/CASE.json", harmless=(BLANK,)),
}  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, portal_once: Portal) -> Path:
    return built_once(tmp_path_factory, portal_once)


@pytest.fixture
def home(base: Path) -> Path:
    return base / "estate"


def kept(folder: Path) -> dict[Path, bytes]:
    """The bytes beside which a file lies, to be put back."""
    return {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def put_back(folder: Path, files: dict[Path, bytes]) -> None:
    for file in folder.iterdir():
        if file.is_file() and file not in files:
            file.unlink()
    for file, data in files.items():
        file.write_bytes(data)


def found(home: Path, name: str) -> Path:
    build = (home / "site").readlink().name
    if "CASE" in name:
        return min((home / "var" / "register").rglob("2026*.json"))
    return home / name.replace("BUILD", build)


def standing(home: Path) -> tuple[Path, list[tuple[str, int]]]:
    """Which site is shown, and what lies beside it: builds, half-made ones, when each was changed."""
    builds = (home / "var" / "builds").iterdir()
    return (home / "site").readlink(), sorted(
        (one.name, one.stat().st_mtime_ns) for one in builds if one.is_dir()
    )


@pytest.mark.parametrize("what", KINDS)
def test_whatever_is_spoiled_is_named_in_both_languages_and_nothing_is_built(
    portal: Portal, base: Path, home: Path, what: str
) -> None:
    kind = KINDS[what]
    file = found(home, kind.file)
    before, shown, site = kept(file.parent), standing(home), digest_of_files(home / "site")
    wrong = []
    for manner in kind.manners:
        spoil(manner, kind, file, home, base)
        refused = portal("build", "--today", TODAY, "--home", str(home))
        if not is_refused(refused, file) or standing(home) != shown:
            wrong.append((manner, refused.exit_code, refused.output[-300:]))
        put_back(file.parent, before)
    assert not wrong
    assert digest_of_files(home / "site") == site


def spoil(manner: str, kind: Kind, file: Path, home: Path, base: Path) -> None:
    if manner == SWAPPED:
        assert kind.other is not None
        file.write_bytes(found(home, kind.other).read_bytes())
    elif manner == OLDER:
        file.write_bytes((base / "older" / kind.file).read_bytes())
    else:
        MANNERS[manner](file)


def is_refused(result: Result, file: Path) -> bool:
    """Whether it was refused, naming the file, in Chinese and in English."""
    zh, _, en = result.output.partition(" · ")
    bilingual = any("一" <= sign <= "鿿" for sign in zh) and any("a" <= sign <= "z" for sign in en)
    return result.exit_code in (1, 3) and file.stem in result.output and bilingual
