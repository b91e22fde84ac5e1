"""The one order in which a site becomes public: stage, prove, scan every byte, swap. On any failure the old site stays."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli.chain_check import against_building, chain_files, made_under, read_chain_evidence
from generator.cli.excepting import against_exceptions, in_one_hand, read_exceptions, signers_gone
from generator.cli.gate import Gate
from generator.cli.latecomers import values_of_latecomers
from generator.cli.program import program_digest, texts_of_engines, words_of_program
from generator.cli.sentences import approved_sentences
from generator.disclosure.leakscan.contentscan import EXCEPTIONS, scan_content
from generator.disclosure.leakscan.signedwords import signed_lines, without_signed_lines
from generator.disclosure.leakscan.sitepieces import Pieces
from generator.disclosure.leakscan.sitescan import Baseline, scan_site
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.remembered import Remembered, remembering
from generator.disclosure.review.approval import finish
from generator.disclosure.review.one_hand import in_short
from generator.disclosure.surveys.survey_closing import SurveyPlaces, finish_surveys
from generator.site.making.build import Staged, stage_site
from generator.site.making.proof import prove_site
from generator.site.making.swap import Chain, current_build, only_builder, swap_in
from generator.site.making.written_for import WrittenFor
from register.errors import RegisterError
from register.index import Holdings
from register.keys import read_keys
from register.people import PEOPLE
from register.settings import Home
from register.wording import TEMPLATES

Progress = Callable[[str], None]
TEXTS = frozenset({".html", ".css", ".js", ".toml", ".md", ".svg", ".txt"})


@dataclass(frozen=True)
class Built:
    """What was put in place: the build's name, how many pages, and what only warned."""

    name: str
    pages: int
    warnings: tuple[str, ...]


