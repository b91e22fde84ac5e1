"""A household told by its storey, its place or its work is a finding, not a doubt; a storey that only stands there is neither."""

import pytest

from generator.disclosure.scan import FindingKind, Public, World, scan_text

K = FindingKind


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("六楼吵。", "六楼", K.ROOM), ("四楼的又在阳台烧炭。", "四楼的", K.ROOM), ("转告七楼小声一点。", "七楼", K.ROOM), ("三楼漏水到二楼。", "三楼", K.ROOM),
        ("斜对门的鞋柜伸出来了。", "斜对门", K.ROOM), ("走廊尽头那间群租了八个人。", "走廊尽头那间", K.ROOM), ("出电梯左手第二家门口放了鞋架。", "左手第二家", K.ROOM),
        ("对门的律师说要告你们。", "律师", K.FAMILY),
    ],
)  # fmt: skip
def test_a_household_told_by_where_it_is_is_found(text: str, value: str, kind: FindingKind) -> None:
    spans = scan_text(text, World(), Public(), "zh").spans
    assert (value, kind) in [(text[span.start : span.end], span.kind) for span in spans]


@pytest.mark.parametrize("text", ["六楼又停电了。", "二楼每天打扫两次。", "一楼晚上没灯。", "五楼又积水。"])
def test_what_is_said_of_the_storey_itself_is_free(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").hold
