# SPDX-License-Identifier: Apache-2.0
"""Alignments, compared with other ways of finding them.

`first`: the loop over word_ids() of run_ner.py; `all`: T-NER's counting of the pieces of each word
alone (tner 0.2.4, ner_tokenizer.py); `characters`: the notebook's char_to_token().
"""

import unittest

from support import TINY, sentences, stockmark

from finetuning.alignment import IGNORED
from finetuning.examples import Encoding, examples
from finetuning.model import load_tokenizer
from finetuning.recipes import RECIPES, STOCKMARK
from finetuning.rows import Text, Words

LABELS = ("O", *(f"{prefix}-{kind}" for kind in ("PER", "LOC", "ORG") for prefix in "BI"))
IDS = {label: number for number, label in enumerate(LABELS)}


class Alignments(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.tokenizer = load_tokenizer(str(TINY), 128)
        rows = [
            *sentences(100, 1),
            [("👩‍🚀", "B-PER"), ("e\u0301lan", "I-PER"), ("Łódź’s", "B-LOC"), ("x" * 40, "O")],
        ]
        cls.words = [
            Words("f:1", tuple(word for word, _ in row), tuple(tag for _, tag in row)) for row in rows
        ]

    def labels(self, rows, align: str, labels=LABELS, specials: bool = False) -> list[list[int]]:
        encoded, cut = examples(rows, self.tokenizer, Encoding(tuple(labels), align, specials, 128))
        self.assertEqual(cut, 0)
        return [each["labels"] for each in encoded]

    def test_first_is_that_of_run_ner(self) -> None:
        for row, found in zip(self.words, self.labels(self.words, "first")):
            expected, previous = [], None
            for word in self.tokenizer(list(row.words), is_split_into_words=True).word_ids():
                is_first = word is not None and word != previous
                expected.append(IDS[row.tags[word]] if is_first else IGNORED)
                previous = word
            self.assertEqual(found, expected)

    def test_all_is_that_of_tner(self) -> None:
        for row, found in zip(self.words, self.labels(self.words, "all", specials=True)):
            expected = [IDS["O"]]
            for word, tag in zip(row.words, row.tags):
                further = len(self.tokenizer.tokenize(word)) - 1
                inside = "O" if tag == "O" else "I-" + "-".join(tag.split("-")[1:])
                expected += [IDS[tag]] + [IDS[inside]] * further
            self.assertEqual(found, [*expected, IDS["O"]])

    def test_characters_are_those_of_the_notebook(self) -> None:
        names = RECIPES["tsmatz"].labels
        ids = {label: number for number, label in enumerate(names)}
        rows = [
            Text(
                "f:1",
                row["text"],
                tuple((*each["span"], STOCKMARK[each["type"]]) for each in row["entities"]),
            )
            for row in stockmark(60, 2)
        ]
        for row, found in zip(rows, self.labels(rows, "characters", names, specials=True)):
            encoded = self.tokenizer(row.text)
            expected = [0] * len(encoded["input_ids"])
            for start, end, kind in row.spans:
                for at in range(start, end):
                    token = encoded.char_to_token(at)
                    bare = self.tokenizer.convert_ids_to_tokens(encoded["input_ids"][token]) == "▁"
                    for place in (token, token + 1) if bare else (token,):
                        expected[place] = max(expected[place], ids[kind])
            self.assertEqual(found, expected)


class LongRows(unittest.TestCase):
    """A row that is longer than the model."""

    def setUp(self) -> None:
        self.tokenizer = load_tokenizer(str(TINY), 128)

    def check(self, row, encoding: Encoding) -> list[dict]:
        whole, _ = examples([row], self.tokenizer, Encoding(encoding.labels, encoding.align, False, 10_000))
        parts, cut = examples([row], self.tokenizer, encoding)
        self.assertEqual(cut, 1)
        for name in ("input_ids", "labels"):
            joined = [each for part in parts for each in part[name][1:-1]]
            self.assertEqual(joined, whole[0][name][1:-1])  # nothing is lost
        for part in parts:
            self.assertLessEqual(len(part["labels"]), encoding.max_length)
            self.assertEqual({len(values) for values in part.values()}, {len(part["labels"])})
        return parts

    def test_is_cut_between_words_and_entities(self) -> None:
        words = [pair for row in sentences(30, 3) for pair in row]
        row = Words("f:1", tuple(word for word, _ in words), tuple(tag for _, tag in words))
        for align in ("first", "all"):
            for part in self.check(row, Encoding(LABELS, align, False, 20)):
                self.assertNotIn(part["labels"][1], (IGNORED, IDS["I-PER"], IDS["I-LOC"], IDS["I-ORG"]))

    def test_of_one_entity_is_cut_where_a_word_begins(self) -> None:
        row = Words("f:1", ("Merkel",) * 40, ("B-PER", *["I-PER"] * 39))
        for part in self.check(row, Encoding(LABELS, "first", False, 16)):
            self.assertNotEqual(part["labels"][1], IGNORED)

    def test_of_one_word_is_cut_at_the_limit(self) -> None:
        self.check(Words("f:1", ("iveli" * 9,), ("O",)), Encoding(LABELS, "first", False, 16))

    def test_japanese_is_cut_outside_of_entities(self) -> None:
        row = Text("f:1", "田中太郎は東京に" * 12, tuple((8 * at, 8 * at + 4, "PER") for at in range(12)))
        _, *later = self.check(row, Encoding(("O", "PER"), "characters", False, 12))
        self.assertEqual({part["labels"][1] for part in later}, {0})


if __name__ == "__main__":
    unittest.main()
