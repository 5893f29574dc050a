# SPDX-License-Identifier: Apache-2.0
"""The taggers of a Python worker that wait for its next task, so that a model is loaded once and not once a
task.

Invariant: a tagger is here only between two tasks, with every line answered. Spark ends a Python worker that
is idle for a minute, and a tagger ends when its worker does: its input is closed then.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .process import Tagger

_idle: dict[tuple[str, ...], list[Tagger]] = {}


@contextmanager
def lend(command: list[str], timeout: float) -> Iterator[Tagger]:
    """A tagger of the command; it is kept where all went well, and ended where not."""
    waiting = _idle.setdefault(tuple(command), [])
    tagger = None
    while waiting and tagger is None:
        last = waiting.pop()
        if last.is_alive:
            tagger = last
        else:
            last.kill()
    tagger = tagger or Tagger(command, timeout)
    try:
        yield tagger
    except BaseException:  # GeneratorExit, too: answers may be under way
        tagger.kill()
        raise
    waiting.append(tagger)
