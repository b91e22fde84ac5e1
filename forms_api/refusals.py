"""A request that is refused as a whole: status, and the code of the page that says why and what to do."""


class Refused(Exception):
    """Nothing was stored. `code` names title and text in the wording; no input is repeated."""

    def __init__(self, status: int, code: str) -> None:
        self.status, self.code = status, code
        super().__init__(f"{status} {code}")


class Disconnected(Exception):
    """The other side went away before the request was whole; nobody is left to answer."""
