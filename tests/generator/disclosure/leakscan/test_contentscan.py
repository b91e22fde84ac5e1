"""What people write into content: a value of the register holds the line, unless it is public or an everyday word."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.disclosure.leakscan.contentscan import (
    Exceptions,
    HeldLine,
    LineException,
    digest_of,
    scan_content,
)
from generator.disclosure.leakscan.sitepieces import Pieces, Seen
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.remembered import remembering
from generator.disclosure.scan import FindingKind, PrivateValues, World

NAMES = ("骆晓燕", "高峰", "安宁", "物业服务", "李卫东", "Rose Martin", "summer garden")
WORLD = World.build(
    [
        *(PrivateValues(name=name) for name in NAMES),
        PrivateValues(phone="13812345678", room="12栋3单元1201"),
        PrivateValues(room="叠拼6号"),
    ]
)
NOTICE = "停水通知\n\n维修期间请联系{about}。\n"


def held(
    about: str,
    *,
    declared: tuple[str, ...] = (),
    shown: tuple[str, ...] = (),
    exceptions: Exceptions | None = None,
) -> tuple[HeldLine, ...]:
    files = {"notices/1.md": NOTICE.format(about=about)}
    return scan_content(
        files,
        Pieces(Search(WORLD)),
        declared=declared,
        exceptions=exceptions or Exceptions(),
        shown=lambda: shown,
    )


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("骆晓燕", FindingKind.NAME),
        ("骆 晓 燕", FindingKind.NAME),
        ("luoxiaoyan", FindingKind.NAME),
        ("Rose Martin", FindingKind.NAME),
        ("138-1234-5678", FindingKind.PHONE),
        ("幺三八幺二三四五六七八", FindingKind.PHONE),
        ("12栋1201", FindingKind.ROOM),
        ("Block 12, Flat 1201", FindingKind.ROOM),
        ("叠拼6号", FindingKind.ROOM),
    ],
)
def test_a_value_of_the_register_holds_the_line_in_any_notation(about: str, kind: FindingKind) -> None:
    (line,) = held(about)
    assert (line.file, line.line, line.kind) == ("notices/1.md", 3, kind)


def test_the_message_says_where_and_what_to_do_in_both_languages_and_never_the_value() -> None:
    message = str(held("骆晓燕")[0])
    assert "第 3 行" in message
    assert "line 3" in message
    assert "骆晓燕" not in message


@pytest.mark.parametrize(
    "about", ["高峰时段的值班员", "安宁", "物业服务中心", "summergarden", "1201 米", "6号楼", "某业主"]
)
def test_everyday_words_hold_nothing_whoever_is_called_so(about: str) -> None:
    assert held(about) == ()


def test_a_name_declared_by_law_and_a_public_phone_may_stand() -> None:
    assert held("李卫东") != ()
    assert held("李卫东", declared=("李卫东",)) == ()
    assert held("13812345678", declared=("138 1234 5678",)) == ()


def test_a_name_that_the_law_wants_on_one_page_is_free_on_no_other() -> None:
    files = {"people.toml": 'name = "李卫东"', "notices/1.md": "李卫东辱骂业主。"}
    lines = scan_content(
        files,
        Pieces(Search(WORLD)),
        declared=(),
        declared_in={"people.toml": {"李卫东"}},
        exceptions=Exceptions(),
        shown=lambda: ["<li>李卫东</li>"],
    )
    assert [(one.file, one.kind) for one in lines] == [("notices/1.md", FindingKind.NAME)]


@pytest.mark.parametrize(
    ("about", "line"),
    [("骆晓\n燕", 3), ("电话1381234\n5678", 3), ("Rose\nMartin", 3), ("\n骆晓燕", 4), ("&#39558;晓燕", 3)],
)
def test_a_value_that_an_editor_wrapped_or_a_page_spells_otherwise_is_found_where_it_begins(
    about: str, line: int
) -> None:
    found = held(about)
    assert {one.line for one in found} == {line}
    allowed = Exceptions.model_validate({"exception": [exception(line_sha256=found[0].sha256)]})
    assert held(about, exceptions=allowed) == ()


def test_what_the_site_shows_already_is_not_from_the_register() -> None:
    assert held("骆晓燕", shown=("<p>骆晓燕获奖</p>",)) == ()
    assert held("骆晓燕", shown=("<p>别的</p>",)) != ()


def exception(**other: object) -> dict[str, object]:
    line = "维修期间请联系骆晓燕。"
    written = {
        "file": "notices/1.md", "line_sha256": digest_of(line), "reason": "本人要求署名，有书面同意。", "by": ["wangfang", "sunli"]
    }  # fmt: skip
    return {**written, **other}


def test_an_exception_of_two_people_holds_for_that_very_line() -> None:
    allowed = Exceptions.model_validate({"exception": [exception()]})
    assert held("骆晓燕", exceptions=allowed) == ()
    assert held("骆晓燕女士", exceptions=allowed) != ()
    elsewhere = Exceptions.model_validate({"exception": [exception(file="notices/2.md")]})
    assert held("骆晓燕", exceptions=elsewhere) != ()


@pytest.mark.parametrize(
    "other", [{"by": ["sunli", "sunli"]}, {"by": ["sunli"]}, {"reason": ""}, {"line_sha256": "abc"}]
)
def test_one_person_or_no_reason_is_no_exception(other: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        LineException.model_validate(exception(**other))


def test_each_of_the_two_signs_exactly_this() -> None:
    one = LineException.model_validate(exception())
    assert one.unsigned({}) == ("wangfang", "sunli")
    assert one.unsigned({one.sha256: {"sunli", "zhaoqiang"}}) == ("wangfang",)
    assert one.unsigned({one.sha256: {"sunli", "wangfang"}}) == ()
    for other in ({"reason": "本人要求署名，口头同意。"}, {"file": "x.md"}, {"by": ["sunli", "wangfang"]}):
        changed = LineException.model_validate(exception(**other))
        assert changed.unsigned({one.sha256: {"sunli", "wangfang"}}) == changed.by


@pytest.mark.parametrize("name", ["周建国", "于建华", "付国庆", "关建军", "单成功", "上官建国"])
def test_a_persons_name_is_no_everyday_word_though_each_part_of_it_is_one(name: str) -> None:
    pieces = Pieces(Search(World.build([PrivateValues(name=name)])))
    files = {"notices/1.md": f"感谢{name}的建议。"}
    assert scan_content(files, pieces, declared=(), exceptions=Exceptions(), shown=lambda: ())
    assert not scan_content(
        files, pieces, declared=(), exceptions=Exceptions(), shown=lambda: [f"{name}来访"]
    )


@pytest.mark.parametrize(
    ("name", "holds"), [("温馨提示", False), ("欧阳大桥改造", False), ("温馨骆驼刺儿", True)]
)
def test_what_is_longer_than_a_name_is_words_where_all_of_it_is(name: str, holds: bool) -> None:
    pieces = Pieces(Search(World.build([PrivateValues(name=name)])))
    files = {"notices/1.md": f"请看{name}。"}
    assert bool(scan_content(files, pieces, declared=(), exceptions=Exceptions(), shown=lambda: ())) is holds


def test_what_was_public_is_remembered_for_the_very_same_text_and_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    seen = Pieces.seen

    def noted(pieces: Pieces, text: str) -> frozenset[Seen]:
        asked.append(text)
        return seen(pieces, text)

    monkeypatch.setattr(Pieces, "seen", noted)
    files = {"notices/1.md": "感谢周建国的建议。\n"}
    world = World.build([PrivateValues(name="周建国")])

    def held(files: dict[str, str], *shown: str) -> bool:
        with remembering(tmp_path, "1") as remembered:
            return bool(
                scan_content(
                    files,
                    Pieces(Search(world)),
                    declared=(),
                    exceptions=Exceptions(),
                    shown=lambda: shown,
                    remembered=remembered,
                )
            )

    assert not held(files, "<p>无</p>", "<p>周建国来访</p>")
    assert not held(files, "<p>无</p>", "<p>周建国来访</p>")
    assert asked == ["<p>无</p>", "<p>周建国来访</p>"]
    assert held(files, "<p>无</p>")
    assert held(files, "<p>周建</p>")


HER_WORDS = "灰鹭在三号泵房顶上筑巢，幼鸟昨夜被野猫叼走两只"


def quoting(*, published: tuple[str, ...] = (), shown: tuple[str, ...] = ()) -> tuple[HeldLine, ...]:
    return scan_content(
        {"notices/1.md": f"爱护动物\n\n有业主来电：{HER_WORDS[:9]}\n{HER_WORDS[9:]}，请大家\n"},
        Pieces(Search(World.build([], [], [HER_WORDS]))),
        declared=(),
        exceptions=Exceptions(),
        shown=lambda: shown,
        published=published,
    )


def test_her_own_words_hold_a_line_and_are_not_repeated() -> None:
    lines = quoting()
    assert {(line.line, line.kind) for line in lines} == {(3, FindingKind.SAID), (4, FindingKind.SAID)}
    assert not any(HER_WORDS[:4] in str(line) for line in lines)


def test_words_that_are_public_already_hold_no_line() -> None:
    assert quoting(published=(HER_WORDS,)) == ()
    assert quoting(shown=(f"<p>{HER_WORDS}</p>",)) == ()
