# SPDX-License-Identifier: Apache-2.0
"""Sentences as people write them, made of templates.txt and names of the training sentences.

The sources are news, Wikipedia and tweets; nobody says there what they are called or where they
live. templates.txt is of our own writing: a language, a tab, and a sentence with {PER}, {ORG} and
{LOC} in the nominative.

    'My name is {PER} and I live in {LOC}.'  ->  'My name is Kofi and I live in Trondheim.'
"""

import pathlib
import random
import re
from collections import defaultdict

from data import Sentence

PATH = pathlib.Path(__file__).with_name("templates.txt")
SLOT = re.compile(r"\{(PER|ORG|LOC)\}")
SOURCE = "templates"
LONGEST_MENTION = 40
FIRST_WORD, FOREIGN, LOWER = 0.35, 0.2, 0.12
UNLIKELY = re.compile(r"[\d\"'`“”„«»()\[\]{}<>|*_=/\\#@:;!?,]")


def is_name(mention: str) -> bool:
    """Whether a mention looks like one: machine-labelled sentences have odd ones."""
    return (
        1 < len(mention) <= LONGEST_MENTION
        and not UNLIKELY.search(mention)
        and not mention[0].islower()
        and mention == mention.strip(" .-")
    )


class Templates:
    """The templates of each language, and names by (language, label); 'latin' is a language, too."""

    def __init__(self, mentions: dict[tuple[str, str], list[str]], latin: frozenset[str]) -> None:
        self._names = {key: [name for name in all_ if is_name(name)] for key, all_ in mentions.items()}
        self._latin = latin
        self._templates: dict[str, list[str]] = defaultdict(list)
        for line in PATH.read_text("utf-8").splitlines():
            language, text = line.split("\t")
            self._templates[language].append(text)

    def make(self, language: str, chance: random.Random) -> Sentence | None:
        """A sentence in the language; None where there is no template for it."""
        if language not in self._templates:
            return None
        text, entities, at = "", [], 0
        template = chance.choice(self._templates[language])
        for slot in SLOT.finditer(template):
            name = self._name(language, slot[1], chance)
            text += template[at : slot.start()]
            entities.append((len(text), len(text) + len(name), slot[1]))
            text += name
            at = slot.end()
        text += template[at:]
        if chance.random() < LOWER and len(text.lower()) == len(text):
            text = text.lower()
        return Sentence(language, SOURCE, True, text, tuple(entities))

    def _name(self, language: str, label: str, chance: random.Random) -> str:
        foreign = language in self._latin and chance.random() < FOREIGN
        name = chance.choice(self._names["latin" if foreign else language, label])
        words = name.split()
        if label == "PER" and len(words) > 1 and chance.random() < FIRST_WORD:
            return words[0] if is_name(words[0]) else name
        return name
