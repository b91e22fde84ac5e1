"""What people wrote, as the next site shows it: held pieces refuse a build, unless a take-down waits for it.

A take-down is at once. So where the site still shows what must go, a piece that is held (a notice that came in five minutes ago, an
exception that one of two has signed) is set aside instead: it stays as residents saw it, or is left out. Whoever builds is told,
the desk says so until the next build, and that one refuses as ever.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.cli.excepting import against_exceptions, read_exceptions
from generator.cli.gate import Gate
from generator.cli.written_content import content_files
from generator.disclosure.leakscan.contentscan import Exceptions, HeldLine
from generator.site.making.swap import current_build, shows_withdrawn
from generator.site.making.written_for import How, WrittenFor, written_for
from register.terms import Language
from register.wording import load_wording

MAY_BE_MISSING: Final = (
    "notices/",
    "replies/",
    "inspections/",
    "improvements/",
    "training.toml",
    "fees.toml",
    "points.toml",
)
"""A site is whole without these; where one is not there, its page says that nothing is."""

Search = Callable[[Mapping[str, str], Exceptions, bool], tuple[HeldLine, ...]]
"""Finds the lines of files that are held; the last argument says whether what the site shows is public."""


@dataclass(frozen=True)
class Pending:
    """The texts of the next site by their name in content, the exceptions that hold, and what was set aside.

    `why` are the reasons; where the build is `refused`, they are why.
    """

    texts: Mapping[str, str]
    exceptions: Exceptions
    aside: Mapping[str, How] = field(default_factory=dict)
    why: tuple[str, ...] = ()
    refused: bool = False


def waits_for_it(gate: Gate) -> bool:
    """Whether the site shows what the next one must not: a release that was withdrawn, or a piece whose file is gone."""
    home = gate.home.folder
    gone = shown_now(home).texts.keys() - content_files(gate.home.content).keys()
    return shows_withdrawn(home, gate.withdrawn()) or bool(gone)


def pending(gate: Gate, search: Search) -> Pending:
    """What the next site is made of."""
    texts, exceptions = content_files(gate.home.content), read_exceptions(gate.home)
    against = tuple(against_exceptions(gate.home, exceptions, gate.staff))
    held = () if against else search(texts, exceptions, True)
    why = against or tuple(map(str, held))
    if not why or not waits_for_it(gate):
        return Pending(texts, exceptions, why=why, refused=bool(why))
    return _set_aside(texts, _standing(gate, exceptions), shown_now(gate.home.folder).texts, search)


def _set_aside(
    texts: Mapping[str, str], exceptions: Exceptions, shown: Mapping[str, str], search: Search
) -> Pending:
    """Every held piece as it was, where that would pass as new today, or left out; what no site is without stays as it was."""
    held = search(texts, exceptions, True)
    kept, aside = dict(texts), dict[str, How]()
    for file in dict.fromkeys(one.file for one in held):
        before, missing = shown.get(file), file.startswith(MAY_BE_MISSING)
        if before is not None and not (missing and search({file: before}, exceptions, False)):
            kept[file], aside[file] = before, "as_shown"
        elif missing:
            del kept[file]
            aside[file] = "left_out"
        else:
            return Pending(texts, exceptions, why=_lines(held, {file}), refused=True)
    return Pending(kept, exceptions, aside, _lines(held, aside))


def _lines(held: Iterable[HeldLine], files: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(one) for one in held if one.file in files)


def _standing(gate: Gate, exceptions: Exceptions) -> Exceptions:
    """Without those that somebody has not signed yet."""
    each = (Exceptions(exception=(one,)) for one in exceptions.exception)
    hold = [one for one in each if not any(against_exceptions(gate.home, one, gate.staff))]
    return Exceptions(exception=tuple(one for some in hold for one in some.exception))


def shown_now(home: Path) -> WrittenFor:
    """What people had written for the site as it is now; nothing where it does not say."""
    return written_for(home, current_build(home)) or WrittenFor()


def aside_now(home: Path) -> Mapping[str, How]:
    """What is set aside on the site as it is now."""
    return shown_now(home).aside


def aside_in_words(aside: Mapping[str, How]) -> tuple[str, ...]:
    """That a take-down went first, and how each file stands, in both languages."""
    words = load_wording("aside")
    told = [("head", ""), *((how, file) for file, how in sorted(aside.items()))]
    return tuple(
        " · ".join(words.say("aside", code, language).format(file=file) for language in Language)
        for code, file in told
    )


def written_out(pending: Pending, content: Path) -> None:
    """Make a copy of content be what is pending."""
    for name, how in pending.aside.items():
        if how == "left_out":
            (content / name).unlink()
        else:
            (content / name).write_text(pending.texts[name], encoding="utf-8")
