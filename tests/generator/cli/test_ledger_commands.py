"""`portal import` and `portal export`: the desk's ledger from the command line."""

from pathlib import Path

import pytest

from forms_api.ledger.tables import Table, read_table
from generator.cli import ledger_commands
from register.audit import AuditLog
from register.settings import Home
from register.store import FolderStore
from tests.factories import MONDAY
from tests.forms_api.ledger.sheets import ROWS, ledger, workbook
from tests.generator.cli.conftest import PASSWORD, Portal


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_commands, "system_clock", lambda: MONDAY)


def written(tmp_path: Path, data: bytes) -> str:
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(data)
    return str(file)


def numbers(home: Home) -> list[str]:
    return list(FolderStore(home.register).numbers())


ONLY = [(*row[:10], "", *row[11:]) for row in ROWS]  # the estate of these tests has other people


def test_a_ledger_goes_in_twice_and_doubles_nothing(staffed: Home, portal: Portal, tmp_path: Path) -> None:
    file = written(tmp_path, ledger(ONLY))
    command = ("import", file, "--as", "wangfang", "--home", str(staffed.folder))
    trial = portal(*command, "--trial", typed=PASSWORD)
    assert "将新增 3 条" in trial.output
    assert numbers(staffed) == []
    assert "新增 3 条" in portal(*command, typed=PASSWORD).output
    again = portal(*command, typed=PASSWORD)
    assert "3 条没有变化" in again.output
    assert len(numbers(staffed)) == 3
    assert next(AuditLog(staffed.audit_file).lines()).event == "imported"


def test_a_row_with_a_problem_holds_everything_back(staffed: Home, portal: Portal, tmp_path: Path) -> None:
    bad = (*ONLY[0][:1], "上周", *ONLY[0][2:])
    command = (
        "import",
        written(tmp_path, ledger([bad, *ONLY[1:]])),
        "--as",
        "wangfang",
        "--home",
        str(staffed.folder),
    )
    refused = portal(*command, typed=PASSWORD)
    assert refused.exit_code == 1
    assert "行 4 · 接收时间" in refused.output
    assert numbers(staffed) == []
    assert portal(*command, "--skip", typed=PASSWORD).exit_code == 0
    assert len(numbers(staffed)) == 2


def test_a_file_that_is_not_taken_is_told_with_its_cells(
    staffed: Home, portal: Portal, tmp_path: Path
) -> None:
    file = written(tmp_path, workbook(lambda book: book.add_worksheet().write_formula("B4", "=1")))
    refused = portal("import", file, "--as", "wangfang", "--home", str(staffed.folder), typed=PASSWORD)
    assert refused.exit_code == 1
    assert "B4" in refused.output


def test_the_register_is_written_to_a_new_file(staffed: Home, portal: Portal, tmp_path: Path) -> None:
    here = ("--home", str(staffed.folder))
    portal("import", written(tmp_path, ledger(ONLY)), "--as", "wangfang", *here, typed=PASSWORD)
    out = tmp_path / "out.xlsx"
    assert portal("export", str(out), "--as", "liweidong", *here, typed=PASSWORD).exit_code == 0
    table = read_table(out.read_bytes())
    assert isinstance(table, Table)
    assert len(table.sheets[0].rows) == 4
    assert "陈建国" not in str(table)
    assert out.stat().st_mode & 0o077 == 0
    assert portal("export", str(out), "--as", "liweidong", *here, typed=PASSWORD).exit_code == 1


def test_a_folder_that_is_not_there_is_told_and_no_traceback(
    staffed: Home, portal: Portal, tmp_path: Path
) -> None:
    file = tmp_path / "nowhere" / "out.csv"
    command = ("export", str(file), "--as", "liweidong", "--home", str(staffed.folder))
    refused = portal(*command, typed=PASSWORD)
    assert refused.exit_code == 1
    assert f"未能完成 · Not done: {file}: No such file or directory" in refused.stderr


def test_contact_details_are_for_managers(staffed: Home, portal: Portal, tmp_path: Path) -> None:
    here = ("--home", str(staffed.folder))
    portal("import", written(tmp_path, ledger(ONLY)), "--as", "wangfang", *here, typed=PASSWORD)
    csv = tmp_path / "out.csv"
    assert portal("export", str(csv), "--contact", "--as", "wangfang", *here, typed=PASSWORD).exit_code == 1
    assert portal("export", str(csv), "--contact", "--as", "liweidong", *here, typed=PASSWORD).exit_code == 0
    assert "陈建国" in csv.read_text("utf-8-sig")


def test_a_wrong_password_does_nothing(staffed: Home, portal: Portal, tmp_path: Path) -> None:
    refused = portal(
        "import", written(tmp_path, ledger()), "--as", "wangfang", "--home", str(staffed.folder), typed="no"
    )
    assert refused.exit_code == 1
    assert numbers(staffed) == []
