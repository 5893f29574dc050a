# SPDX-License-Identifier: Apache-2.0
"""Words in columns: CoNLL-2002 and 2003, WNUT, OntoNotes as T-NER exports it, and WikiANN.

    Emma NNP B-NP B-PER          he:ירושלים	B-LOC
    zingt VBZ B-VP O             he:היא	O

The first column is the word and the last its tag; an empty line or -DOCSTART- ends a sentence. Tabs
separate where a line has one, else blanks. Comments, ranges and empty nodes of CoNLL-U are no words.
`xlmr-ner eval` reads the same lines by the same rules (node/corpus/columns.ts). IOB1 becomes IOB2.
"""

import re

from finetuning.errors import DataError, shown
from finetuning.rows import Words
from finetuning.tags import in_iob2

WIKIANN_WORD = re.compile(r"([a-z]{2,}(?:-[a-z]+)*):(.*)", re.DOTALL)
WIKIANN_TAG = re.compile(r"O|[BI]-(?:PER|ORG|LOC)")
DOCUMENT = "-DOCSTART-"
# `# id …` is MultiCoNER's, `# error …` what `xlmr-ner tag` writes.
COMMENT = re.compile(r"# (?:id [\da-f-]{36}(?:\s|$)|error [A-Za-z_]+: )")
CONLLU_COMMENT = re.compile(r"# (?:[^\s=]+ =|newdoc\b|newpar\b)")
CONLLU_RANGE = re.compile(r"\d+[-.]\d+\t(?:[^\t]*\t){8}[^\t]*")


def is_comment(line: str, tabbed: bool | None) -> bool:
    """Whether it is no word; in columns that blanks separate another `#` is one."""
    if not line.startswith("# "):
        return False
    if COMMENT.match(line):
        return True
    if "\t" in line or tabbed is False:
        return False
    return tabbed is True or CONLLU_COMMENT.match(line) is not None


def fields_of(line: str) -> list[str]:
    """A line's columns; none for an empty line."""
    if not line.strip():
        return []
    return line.split("\t") if "\t" in line else re.split(" +", line.strip())


def is_wikiann(lines: list[str]) -> bool:
    """Whether each line has a word with a language before it, and a tag of WikiANN's."""
    rows = [row for row in map(fields_of, lines) if row]
    return bool(rows) and all(
        len(row) > 1 and WIKIANN_WORD.fullmatch(row[0]) and WIKIANN_TAG.fullmatch(row[-1]) for row in rows
    )


def read_columns(name: str, text: str, wikiann: bool | None = None) -> list[Words]:
    """The sentences of a file. `wikiann` None: as the lines look. Raises a DataError with the line."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if wikiann is None:
        wikiann = is_wikiann(lines)
    sentences: list[Words] = []
    words: list[str] = []
    tags: list[str] = []
    columns = start = 0
    tabbed: bool | None = None
    for number, line in enumerate([*lines, ""], start=1):
        place = f"{name}:{number}"
        if is_comment(line, tabbed) or CONLLU_RANGE.fullmatch(line):
            continue
        fields = fields_of(line)
        if not fields or fields[0] == DOCUMENT:
            if words:
                sentences.append(Words(f"{name}:{start}", tuple(words), in_iob2(tags)))
            words, tags = [], []
            continue
        if len(fields) < 2:
            raise DataError(place, "a word and its tag", shown(line))
        columns = columns or len(fields)
        tabbed = "\t" in line if tabbed is None else tabbed
        if len(fields) != columns:
            raise DataError(place, f"{columns} columns, as before", str(len(fields)))
        word, tag = fields[0], fields[-1]
        if tag == "" or tag != tag.strip():
            raise DataError(place, "a tag in the last column", shown(tag))
        if wikiann:
            match = WIKIANN_WORD.fullmatch(word)
            if match is None:
                raise DataError(place, "a word as he:ירושלים", shown(word))
            word = match[2]
        if not words:
            start = number
        words.append(word)
        tags.append(tag)
    return sentences
