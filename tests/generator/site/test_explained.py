"""Wherever something is shown as withheld, merged or taken down, the page leads to why."""

import re
from dataclasses import replace

import pytest

from generator.disclosure.cases.listed import Tombstone
from generator.site.content import Content, read_content
from generator.site.edition import Edition
from generator.site.figures.recorded import ALL
from generator.site.pages.contacts import prose_pages
from generator.site.pages.home import home_pages
from generator.site.pages.measured import UNPUBLISHED, measure_pages
from generator.site.pages.outcomes import outcome_pages
from generator.site.pages.sheets import sheet_pages
from generator.site.words.voice import Voice, voices
from register.terms import TakeDownReason
from tests.generator.site.samples import TODAY

SAID = (
    ("outcomes", "withheld_why"),
    ("outcomes", "groups_note"),
    ("outcomes", "tombstones"),
    ("outcomes", "withheld"),
)


@pytest.fixture(scope="module")
def content(home) -> Content:
    """The sample estate, with a tombstone in its last period."""
    content = read_content(home)
    last = content.released[-1]
    gone, *entries = last.release.entries
    stone = Tombstone(ref=gone.ref, period=gone.period, reason=TakeDownReason.IDENTIFIES_PERSON)
    release = last.release.model_copy(update={"entries": tuple(entries), "tombstones": (stone,)})
    return replace(content, released=(*content.released[:-1], replace(last, release=release)))


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_what_is_hidden_leads_to_why(content: Content, voice: Voice) -> None:
    seen = set()
    way = 'href="/anonymising/"' if voice.is_chinese else 'href="/en/anonymising/"'
    for page in outcome_pages(Edition(content, voice, TODAY)):
        for section in re.findall(r"<section>.*?</section>", page.body, re.S):
            said = {
                code
                for place, code in SAID
                if voice.say(place, code).split("{")[0] in section.replace("<wbr>", "")
            }
            if said - {"withheld"} or (said and page.address == "outcomes/"):
                assert way in section, (page.address, said)
                seen |= said
    assert seen == {code for _, code in SAID}


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_where_fewer_can_be_read_than_were_published_the_difference_is_told(
    content: Content, voice: Voice
) -> None:
    edition = Edition(content, voice, TODAY)
    release = content.current[-1].release
    told = voice.say(
        "outcomes", "withdrawn_since", n=1, listed=release.balance.listed, left=len(release.entries)
    )
    pages = (*home_pages(edition), *outcome_pages(edition), *sheet_pages(edition))
    bodies = {page.address: page.body for page in pages}
    assert {address for address, body in bodies.items() if told in body} == {
        "",
        f"outcomes/{release.period}/",
        f"print/{release.period}/",
        f"print/{release.period}/a3/",
    }


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_a_measure_of_what_is_not_listed_leads_to_why(content: Content, voice: Voice) -> None:
    way = 'href="/anonymising/"' if voice.is_chinese else 'href="/en/anonymising/"'
    leading = {page.address for page in measure_pages(Edition(content, voice, TODAY)) if way in page.body}
    hiding = ("listed_share", "withheld", "counted_only", "taken_down", "taken_down_for_a_person")
    assert leading == {f"measures/{id}/" for id in (*hiding, "numbers_not_alone")}


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_what_nobody_can_compute_is_named_with_its_reason(content: Content, voice: Voice) -> None:
    index = next(iter(measure_pages(Edition(content, voice, TODAY)))).body
    for code in UNPUBLISHED:
        assert voice.say("unpublished_name", code) in index
        assert voice.say("unpublished_why", code) in index
    assert set(UNPUBLISHED).isdisjoint(measure.id for measure in ALL)


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_the_page_it_leads_to_is_there(content: Content, voice: Voice) -> None:
    assert "anonymising/" in {page.address for page in prose_pages(Edition(content, voice, TODAY))}
