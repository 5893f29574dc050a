# SPDX-License-Identifier: Apache-2.0
"""What of gold and predicted tags every report is made of, as counts that can be added.

Between two tokens that are outside in both columns no entity of either goes on. So a sentence falls into runs
of tokens of which each has a tag in one of the columns, and its other tokens are only counted. Few runs are
different ones, so the counts of a cluster are small, however many texts it has.

    Runs().add(["B-PER", "O", "O"], ["B-PER", "O", "B-LOC"])
    # runs {("B-PER",) / ("B-PER",): 1, ("O",) / ("B-LOC",): 1}, outside 1, sentences 1
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

Run = tuple[tuple[str, ...], tuple[str, ...]]
"""Gold and predicted tags, equally many."""

_OUTSIDE = "O"


class Runs:
    """Counts of runs, of tokens outside of them, and of sentences."""

    def __init__(self) -> None:
        self.runs: Counter[Run] = Counter()
        self.outside = 0
        self.sentences = 0

    def add(self, gold: Sequence[str], predicted: Sequence[str]) -> None:
        """Adds a sentence. Raises a ValueError where it has not as many tags in both columns, or no tag."""
        if len(gold) != len(predicted):
            raise ValueError(
                f"predicted: expected {len(gold)} tags, as gold has, found {len(predicted)}: {gold!r}"
            )
        self.sentences += 1 if gold else 0
        start = 0
        for at, tags in enumerate([*zip(gold, predicted), (_OUTSIDE, _OUTSIDE)]):
            for tag in tags:
                if not isinstance(tag, str) or tag.split() != [tag]:
                    raise ValueError(f"expected a tag as B-PER, without blanks, found {tag!r}")
            if tags != (_OUTSIDE, _OUTSIDE):
                continue
            if start < at:
                self.runs[tuple(gold[start:at]), tuple(predicted[start:at])] += 1
            if at < len(gold):
                self.outside += 1
            start = at + 1

    def columns(self) -> Iterator[str]:
        """Sentences with the same counts, as lines of a word and two tags with an empty line after each
        sentence."""
        line = f"x {_OUTSIDE} {_OUTSIDE}\n"
        outside = self.outside
        left = self.sentences
        is_open = False
        for (gold, predicted), count in sorted(self.runs.items()):
            lines = "".join(f"x {one} {other}\n" for one, other in zip(gold, predicted))
            for _ in range(count):
                if left > 1:
                    yield f"{lines}\n"
                    left -= 1
                    continue
                # In the last sentence a token outside divides them.
                yield f"{line}{lines}" if is_open else lines
                outside -= 1 if is_open else 0
                is_open = True
        for _ in range(left - 1):
            yield f"{line}\n"
            outside -= 1
        for _ in range(outside):
            yield line
        yield "\n"

    @property
    def size(self) -> int:
        """About how many characters the columns have."""
        runs = sum(
            count * (2 * len(run[0]) + sum(len(tag) + 1 for tags in run for tag in tags))
            for run, count in self.runs.items()
        )
        return runs + 6 * self.outside + self.sentences
