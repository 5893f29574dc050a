# SPDX-License-Identifier: Apache-2.0
"""Changes some of the sentences: other names in their places, other case, no full stop, templates.

The default model is small and sees few texts: names put into other sentences are what teaches it
to go by the context. Lower case and missing full stops are how people type.
"""

import random
from collections import defaultdict

from data import Sentence
from mentions import is_part
from templates import Templates

LOWER, UPPER, BARE, SWAP, TEMPLATE = 0.04, 0.02, 0.05, 0.25, 0.06
SWAP_MENTION = 0.6
SWAP_FOREIGN = 0.25
SWAPPED = ("PER", "ORG", "LOC")
LATIN = frozenset("da de en es fr hu id nl no pl pt ro sv tr".split())
FULL_STOPS = ".!?。！？।"


class Augmentation:
    """Holds the mentions of the training sentences, by language and label."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self._mentions: dict[tuple[str, str], list[str]] = defaultdict(list)
        for sentence in sentences:
            for start, end, label in sentence.entities:
                if is_part(sentence.text, start, end):
                    continue  # a user name is no name in another sentence
                mention = sentence.text[start:end]
                self._mentions[sentence.language, label].append(mention)
                if sentence.language in LATIN:
                    self._mentions["latin", label].append(mention)
        self._templates = Templates(self._mentions, LATIN)

    def apply(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """The sentence, or a changed one."""
        draw = chance.random()
        for share, change in (
            (LOWER, lambda: _recased(sentence, sentence.text.lower())),
            (UPPER, lambda: _recased(sentence, sentence.text.upper())),
            (BARE, lambda: _without_full_stop(sentence)),
            (SWAP, lambda: self._swapped(sentence, chance)),
            (TEMPLATE, lambda: self._templates.make(sentence.language, chance) or sentence),
        ):
            if draw < share:
                return change()
            draw -= share
        return sentence

    def _swapped(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """Other mentions of the same label in the places of some entities."""
        text, entities, at = "", [], 0
        for start, end, label in sorted(sentence.entities):
            if start < at:
                return sentence
            text += sentence.text[at:start]
            mention = sentence.text[start:end]
            named = label in SWAPPED and not is_part(sentence.text, start, end)
            if named and chance.random() < SWAP_MENTION:
                foreign = sentence.language in LATIN and chance.random() < SWAP_FOREIGN
                mention = chance.choice(
                    self._mentions["latin" if foreign else sentence.language, label]
                )
            entities.append((len(text), len(text) + len(mention), label))
            text += mention
            at = end
        text += sentence.text[at:]
        return _changed(sentence, text, tuple(entities))


def _changed(
    sentence: Sentence, text: str, entities: tuple[tuple[int, int, str], ...]
) -> Sentence:
    return Sentence(sentence.language, sentence.source, sentence.labels_misc, text, entities)


def _recased(sentence: Sentence, text: str) -> Sentence:
    """The text in another case, where that keeps every offset."""
    if len(text) != len(sentence.text):
        return sentence
    return _changed(sentence, text, sentence.entities)


def _without_full_stop(sentence: Sentence) -> Sentence:
    text = sentence.text.rstrip(FULL_STOPS + " ")
    last = max((end for _, end, _ in sentence.entities), default=0)
    return _changed(sentence, text, sentence.entities) if len(text) >= last else sentence
