"""A manager who is the reviewer too: the preview, the release and `portal verify` say so; a witness ends it."""

from datetime import timedelta

import pytest

from generator.cli.gate import Gate
from generator.cli.previewing import _in_one_hand
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Draft
from register.audit import AuditLog
from register.handling import Actor
from register.settings import Home
from register.signoff import SignOff
from register.terms import Role
from register.wording import load_wording
from tests.factories import MONDAY
from tests.generator.cli.conftest import Portal
from tests.generator.cli.test_preview import NOW, lived, publishing_of

__all__ = ["lived"]

Q3 = Period.parse("2026-Q3")
HEAD = Actor("liweidong", Role.MANAGER)
GIVEN = ("wangfang", "staff_reset", "sunli")
SEEN = (("sunli", "password_changed", "sunli"), ("liweidong", "staff_witnessed", "sunli"))


def told(home: Home, *lines: tuple[str, str, str]) -> Gate:
    """The gate of the estate once the log tells this, long before anything was approved: wangfang wrote, sunli approved."""
    for by, event, about in lines:
        AuditLog(home.audit_file).append(at=MONDAY - timedelta(days=9), by=by, event=event, about=about)
    return publishing_of(home).gate


def drafted(gate: Gate) -> Draft:
    draft = gate.draft(Q3)
    assert isinstance(draft, Draft)
    return draft


def test_the_preview_says_how_many_and_why(lived: Home) -> None:
    gate = told(lived, GIVEN)
    (check,) = _in_one_hand(gate.in_one_hand(drafted(gate)))
    assert (check.state, check.code, check.n) == ("doubt", "one_hand", 6)
    said = load_wording("preview").say("preview_check", check.code, "en").format(n=check.n, about=check.about)
    assert "sunli ← wangfang 2026-" in said


def test_the_release_says_it_without_names_and_verify_with_them(lived: Home, portal: Portal) -> None:
    gate = told(lived, GIVEN)
    gate.publish(Q3, SignOff(drafted(gate).sha256, HEAD, NOW))
    (one,) = gate.released()
    assert one.approval.one_hand is not None
    assert one.approval.one_hand.entries == 6
    public = (lived.content / "releases" / "2026-Q3.approval.json").read_text(encoding="utf-8")
    assert "sunli" not in public
    assert "wangfang" not in public
    verified = portal("verify", "--home", str(lived.folder), "--language", "en")
    assert verified.exit_code == 0, verified.output
    assert "sunli, wangfang: these two accounts may be one person" in verified.stderr
    assert "6: " in verified.stderr


@pytest.mark.parametrize("lines", [(), (GIVEN, *SEEN)])
def test_of_two_people_nothing_is_said(
    lived: Home, portal: Portal, lines: tuple[tuple[str, str, str], ...]
) -> None:
    gate = told(lived, *lines)
    assert list(_in_one_hand(gate.in_one_hand(drafted(gate)))) == []
    gate.publish(Q3, SignOff(drafted(gate).sha256, HEAD, NOW))
    assert gate.released()[0].approval.one_hand is None
    assert "one_hand" not in (lived.content / "releases" / "2026-Q3.approval.json").read_text(
        encoding="utf-8"
    )
    assert "one person" not in portal("verify", "--home", str(lived.folder), "--language", "en").output
