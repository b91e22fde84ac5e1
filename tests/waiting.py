"""Threads that the code under test began in the background: nothing runs on into another test."""

import threading


def join_all(name: str) -> None:
    """Wait for every thread of this name. One may begin the next before it ends, so they are looked for after each."""
    while going_on := [thread for thread in threading.enumerate() if thread.name == name]:
        going_on[0].join(600)
        assert not going_on[0].is_alive(), f"{name} does not end"
