"""Sessions on the server's side, in memory: a restart signs everybody out, and a stolen disk holds none."""

import base64
import hashlib
import hmac
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from register.keys import Draw
from register.receipt import Receipt
from register.terms import Language

IDLE: Final = timedelta(minutes=30)
ABSOLUTE: Final = timedelta(hours=12)
NAME: Final = 16


@dataclass
class Session:
    """One sign-in of one account. `csrf` stands in every form; `notice` is said once on the next page.

    `slips` keeps the receipts of cases registered here, for printing; they are kept nowhere else. `searched` is what
    the list was searched for last. `strong`: a second factor was given; `first`: it began with a first password, which
    may set one up from elsewhere and do nothing else. `here`: signed in at the desk's own machine. `secret` is a second
    factor being set up.
    """

    account: str
    csrf: str
    began: datetime
    seen: datetime
    language: Language = Language.ZH
    notice: str = ""
    slips: dict[str, Receipt] = field(default_factory=dict, repr=False)
    searched: str = field(default="", repr=False)
    strong: bool = False
    first: bool = False
    here: bool = True
    secret: bytes | None = field(default=None, repr=False)

    def is_alive(self, at: datetime) -> bool:
        return at - self.seen <= IDLE and at - self.began <= ABSOLUTE

    def take_notice(self) -> str:
        notice, self.notice = self.notice, ""
        return notice

    def owns(self, csrf: str) -> bool:
        return hmac.compare_digest(self.csrf.encode(), csrf.encode())


@dataclass(frozen=True)
class Proof:
    """How somebody showed who she is: see `Session`."""

    strong: bool
    first: bool
    here: bool


PASSWORD_HERE: Final = Proof(strong=False, first=False, here=True)


class Sessions:
    """All sessions, found by the SHA-256 of their identifier. `draw` gives 128 bits for each."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._sessions: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, account: str, at: datetime, language: Language, proof: Proof = PASSWORD_HERE) -> str:
        """A new session; returns its identifier for the cookie."""
        identifier = self._token()
        session = Session(
            account, self._token(), at, at, language, strong=proof.strong, first=proof.first, here=proof.here
        )
        with self._lock:
            self._sessions = {key: kept for key, kept in self._sessions.items() if kept.is_alive(at)}
            self._sessions[_key(identifier)] = session
        return identifier

    def find(self, identifier: str, at: datetime) -> Session | None:
        """The living session, now seen; None for an unknown, idle or old one."""
        with self._lock:
            session = self._sessions.get(_key(identifier))
            if session is None or not session.is_alive(at):
                self._sessions.pop(_key(identifier), None)
                return None
            session.seen = at
            return session

    def end(self, identifier: str) -> None:
        with self._lock:
            self._sessions.pop(_key(identifier), None)

    def of(self, account: str, at: datetime) -> tuple[tuple[str, Session], ...]:
        """The living sessions of an account, the latest seen first, each with a name by which it can be ended."""
        with self._lock:
            living = [(key, kept) for key, kept in self._sessions.items() if kept.is_alive(at)]
        mine = [(key[:NAME], kept) for key, kept in living if kept.account == account]
        return tuple(sorted(mine, key=lambda pair: pair[1].seen, reverse=True))

    def end_one(self, account: str, name: str) -> bool:
        """End the session of this account with this name; whether there was one."""
        with self._lock:
            for key, kept in self._sessions.items():
                if kept.account == account and key[:NAME] == name:
                    del self._sessions[key]
                    return True
        return False

    def end_all(self, account: str) -> None:
        """Sign an account out everywhere: disabled, or its password changed."""
        with self._lock:
            self._sessions = {k: kept for k, kept in self._sessions.items() if kept.account != account}

    def postpone(self, by: timedelta) -> None:
        """Where the clock itself was moved (in the demo), sessions move with it."""
        with self._lock:
            for session in self._sessions.values():
                session.began += by
                session.seen += by

    def _token(self) -> str:
        return base64.urlsafe_b64encode(self._draw(16)).rstrip(b"=").decode()


def name_of(identifier: str) -> str:
    """The name of a session, told to its owner: hex digits of the identifier's digest, which do not open it."""
    return _key(identifier)[:NAME]


def _key(identifier: str) -> str:
    return hashlib.sha256(identifier.encode("utf-8", "replace")).hexdigest()
