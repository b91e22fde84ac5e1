"""What a staged site says: every file and every name in it as texts, with entities, escapes and tags undone.

A file nobody can read fails the scan: what cannot be opened cannot be vouched for (DESIGN 7.11).
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from generator.disclosure.leakscan.cells import cells_of
from generator.disclosure.leakscan.laidopen import BREAK, cells_laid_open, laid_open
from generator.disclosure.leakscan.undoing import undo

TEXTS: Final = frozenset({".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".csv", ".md", ""})
_ZIP: Final = b"PK\x03\x04"
LARGEST_UNPACKED: Final = 50_000_000

# Tags inside a line do not part a word: <b>王</b>芳 is one name; a cell or a paragraph does.
_NAMES: Final = (
    "a(?:bbr|cronym)?|b(?:d[io]|ig|r/?)?|cite|code|data|del|dfn|em|font|i(?:mg|ns)?|kbd|label|mark|nobr|output|q|r(?:uby|[bpt])"
    "|s(?:amp|mall|pan|trike|trong|u[bp])?|t(?:extarea|ime|span|t)|u|var|wbr"
)
_QUOTED: Final = r"""(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>"""
"""To the end of a tag; its attributes may hold a bracket (<b title="a>b">)."""
_IN_A_LINE: Final = rf"/?(?:{_NAMES})(?:>|\s(?:{_QUOTED}|[^<>]*>))"
_INLINE = re.compile(f"<{_IN_A_LINE}", re.I)
# 17栋<br>1904 is one home, and no number goes on behind the end of a line.
_LINE_END = re.compile(r"<br/?(?:\s[^<>]*)?>", re.I)
_TAG = re.compile(f"<(?:{_QUOTED}|[^<>]*>)")
_PARTS = re.compile(f"(?!{_IN_A_LINE})[^<>]*>", re.I)
"""What follows the bracket of a tag that parts words."""
# Where a cell stands (M111) is no word of anybody: columns and rows are counted by the program.
_CELL = re.compile(r' r="[A-Z]{1,3}[0-9]{1,7}"')
# As long as digests are: a number behind other figures is none, nor a card, which has 16 to 19 figures and no letter.
_HEX = re.compile(
    r"(?<![0-9A-Za-z])(?:(?=[0-9]*[a-f])[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![0-9A-Za-z])"
    r"|sha(?:256-[0-9A-Za-z+/]{43}=|384-[0-9A-Za-z+/]{64}|512-[0-9A-Za-z+/]{86}==)(?![0-9A-Za-z+/=])"
)

_TURNED: Final = "\u202e"
_TURNS: Final = re.compile(r"<bdo\s[^<>]*rtl", re.I)
"""What stands behind them is read from its end."""

_HEX_MARKED: Final = bytes(ord("x") if chr(code) in "0123456789abcdef" else ord(" ") for code in range(256))
_SIXTEEN: Final = b"x" * 16


class Unreadable(Exception):
    """A file that cannot be opened as text; `args[0]` says why."""


@dataclass(frozen=True)
class SiteText:
    """One reading of one file, or of its name."""

    file: str
    text: str


def read_site(folder: Path, file: Path) -> Iterator[SiteText]:
    """Every reading of a file: its name, its bytes as they stand, and with its escapes undone. Raises Unreadable."""
    name = file.relative_to(folder).as_posix()
    yield SiteText(name, name_text(name))
    for reading in dict.fromkeys(readings(decode(name, file.read_bytes()))):
        yield SiteText(name, reading)


def texts_shown(folder: Path) -> Iterator[SiteText]:
    """What a site says that stands already: every file that can be read, then the names of all."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    names = [file.relative_to(folder).as_posix() for file in files]
    for name, file in zip(names, files, strict=True):
        with suppress(Unreadable):
            yield SiteText(name, decode(name, file.read_bytes()))
    yield from (SiteText(name, name_text(name)) for name in names)


def name_text(name: str) -> str:
    """What the name of a file says."""
    return unquote(name).replace("/", BREAK)


def decode(name: str, data: bytes) -> str:
    """The text of a file; packed ones are opened. Raises Unreadable."""
    if data[:2] == b"\x1f\x8b":
        return decode(name.removesuffix(".gz"), _unpack(data))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return laid_open(_strictly(data, "utf-16"))
    if data[:4] == _ZIP and name.lower().endswith(".xlsx"):
        return BREAK.join(map(laid_open, _parts(data)))
    if Path(name).suffix.lower() not in TEXTS:
        raise Unreadable("is of a type that cannot be searched")
    return laid_open(BREAK.join(cells_of(name, _strictly(data, "utf-8-sig"))))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(f"is not {encoding} text") from None
    if "\0" in text:
        raise Unreadable(f"is not {encoding} text")
    return text


def _parts(data: bytes) -> Iterator[str]:
    """The XML parts of a workbook. Raises Unreadable for one that is packed too tightly or holds anything else."""
    try:
        with ZipFile(BytesIO(data)) as book:
            if sum(part.file_size for part in book.infolist()) > LARGEST_UNPACKED:
                raise Unreadable("is packed too tightly or not whole")
            for part in book.infolist():
                yield part.filename
                yield cells_laid_open(_CELL.sub("", _strictly(book.read(part), "utf-8-sig")))
    except BadZipFile:
        raise Unreadable("cannot be unpacked") from None


def _unpack(data: bytes) -> bytes:
    try:
        opened = zlib.decompressobj(31)
        unpacked = opened.decompress(data, LARGEST_UNPACKED)
    except zlib.error:
        raise Unreadable("cannot be unpacked") from None
    if opened.unconsumed_tail or not opened.eof:
        raise Unreadable("is packed too tightly or not whole")
    return unpacked


def without_digests(text: str) -> str:
    """Hashes are exact known bytes and say nothing; their digits would look like numbers."""
    return _HEX.sub(BREAK, text) if _could_hold_digests(text) else text


def _could_hold_digests(text: str) -> bool:
    return "sha" in text or _SIXTEEN in text.encode("ascii", "replace").translate(_HEX_MARKED)


def stretches(written: str) -> list[str]:
    """Marked-up text cut before every tag that parts words: what stands in one stretch is read without the others."""
    return _cut(written, "<")


def blocks(written: str) -> list[str]:
    """The same, cut only where the tag begins a line: many stretches at once, in less time."""
    return _cut(written, "\n<")


def _cut(written: str, before: str) -> list[str]:
    """Cut before the bracket of each tag that parts words and stands behind these characters; they lose nothing."""
    first, *others = written.split(before)
    ahead, behind = before[:-1], before[-1]
    cut = [first]
    for other in others:
        if _PARTS.match(other):
            cut[-1] += ahead
            cut.append(behind + other)
        else:
            cut[-1] += before + other
    return cut


def readings(written: str) -> Iterator[str]:
    """The text as written, with attributes and comments; and as a reader sees it, once tags are taken out."""
    yield from _readings(written, "<" in written)


def readings_between_tags(written: str) -> Iterator[str]:
    """The same where brackets are cut at: without tags nothing else is read, unless one inside a line parts a word."""
    yield from _readings(written, bool(_INLINE.search(written)))


def _readings(written: str, marked_up: bool) -> Iterator[str]:
    written = without_digests(written)
    plain = undo(written)
    yield plain
    if marked_up:
        yield undo(_without_tags(written))
    if _TURNED in plain or _TURNS.search(written):
        yield undo(_without_tags(written))[::-1]


def without_inline_tags(written: str) -> str:
    """The text without the tags that part no word."""
    written = _LINE_END.sub(" ", written)
    return _INLINE.sub("", written)


def _without_tags(written: str) -> str:
    return _TAG.sub(BREAK, without_inline_tags(written))
