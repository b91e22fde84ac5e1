"""Whatever of the chain is tampered with, `portal build` refuses it by name, makes nothing, and the old site stays."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.releases.ledger import (
    append_batch,
    checkpoint_text,
    entries_text,
    head_of,
    parse_entries,
)
from generator.disclosure.releases.release import Approval
from generator.disclosure.releases.releases import read_releases
from generator.disclosure.remembered import digest_of_files
from register.store import FolderStore
from tests.factories import KEYS, book, contact, instance, open_case, submission
from tests.generator.cli.conftest import Portal
from tests.generator.cli.spoiling import TODAY, built_once
from tests.generator.disclosure.estate import at

Tampering = Callable[[Path], object]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, portal_once: Portal) -> Path:
    """The estate, built once, and beside it a copy of everything a test may spoil."""
    folder = built_once(tmp_path_factory, portal_once)
    shutil.copytree(
        folder / "estate", folder / "kept", ignore=shutil.ignore_patterns("builds", "cache", "site")
    )
    return folder


@pytest.fixture
def home(base: Path) -> Iterator[Path]:
    """The estate to spoil; it is whole again afterwards."""
    home = base / "estate"
    yield home
    for name in ("content", "var"):
        for path in (home / name).iterdir():
            if path.name not in ("builds", "cache"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(base / "kept" / name, home / name, dirs_exist_ok=True)


def flip(name: str) -> Tampering:
    """One bit of the middle of a file."""

    def do(home: Path) -> None:
        data = bytearray((home / name).read_bytes())
        data[len(data) // 2] ^= 1
        (home / name).write_bytes(data)

    return do


def delete(*names: str) -> Tampering:
    return lambda home: [(home / name).unlink() for name in names]


def swap(one: str, other: str) -> Tampering:
    """Two valid files change places."""

    def do(home: Path) -> None:
        first, second = (home / one).read_bytes(), (home / other).read_bytes()
        (home / one).write_bytes(second)
        (home / other).write_bytes(first)

    return do


def replaced(name: str, old: str, new: str) -> Tampering:
    """Other words in the same spelling, as somebody who knows the format would write them."""

    def do(home: Path) -> None:
        text = (home / name).read_text(encoding="utf-8")
        assert old in text
        (home / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return do


def added(name: str, text: str) -> Tampering:
    return lambda home: (home / name).write_text(text, encoding="utf-8")


def appended(name: str, text: str) -> Tampering:
    """What somebody wrote at the end of a page."""
    return lambda home: (home / name).write_text(
        (home / name).read_text(encoding="utf-8") + text, encoding="utf-8"
    )


def lines(name: str, change: Callable[[list[bytes]], list[bytes]]) -> Tampering:
    """The lines of a file dropped or moved."""

    def do(home: Path) -> None:
        (home / name).write_bytes(b"".join(change((home / name).read_bytes().splitlines(keepends=True))))

    return do


def mended(change: Callable[[list[str]], list[str]]) -> Tampering:
    """Entries changed, and the checkpoint made to fit by whoever did it."""

    def do(home: Path) -> None:
        folder = home / "content" / "ledger"
        entries = change(list(parse_entries((folder / "entries.txt").read_bytes())))
        origin = (folder / "checkpoint").read_text(encoding="utf-8").split("\n")[0]
        (folder / "entries.txt").write_bytes(entries_text(entries))
        (folder / "checkpoint").write_bytes(checkpoint_text(head_of(origin, entries, 0)))

    return do


def other_approver(home: Path) -> None:
    """A manager's word made that of an outsider."""
    file = home / "content" / "releases" / "2026-Q3.approval.json"
    approval = Approval.model_validate_json(file.read_bytes())
    file.write_bytes(to_bytes(approval.model_copy(update={"role": "outside"})))


def put_back(home: Path) -> None:
    """The take-down undone, leaving a chain that is whole in itself: the old bytes put back, the revision removed."""
    folder = home / "content" / "releases"
    revision = read_releases(folder)[-1].release
    (folder / "2026-Q4.json").write_bytes((home.parent / "withdrawn.json").read_bytes())
    assert revision.tombstones
    delete(
        "content/releases/2026-Q4.withdrawn.json",
        "content/releases/2026-Q4.r2.json",
        "content/releases/2026-Q4.r2.approval.json",
    )(home)


