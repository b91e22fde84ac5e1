"""The template environment: what is said once, and what is escaped."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.site.words.render import SHORT, make_environment, once, quiet
from generator.site.words.voice import voices


def test_what_a_macro_said_to_the_same_values_is_not_asked_again() -> None:
    asked: list[tuple[str, ...]] = []

    def macro(*values: str) -> Markup:
        asked.append(values)
        return Markup("<b>{}</b>").format(*values)

    say = once()
    assert [say(macro, "a"), say(macro, "b"), say(macro, "a")] == ["<b>a</b>", "<b>b</b>", "<b>a</b>"]
    assert asked == [("a",), ("b",)]


def test_two_macros_with_the_same_values_each_speak_for_themselves() -> None:
    say = once()
    assert say(lambda: Markup("one")) == "one"
    assert say(lambda: Markup("other")) == "other"


def test_a_line_of_an_entry_is_the_same_macro_on_every_page(tmp_path: Path) -> None:
    """Else nothing would ever be found again, and all that was said would be held for nothing."""
    (tmp_path / "part.html").write_text(
        "{% macro line(a) %}{{ a }}{% endmacro %}{% macro row(a) %}{{ seen(line) }}{% endmacro %}"
    )
    (tmp_path / "page.html").write_text("{% from 'part.html' import row %}{{ row(1) }}{{ row(2) }}")
    environment = make_environment(voices()[0], tmp_path)
    seen: set[object] = set()
    environment.globals["seen"] = lambda macro: seen.add(macro) or ""
    for _ in range(2):
        environment.get_template("page.html").render()
    assert len(seen) == 1


@given(st.text(alphabet="<>&\"'{}a水", max_size=2 * SHORT))
def test_no_mark_of_another_language_is_left_in_a_text_of_any_length(text: str) -> None:
    assert set("<>\"'{}").isdisjoint(quiet(text))
    assert quiet(text).replace("&#123;", "{").replace("&#125;", "}").unescape() == text
