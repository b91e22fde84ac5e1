"""What stands against building on a chain, and what the present site says it was made from."""

import json

from generator.cli.chain_check import against_building
from generator.site.swap import shown_chain
from register.settings import Home


def test_a_chain_that_does_not_hold_is_named_and_what_to_do_is_said_last(home: Home) -> None:
    assert against_building(home, None) == ()
    (home.content / "releases").mkdir(exist_ok=True)
    (home.content / "releases" / "2026-Q3.json").write_text("{}", encoding="utf-8")
    *named, advice = against_building(home, None)
    assert "2026-Q3.json" in named[0]
    assert "再从备份恢复" in advice
    assert "restore from a backup" in advice


def test_a_site_that_does_not_say_what_it_was_made_from_asks_for_nothing(home: Home) -> None:
    assert shown_chain(home.folder) == {}
    name = "000001-0123456789ab"
    (home.var / "builds" / name).mkdir()
    (home.folder / "site").symlink_to(f"var/builds/{name}")
    manifest = home.var / "builds" / f"{name}.json"
    for said in ("", "[]", '{"releases": []}', '{"chain": []}'):
        manifest.write_text(said, encoding="utf-8")
        assert shown_chain(home.folder) == {}
    chain = {"releases/2026-Q3.json": "0" * 64}
    manifest.write_text(json.dumps({"chain": chain}), encoding="utf-8")
    assert shown_chain(home.folder) == chain
