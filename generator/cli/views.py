"""What the desk sees of previews and of what is published: values of the gate turned into values of the desk."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from forms_api.desk.publication.views import CheckResult, PageChange, PreviewView, PublishedView
from generator.cli.gate import Gate
from generator.cli.passed import passed
from generator.cli.previewing import Preview
from generator.cli.revising import Revising
from generator.disclosure.cases.eligibility import CarriedReason, judgement
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.takedown import TakeDown
from generator.disclosure.releases.releases import ReleasedPeriod, current
from generator.disclosure.releases.settlement import read_settlements
from generator.disclosure.review.report import held_cases
from generator.disclosure.scan.spans import FindingKind, Reason, Span
from register.case import Case
from register.publication import publication
from register.terms import Matter
from register.wording import Wording


def held_views(made: Draft, gate: Gate, wording: Wording, language: str) -> Iterator[tuple[str, str]]:
    """Every case that is carried on and why; where the scan holds a summary, with the words it holds it for."""
    cases, held = gate.holdings().cases, dict(made.held)
    for number, why in held_cases(made, wording, language):
        if held[number] == CarriedReason.SCAN_FOUND:
            words = _found(cases[number].record, gate, wording, language)
            why = wording.say("release_report", "found", language).format(why=why, words=words)
        yield number, why


def passed_views(made: Draft, gate: Gate, wording: Wording, language: str) -> Iterator[tuple[str, str]]:
    """Every listed case with words that are spelled like a value of the register, and what kind of value that is."""
    for one in passed(gate, (number for number, _ in made.listing)):
        kind = wording.term(one.kind, language)
        yield (
            one.number,
            wording.say("release_report", "passed", language).format(words=one.words, kind=kind),
        )


def _found(case: Case, gate: Gate, wording: Wording, language: str) -> str:
    state = publication(case)
    assert state.summary is not None, "what the scan holds is a summary"
    judged = judgement(case, state)
    texts = (("zh", state.summary.zh), ("en", state.summary.en))
    words = [
        wording.say("release_report", "found_word", language).format(
            words=text[span.start : span.end],
            kind=reason_of(span, wording, language),
            instead=span.suggestion(spoken),
        )
        for spoken, text in texts
        for span in gate.scan(text, spoken).against(judged, text)
    ]
    return wording.say("release_report", "comma", language).join(words)


def reason_of(span: Span, wording: Wording, language: str) -> str:
    """What a place of a text gives away, in words; of one that nothing explains, that it may."""
    kind = wording.term(span.kind, language)
    if span.reason != Reason.UNEXPLAINED or span.kind == FindingKind.NUMBER:
        return kind
    return wording.say("scan_doubt", "perhaps", language).format(kind=kind)


def hint_of(span: Span, wording: Wording, language: str) -> str:
    """What an editor can do besides writing the suggestion; "" where there is nothing to say."""
    doubted = span.reason == Reason.UNEXPLAINED and span.kind == FindingKind.NAME
    return wording.section("scan_hint", language).get("name_perhaps" if doubted else span.kind.value, "")


def preview_view(made: Preview, wording: Wording, language: str) -> PreviewView:
    """A preview with its checks in words."""
    return PreviewView(
        sha256=made.sha256,
        made=made.made,
        pages=made.pages,
        checks=tuple(
            CheckResult(
                check.state,
                wording.say("preview_check", check.code, language).format(n=check.n, about=check.about),
            )
            for check in made.checks
        ),
        differences=(
            *(PageChange("new", page.address, page.title) for page in made.new),
            *(PageChange("changed", page.address, page.title) for page in made.changed),
            *(PageChange("gone", page.address, page.title) for page in made.gone),
        ),
    )


def read_preview_file(site: Path, address: str) -> bytes | None:
    """A file of the staged site; a folder's is its index. Nothing outside the site, by no detour and no link."""
    try:
        file = (site / address).resolve()
        if not file.is_relative_to(site.resolve()):
            return None
        return (file / "index.html" if file.is_dir() else file).read_bytes()
    except (OSError, ValueError):
        return None


def published_views(
    revising: Revising, now: datetime, wording: Wording, language: str
) -> Iterator[PublishedView]:
    """Every published outcome and every tombstone, the newest period first."""
    released = revising.gate.released()
    numbers = {
        ref: number
        for settlement in read_settlements(revising.gate.places.settlements, released)
        for number, ref in settlement.references().items()
    }
    taken = {one.ref: one for one in revising.taken_down()}
    for one in reversed(current(released)):
        yield from _of_release(one, numbers, taken, now, wording, language)


def _of_release(
    one: ReleasedPeriod,
    numbers: dict[str, str],
    taken: dict[str, TakeDown],
    now: datetime,
    wording: Wording,
    language: str,
) -> Iterator[PublishedView]:
    period = one.release.period
    for stone in one.release.tombstones:
        record = taken.get(stone.ref)
        yield PublishedView(
            ref=stone.ref,
            number=numbers.get(stone.ref, ""),
            period=period,
            group="",
            summary="",
            state=record.state(now).value if record else "unconfirmed",
            reason=wording.term(stone.reason, language),
            by=record.by if record else "",
            due=record.due if record else None,
        )
    for entry in one.release.entries:
        yield PublishedView(
            ref=entry.ref,
            number=numbers.get(entry.ref, ""),
            period=period,
            group=wording.term(Matter(entry.matter), language),
            summary=entry.summary.zh if language == "zh" else entry.summary.en or entry.summary.zh,
        )
