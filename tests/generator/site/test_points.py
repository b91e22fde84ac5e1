"""Service points and their boards."""

import pytest

from generator.site.work.points import MOST_TASKS, Points

WORDS = {"zh": "一", "en": "one"}
TASK = {"what": WORDS, "standard": WORDS, "often": WORDS}
GATE = {"id": "gate", "place": WORDS, "post": "security", "task": [TASK]}


def test_a_board_has_room_for_so_many_tasks_and_no_more():
    assert len(Points(point=[{**GATE, "task": [TASK] * MOST_TASKS}]).point[0].task) == MOST_TASKS
    with pytest.raises(ValueError, match="at most 8"):
        Points(point=[{**GATE, "task": [TASK] * (MOST_TASKS + 1)}])


def test_two_boards_cannot_share_an_address():
    with pytest.raises(ValueError, match="used twice"):
        Points(point=[GATE, GATE])
    with pytest.raises(ValueError, match="pattern"):
        Points(point=[{**GATE, "id": "../gate"}])


def test_every_point_stands_among_the_promises_and_has_its_boards(staged):
    for root in ("", "en/"):
        promises = (staged.folder / root / "standards/index.html").read_text(encoding="utf-8")
        for point in staged.content.work.points:
            assert f'id="point-{point.id}"' in promises
            for size in ("", "a3/"):
                board = staged.folder / root / "print/points" / point.id / size / "index.html"
                assert 'class="qr' in board.read_text(encoding="utf-8")