def cut_short(home: Path) -> None:
    """Everything after the first quarter gone, ledger and settlement too: an old state put back whole."""
    folder = home / "content" / "releases"
    for file in folder.glob("*"):
        if file.name not in ("2026-Q3.json", "2026-Q3.approval.json"):
            file.unlink()
    (home / "var/settlements/2026-Q4.json").unlink()
    mended(lambda entries: entries[:14])(home)


R, L, S = "content/releases", "content/ledger", "content/surveys/results"
TAMPERED: dict[str, tuple[Tampering, str]] = {
    "a release": (flip(f"{R}/2026-Q3.json"), "releases/2026-Q3."),
    "a revision": (flip(f"{R}/2026-Q3.r2.json"), "releases/2026-Q3.r2."),
    "a figure": (replaced(f"{R}/2026-Q3.json", '"households": 624', '"households": 625'), "2026-Q3.approval"),
    "a correction": (replaced(f"{R}/2026-Q3.r2.json", "补登记。", "重新登记。"), "2026-Q3.r2.approval.json"),
    "a release gone": (delete(f"{R}/2026-Q3.json"), "2026-Q3.approval.json"),
    "a release gone with its approval": (
        delete(f"{R}/2026-Q3.json", f"{R}/2026-Q3.approval.json"), "2026-Q4.withdrawn.json",
    ),
    "the last correction gone": (
        delete(f"{R}/2026-Q3.r2.json", f"{R}/2026-Q3.r2.approval.json"), "2026-Q4.r2.json",
    ),
    "releases swapped": (swap(f"{R}/2026-Q3.json", f"{R}/2026-Q3.r2.json"), "2026-Q3.json"),
    "a release that nobody knows": (added(f"{R}/2026-Q9.json", "{}"), "2026-Q9.json"),
    "an approval": (flip(f"{R}/2026-Q3.approval.json"), "2026-Q3.approval.json"),
    "an approval gone": (delete(f"{R}/2026-Q3.approval.json"), "2026-Q3.approval.json"),
    "approvals swapped": (
        swap(f"{R}/2026-Q3.approval.json", f"{R}/2026-Q3.r2.approval.json"), "2026-Q3.approval.json",
    ),
    "another approver": (other_approver, "2026-Q3.approval.json"),
    "another audit line": (
        lambda home: replaced(f"{R}/2026-Q3.approval.json", '"audit": "', '"audit": "0')(home), "2026-Q3.approval.json",
    ),
    "a tombstone": (replaced(f"{R}/2026-Q4.r2.json", "identifies_person", "wrong_facts"), "2026-Q4.r2.approval"),
    "a tombstone gone": (delete(f"{R}/2026-Q4.r2.json", f"{R}/2026-Q4.r2.approval.json"), "2026-Q4.withdrawn.json"),
    "a withdrawal": (flip(f"{R}/2026-Q4.withdrawn.json"), "2026-Q4.withdrawn.json"),
    "a withdrawal gone": (delete(f"{R}/2026-Q4.withdrawn.json"), "2026-Q4.approval.json"),
    "a take-down undone": (put_back, f"{R[8:]}/2026-Q4.r2.json"),
    "an old state": (cut_short, f"{R[8:]}/2026-Q4.r2.json"),
    "a ledger entry": (flip(f"{L}/entries.txt"), "ledger/"),
    "an entry gone": (lines(f"{L}/entries.txt", lambda all: all[1:]), "ledger/entries.txt"),
    "entries moved": (mended(lambda all: [all[1], all[0], *all[2:]]), "2026-Q3.json"),
    "an entry dropped and mended": (mended(lambda all: all[:4] + all[5:]), "ledger/entries.txt"),
    "an entry put in": (mended(lambda all: [*append_batch(all, ["f" * 96])]), "ledger/entries.txt"),
    "the ledger gone": (delete(f"{L}/entries.txt"), "ledger/entries.txt"),
    "a checkpoint": (replaced(f"{L}/checkpoint", "\n22\n", "\n21\n"), "ledger/checkpoint"),
    "the checkpoint gone": (delete(f"{L}/checkpoint"), "ledger/checkpoint"),
    "a survey's result": (flip(f"{S}/2026h2.json"), "surveys/results/2026h2"),
    "a survey's figure": (replaced(f"{S}/2026h2.json", '"issued": 624', '"issued": 623'), "2026h2.approval.json"),
    "a survey's approval": (flip(f"{S}/2026h2.approval.json"), "2026h2.approval.json"),
    "a survey's approval gone": (delete(f"{S}/2026h2.approval.json"), "2026h2.approval.json"),
    "a survey gone": (delete(f"{S}/2026h2.json", f"{S}/2026h2.approval.json"), "surveys/results/2026h2.json"),
    "a line of the log": (replaced("var/audit/audit.jsonl", "approve_release", "approve_releasf"), "audit"),
    "a line of the log gone": (lines("var/audit/audit.jsonl", lambda all: all[1:]), "audit"),
    "the end of the log gone": (lines("var/audit/audit.jsonl", lambda all: all[:-1]), "2026-Q4.r2.json"),
    "the log gone": (delete("var/audit/audit.jsonl"), "2026-Q3.json"),
    "a settlement": (added("var/settlements/2026-Q3.json", "{}"), "settlements/2026-Q3.json"),
    "a settlement gone": (delete("var/settlements/2026-Q4.json"), "settlements/2026-Q4.json"),
    "a link on a page": (appended("content/pages/zh/privacy.md", "\n[更多](/nowhere/)\n"), "leads nowhere"),
    "k under its floor": (replaced("content/rules.toml", "k = 5", "k = 2"), "rules.toml"),
    "the lag under its floor": (replaced("content/rules.toml", "lag_days = 14", "lag_days = 13"), "rules.toml"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_tampered_with_is_named_and_nothing_is_built(portal: Portal, home: Path, what: str) -> None:
    tamper, name = TAMPERED[what]
    before = (home / "site").readlink(), digest_of_files(home / "var" / "builds")
    tamper(home)
    refused = portal("build", "--today", TODAY, "--home", str(home))
    assert refused.exit_code in (1, 3), refused.output
    assert name in refused.output
    assert ((home / "site").readlink(), digest_of_files(home / "var" / "builds")) == before


def test_a_case_that_cannot_be_read_hides_no_value_from_the_last_scan(portal: Portal, home: Path) -> None:
    """What is in a damaged record cannot be looked for, so nothing can be vouched for."""
    case = next(file for file in (home / "var" / "register").rglob("*.json") if json.loads(file.read_bytes()))
    case.write_bytes(case.read_bytes()[:-9])
    refused = portal("build", "--today", TODAY, "--home", str(home))
    assert refused.exit_code == 1
    assert case.stem in refused.output


def test_a_residents_name_written_into_a_page_stops_the_build(portal: Portal, home: Path) -> None:
    page = home / "content/pages/zh/privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n感谢陈建国的建议。\n", encoding="utf-8")
    refused = portal("build", "--today", TODAY, "--home", str(home))
    assert refused.exit_code == 1
    assert "pages/zh/privacy.md" in refused.output
    assert "陈建国" not in refused.output


POISON = (
    "高峰", "安宁", "物业服务", "国庆", "Service", "Grace", "Json", "Rect", "Webkit", "Viewbox", "Complaint", "Mkdocs", "Hygiene",
)  # fmt: skip


def test_nobody_stops_the_site_by_calling_herself_like_its_words(portal: Portal, home: Path) -> None:
    store = FolderStore(home / "var" / "register")
    for number, name in enumerate(POISON, 500):
        open_case(
            submission(received=at(1, 25, year=2027)), contact(name=name, phone="12345", room="1201"),
            instance=instance(number), keys=KEYS, store=store, clockwork=book().clockwork,
        )  # fmt: skip
    built = portal("build", "--today", "2027-02-02", "--home", str(home))
    assert built.exit_code == 0, built.output
    assert "ordinary words there" in built.output


def test_untouched_it_is_built_again(portal: Portal, home: Path) -> None:
    """The tampering is what is refused, not the estate."""
    built = portal("build", "--today", TODAY, "--home", str(home))
    assert built.exit_code == 0, built.output
