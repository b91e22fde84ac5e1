"""A stretch that two texts have in common is found wherever it begins, whatever stands around it and between its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan import wordings
from generator.disclosure.leakscan.wordings import LEAST, MARKS, Wordings, kept_letters, letters, weight
from generator.disclosure.scan.folding import spelled_plainly

TOLD = "灰鹭在三号泵房顶上筑巢，幼鸟昨夜被野猫叼走两只。The heron nests on the roof of the old pump room since spring! 别的不说了"


def read(text: str) -> str:
    return letters(spelled_plainly(text))


def found(text: str, *told: str) -> list[str]:
    said = read(text)
    return [said[start:end] for start, end in Wordings(told or (TOLD,)).runs(said)]


@pytest.mark.parametrize("start", range(9))
def test_twelve_characters_are_found_wherever_they_begin(start: int) -> None:
    sentence = read(TOLD).split("。")[0]
    stretch = sentence[start : start + 12]
    assert found(f"甲乙{stretch}丙丁") == [stretch]
    assert found(f"甲乙{stretch[:11]}丙丁") == []


@pytest.mark.parametrize("start", range(20))
def test_two_dozen_latin_letters_are_found_wherever_they_begin(start: int) -> None:
    sentence = read(TOLD).split("。")[1].split("!")[0]
    stretch = sentence[start : start + LEAST]
    assert found(f"x{stretch}x") == [stretch]
    assert found(f"见{stretch}吧") == [stretch]
    assert found(f"x{stretch[:-1]}x") == []


def test_a_stretch_is_told_once_and_as_long_as_it_is() -> None:
    assert found(TOLD.split("。")[0]) == [read("灰鹭在号泵房顶上筑巢幼鸟昨夜被野猫叼走只")]


@pytest.mark.parametrize(
    "text",
    [
        "灰鹭在3号泵房顶上筑巢幼鸟",
        "灰鷺，在三號“泵房”頂上 筑巢，幼鳥",
        "灰\u200b鹭在三号泵房顶上筑 巢、幼鸟",
        "灰鹭在12号泵房顶上筑巢，2025幼鸟",
        "THE HERON nests on the roof of the old pump-room",
    ],
)
def test_figures_marks_and_spelling_change_nothing(text: str) -> None:
    assert found(text)


def test_what_ends_a_sentence_parts_what_is_quoted() -> None:
    assert found("灰鹭在泵房顶上。筑巢幼鸟昨夜") == []
    assert found("顶上筑巢幼鸟昨夜", "顶上筑巢", "幼鸟昨夜") == []


def test_of_several_texts_the_longest_is_found() -> None:
    told = ("天台水箱盖被风掀开了三天", "物业把天台水箱盖被风掀开了三天没人管记在本上")
    assert read("天台水箱盖被风掀开了三天没人管记在本上") in found(
        "天台水箱盖被风掀开了三天没人管记在本上。", *told
    )


def test_what_many_texts_say_is_found_as_long_as_the_longest_has_it() -> None:
    """Wherever it stands in them."""
    told = ["甲乙丙丁戊"[:size] + "天台水箱盖被风掀开了没人管" for size in range(6)]
    runs = found("丙丁戊天台水箱盖被风掀开了没人管", *told, *(f"{one}呢" for one in told))
    assert max(runs, key=len) == "丙丁戊天台水箱盖被风掀开了没人管"


def test_what_is_said_over_and_over_is_compared_at_a_few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [chr(0x4E00 + 97 * number) * 3 + "天台水箱盖被风掀开了没人管" for number in range(90)]
    compared: list[int] = []
    was = wordings._in_common
    monkeypatch.setattr(wordings, "_in_common", lambda *texts: compared.append(1) or was(*texts))
    assert "天台水箱盖被风掀开了没人管" in found("见天台水箱盖被风掀开了没人管", *told)
    assert len(compared) < len(told)


def test_what_is_spelled_like_the_letters_by_accident_is_not_told() -> None:
    """Halves of a known stretch the other way round have the same number."""
    assert found("丙丁戊己甲乙庚辛丙丁戊己" + "x", "甲乙庚辛丙丁戊己甲乙庚辛") == []


def test_where_nothing_was_said_nothing_is_looked_for() -> None:
    empty = Wordings(())
    assert list(empty.places(read(TOLD))) == list(empty.runs(read(TOLD))) == []


texts = st.text("灰鹭在泵房顶上筑巢ab，。 1", max_size=60)


@given(st.lists(texts, max_size=3), texts)
def test_exactly_what_both_say_is_found(told: list[str], text: str) -> None:
    """The plain and slow way: every stretch of the text, looked up in every sentence."""
    sentences = [piece for one in told for piece in read(one).replace("。", MARKS[-1]).split(MARKS[-1])]
    said = read(text)
    common = {
        said[start:end]
        for start in range(len(said))
        for end in range(start + 1, len(said) + 1)
        if weight(said[start:end]) >= LEAST and any(said[start:end] in sentence for sentence in sentences)
    }
    runs = {said[start:end] for start, end in Wordings(told).runs(said)}
    assert runs <= common
    assert all(any(stretch in run for run in runs) for stretch in common)
    assert bool(runs) <= bool(list(Wordings(told).places(said)))


def test_each_letter_is_known_by_its_place() -> None:
    assert list(kept_letters("三号 Ab，1。")) == [(1, "号"), (3, "A"), (4, "b"), (7, "。")]


def test_letters_of_two_halves_and_long_small_letters_take_one_place() -> None:
    assert letters("\U00020bb7İa😀\ud800") == "İa"
