from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.handling.facts import facts
from forms_api.desk.handling.marking import Piece, marked
from forms_api.desk.publication.checks import alike_in_period, longest_copied, system_checks
from forms_api.desk.publication.summaries import Offer
from forms_api.desk.publication.views import KNOWN, Finding
from register.case import Case
from register.publication import publication
from register.store import FolderStore
from register.terms import Matter, Step
from tests import factories

FREE = "东门垃圾清运不及时。已当天清运，增加晚间清运。"


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


def drafted(store: FolderStore, zh: str = FREE, en: str = "", **change: object) -> Case:
    case = factories.fed_back(factories.kept_case(store, **change))
    return factories.step(case, Step.SUMMARISE, zh=zh, en=en)


def codes(case: Case, alike: int = 5, offered: tuple[Offer, ...] = (), said: object = ()) -> dict[str, str]:
    checks = system_checks(case, publication(case), said=said, offered=offered, alike=alike, k=5)  # type: ignore[arg-type]
    return {check.code: check.state for check in checks}


def test_free_words_are_a_doubt_and_an_offered_sentence_is_not(store: FolderStore) -> None:
    case = drafted(store)
    assert codes(case)["free_words"] == "doubt"
    assert codes(case, offered=(Offer("hygiene.rectified", FREE, ""),))["templated"] == "good"


def test_a_group_too_small_is_told_beforehand(store: FolderStore) -> None:
    case = drafted(store)
    assert codes(case, alike=4)["small_group"] == "doubt"
    assert codes(case, alike=5)["group"] == "good"


def test_what_the_scan_found_in_the_original_is_counted(store: FolderStore) -> None:
    pieces = marked("我是陈建国", [Finding(2, 5, KNOWN, "姓名")])
    assert "identifiers" in codes(drafted(store), said=[("what", pieces)])
    assert "no_identifiers" in codes(drafted(store), said=[("what", (Piece("没有"),))])


def test_a_run_of_the_residents_words_is_shown(store: FolderStore) -> None:
    case = factories.kept_case(store)
    words = case.submission.answers["what"]
    assert len(words) >= 10
    copying = factories.step(factories.fed_back(case), Step.SUMMARISE, zh=f"居民说{words}"[:100])
    assert codes(copying)["copied"] == "doubt"


def test_without_english_the_page_will_show_chinese(store: FolderStore) -> None:
    assert codes(drafted(store))["no_english"] == "doubt"


def test_without_a_summary_there_is_nothing_to_check(store: FolderStore) -> None:
    assert codes(factories.fed_back(factories.kept_case(store))) == {}


def test_cases_are_alike_by_matter_and_period(store: FolderStore) -> None:
    periods = factories.book().rules.periods
    here = [factories.kept_case(store, n, matter=Matter.HYGIENE) for n in (1, 2)]
    other = factories.kept_case(store, 3, matter=Matter.NOISE)
    earlier = here[0].received.replace(year=2025)
    old = factories.kept_case(store, 4, matter=Matter.HYGIENE, received=earlier)
    everything = [facts(case) for case in (*here, other, old)]
    assert alike_in_period(here[0], everything, periods) == 2
    assert alike_in_period(old, everything, periods) == 1


@given(st.text("甲乙丙丁", max_size=20), st.text("甲乙丙丁", max_size=20))
def test_the_longest_run_stands_in_both_texts(text: str, source: str) -> None:
    found = longest_copied(text, [source])
    assert found in text
    assert found in source
    assert not any(text[i : i + len(found) + 1] in source for i in range(len(text) - len(found))) or len(
        found
    ) == len(text)
