"""What stands against building on a chain, and what the present site says it was made from."""

import json
from pathlib import Path

import pytest

from generator.cli.chain_check import against_building, made_under, read_chain_evidence
from generator.site.making.swap import builds_that_do_not_say, shown_chain, shown_ever
from register.audit import AuditLog
from register.index import Holdings
from register.settings import Home
from tests.generator.cli.conftest import DEMO_DAY

NO_CASES = Holdings({}, {}, ())


def test_a_chain_that_does_not_hold_is_named_and_what_to_do_is_said_last(home: Home) -> None:
    assert against_building(home, read_chain_evidence(home, None)) == ()
    (home.content / "releases").mkdir(exist_ok=True)
    (home.content / "releases" / "2026-Q3.json").write_text("{}", encoding="utf-8")
    *named, advice = against_building(home, read_chain_evidence(home, None))
    assert "2026-Q3.json" in named[0]
    assert "再从备份恢复" in advice
    assert "restore from a backup" in advice


@pytest.mark.parametrize(
    "said",
    [
        None,
        "",
        "[]",
        '{"releases": []}',
        '{"chain": []}',
        '{"chain": {}, "more": 1}',
        '{"chain": {}, "sha256": ""}',
    ],
)
def test_a_site_that_does_not_say_what_it_was_made_from_is_named(home: Home, said: str | None) -> None:
    assert against_building(home, read_chain_evidence(home, None)) == ()
    manifest = built(home, "000001-0123456789ab")
    if said is not None:
        manifest.write_text(said, encoding="utf-8")
    assert shown_chain(home.folder) == {}
    assert builds_that_do_not_say(home.folder) == ("builds/000001-0123456789ab.json",)
    assert manifest.name in against_building(home, read_chain_evidence(home, None))[0]


def test_all_that_kept_builds_showed_must_be_there_still(home: Home) -> None:
    """Cutting short what stands beside the newest of them forgets nothing."""
    first, second = {"releases/2026-Q3.json": "0" * 64}, {"releases/2026-Q4.json": "1" * 64}
    built(home, "000001-0123456789ab").write_text(json.dumps({"chain": first}), encoding="utf-8")
    built(home, "000002-0123456789ab").write_text(json.dumps({"chain": second}), encoding="utf-8")
    assert shown_chain(home.folder) == second
    assert shown_ever(home.folder) == first | second
    named = "".join(against_building(home, read_chain_evidence(home, None)))
    assert "2026-Q3.json" in named
    assert "2026-Q4.json" in named


def test_a_line_of_the_log_that_a_build_was_made_under_is_there_still(home: Home) -> None:
    """Also one that approves nothing: no other check of the chain asks for it. Without the log nobody can say."""

    def against() -> str:
        return "".join(against_building(home, read_chain_evidence(home, NO_CASES)))

    log = AuditLog(home.audit_file)
    for _ in range(2):
        log.append(at=DEMO_DAY, by="liweidong", event="sign_in", about="-")
    under = made_under(home, read_chain_evidence(home, NO_CASES))
    built(home, "000001-0123456789ab").write_text(json.dumps({"chain": {}, "under": under}), encoding="utf-8")
    log.append(at=DEMO_DAY, by="liweidong", event="sign_in", about="-")
    assert not against()
    home.audit_file.write_bytes(home.audit_file.read_bytes().splitlines(keepends=True)[0])
    assert "audit.jsonl" in against()
    assert against_building(home, read_chain_evidence(home, None)) == ()


def built(home: Home, name: str) -> Path:
    """An empty build, the current one; the file that should say what it was made from."""
    (home.var / "builds" / name).mkdir(parents=True)
    (home.folder / "site").unlink(missing_ok=True)
    (home.folder / "site").symlink_to(f"var/builds/{name}")
    return home.var / "builds" / f"{name}.json"
