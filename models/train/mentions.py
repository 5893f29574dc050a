# SPDX-License-Identifier: Apache-2.0
"""User names in tweets: `@Emma_L`.

The Broad Twitter Corpus labels most of the people and organisations behind them, partly with the `@`
as an entity of its own; WNUT-17 labels none. Taken as they are, the one teaches what the other
forbids. Here a user name is an entity without its `@`, and unknown where its source gives it no
label. Tweebank has numbers in their places (`@USER12`), which are no names.

    >>> labelled_mentions(sentence)   # btc-g, '@Emma_L hi', [(0, 1, PER), (1, 7, PER)]
    Sentence(..., entities=((1, 7, 'PER'),))
    >>> unknown_ranges('wnut17', '@Emma_L hi')
    [(1, 7)]
"""

import dataclasses
import re

from data import Sentence

LABELLED = "btc-"
UNLABELLED = "wnut17"
MENTION = re.compile(r"@(\w+)")


def labelled_mentions(sentence: Sentence) -> Sentence:
    """The sentence without entities that are an `@` alone."""
    if not sentence.source.startswith(LABELLED):
        return sentence
    kept = tuple(each for each in sentence.entities if sentence.text[each[0] : each[1]] != "@")
    return dataclasses.replace(sentence, entities=kept)


def unknown_ranges(source: str, text: str) -> list[tuple[int, int]]:
    """(start, end) in code points of the user names that may go without a label in this source.

    Where a piece of one has a label, that holds.
    """
    if source != UNLABELLED and not source.startswith(LABELLED):
        return []
    return [match.span(1) for match in MENTION.finditer(text)]
