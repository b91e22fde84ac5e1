"""The page `docs/life-of-a-case.md` is the transition table, and up to date."""

import pytest

from register.diagram import life_of_a_case, main
from register.terms import Language, Status, Step
from register.transitions import NEXT_STEPS
from register.wording import load_wording
from tests.factories import PROJECT

WORDING = load_wording("terms", "register")


def test_the_page_is_current() -> None:
    page = (PROJECT / "docs" / "life-of-a-case.md").read_text(encoding="utf-8")
    assert page == life_of_a_case(WORDING), (
        "The transition table or its words changed. Renew the page: "
        '.venv/bin/python -c "from register.diagram import main; main()" > docs/life-of-a-case.md'
    )


def test_the_command_in_the_page_writes_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert capsys.readouterr().out == life_of_a_case(WORDING)


@pytest.mark.parametrize("language", Language)
def test_every_status_and_step_is_in_it(language: Language) -> None:
    page = life_of_a_case(WORDING)
    assert all(WORDING.term(term, language) in page for term in (*Status, *Step))


def test_every_change_of_status_is_an_arrow() -> None:
    page = life_of_a_case(WORDING)
    changes = {(status, to) for status, ways in NEXT_STEPS.items() for to in ways.values() if to != status}
    assert all(page.count(f"    {status.value} --> {to.value}: ") == len(Language) for status, to in changes)
    assert page.count(" --> ") == (len(changes) + 1) * len(Language)
