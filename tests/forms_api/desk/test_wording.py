"""Every code the desk can show has its words; the languages are checked when the file is read."""

import re

import pytest

from forms_api.desk.handling import casework
from forms_api.desk.handling.needs import Need
from forms_api.desk.pages import Pages
from forms_api.desk.policies import ALLOWED
from forms_api.desk.publication.summaries import ANY, load_summaries
from register.handling import APPROVAL_CODES, CHECKS, ERASURE_CODES
from register.publication import Stage
from register.steps import Summarised
from register.terms import Kind, Matter, Outcome, Step
from register.wording import TEMPLATES
from tests.factories import PROJECT

PAGES = Pages()
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "forms_api").rglob("*.py"))
TEMPLATE = "\n".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / "desk").glob("*.html"))


def has(section: str, code: str) -> bool:
    return bool(PAGES.say(section, code, "zh")) and bool(PAGES.say(section, code, "en"))  # type: ignore[arg-type]


def test_every_sentence_a_template_names_exists() -> None:
    named = set(re.findall(r'say\("(\w+)", "(\w+)"(?:[,)])', TEMPLATE))
    assert len(named) > 100
    assert [pair for pair in sorted(named) if not has(*pair)] == []


def test_every_sentence_the_code_names_exists() -> None:
    named = set(
        re.findall(
            r'say\("(\w+)", "(\w+)"[,)]',
            "\n".join(
                path.read_text(encoding="utf-8") for path in (PROJECT / "forms_api" / "desk").rglob("*.py")
            ),
        )
    )
    assert [pair for pair in sorted(named) if not has(*pair)] == []


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("need", list(Need)),
        ("stage_public", list(Stage)),
        ("stage", [code for code, _ in casework._STAGES] + ["review", "withdraw"]),
        ("area", list(ALLOWED)),
        ("limit", ["late", "soon", "running", "paused", "kept", "missed", "undone", "cancelled"]),
        ("limit_of", sorted({s for s in Step if f'step = "{s.value}"' in (PROJECT / "content/standards.toml").read_text()})),
        ("case", ["group_handle", "group_other", "group_behalf"]),
        ("job", ["running", "done", "failed"]),
    ],
)  # fmt: skip
def test_every_code_of_a_list_has_its_words(section: str, codes: list[str]) -> None:
    for code in codes:
        assert has(section, code), f"{section}.{code}"


def test_every_reason_to_refuse_a_step_is_a_sentence() -> None:
    for reason in (*CHECKS, *APPROVAL_CODES, *ERASURE_CODES):
        assert has("refusal", reason)


def test_every_problem_page_has_a_title_and_help() -> None:
    codes = {
        *re.findall(r'Refused\(\d{3}(?: if [^,]+)?, "(\w+)"\)', CODE),
        *re.findall(r'problem\(\d{3}, "(\w+)"\)', CODE),
    }
    desk = {code for code in codes if PAGES.wording.section("problem", "zh").get(code)}
    assert {"not_found", "csrf", "second_factor", "role"} - desk == {"not_found"} - desk
    assert sorted(PAGES.wording.section("problem", "zh")) == sorted(
        PAGES.wording.section("problem_help", "zh")
    )


def test_there_is_a_sentence_to_start_from_for_every_matter_and_outcome() -> None:
    sentences = load_summaries()
    anywhere = sentences.section(ANY, "zh")
    for matter in Matter:
        own = sentences.section(matter.value, "zh")
        missing = [outcome for outcome in Outcome if outcome not in own and outcome not in anywhere]
        assert missing == [], matter


def test_the_sentences_fit_and_name_nobody() -> None:
    sentences = load_summaries()
    for section in (*Matter, ANY):
        for code, zh in sentences.section(section, "zh").items():
            en = sentences.say(section, code, "en")
            assert Summarised(zh=zh, en=en)
            assert not re.search(r"\d|号楼|单元|先生|女士", zh), zh
            assert not re.search(r"\d", en), en


def test_every_kind_has_outcomes_to_choose_from() -> None:
    from forms_api.desk.handling.stepforms import _OUTCOMES

    assert set(_OUTCOMES) == set(Kind)
