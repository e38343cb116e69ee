"""Bounds on what a file may cost: bytes, characters and time."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

from payoffer.errors import FileProblem

MEBIBYTE = 1024 * 1024
MOST_BYTES = 64 * MEBIBYTE
MOST_CHARACTERS = 8_000_000
"""Some four thousand pages; what is longer is no letter."""


MOST_FIGURES = 30_000
_SIGNS = ("%", "\u00a3", "\u20ac", "$", "cent", "pence")
"""What figures are told by; each takes some tenths of a millisecond to sort."""


class _TooLong(BaseException):
    """Raised in the thread whose time is over; no ``except Exception`` of a library can hold it."""


@contextmanager
def within(seconds: float, problem: str) -> Iterator[None]:
    """Give what runs inside so much time; raise ``FileProblem`` with the sentence ``problem`` after it."""
    thread = threading.get_ident()
    over = threading.Event()

    def end() -> None:
        over.set()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_TooLong))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
        timer.cancel()
        wait_out(over)
    except _TooLong:
        raise FileProblem(problem) from None
    finally:
        timer.cancel()


def wait_out(over: threading.Event) -> None:
    """Wait where the time was over in the last moment: the exception is on its way, and must not arrive later."""
    while over.is_set():
        sleep(0.001)


def bounded(text: str, name: str) -> str:
    """Return ``text``, or refuse it where it is too long, or holds too many figures, to be a letter."""
    if len(text) > MOST_CHARACTERS:
        raise FileProblem(
            f"{name} holds over {MOST_CHARACTERS // 1_000_000} million characters, which is no letter: save the pages "
            "that tell of pay in a file of their own"
        )
    figures = sum(map(text.count, _SIGNS))
    if figures > MOST_FIGURES:
        raise FileProblem(
            f"{name} holds over {MOST_FIGURES:,} figures, which is no letter: save the pages that tell of pay in a "
            "file of their own"
        )
    return text
