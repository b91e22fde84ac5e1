"""One tag of a page: how it is written, and what it gives the page, wherever it stands."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

LOADING = {"src", "srcset", "poster", "data", "action", "formaction"}
NARROWEST = 320
"""Pixels: nothing on a page may ask for more width than the smallest phone has."""
FOLDING = frozenset(("rows", "money", "sheet", "scroll"))
"""Classes below which a table fits a phone: its rows become blocks, or it scrolls by itself."""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_TAG = re.compile(
    r"""(/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][A-Za-z0-9:_-]*(?:="[^"<>]*")?)*)( ?/?)>(.*)""", re.S
)
"""A tag behind its bracket as our templates write it, and the text up to the next one."""
_ATTRIBUTE = re.compile(r' ([A-Za-z][A-Za-z0-9:_-]*)(?:="([^"]*)")?')
_OPAQUE = frozenset(
    ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "plaintext", "xmp")
)
"""Elements in which a bracket is no tag. The quick way reads them only empty; a title with words alone in it."""


def unescaped(text: str) -> str:
    return unescape(text) if "&" in text else text


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and the text behind it. `closes` and `opaque` are its name as written, where it is of that kind.

    `ends` at once: <br/>. `opens` an element that says nothing for itself. `is_said`: the text stands on the page.
    """

    name: str
    noted: "Noted"
    closes: str
    opaque: str
    ends: bool
    opens: bool
    text: str
    is_said: bool


@lru_cache(maxsize=20_000)
def read_tag(written: str) -> Tag | None:
    """None where it is not of the plainest kind; pages share most of theirs."""
    match = _TAG.fullmatch(written)
    if match is None:
        return None
    closing, name, attributes, ending, text = match.groups()
    lower, ends = name.lower(), "/" in ending
    is_opaque = lower in _OPAQUE and not closing
    if (closing and (attributes or ending)) or (is_opaque and (ends or (text and name != "title"))):
        return None
    noted = NOTHING if closing else _note_written(lower, attributes)
    return Tag(
        name=lower,
        noted=noted,
        closes=name if closing else "",
        opaque=name if is_opaque else "",
        ends=ends,
        opens=noted is NOTHING and not closing and not ends and lower not in VOID,
        text=unescaped(text),
        is_said=bool(text.strip()) and not is_opaque,
    )


def _attributes(written: str) -> list[tuple[str, str | None]]:
    return [
        (match[1].lower(), None if match[2] is None else unescape(match[2]))
        for match in _ATTRIBUTE.finditer(written)
    ]


@dataclass(frozen=True)
class Noted:
    """What a start tag gives a page, wherever it stands."""

    language: str | None = None
    description: str | None = None
    headings: int = 0
    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    folds: bool = False
    is_table: bool = False
    wide: tuple[str, ...] = ()
    figure: str | None = None


NOTHING = Noted()


def note(tag: str, attributes: list[tuple[str, str | None]]) -> Noted:
    values = {name: value or "" for name, value in attributes}
    alternate = tag == "a" or _is_alternate(tag, values)
    inline = [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
    if tag == "style" or (tag == "script" and "src" not in values):
        inline.append(f"<{tag}>")
    width = values.get("width", "")
    noted = Noted(
        language=values.get("lang", "") if tag == "html" else None,
        description=values.get("content", "")
        if tag == "meta" and values.get("name") == "description"
        else None,
        headings=int(tag == "h1"),
        ids=tuple(value for name, value in values.items() if name == "id"),
        links=(values["href"],) if alternate and "href" in values else (),
        loads=tuple(
            value for name, value in values.items() if name in LOADING or (name == "href" and not alternate)
        ),
        inline=tuple(inline),
        folds=not FOLDING.isdisjoint(values.get("class", "").split()),
        is_table=tag == "table",
        wide=(f"<{tag}> is {width} pixels wide",) if width.isdecimal() and int(width) > NARROWEST else (),
        figure=values.get("data-figure"),
    )
    return NOTHING if noted == NOTHING else noted


@lru_cache(maxsize=20_000)
def _note_written(tag: str, written: str) -> Noted:
    """The same for a plain tag as it is written: pages share most of theirs."""
    return note(tag, _attributes(written))


def _is_alternate(tag: str, values: dict[str, str]) -> bool:
    return tag == "link" and values.get("rel") == "alternate"