class BuildRefused(RegisterError):
    """The new site is not fit to be seen; the old one stays. One line a reason."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        self.reasons = reasons
        super().__init__("\n".join(reasons))


def build_site(gate: Gate, *, today: date, progress: Progress) -> Built:
    """Build the estate's site and put it in the old one's place. Raises BuildRefused, SettingsRefused or SwapRefused."""
    folder = gate.home.folder
    finish(gate.places)
    finish_surveys(SurveyPlaces.of(gate.home))
    shown = _check_chain(gate.home, gate.holdings())
    with (
        only_builder(folder) as staging,
        remembering(gate.home.var / "cache", _keyed_program(gate.home)) as remembered,
    ):
        pieces = _scan_content(gate, remembered)
        progress("正在生成页面 · Making the pages")
        staged = stage_site(
            folder,
            staging,
            today=today,
            progress=lambda step, pages: None,
            origin=gate.home.portal.origin,
            remembered=remembered,
        )
        progress(f"正在检查 {staged.pages} 个页面 · Proving {staged.pages} pages")
        warnings = _prove(staged)
        progress("正在逐字节查找私有信息 · Searching every byte for private values")
        warnings += _scan(gate, staged, pieces, remembered) + _signers_gone(gate)
        releases = [one.sha256 for one in staged.content.released]
        swap_in(folder, staged.folder, releases, shown, WrittenFor(content_files(gate.home.content)))
    name = current_build(folder)
    assert name is not None, "a swap leaves a current build"
    return Built(name, staged.pages, warnings)


def _keyed_program(home: Home) -> str:
    """The program's digest under the estate's secret, so that nobody without it can write what a build remembers."""
    return read_keys(home.key_file).tag("remembered", program_digest().encode()).hex()


def build_copy(home: Home, *, today: date, progress: Progress) -> Path:
    """The site of an estate whose register is elsewhere: a copy that says on every page that it is not to be published.

    It never becomes the site: only a copy that was searched for the register's values may. Raises as `build_site`.
    """
    _check_chain(home, None)
    with only_builder(home.folder) as staging:
        progress("正在生成页面 · Making the pages")
        staged = stage_site(
            home.folder, staging, today=today, progress=lambda step, pages: None, unscanned=True
        )
        _prove(staged)
        copy = home.folder / "copy-not-for-publication"
        shutil.rmtree(copy, ignore_errors=True)
        staged.folder.rename(copy)
    return copy


def _check_chain(home: Home, holdings: Holdings | None) -> Chain:
    """Nothing is built on what `portal verify` would call damaged. Raises BuildRefused naming each file or case.

    Returns what the site will show of the chain, and what it was made under.
    """
    evidence = read_chain_evidence(home, holdings)
    against = against_building(home, evidence)
    if against:
        raise BuildRefused(against)
    return Chain(chain_files(home), made_under(home, evidence))


def _prove(staged: Staged) -> tuple[str, ...]:
    flaws = prove_site(staged.folder, staged.content)
    grave = tuple(f"{flaw.page}: {flaw.code}: {flaw.problem}" for flaw in flaws if flaw.grave)
    if grave:
        raise BuildRefused(grave)
    return tuple(f"{flaw.page}: {flaw.code}: {flaw.problem}" for flaw in flaws)


def _scan(gate: Gate, staged: Staged, pieces: Pieces, remembered: Remembered) -> tuple[str, ...]:
    """The gate's last act. A hit names the file and the kind of value, never the value.

    What was searched of the content and the old site need not be searched again, unless the register changed since.
    """
    world = gate.world()
    verdict = scan_site(
        staged.folder,
        world,
        public_baseline(gate),
        known_exact=known_exact(staged),
        remembered=remembered,
        pieces=pieces if pieces.search.world is world else None,
        before=gate.home.site,
    )
    if verdict.hits:
        raise BuildRefused(tuple(str(hit) for hit in verdict.hits))
    return tuple(str(hit) for hit in verdict.ambiguous)


def _scan_content(gate: Gate, remembered: Remembered | None = None) -> Pieces:
    """What people wrote into content, before it becomes a page. Raises BuildRefused with file and line.

    Returns what was searched on the way.
    """
    pieces = Pieces(Search(gate.world(), words_of_program()))
    content, estate = gate.home.content, gate.book.estate
    exceptions = read_exceptions(gate.home)
    against = tuple(against_exceptions(gate.home, exceptions, gate.staff))
    if against:
        raise BuildRefused(against)
    held = scan_content(
        content_files(content),
        pieces,
        declared=(
            *estate.phones.all(),
            *estate.emails,
            *gate.public.names,
        ),
        declared_in={PEOPLE: gate.book.people.declared_names()},
        exceptions=exceptions,
        shown=lambda: [*_texts(TEMPLATES), *_texts(gate.home.site)],
        published=approved_sentences(gate),
        remembered=remembered,
    )
    if held:
        raise BuildRefused(tuple(str(one) for one in held))
    return pieces


def _signers_gone(gate: Gate) -> tuple[str, ...]:
    exceptions = read_exceptions(gate.home)
    return (
        *(
            f"{EXCEPTIONS}: {file}：签字人 {account} 的账号已停用；请看这一行是否还应公开"
            f" · {file}: {account}, who signed it, is here no more; see whether the line should still stand"
            for file, account in signers_gone(exceptions, gate.staff)
        ),
        *(
            f"{EXCEPTIONS}: {file}：签字的两个账号可能是同一人（首次密码 {in_short(why)}，没有第三人见证）"
            f" · {file}: the two who signed it may be one person (first password {in_short(why)}, no third person a witness)"
            for file, why in in_one_hand(exceptions, gate.custody())
        ),
    )


def content_files(content: Path) -> dict[str, str]:
    """Every file of content that people write, by its name there; releases and the ledger are exact bytes of their own."""
    return {
        file.relative_to(content).as_posix(): file.read_text(encoding="utf-8")
        for file in _written(content)
        if file != content / EXCEPTIONS
    }


def known_exact(staged: Staged) -> dict[str, bytes]:
    """Files that are checked as the exact bytes they must be: ledger and releases, as content holds them."""
    return {name: data for name, data in staged.content.files.items() if name.startswith("ledger/")}


def public_baseline(gate: Gate) -> Baseline:
    """What is public anyway: templates, reviewed content, declared names, a release for whoever came after it.

    Whom the law wants to be named is named on one page, so the file that names them makes their names no free words; a line
    that two people signed for is free as it stands, and what it names is not.
    """
    content, allows = content_files(gate.home.content), read_exceptions(gate.home).allows
    written = [without_signed_lines(name, text, allows) for name, text in content.items() if name != PEOPLE]
    texts = [_texts(TEMPLATES), written]
    estate, people = gate.book.estate, gate.book.people
    declared = {"people/index.html": people.declared_names(), "en/people/index.html": people.declared_names()}
    public = [text for some in texts for text in some] + [*texts_of_engines(), *estate.phones.all()]
    known = values_of_latecomers(gate)
    signed = signed_lines(content, allows)
    return Baseline.of(public, declared, words_of_program(), known, approved_sentences(gate), signed)


def _texts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in _written(folder.resolve())]


def _written(folder: Path) -> Iterator[Path]:
    """Files of text below a folder; wherever it lies itself, only what is below it may be a release or the ledger."""
    for file in sorted(folder.rglob("*")):
        below = file.relative_to(folder).parts
        if file.suffix in TEXTS and not {"releases", "ledger"} & set(below):
            yield file
