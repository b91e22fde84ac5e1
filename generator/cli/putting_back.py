"""Putting the site before the current one back: it is searched like a new one, and shows no written piece that is gone since.

A notice or a reply has no take-down of its own: its file is removed, and the site built. Whoever goes back must not bring back
what was removed because it named somebody; and what residents told the register since is looked for in the old pages too.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from generator.cli.building import public_baseline
from generator.cli.gate import Gate
from generator.cli.written_content import content_files
from generator.disclosure.leakscan.sitescan import scan_site
from generator.site.making.swap import SwapRefused, build_folder, only_builder, roll_back
from generator.site.making.written_for import written_for
from register.audit import AuditLog
from register.terms import Language
from register.wording import load_wording

EVENT: Final = "show_again"
"""In the log, once for each of the two who say that an earlier site may show again what was removed."""


def put_back(gate: Gate, *, despite: str | None = None) -> str:
    """Put the site before the current one back; its name. Raises SwapRefused with what stands against it.

    `despite` is the build of which two people said that it may show again what is gone since. Nothing goes past the search.
    """
    home = gate.home.folder
    with only_builder(home):
        return roll_back(home, gate.withdrawn(), look_at=lambda name: _look_at(gate, name, name == despite))


def removed_since(gate: Gate, name: str) -> tuple[str, ...] | None:
    """The written pieces of a build that are gone since; None where the build does not say what it was made of."""
    written = written_for(gate.home.folder, name)
    return (
        None
        if written is None
        else tuple(sorted(written.texts.keys() - content_files(gate.home.content).keys()))
    )


def give_words(gate: Gate, build: str, accounts: Collection[str]) -> None:
    """A line in the log for each of the two, before anything is shown again."""
    for account in accounts:
        AuditLog(gate.home.audit_file, gate.draw).append(
            at=gate.clock(), by=account, event=EVENT, about=build
        )


def refusal_in_words(refused: SwapRefused) -> tuple[str, ...]:
    """Why the site was not put back, in both languages, and what it is about."""
    words = load_wording("preview")
    why = " · ".join(words.say("rollback", refused.code, language) for language in Language)
    return (why, *refused.about)


def _look_at(gate: Gate, name: str, is_allowed: bool) -> None:
    removed = removed_since(gate, name)
    if removed is None and not is_allowed:
        raise SwapRefused("unsaid", f"the earlier build {name} does not say what it was made of")
    if removed and not is_allowed:
        raise SwapRefused("removed", f"the earlier build {name} shows what was removed since", removed)
    found = _found_in(gate, build_folder(gate.home.folder, name))
    if found:
        raise SwapRefused("private", f"the earlier build {name} holds private values of the register", found)


def _found_in(gate: Gate, site: Path) -> tuple[str, ...]:
    """What the last search finds in it, as in a new site: what the current one shows too is told, not fatal.

    The bytes are those that were built (the build's name is their digest), so its ledger is exact.
    """
    ledger = {f"ledger/{file.name}": file.read_bytes() for file in (site / "ledger").glob("*")}
    verdict = scan_site(
        site, gate.world(), public_baseline(gate), known_exact=ledger, before=gate.home.site.resolve()
    )
    return tuple(str(hit) for hit in verdict.hits)
