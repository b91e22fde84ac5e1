"""The site before the current one comes back only after it was searched, and without what was removed since."""

from datetime import datetime
from pathlib import Path

import pytest

from forms_api.desk.people.staff import Staff
from generator.cli.edges import system_clock, system_draw
from generator.cli.gate import Gate
from generator.cli.putting_back import EVENT, put_back, refusal_in_words
from generator.cli.written_content import content_files
from generator.site.making.swap import SwapRefused, build_folder, current_build, only_builder, swap_in
from generator.site.making.written_for import WrittenFor, forget_written
from register.audit import AuditLog
from register.settings import ZONE, Home, read_book
from register.store import FolderStore
from register.terms import Role
from tests import factories
from tests.generator.cli.conftest import PASSWORD, Portal

NOW = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
NAME, PHONE = "郜秋燕", "13700001111"
NOTICE = "notices/thanks.toml"


def gate_of(home: Home) -> Gate:
    return Gate(home, read_book(home.content), lambda: NOW, system_draw)


def build(home: Home, text: str, **pages: str) -> str:
    """A site of one page and these others, made of the content as it stands; the name of the build."""
    with only_builder(home.folder) as staging:
        for name, words in {"index": text, **pages}.items():
            (staging / f"{name}.html").write_text(f"<p>{words}</p>", encoding="utf-8")
        swap_in(home.folder, staging, written=WrittenFor(content_files(home.content)))
    name = current_build(home.folder)
    assert name is not None
    return name


def registered(home: Home) -> None:
    factories.open_case(
        factories.submission(received=NOW), factories.contact(name=NAME, phone=PHONE),
        instance=factories.instance(98), keys=factories.KEYS, store=FolderStore(home.register),
        clockwork=factories.book().clockwork,
    )  # fmt: skip


def thanked(home: Home) -> Path:
    """A notice that is in content now."""
    notice = home.content / NOTICE
    notice.parent.mkdir(exist_ok=True)
    notice.write_text("title = '感谢'\n", encoding="utf-8")
    return notice


def refused(home: Home, **said: str) -> SwapRefused:
    before = current_build(home.folder)
    with pytest.raises(SwapRefused) as caught:
        put_back(gate_of(home), **said)
    assert current_build(home.folder) == before
    return caught.value


def test_a_site_against_which_nothing_stands_comes_back(home: Home) -> None:
    first = build(home, "一")
    build(home, "二")
    assert put_back(gate_of(home)) == first
    assert current_build(home.folder) == first


def test_what_was_removed_since_is_named_and_stays_away(home: Home) -> None:
    notice = thanked(home)
    build(home, "一")
    notice.unlink()
    build(home, "二")
    why = refused(home)
    assert (why.code, why.about) == ("removed", (NOTICE,))
    told = refusal_in_words(why)
    assert "portal rollback --despite-removed" in told[0]
    assert told[1:] == (NOTICE,)


def test_a_piece_that_was_only_reworded_or_added_since_keeps_nothing_back(home: Home) -> None:
    notice = thanked(home)
    first = build(home, "一")
    notice.write_text("title = '多谢'\n", encoding="utf-8")
    (notice.parent / "new.toml").write_text("title = '新'\n", encoding="utf-8")
    build(home, "二")
    assert put_back(gate_of(home)) == first


def test_who_is_in_the_register_by_now_is_looked_for_in_the_old_pages(home: Home) -> None:
    build(home, f"感谢{NAME}")
    build(home, "二")
    registered(home)
    why = refused(home)
    assert why.code == "private"
    assert "index.html: holds a private value of the register: name" in why.about[0]
    assert NAME not in "".join(refusal_in_words(why))


def test_what_both_sites_show_keeps_nothing_back(home: Home) -> None:
    first = build(home, f"感谢{NAME}")
    build(home, f"感谢{NAME}", other="二")
    registered(home)
    assert put_back(gate_of(home)) == first


