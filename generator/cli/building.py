"""The one order in which a site becomes public: stage, prove, scan every byte, swap. On any failure the old site stays."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.cli.chain_check import against_building, chain_files, made_under, read_chain_evidence
from generator.cli.excepting import in_one_hand, read_exceptions, signers_gone
from generator.cli.gate import Gate
from generator.cli.latecomers import values_of_latecomers
from generator.cli.pages_aside import lines_of, sentences_of, set_aside, words_gone
from generator.cli.program import program_digest, texts_of_engines, words_of_program
from generator.cli.sentences import approved_sentences
from generator.cli.setting_aside import Pending, pending, shown_now, waits_for_it, written_out
from generator.cli.written_content import content_files, texts_below
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.leakscan.contentscan import EXCEPTIONS, Exceptions, HeldLine, scan_content
from generator.disclosure.leakscan.signedwords import signed_lines, without_signed_lines
from generator.disclosure.leakscan.sitepieces import Pieces
from generator.disclosure.leakscan.sitescan import Baseline, Hit, SiteVerdict, scan_site
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.remembered import Remembered, remembering
from generator.disclosure.review.approval import finish
from generator.disclosure.review.one_hand import in_short
from generator.disclosure.surveys.survey_closing import SurveyPlaces, finish_surveys
from generator.site.making.build import Staged, stage_site
from generator.site.making.proof import prove_site
from generator.site.making.swap import Chain, current_build, only_builder, swap_in
from generator.site.making.written_for import How, WrittenFor
from register.errors import RegisterError
from register.index import Holdings
from register.keys import read_keys
from register.people import PEOPLE
from register.settings import Home
from register.wording import TEMPLATES

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What was put in place: the build's name, how many pages, and what only warned.

    `aside` are the files of content and of the site that a take-down did not wait for, and how each stands now.
    """

    name: str
    pages: int
    warnings: tuple[str, ...]
    aside: Mapping[str, How] = field(default_factory=dict)


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
        pieces, coming = _scan_content(gate, remembered)
        progress("正在生成页面 · Making the pages")
        staged = stage_site(
            _made_of(gate.home, coming, staging),
            staging,
            today=today,
            progress=lambda step, pages: None,
            origin=gate.home.portal.origin,
            remembered=remembered,
        )
        progress(f"正在检查 {staged.pages} 个页面 · Proving {staged.pages} pages")
        warnings = _prove(staged, is_whole=not coming.aside)
        progress("正在逐字节查找私有信息 · Searching every byte for private values")
        found, pages_aside = _scan(gate, staged, pieces, remembered, coming)
        warnings += coming.why + found + _signers_gone(gate)
        aside = {**coming.aside, **pages_aside}
        releases = [one.sha256 for one in staged.content.released]
        swap_in(folder, staged.folder, releases, shown, WrittenFor(coming.texts, aside))
    name = current_build(folder)
    assert name is not None, "a swap leaves a current build"
    return Built(name, staged.pages, warnings, aside)


def _made_of(home: Home, coming: Pending, staging: Path) -> Path:
    """The estate's folder, or one whose content is a copy without what was set aside."""
    if not coming.aside:
        return home.folder
    copy = staging / "made-of"
    shutil.copytree(home.content, copy / "content")
    written_out(coming, copy / "content")
    return copy


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


def _prove(staged: Staged, *, is_whole: bool = True) -> tuple[str, ...]:
    """What only should be looked at; where something was set aside, a link that leads there too. Raises BuildRefused."""
    flaws = prove_site(staged.folder, staged.content)
    grave = tuple(f"{flaw.page}: {flaw.code}: {flaw.problem}" for flaw in flaws if flaw.grave)
    if grave and is_whole:
        raise BuildRefused(grave)
    return tuple(f"{flaw.page}: {flaw.code}: {flaw.problem}" for flaw in flaws)


