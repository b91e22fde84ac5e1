"""Forgeries somebody might try on a ledger, a checkpoint or a receipt: each is refused by name, in both languages."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.cli import verify_command
from generator.disclosure.releases.ledger import checkpoint_text, entries_text, head_of, parse_entries
from register.keys import Keys
from register.receipt_signature import public_key, sign_receipt
from register.records import to_bytes
from register.settings import ZONE
from tests import factories
from tests.generator.cli.conftest import Portal
from tests.generator.disclosure.chained import FIRST, chained, receipt_of
from tests.generator.disclosure.estate import Folder


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return chained(tmp_path_factory.mktemp("forged") / "estate")


@pytest.fixture
def ledger(chain: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The two public files, as a neighbour keeps them."""
    monkeypatch.setattr(verify_command, "system_clock", lambda: datetime(2027, 2, 1, 9, tzinfo=ZONE))
    return Path(shutil.copytree(chain.places.ledger, tmp_path / "ledger"))


def rewritten(ledger: Path, change: Callable[[list[str]], list[str]], *, mended: bool) -> None:
    """Other entries; with a checkpoint that fits them where the forger thought of it."""
    entries = change(list(parse_entries((ledger / "entries.txt").read_bytes())))
    (ledger / "entries.txt").write_bytes(entries_text(entries))
    if mended:
        origin = (ledger / "checkpoint").read_text(encoding="utf-8").split("\n")[0]
        (ledger / "checkpoint").write_bytes(checkpoint_text(head_of(origin, entries, 0)))


def other_estate(ledger: Path) -> None:
    """The checkpoint of a ledger of as many other entries."""
    entries = [f"{number:096x}" for number in range(20)]
    (ledger / "checkpoint").write_bytes(checkpoint_text(head_of("lake.example/ledger", entries, 0)))


def in_capitals(ledger: Path) -> None:
    file = ledger / "entries.txt"
    file.write_bytes(file.read_bytes().upper())


def with_carriage_returns(ledger: Path) -> None:
    file = ledger / "entries.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


LEDGERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut off": (lambda ledger: rewritten(ledger, lambda all: all[:-1], mended=False), "ledger/checkpoint"),
    "cut off and mended": (lambda ledger: rewritten(ledger, lambda all: all[:-1], mended=True), "20:"),
    "moved and mended": (lambda ledger: rewritten(ledger, lambda all: [*all[1:], all[0]], mended=True), "20:"),
    "one put in the place of another and mended": (
        lambda ledger: rewritten(ledger, lambda all: ["f" * 96, *all[1:]], mended=True),
        "20:",
    ),
    "one twice": (
        lambda ledger: rewritten(ledger, lambda all: [*all, all[0]], mended=True), "ledger/entries.txt",
    ),
    "in capitals": (in_capitals, "ledger/entries.txt"),
    "with carriage returns": (with_carriage_returns, "ledger/entries.txt"),
    "the checkpoint of another estate": (other_estate, "ledger/checkpoint"),
    "no checkpoint": (lambda ledger: (ledger / "checkpoint").unlink(), "ledger/checkpoint"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("what", LEDGERS)
def test_a_forged_ledger_is_refused_by_name(portal: Portal, ledger: Path, what: str, language: str) -> None:
    forge, name = LEDGERS[what]
    entries = parse_entries((ledger / "entries.txt").read_bytes())
    head = head_of("-", entries, 0)
    forge(ledger)
    asked = ("--ledger", str(ledger), "--head", f"{head.size}:{head.root[:16]}", "--language", language)
    result = portal("verify", *asked)
    assert result.exit_code == 3, result.output
    assert name in result.stderr
    assert ("有误：" if language == "zh" else "Fault: ") in result.stderr


def test_a_checkpoint_under_another_name_is_refused_where_the_releases_are(
    portal: Portal, chain: Folder, tmp_path: Path
) -> None:
    home = Path(shutil.copytree(chain.home.folder, tmp_path / "estate"))
    file = home / "content" / "ledger" / "checkpoint"
    origin, rest = file.read_text(encoding="utf-8").split("\n", 1)
    file.write_text(f"{origin}.evil\n{rest}", encoding="utf-8")
    result = portal("verify", "--home", str(home))
    assert result.exit_code == 3, result.output
    assert "ledger/checkpoint" in result.stderr


def changed(**change: object) -> Callable[[dict[str, object]], None]:
    return lambda record: record.update(change)


def said(**change: object) -> Callable[[dict[str, object]], None]:
    """Another thing among what the entry commits to."""
    return lambda record: record["committed"].update(change)  # type: ignore[attr-defined]


def other_words(record: dict[str, object]) -> None:
    """Letters that look the same: a Kangxi radical, a full-width digit, a Cyrillic o."""
    answers = record["committed"]["answers"]  # type: ignore[index]
    for name, text in answers.items():
        answers[name] = text.replace("两", "\u4e24\ufe00")


RECEIPTS: dict[str, tuple[Callable[[dict[str, object]], None], str, str]] = {
    "another entry": (changed(entry="0" * 96), "对不上", "differ"),
    "another's entry": (changed(entry=""), "对不上", "differ"),
    "another code": (changed(proof="0" * 24), "对不上", "differ"),
    "a letter that looks the same": (other_words, "对不上", "differ"),
    "another moment": (said(received="2026-07-06T09:00:01+08:00"), "对不上", "differ"),
    "the same moment spelled otherwise": (said(received="2026-07-06T01:00:00+00:00"), "对不上", "differ"),
    "a number in full-width digits": (said(number="２０２６-000-000-0"), "receipt.json", "receipt.json"),
    "a day in full-width digits": (changed(due="２０２７-０１-０１"), "receipt.json", "receipt.json"),
    "an unknown word": (changed(extra=1), "receipt.json", "receipt.json"),
    "a head that never was": (changed(head={"size": 3, "root": "0" * 64}), "校验码", "is not reproduced"),
    "a code with Cyrillic letters": (changed(proof="А" * 24), "receipt.json", "receipt.json"),
}


@pytest.mark.parametrize("what", RECEIPTS)
def test_a_forged_receipt_is_refused_in_both_languages(
    portal: Portal, chain: Folder, ledger: Path, tmp_path: Path, what: str
) -> None:
    forge, *words = RECEIPTS[what]
    record = json.loads(to_bytes(receipt_of(chain, 3)))
    forge(record)
    if what == "another's entry":
        record["entry"] = receipt_of(chain, 4).entry
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    for language, word in zip(("zh", "en"), words, strict=True):
        asked = ("--ledger", str(ledger), "--receipt", str(file), "--language", language)
        result = portal("verify", *asked)
        assert result.exit_code == 3, result.output
        assert word in result.output, result.output


def test_a_key_that_stands_twice_is_no_receipt(
    portal: Portal, chain: Folder, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(to_bytes(receipt_of(chain, 3)).replace(b'"due"', b'"due": "2020-01-01",\n "due"', 1))
    assert portal("verify", "--ledger", str(ledger), "--receipt", str(file)).exit_code == 3


@pytest.mark.parametrize("what", ["another key", "another day", "another receipt"])
def test_a_signature_that_is_not_over_this_receipt_is_refused(
    portal: Portal, chain: Folder, ledger: Path, tmp_path: Path, what: str
) -> None:
    mine = sign_receipt(receipt_of(chain, FIRST[2]), factories.KEYS)
    if what == "another key":
        mine = sign_receipt(mine, Keys(b"e" * 32))
    elif what == "another day":
        mine = mine.model_copy(update={"due": "2030-01-01"})
    else:
        other = sign_receipt(receipt_of(chain, FIRST[3]), factories.KEYS)
        mine = mine.model_copy(update={"signature": other.signature})
    file, key = tmp_path / "receipt.json", tmp_path / "receipt.pem"
    file.write_bytes(to_bytes(mine))
    key.write_bytes(public_key(factories.KEYS))
    for language, word in (("zh", "签名与凭证不符"), ("en", "signature")):
        asked = ("--ledger", str(ledger), "--receipt", str(file), "--key", str(key), "--language", language)
        result = portal("verify", *asked)
        assert result.exit_code == 3
        assert word in result.stdout
