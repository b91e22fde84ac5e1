"""`portal verify`: 0 when all holds, 3 for damage with each fault named, 1 while a publication is cut off, 2 for wrong use."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from generator.cli import verify_command
from generator.disclosure.releases.ledger import parse_entries, tree_root
from register.keys import Keys
from register.receipt_signature import public_key, sign_receipt
from register.records import to_bytes
from register.settings import ZONE
from tests import factories
from tests.generator.cli.conftest import Portal
from tests.generator.disclosure.chained import chained, receipt_of
from tests.generator.disclosure.estate import Folder


@pytest.fixture
def estate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setattr(verify_command, "system_clock", lambda: datetime(2027, 2, 1, 9, tzinfo=ZONE))
    return chained(tmp_path / "estate")


def head_of(estate: Folder, size: int) -> str:
    entries = parse_entries((estate.places.ledger / "entries.txt").read_bytes())
    return f"{size}:{tree_root(entries[:size])[:16]}"


def receipt_file(estate: Folder, folder: Path) -> Path:
    file = folder / "receipt.json"
    file.write_bytes(to_bytes(receipt_of(estate, 3)))
    return file


def test_a_true_chain_ends_with_0_and_the_head_to_keep(portal: Portal, estate: Folder) -> None:
    chinese = portal("verify", "--home", str(estate.home.folder))
    english = portal("verify", "--home", str(estate.home.folder), "--language", "en")
    assert chinese.exit_code == english.exit_code == 0, chinese.output
    assert head_of(estate, 20) in chinese.stdout
    assert "没有发现问题" in chinese.stdout
    assert "Register of 20 cases" in english.stdout


def test_a_public_copy_says_what_it_could_not_check(portal: Portal, estate: Folder) -> None:
    shutil.rmtree(estate.home.var)
    result = portal("verify", "--home", str(estate.home.folder))
    assert result.exit_code == 0
    assert "只核对了公开的部分" in result.stdout


def test_a_neighbour_needs_the_two_files_alone(portal: Portal, estate: Folder, tmp_path: Path) -> None:
    receipt = receipt_file(estate, tmp_path)
    result = portal("verify", "--ledger", str(estate.places.ledger), "--receipt", str(receipt))
    assert result.exit_code == 0, result.output
    assert "已计入" in result.stdout
    assert "内容没有改动" in result.stdout
    assert "没有签名" in result.stdout
    assert portal("verify", "--ledger", str(tmp_path)).exit_code == 2


def test_damage_ends_with_3_and_every_fault_is_named(portal: Portal, estate: Folder) -> None:
    entries = estate.places.ledger / "entries.txt"
    entries.write_bytes(b"".join(entries.read_bytes().splitlines(keepends=True)[1:]))
    (estate.places.settlements / "2026-Q4.json").unlink()
    result = portal("verify", "--home", str(estate.home.folder))
    assert result.exit_code == 3
    for name in ("ledger/entries.txt", "ledger/checkpoint", "2026-Q3.json", "settlements/2026-Q4.json"):
        assert name in result.stderr


def test_an_old_head_is_reproduced_or_the_command_ends_with_3(portal: Portal, estate: Folder) -> None:
    home = ("--home", str(estate.home.folder))
    good = head_of(estate, 12)
    assert portal("verify", *home, "--head", good[:10] + " " + good[10:].upper()).exit_code == 0
    gone = portal("verify", *home, "--head", "12:" + "0" * 16)
    assert gone.exit_code == 3
    assert "12:0000000000000000" in gone.stderr
    assert portal("verify", *home, "--head", "21:" + "0" * 16).exit_code == 3
    assert portal("verify", *home, "--head", "twelve").exit_code == 2


def test_a_receipt_that_is_missing_or_altered_ends_with_3(
    portal: Portal, estate: Folder, tmp_path: Path
) -> None:
    receipt = receipt_file(estate, tmp_path)
    data = receipt.read_bytes()
    receipt.write_bytes(data.replace("两天".encode(), "三天".encode()))
    altered = portal("verify", "--home", str(estate.home.folder), "--receipt", str(receipt))
    assert altered.exit_code == 3
    assert "对不上" in altered.stdout
    receipt.write_bytes(b"{}")
    assert portal("verify", "--home", str(estate.home.folder), "--receipt", str(receipt)).exit_code == 3


@pytest.mark.parametrize(
    ("keys", "code", "said"), [(factories.KEYS, 0, "签名属实"), (Keys(b"k" * 32), 3, "签名与凭证不符")]
)
def test_a_signature_is_checked_with_the_public_key(
    portal: Portal, estate: Folder, tmp_path: Path, keys: Keys, code: int, said: str
) -> None:
    receipt, key = tmp_path / "receipt.json", tmp_path / "receipt.pem"
    receipt.write_bytes(to_bytes(sign_receipt(receipt_of(estate, 3), factories.KEYS)))
    key.write_bytes(public_key(keys))
    asked = ("verify", "--ledger", str(estate.places.ledger), "--receipt", str(receipt), "--key")
    result = portal(*asked, str(key))
    assert result.exit_code == code
    assert said in result.stdout
    assert portal(*asked, str(receipt)).exit_code == 2


def test_a_receipt_keeps_its_head_and_says_that_it_is_signed(
    portal: Portal, estate: Folder, tmp_path: Path
) -> None:
    size, digits = head_of(estate, 12).split(":")
    kept = {"size": int(size), "root": digits + "0" * 48}
    file = receipt_of(estate, 3).model_copy(update={"signature": "0" * 128})
    receipt = tmp_path / "receipt.json"
    receipt.write_bytes(to_bytes(type(file).model_validate({**file.model_dump(mode="json"), "head": kept})))
    result = portal(
        "verify", "--ledger", str(estate.places.ledger), "--receipt", str(receipt), "--language", "en"
    )
    assert result.exit_code == 3
    assert "is not reproduced" in result.stdout
    assert "The receipt is signed" in result.stdout


def test_a_leftover_is_told_and_is_no_damage(portal: Portal, estate: Folder) -> None:
    (estate.places.releases / ".tmp-1-1").write_bytes(b"")
    result = portal("verify", "--home", str(estate.home.folder))
    assert result.exit_code == 0
    assert "提示：releases/.tmp-1-1" in result.stderr


def test_nothing_is_judged_while_a_publication_is_cut_off(portal: Portal, estate: Folder) -> None:
    (estate.places.drafts / "2027-Q1").mkdir()
    (estate.places.drafts / "2027-Q1" / "approval.json").write_bytes(b"{}")
    result = portal("verify", "--home", str(estate.home.folder))
    assert result.exit_code == 1
    assert "2027-Q1" in result.stderr


def test_a_changed_line_of_the_log_ends_with_3_and_is_named(portal: Portal, estate: Folder) -> None:
    file = estate.home.audit_file
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([lines[0].replace(b'"by":"', b'"by":"x'), *lines[1:]]))
    result = portal("verify", "--home", str(estate.home.folder))
    assert result.exit_code == 3
    assert "line 2 does not follow" in result.output
