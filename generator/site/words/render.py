"""Our own template environment. Data is always escaped, and a brace in it is never left for another engine to read."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from generator.site.words.phrases import phrases
from generator.site.words.voice import Voice
from register.terms import Language
from register.wording import TEMPLATES

SITE = TEMPLATES / "site"
ROOT_DIGITS = 16
SHORT = 40
"""Texts shorter than this are likely to come again."""

ROOTS = {Language.ZH: "/", Language.EN: "/en/"}


class Bilingual(Protocol):
    """A text in Chinese, and in English where somebody has translated it."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str | None: ...


def link(language: Language, address: str) -> str:
    """An address of the site in this language: `outcomes/` → `/outcomes/` or `/en/outcomes/`."""
    return ROOTS[language] + address


def form_link(language: Language, name: str) -> str:
    """A page of the counter in this language: `track` → `/f/track` or `/f/track?lang=en`."""
    return f"/f/{name}?lang=en" if language == Language.EN else f"/f/{name}"


def quiet(value: object) -> Markup:
    """Escape a value for HTML, braces included, so that no later engine can take it for its own source."""
    if isinstance(value, Markup):
        return value
    return _quiet_text(value) if type(value) is str and len(value) < SHORT else _quiet(value)


def _quiet(value: object) -> Markup:
    escaped = escape(value)
    if "{" in escaped or "}" in escaped:
        return escaped.replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))
    return escaped


_quiet_text = lru_cache(maxsize=4096)(_quiet)
"""Words, months and numbers come again in every row of every table."""


def written(text: Bilingual, voice: Voice) -> Markup:
    """A text people wrote, in this language; untranslated Chinese is marked as what it is."""
    if voice.is_chinese:
        return quiet(text.zh)
    if text.en:
        return quiet(text.en)
    mark = quiet(voice.say("shell", "untranslated"))
    return Markup("").join(
        (
            Markup('<span lang="zh-CN">'),
            quiet(text.zh),
            Markup('</span> <span class="untranslated">'),
            mark,
            Markup("</span>"),
        )
    )


def headline(title: object, voice: Voice) -> Markup:
    """A heading that a narrow phone breaks between its words; a title that is HTML already stays as it is."""
    if not voice.is_chinese or (isinstance(title, Markup) and not {"<", "&"}.isdisjoint(title)):
        return quiet(title)
    return Markup("<wbr>").join(quiet(piece) for piece in phrases(str(title)))


def phone_link(phone: str) -> Markup:
    """`0571-5550 0101` → a link that dials 057155500101."""
    digits = "".join(character for character in phone if character.isdigit())
    return Markup('<a class="phone" href="tel:{}">{}</a>').format(digits, quiet(phone))


def grouped(root: str) -> str:
    """The first 16 digits of a checksum in groups of four, to be read aloud and copied by hand."""
    return " ".join(root[start : start + 4] for start in range(0, ROOT_DIGITS, 4))


def once() -> Callable[..., Markup]:
    """What a macro said to the same values is kept: `once(facts, …)` for what many rows say alike.

    Only for macros that say nothing but what their values tell them; 1 and True, being equal, count as the same value.
    """
    said: dict[tuple[Callable[..., Markup], tuple[Hashable, ...]], Markup] = {}

    def say(macro: Callable[..., Markup], *values: Hashable) -> Markup:
        key = (macro, values)
        known = said.get(key)
        if known is None:
            known = said[key] = macro(*values)
        return known

    return say


class Compiled(BytecodeCache):
    """Templates compiled once in a process: both languages run the same code. It is kept in memory alone, never on disk.

    A template is known by its file and the digest of its text. What differs by language must not be worked out
    while compiling: filters that speak are marked `pass_context`, which Jinja never applies to constants early.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.code


_COMPILED = Compiled()


def make_environment(voice: Voice, templates: Path = SITE) -> Environment:
    """The environment of one language: strict, escaping, and knowing how this language speaks."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=quiet,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
        auto_reload=False,
    )
    environment.globals.update(
        voice=voice,
        say=voice.say,
        term=voice.term,
        written=lambda text: written(text, voice),
        link=lambda address="": link(voice.language, address),
        form=lambda name: form_link(voice.language, name),
        once=once(),
    )
    environment.filters.update(
        phone_link=phone_link,
        grouped=grouped,
        headline=pass_context(lambda _, title: headline(title, voice)),
        day=pass_context(lambda _, text: voice.day(date.fromisoformat(text))),
        names=pass_context(lambda _, codes: _names(codes, voice)),
    )
    return environment


def _names(codes: Iterable[StrEnum], voice: Voice) -> str:
    return voice.say("list", "items").join(voice.term(code) for code in codes)


def render(environment: Environment, template: str, values: Mapping[str, Any]) -> str:
    """A finished fragment, one line: the front matter of a staged page holds it."""
    html = environment.get_template(template).render(values)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