def test_the_ledger_of_the_old_site_is_exact_and_not_read_as_numbers(home: Home) -> None:
    registered(home)
    with only_builder(home.folder) as staging:
        (staging / "ledger").mkdir()
        (staging / "ledger" / "entries.txt").write_text(PHONE, encoding="utf-8")
        swap_in(home.folder, staging, written=WrittenFor(content_files(home.content)))
    first = current_build(home.folder)
    build(home, "二")
    assert put_back(gate_of(home)) == first


def test_bytes_that_were_not_built_are_not_put_back(home: Home) -> None:
    first = build(home, "一")
    build(home, "二")
    (build_folder(home.folder, first) / "index.html").write_text("<p>三</p>", encoding="utf-8")
    assert refused(home).code == "altered"


def test_a_build_that_does_not_say_what_it_was_made_of_needs_two_words_too(home: Home) -> None:
    first = build(home, "一")
    build(home, "二")
    forget_written(home.folder, first)
    assert refused(home).code == "unsaid"
    assert refused(home, despite="000009-000000000000").code == "unsaid"
    assert put_back(gate_of(home), despite=first) == first


@pytest.fixture
def removed(staffed: Home) -> Home:
    """An estate whose earlier site shows a notice that is gone since; three people."""
    Staff(staffed.staff_file, system_draw).add("zhaoqiang", "赵强", Role.HANDLER, PASSWORD, must_change=False)
    notice = thanked(staffed)
    build(staffed, "一")
    notice.unlink()
    build(staffed, "二")
    return staffed


def command(portal: Portal, home: Home, *accounts: str, words: int = 2):
    given = [part for account in accounts for part in ("--as", account)]
    typed = "y\n" + f"{PASSWORD}\n" * words
    return portal("rollback", "--despite-removed", *given, "--home", str(home.folder), typed=typed)


def events(home: Home) -> list[tuple[str, str]]:
    return [(line.by, line.about) for line in AuditLog(home.audit_file).lines() if line.event == EVENT]


def test_the_command_says_in_both_languages_what_stands_against_it(portal: Portal, removed: Home) -> None:
    told = portal("rollback", "--home", str(removed.folder))
    assert told.exit_code == 1
    assert "后来移除的内容" in told.stderr
    assert "removed since" in told.stderr
    assert NOTICE in told.stderr


def test_two_people_may_let_it_be_shown_again_each_with_her_own_word(portal: Portal, removed: Home) -> None:
    first = sorted(path.name for path in (removed.var / "builds").iterdir() if path.is_dir())[0]
    done = command(portal, removed, "wangfang", "liweidong")
    assert done.exit_code == 0, done.output
    assert NOTICE in done.output
    assert current_build(removed.folder) == first
    assert events(removed) == [("wangfang", first), ("liweidong", first)]


@pytest.mark.parametrize(
    ("accounts", "why"),
    [
        ((), "on the word of two people"),
        (("liweidong",), "on the word of two people"),
        (("liweidong", "liweidong"), "on the word of two people"),
        (("wangfang", "zhaoqiang"), "must be allowed to approve"),
    ],
)
def test_one_person_or_nobody_who_may_approve_is_not_enough(
    portal: Portal, removed: Home, accounts: tuple[str, ...], why: str
) -> None:
    told = command(portal, removed, *accounts)
    assert told.exit_code == 1
    assert why in told.stderr
    assert events(removed) == []


def test_two_accounts_of_one_hand_are_not_two_people(portal: Portal, removed: Home) -> None:
    AuditLog(removed.audit_file).append(
        at=system_clock(), by="liweidong", event="staff_reset", about="wangfang"
    )
    told = command(portal, removed, "wangfang", "liweidong")
    assert told.exit_code == 1
    assert "may be one person" in told.stderr
    assert events(removed) == []


def test_nobodys_word_goes_past_the_search(portal: Portal, removed: Home) -> None:
    build(removed, f"感谢{NAME}")
    build(removed, "四")
    registered(removed)
    told = command(portal, removed, "wangfang", "liweidong")
    assert told.exit_code == 1
    assert "holds a private value of the register" in told.stderr
    assert NAME not in told.output
