"""The balance of a release accounts for every case."""

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.listed import Balance


def test_a_balance_closes() -> None:
    with pytest.raises(ValidationError, match="does not close: 3 in, 2 accounted for"):
        Balance(carried_in=1, received=2, listed=1, counted=1, withheld=0, carried_out={})
