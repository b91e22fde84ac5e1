"""The line of a key in a TOML file."""

import pytest

from register.lines import line_of

TEXT = """\
# a comment = 1
profile = "x"
[periods]
lag = 3

[[round]]
name = { zh = "查" }
[[round.problem]]
due = 2026-01-01
[[round.problem]]
due = 2026-01-02
posts = [
  "a",
]
[[round]]
name = { zh = "二" }
[round.more]
note = "y"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("profile",), 2),
        (("periods", "lag"), 4),
        (("periods", "absent"), 3),
        (("round", 0, "name", "zh"), 7),
        (("round", 0, "problem", 1, "due"), 11),
        (("round", 0, "problem", 1, "posts", 0), 12),
        (("round", 0, "problem", 0, "post"), 8),
        (("round", 1, "name"), 16),
        (("round", 1, "more", "note"), 18),
        (("round", 1), 15),
        (("nowhere",), None),
        ((), None),
    ],
)
def test_the_line_of_a_key_or_of_the_table_it_is_missing_from(path, line):
    assert line_of(TEXT, path) == line
