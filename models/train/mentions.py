# SPDX-License-Identifier: Apache-2.0
"""User names in tweets: `@Emma_L`.

The Broad Twitter Corpus labels the people and organisations behind most of them, the `@` as an entity
of its own before the name's, but in one of its parts the name alone; WNUT-17 labels none. Taken as they
are, the one teaches what the other forbids. Here what a source leaves without a label in a user name
is unknown. Tweebank has numbers in their places (`@USER12`), which are no names.

    >>> unknown_ranges('wnut17', '@Emma_L hi')
    [(0, 7)]
"""

import re

SOURCES = ("btc-", "wnut17")
MENTION = re.compile(r"@\w+")


def unknown_ranges(source: str, text: str) -> list[tuple[int, int]]:
    """(start, end) in code points of the user names that may go without a label in this source.

    Where a piece of one has a label, that holds.
    """
    if not source.startswith(SOURCES):
        return []
    return [match.span() for match in MENTION.finditer(text)]


def is_part(text: str, start: int, end: int) -> bool:
    """Whether these code points of the text are the `@` of a user name, or come after one."""
    return text[start:end] == "@" or text[:start].endswith("@")
