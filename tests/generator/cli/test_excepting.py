"""A line that holds a resident's name goes out only on the word of two people, each with her own password."""

from datetime import datetime
from pathlib import Path

import pytest

from forms_api.desk.people.staff import Staff
from generator.cli.building import BuildRefused, _scan_content, _signers_gone, public_baseline
from generator.cli.edges import system_clock, system_draw
from generator.cli.excepting import EVENT, line_of, read_exceptions
from generator.cli.gate import Gate
from generator.cli.previewing import _excepted
from generator.disclosure.leakscan.contentscan import digest_of
from register.audit import AuditLog
from register.settings import ZONE, Home, read_book
from register.store import FolderStore
from register.terms import Role
from tests import factories
from tests.generator.cli.conftest import PASSWORD, Portal

NOW = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
LINE = "感谢骆晓燕的建议。"
EXCEPTION = """
[[exception]]
file = "{file}"
line_sha256 = "{sha256}"
reason = "{reason}"
by = ["{one}", "{other}"]
"""


@pytest.fixture
def named(staffed: Home) -> Home:
    """An estate with a third account, a resident, and a page that thanks her by name."""
    Staff(staffed.staff_file, system_draw).add("zhaoqiang", "赵强", Role.HANDLER, PASSWORD, must_change=False)
    factories.open_case(
        factories.submission(received=NOW), factories.contact(name="骆晓燕", phone="13700001111"),
        instance=factories.instance(98), keys=factories.KEYS, store=FolderStore(staffed.register),
        clockwork=factories.book().clockwork,
    )  # fmt: skip
    page = staffed.content / "pages" / "zh" / "privacy.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{LINE}\n", encoding="utf-8")
    return staffed


def write(home: Home, **change: str) -> None:
    said = {
        "file": "pages/zh/privacy.md",
        "sha256": digest_of(LINE),
        "reason": "本人要求署名，有书面同意。",
        "one": "wangfang",
        "other": "liweidong",
        **change,
    }
    (home.content / "exceptions.toml").write_text(EXCEPTION.format(**said), encoding="utf-8")


def refusals(home: Home) -> str:
    """Why the content would not be built; empty where it would."""
    try:
        _scan_content(Gate(home, read_book(home.content), lambda: NOW, system_draw))
    except BuildRefused as refused:
        return str(refused)
    return ""


def sign(portal: Portal, home: Home, account: str, password: str = PASSWORD):
    return portal("except", "--as", account, "--home", str(home.folder), typed=f"y\n{password}\n")


def test_names_alone_are_no_signatures_and_both_must_sign(portal: Portal, named: Home) -> None:
    told = refusals(named)
    assert "holds a private value of the register" in told
    assert "骆晓燕" not in told
    write(named)
    assert "portal except --as wangfang" in refusals(named)
    shown = sign(portal, named, "wangfang")
    assert shown.exit_code == 0
    assert LINE in shown.output
    assert "liweidong has not signed" in refusals(named)
    assert "wangfang has not" not in refusals(named)
    assert sign(portal, named, "liweidong").exit_code == 0
    assert refusals(named) == ""
    lines = [line for line in AuditLog(named.audit_file).lines() if line.event == EVENT]
    assert [line.by for line in lines] == ["wangfang", "liweidong"]
    assert {line.about for line in lines} == {read_exceptions(named).exception[0].sha256}
    assert "No exception waits" in sign(portal, named, "wangfang").output


def test_any_change_voids_both_words(portal: Portal, named: Home) -> None:
    write(named)
    for account in ("wangfang", "liweidong"):
        assert sign(portal, named, account).exit_code == 0
    write(named, reason="本人要求署名，电话里说的。")
    assert refusals(named).count("has not signed") == 2


def test_a_wrong_password_signs_nothing(portal: Portal, named: Home) -> None:
    write(named)
    assert sign(portal, named, "wangfang", "not hers at all").exit_code == 1
    assert not [line for line in AuditLog(named.audit_file).lines() if line.event == EVENT]


def test_a_stranger_or_two_who_may_not_approve_are_no_pair(named: Home) -> None:
    write(named, other="nobody")
    assert "nobody: has no account here" in refusals(named)
    write(named, other="zhaoqiang")
    assert "one of the two must be allowed to approve" in refusals(named)


def test_nobody_signs_a_line_that_is_not_there(portal: Portal, named: Home, tmp_path: Path) -> None:
    write(named, sha256="0" * 64)
    refused = sign(portal, named, "wangfang")
    assert refused.exit_code == 1
    assert "renew the exception" in refused.stderr
    (tmp_path / "outside.md").write_text(LINE, encoding="utf-8")
    write(named, file="../../outside.md")
    assert line_of(named, read_exceptions(named).exception[0]) is None


def test_a_word_outlives_the_account_and_who_approves_next_is_told(portal: Portal, named: Home) -> None:
    write(named)
    for account in ("wangfang", "liweidong"):
        assert sign(portal, named, account).exit_code == 0
    gate = Gate(named, read_book(named.content), lambda: NOW, system_draw)
    assert [*_excepted(gate), *_signers_gone(gate)] == []
    gate.staff.disable("wangfang")
    assert refusals(named) == ""
    assert [(check.state, check.about) for check in _excepted(gate)] == [
        ("doubt", "pages/zh/privacy.md (wangfang)")
    ]
    (told,) = _signers_gone(gate)
    assert "wangfang, who signed it, is here no more" in told


def test_neither_whom_the_law_names_nor_a_reason_to_name_somebody_makes_a_free_word(named: Home) -> None:
    """Both stand in content, and what content says is public anyway: on one page, or nowhere."""
    write(named, reason="获奖业主骆晓燕本人书面同意署名。")
    gate = Gate(named, read_book(named.content), lambda: NOW, system_draw)
    names = gate.book.people.declared_names()
    assert names
    free = "".join(public_baseline(gate).texts)
    assert not [name for name in (*names, "获奖业主") if name in free]


def test_a_line_that_two_signed_for_is_public_as_it_stands_and_what_it_names_is_not(named: Home) -> None:
    gate = Gate(named, read_book(named.content), lambda: NOW, system_draw)
    assert "骆晓燕" in "".join(public_baseline(gate).texts)
    write(named)
    public = public_baseline(gate)
    assert "骆晓燕" not in "".join(public.texts)
    assert [one.line for one in public.signed] == [LINE]


def given(home: Home, *lines: tuple[str, str, str]) -> None:
    for by, event, about in lines:
        AuditLog(home.audit_file).append(at=system_clock(), by=by, event=event, about=about)


def test_two_signers_who_may_be_one_person_are_told_of(portal: Portal, named: Home) -> None:
    write(named)
    given(named, ("liweidong", "staff_added", "zhaoqiang"), ("liweidong", "staff_reset", "wangfang"))
    for account in ("wangfang", "liweidong"):
        assert sign(portal, named, account).exit_code == 0
    gate = Gate(named, read_book(named.content), lambda: NOW, system_draw)
    (told,) = _signers_gone(gate)
    assert "the two who signed it may be one person (first password wangfang ← liweidong" in told
    assert [check.code for check in _excepted(gate)] == ["signers_one_hand"]


def test_a_second_signature_waits_where_somebody_else_is_there(portal: Portal, named: Home) -> None:
    write(named)
    given(named, ("liweidong", "staff_reset", "wangfang"))
    assert sign(portal, named, "liweidong").exit_code == 0
    refused = sign(portal, named, "wangfang")
    assert refused.exit_code == 1
    assert "no third person has witnessed" in refused.stderr
    assert "wangfang has not signed" in refusals(named)
