# SPDX-License-Identifier: Apache-2.0
"""Batches of texts through a tagger.

Invariant: a batch comes out with one answer for each of its rows, in order. The next batch is sent before the
one before it is read, so that the tagger never waits for Spark; there are never more than two.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from .errors import TaggerError
from .process import Tagger

Batch = TypeVar("Batch")
Text = str | list[str] | None
"""A text, its words, or none."""
Answer = dict[str, Any] | None
"""What the command says of a text; None of none."""


def answered(
    tagger: Tagger, batches: Iterable[tuple[Batch, Sequence[Text]]]
) -> Iterator[tuple[Batch, list[Answer]]]:
    """Each batch with the answers to its texts."""
    waiting: deque[tuple[Batch, Sequence[Text]]] = deque()
    for batch, texts in batches:
        tagger.send(_lines(texts))
        waiting.append((batch, texts))
        if len(waiting) == 2:
            yield _finish(tagger, *waiting.popleft())
    while waiting:
        yield _finish(tagger, *waiting.popleft())


def _finish(tagger: Tagger, batch: Batch, texts: Sequence[Text]) -> tuple[Batch, list[Answer]]:
    numbers = [number for number, text in enumerate(texts) if text is not None]
    answers: list[Answer] = [None] * len(texts)
    for number, line in zip(numbers, tagger.answers(len(numbers))):
        answers[number] = _read(line, number)
    return batch, answers


def _lines(texts: Sequence[Text]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if text is None:
            continue
        name = "text" if isinstance(text, str) else "tokens"
        yield json.dumps({"id": number, name: text}, ensure_ascii=False)


def _read(line: bytes, number: int) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise TaggerError(f"expected a line of JSON from the tagger, found {line[:200]!r}") from error
    # A line that was too long has no id: nothing of it could be read.
    if answer.get("id") != number and not (answer.get("id") is None and "error" in answer):
        raise TaggerError(f"expected the answer to row {number}, found that to {answer.get('id')!r}")
    return answer