def _scan(
    gate: Gate, staged: Staged, pieces: Pieces, remembered: Remembered, coming: Pending
) -> tuple[tuple[str, ...], dict[str, How]]:
    """The gate's last act. A hit names the file and the kind of value, never the value.

    What was searched of the content and the old site need not be searched again, unless the register changed since. Where a
    take-down waits, files with a hit are set aside: as residents saw them, else left out.
    """
    world, public = gate.world(), public_baseline(gate, coming)

    def look() -> SiteVerdict:
        return scan_site(
            staged.folder,
            world,
            public,
            known_exact=known_exact(staged),
            remembered=remembered,
            pieces=pieces if pieces.search.world is world else None,
            before=gate.home.site,
        )

    verdict, aside, why = look(), dict[str, How](), tuple[Hit, ...]()
    if verdict.hits and waits_for_it(gate):
        why = tuple(hit for hit in verdict.hits if hit.is_private)
        aside = set_aside(
            staged.folder, {hit.file for hit in why}, gate.home.site.resolve(), _gone(gate, coming)
        )
        verdict = look()
    if verdict.hits:
        raise BuildRefused(tuple(str(hit) for hit in verdict.hits))
    return tuple(str(hit) for hit in (*why, *verdict.ambiguous)), aside


def _gone(gate: Gate, coming: Pending) -> frozenset[str]:
    """What the site says that the next one must not: sentences that were taken down, and written ones that are no more."""
    before = (*sentences_of(gate.home.site / "releases"), *lines_of(shown_now(gate.home.folder).texts))
    return words_gone(before, (*sentences_of(gate.places.releases), *lines_of(coming.texts)))


def _scan_content(gate: Gate, remembered: Remembered | None = None) -> tuple[Pieces, Pending]:
    """What people wrote into content, before it becomes a page. Raises BuildRefused with file and line.

    Returns what was searched on the way, and what the site is to be made of.
    """
    pieces = Pieces(Search(gate.world(), words_of_program()))
    estate, published = gate.book.estate, approved_sentences(gate)

    def search(
        texts: Mapping[str, str], exceptions: Exceptions, is_shown_public: bool
    ) -> tuple[HeldLine, ...]:
        site = [gate.home.site] if is_shown_public else []
        return scan_content(
            texts,
            pieces,
            declared=(*estate.phones.all(), *estate.emails, *gate.public.names),
            declared_in={PEOPLE: gate.book.people.declared_names()},
            exceptions=exceptions,
            shown=lambda: [text for folder in (TEMPLATES, *site) for text in texts_below(folder)],
            published=published,
            remembered=remembered,
        )

    coming = pending(gate, search)
    if coming.refused:
        raise BuildRefused(coming.why)
    return pieces, coming


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


def known_exact(staged: Staged) -> dict[str, bytes]:
    """Files that are checked as the exact bytes they must be: ledger and releases, as content holds them."""
    return {name: data for name, data in staged.content.files.items() if name.startswith("ledger/")}


def public_baseline(gate: Gate, coming: Pending | None = None, draft: Draft | None = None) -> Baseline:
    """What is public anyway: templates, reviewed content (as it is `coming`), declared names, a release or draft for whoever came after it.

    Whom the law wants to be named is named on one page, so the file that names them makes their names no free words; a line
    that two people signed for is free as it stands, and what it names is not.
    """
    content = coming.texts if coming else content_files(gate.home.content)
    allows = (coming.exceptions if coming else read_exceptions(gate.home)).allows
    written = [without_signed_lines(name, text, allows) for name, text in content.items() if name != PEOPLE]
    texts = [texts_below(TEMPLATES), written]
    estate, people = gate.book.estate, gate.book.people
    declared = {"people/index.html": people.declared_names(), "en/people/index.html": people.declared_names()}
    public = [text for some in texts for text in some] + [*texts_of_engines(), *estate.phones.all()]
    known = values_of_latecomers(gate, draft)
    signed = signed_lines(content, allows)
    return Baseline.of(public, declared, words_of_program(), known, approved_sentences(gate), signed)
