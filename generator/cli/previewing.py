"""The site as it would be with a draft released: staged, proved and scanned like the real one, and shown to nobody but the desk.

It lies in `var/preview/`: the finished site, and `preview.json`, which says of which draft it is, what the checks found and
which pages would be new, changed or gone. Nothing of it ever becomes the site: the real one is built again from what is released.
"""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Final, Literal

from pydantic import AwareDatetime, ValidationError

from generator.cli.building import Progress, known_exact, public_baseline
from generator.cli.excepting import in_one_hand, read_exceptions, signers_gone
from generator.cli.gate import Gate
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.leakscan.sitescan import scan_site
from generator.disclosure.releases.files import Places, locked
from generator.disclosure.review.approval import publish
from generator.disclosure.review.one_hand import Doubted, as_published, by_pair, in_short
from generator.site.making.build import Staged, stage_site
from generator.site.making.proof import prove_site
from register.audit import AuditLog
from register.handling import Actor
from register.records import Record, strict_json, to_bytes
from register.settings import Home
from register.signoff import SignOff
from register.terms import Role

FILE: Final = "preview.json"
SITE: Final = "site"
MAKING: Final = ".making-"
_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_MAIN = re.compile(r"<main\b.*?</main>", re.S)
# Nobody approves a preview; the approval that its copy of the content needs names the highest role.
_NOBODY: Final = Actor("preview", Role.MANAGER)


class CheckLine(Record):
    """One check: `code` is a sentence of the wording's section `preview_check`; `about` and `n` fill it in."""

    state: Literal["good", "doubt", "bad"]
    code: str
    n: int = 0
    about: str = ""


class PageLine(Record):
    """A page by its address and title."""

    address: str
    title: str


class Preview(Record):
    """What was staged: of which draft, when, and how it differs from the site that residents see now."""

    format: Literal[1] = 1
    period: str
    sha256: str
    made: AwareDatetime
    pages: int
    checks: tuple[CheckLine, ...]
    new: tuple[PageLine, ...] = ()
    changed: tuple[PageLine, ...] = ()
    gone: tuple[PageLine, ...] = ()

    @property
    def passed(self) -> bool:
        return not any(check.state == "bad" for check in self.checks)


@dataclass(frozen=True)
class PreviewPlaces:
    """Where a preview lies."""

    folder: Path

    @classmethod
    def of(cls, home: Home) -> "PreviewPlaces":
        return cls(home.var / "preview")

    @property
    def site(self) -> Path:
        return self.folder / SITE

    def read(self) -> Preview | None:
        """The preview that was made last; None where there is none or it is damaged: it can be made again."""
        try:
            data = (self.folder / FILE).read_bytes()
            strict_json(data)
            return Preview.model_validate_json(data)
        except (OSError, ValueError, ValidationError):
            return None


def make_preview(gate: Gate, draft: Draft, *, today: date, at: datetime, progress: Progress) -> Preview:
    """Stage the site with the draft in it, check it, and put it in the old preview's place. One at a time.

    Raises SettingsRefused for content that cannot be read, BuildFailed when the engine refuses, ApprovalRefused for a
    draft that does not follow what is released.
    """
    places = PreviewPlaces.of(gate.home)
    with (
        locked(places.folder),
        tempfile.TemporaryDirectory(dir=_swept(places.folder), prefix=MAKING) as making,
    ):
        doubts = gate.in_one_hand(draft)
        copy = _copy_with(gate.home, draft, doubts, Path(making), at)
        progress("正在生成预览页面 · Making the pages of the preview")
        origin = gate.home.portal.origin
        staged = stage_site(
            copy.folder, Path(making), today=today, progress=lambda step, pages: None, origin=origin
        )
        progress(f"正在检查 {staged.pages} 个页面 · Checking {staged.pages} pages")
        checks = (
            *_proved(staged),
            *_scanned(gate, staged, draft),
            *_excepted(gate),
            *_audited(draft),
            *_in_one_hand(doubts),
        )
        new, changed, gone = differences(gate.home.site, staged.folder)
        preview = Preview(
            period=draft.period,
            sha256=draft.sha256,
            made=at,
            pages=staged.pages,
            checks=checks,
            new=new,
            changed=changed,
            gone=gone,
        )
        (places.folder / FILE).unlink(missing_ok=True)
        shutil.rmtree(places.site, ignore_errors=True)
        staged.folder.rename(places.site)
        (places.folder / FILE).write_bytes(to_bytes(preview))
    return preview


