# SPDX-License-Identifier: Apache-2.0
"""Writes the word lists of wasm/js/names: given names, and everyday words of the 22 languages.

    pip install -r models/names/requirements.txt
    npm ci --prefix models/names
    python models/names/lists.py ../shared/data

Names come from the locales of the two libraries faker, for Python and for JavaScript (MIT), from
own_names.txt, and from the openly licensed training data of the embedded model: first words of persons'
names that stand there twice or more. Counts of that data and of raw text say which names are also words:
those are names only with a capital.
"""

import argparse
import collections
import importlib
import json
import lzma
import pathlib
import subprocess
import textwrap

import regex

HERE = pathlib.Path(__file__).parent
OUT = HERE.parents[1] / "wasm/js/names"
LANGUAGES = "bn da de en es fr hi hu id ja kk ko nl no pl pt ro ru sv th tr zh".split()
# Without spaces between words: a run of letters is no word.
UNSPACED = ("ja", "th", "zh")
LOCALES = """
    bn_BD da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO
    es_ES es_MX fr_BE fr_CH fr_DZ fr_FR fr_QC hi_IN hu_HU id_ID ja_JP ko_KR nl_BE nl_NL no_NO pl_PL
    pt_BR pt_PT ro_RO ru_RU sv_SE th_TH tr_TR zh_CN zh_TW
""".split()
WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")

# A name that is written in small letters more often than this, in a million words, is a word, too.
MOST_AS_WORD = 3
# A word that is written in small letters more often than this in its language is an everyday word.
LEAST_EVERYDAY = 60
MOST_EVERYDAY = 400
MOST_SHARE_OF_PERSONS = 0.01
# What stands as a word of persons' names less often is taken for a slip of the data.
LEAST_AS_SURNAME = 3


class Counts:
    """How often words of one language stand in persons' names, as their first word, and elsewhere."""

    def __init__(self):
        self.person = collections.Counter()
        self.first = collections.Counter()
        self.other = collections.Counter()
        self.raw = collections.Counter()

    def add_row(self, row):
        for match in WORD.finditer(row["t"]):
            span = next((s for s in row["e"] if s[0] <= match.start() < s[1]), None)
            if span is None or span[2] != "PER":
                self.other[match[0]] += 1
                continue
            self.person[match[0]] += 1
            if match.start() == span[0] and match.end() < span[1]:
                self.first[match[0]] += 1

    def of_word(self, word):
        """In a million words, outside of persons' names."""
        total = self.person.total() + self.other.total() + self.raw.total()
        return (self.raw[word] + self.other[word]) / total * 1e6


def read_counts(data):
    counts = {language: Counts() for language in LANGUAGES}
    for tier in ("A.train", "A2.train"):
        for line in lzma.open(data / f"ner/{tier}.jsonl.xz", "rt", encoding="utf-8"):
            row = json.loads(line)
            if row["l"] in counts:
                counts[row["l"]].add_row(row)
    for language in LANGUAGES:
        for line in lzma.open(data / f"text/{language}.txt.xz", "rt", encoding="utf-8"):
            counts[language].raw.update(WORD.findall(line))
    return counts


def faker_names(kind):
    """Names of all locales; `kind` is first_name or last_name."""
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for field in dir(provider):
            names = getattr(provider, field)
            if not field.startswith(kind) or not isinstance(names, (tuple, list, dict)):
                continue
            for name in names:
                yield from (name if isinstance(name, tuple) else (name,))


def faker_js_names():
    """Given names and surnames of the locales of the other faker, and words of the calendar."""
    result = subprocess.run(["node", HERE / "faker_js.mjs"], check=True, capture_output=True)
    names = json.loads(result.stdout)
    return names["first"], names["last"], {word.lower() for word in names["calendar"]}


def own_names():
    for line in (HERE / "own_names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def names_of_data(counts):
    for each in counts.values():
        for name, first in each.first.items():
            person = each.person[name]
            if first >= 2 and first >= person / 2 and person >= 3 * each.other[name]:
                yield name


def words_that_are_none():
    """Words that would be taken for names, and stand in real text as something else."""
    text = (HERE / "not_names.txt").read_text(encoding="utf-8")
    return {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}


def sort_names(names, counts):
    """The names that are taken in any case, and those that are with a capital only."""
    any_case, capital = set(), set()
    for name in names:
        if not WORD.fullmatch(name) or len(name) < 2:
            continue
        person = sum(each.person[name] for each in counts.values())
        other = sum(each.other[name] for each in counts.values())
        if name.lower() == name.upper():
            # Without capitals: two letters of Chinese or Japanese are too often a part of something else.
            if other <= person and (len(name) > 2 or not UNSPACED_LETTERS.search(name)):
                any_case.add(name)
            continue
        # In small letters alone it is a word that the data has in a name: "the king".
        if name == name.lower() or (other > person and other >= 3):
            continue
        as_word = max(each.of_word(lower(name)) for each in counts.values())
        (any_case if len(name) >= 4 and as_word <= MOST_AS_WORD else capital).add(name)
    return any_case, capital


def lower(name):
    """In small letters, with the Turkish dotted capital as a plain letter."""
    return name.lower().replace("i\u0307", "i")


UNSPACED_LETTERS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")


def everyday_words(counts):
    words = set()
    for language in LANGUAGES:
        if language in UNSPACED:
            continue
        each = counts[language]
        person, inside, small = (collections.Counter() for _ in range(3))
        for word, count in each.person.items():
            person[word.lower()] += count
        for word, count in each.other.items():
            inside[word.lower()] += count
        for word, count in (each.raw + each.other).items():
            if word == word.lower():
                small[word] += count
        total = (each.raw + each.other).total()
        usual = [
            word
            for word, count in small.most_common(3000)
            if count / total * 1e6 >= LEAST_EVERYDAY
            and person[word] <= max(1, MOST_SHARE_OF_PERSONS * inside[word])
        ]
        words.update(usual[:MOST_EVERYDAY])
    return words


def write(file, lists):
    text = "// SPDX-License-Identifier: Apache-2.0\n// Made by models/names/lists.py.\n"
    for name, what, words in lists:
        lines = textwrap.fill(
            " ".join(sorted(words)), width=100, break_on_hyphens=False, break_long_words=False
        )
        text += f"\n/** {what} */\nexport const {name} = `\n{lines}`;\n"
    (OUT / file).write_text(text, encoding="utf-8")
    print(file, {name: len(words) for name, _, words in lists})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path, help="the folder with ner/ and text/")
    counts = read_counts(parser.parse_args().data)
    js_names, js_surnames, calendar = faker_js_names()
    names = {*faker_names("first_name"), *js_names, *own_names(), *names_of_data(counts)}
    none = words_that_are_none()
    names = {name for name in names if name.lower() not in calendar and lower(name) not in none}
    any_case, capital = sort_names(names, counts)
    everyday = everyday_words(counts) | {word for word in calendar | none if WORD.fullmatch(word)}
    surnames = {
        name.lower()
        for name in [*faker_names("last_name"), *js_surnames]
        if sum(each.person[name] for each in counts.values()) >= LEAST_AS_SURNAME
    } & everyday
    write(
        "given_names.ts",
        [
            ("givenNames", "Given names.", any_case),
            ("capitalNames", "Given names that are words, too: names only with a capital.", capital),
        ],
    )
    write(
        "everyday_words.ts",
        [
            ("everydayWords", "The most frequent words that are in few persons' names.", everyday),
            ("surnamesAmongThem", "Those that are surnames with a capital.", surnames),
        ],
    )


if __name__ == "__main__":
    main()
