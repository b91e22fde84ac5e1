"""The handbook covers the desk: every page of the menu, in both languages, with pictures that exist."""

import re
from pathlib import Path

import pytest

from forms_api.desk.pages import Pages
from register.wording import TEMPLATES

DOCS = Path(__file__).resolve().parent.parent / "docs"
BOOKS = {"zh": "handbook.zh.md", "en": "handbook.en.md"}


def read(language: str) -> str:
    return (DOCS / BOOKS[language]).read_text(encoding="utf-8")


def pictures(text: str) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\((pictures/[a-z-]+\.png)\)", text)


@pytest.mark.parametrize("language", BOOKS)
def test_every_page_of_the_menu_has_its_place(language: str) -> None:
    menu = (TEMPLATES / "desk" / "base.html").read_text(encoding="utf-8")
    codes = re.findall(r'say\("nav", "(\w+)"\)', menu)
    assert {"todo", "review", "register", "publish", "published", "staff", "log"} <= set(codes)
    words, text = Pages().wording, read(language)
    assert [code for code in codes if words.say("nav", code, language) not in text] == []


@pytest.mark.parametrize("language", BOOKS)
def test_every_picture_named_is_there(language: str) -> None:
    named = pictures(read(language))
    assert len(named) > 15
    assert [name for name in named if not (DOCS / name).is_file()] == []


def test_both_languages_show_the_same_pictures_and_the_journey_takes_them() -> None:
    assert pictures(read("en")) == [name.replace(".png", "-en.png") for name in pictures(read("zh"))]
    journey = (DOCS.parent / "tests" / "journeys" / "test_handbook.py").read_text(encoding="utf-8")
    taken = {
        f"pictures/desk-{name}.png" for name in re.findall(r'shoot\(\w+(?:\.\w+)?, "([a-z-]+)"\)', journey)
    }
    taken |= {f"pictures/desk-{name}.png" for name in re.findall(r'\("([a-z-]+)", "/', journey)}
    assert set(pictures(read("zh"))) <= taken


@pytest.mark.parametrize("language", BOOKS)
def test_every_link_inside_leads_to_a_heading(language: str) -> None:
    text = read(language)
    headings = {
        re.sub(r"[^\w\s-]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.+)$", text, re.M)
    }
    assert [to for to in re.findall(r"\]\(#([^)]+)\)", text) if to not in headings] == []