def _swept(folder: Path) -> Path:
    """The folder without what a preview left there whose process died."""
    for left in folder.glob(f"{MAKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    return folder


def differences(
    old: Path, new: Path
) -> tuple[tuple[PageLine, ...], tuple[PageLine, ...], tuple[PageLine, ...]]:
    """Chinese pages that are new, whose main part changed, and that are gone; by address."""
    before, after = _mains(old), _mains(new)
    return (
        tuple(after[address][0] for address in sorted(after.keys() - before.keys())),
        tuple(after[a][0] for a in sorted(after.keys() & before.keys()) if after[a][1] != before[a][1]),
        tuple(before[address][0] for address in sorted(before.keys() - after.keys())),
    )


def _mains(site: Path) -> dict[str, tuple[PageLine, str]]:
    """Every Chinese page's title and main part, by address; a site that is not there has none."""
    found = {}
    for file in sorted(site.rglob("index.html")) if site.is_dir() else []:
        address = f"/{file.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        if address != "/en/" and not address.startswith("/en/"):
            html = file.read_text(encoding="utf-8")
            title, main = _TITLE.search(html), _MAIN.search(html)
            words = unescape(title[1]).strip() if title else address
            found[address] = (PageLine(address=address, title=words), main[0] if main else html)
    return found


def _copy_with(home: Home, draft: Draft, doubts: tuple[Doubted, ...], making: Path, at: datetime) -> Home:
    """A copy of the public content with the draft released in it; the private records stay where they are."""
    copy = Home(making / "home", home.portal)
    shutil.copytree(home.content, copy.content)
    copy.var.mkdir(mode=0o700)
    audit = AuditLog(copy.audit_file)
    publish(
        draft,
        SignOff(draft.sha256, _NOBODY, at),
        places=Places.of(copy),
        audit=audit,
        one_hand=as_published(doubts),
    )
    return copy


def _proved(staged: Staged) -> Iterator[CheckLine]:
    """Links, languages, figures: what stops a build, and what only should be looked at."""
    flaws = prove_site(staged.folder, staged.content)
    grave = [flaw for flaw in flaws if flaw.grave]
    if not grave:
        yield CheckLine(state="good", code="proved", n=staged.pages)
    for flaw in grave:
        yield CheckLine(state="bad", code="flaw", about=str(flaw))
    for flaw in flaws:
        if not flaw.grave:
            yield CheckLine(state="doubt", code="flaw", about=str(flaw))


def _scanned(gate: Gate, staged: Staged, draft: Draft) -> Iterator[CheckLine]:
    """Every byte searched for the register's private values, as before a real swap."""
    verdict = scan_site(
        staged.folder,
        gate.world(),
        public_baseline(gate, draft=draft),
        known_exact=known_exact(staged),
        before=gate.home.site,
    )
    if not verdict.hits:
        yield CheckLine(state="good", code="scanned", n=staged.pages)
    for hit in verdict.hits:
        yield CheckLine(state="bad", code="private", about=str(hit))
    if verdict.ambiguous:
        yield CheckLine(state="doubt", code="ambiguous", n=len(verdict.ambiguous))


def _excepted(gate: Gate) -> Iterator[CheckLine]:
    """Lines of content that stand on the word of somebody who is here no more, or of two who may be one."""
    for file, account in signers_gone(read_exceptions(gate.home), gate.staff):
        yield CheckLine(state="doubt", code="signer_gone", about=f"{file} ({account})")
    for file, why in in_one_hand(read_exceptions(gate.home), gate.custody()):
        yield CheckLine(state="doubt", code="signers_one_hand", about=f"{file} ({in_short(why)})")


def _in_one_hand(doubts: Iterable[Doubted]) -> Iterator[CheckLine]:
    """Entries that one person may have written and approved: for each two accounts how many, and why."""
    for pair in by_pair(doubts).values():
        yield CheckLine(state="doubt", code="one_hand", n=len(pair), about=in_short(pair[-1].why))


def _audited(draft: Draft) -> Iterator[CheckLine]:
    """There is no draft whose balance does not close or in which the audit found fault; these lines say so."""
    balance = draft.release.balance
    total = balance.carried_in + balance.received
    yield CheckLine(state="good", code="balance", n=total)
    yield CheckLine(state="good", code="audited", n=draft.release.thresholds.k)
    without = sum(not entry.summary.en for entry in draft.release.entries)
    if without:
        yield CheckLine(state="doubt", code="no_english", n=without)
