# SPDX-License-Identifier: Apache-2.0
"""Labels on pieces, by hand; with_transformers/test_oracles.py compares them with run_ner.py and T-NER."""

import unittest

from finetuning.alignment import all_pieces, all_pieces_of_text, characters, first_pieces
from finetuning.recipes import RECIPES
from finetuning.rows import Text, Words

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
IDS = {label: number for number, label in enumerate(LABELS)}


class OfWords(unittest.TestCase):
    # <s> ▁Emma ▁woon t ▁in ▁Lond en </s>
    row = Words("f:1", ("Emma", "woont", "in", "Londen"), ("B-PER", "O", "O", "B-LOC"))
    pieces = (0, 1, 1, 2, 3, 3)

    def test_first(self) -> None:
        self.assertEqual(first_pieces(self.row, self.pieces, IDS), [1, 0, -100, 0, 3, -100])

    def test_all(self) -> None:
        self.assertEqual(all_pieces(self.row, self.pieces, IDS), [1, 0, 0, 0, 3, 4])

    def test_a_word_without_pieces_has_no_label(self) -> None:
        row = Words("f:1", ("Emma", "\u200b", "Bos"), ("B-PER", "I-PER", "I-PER"))
        self.assertEqual(first_pieces(row, (0, 2), IDS), [1, 2])


class OfCharacters(unittest.TestCase):
    """The notebook's own table: 松|崎|は|日|本|に|い|る."""

    ids = {label: number for number, label in enumerate(RECIPES["tsmatz"].labels)}
    row = Text("f:1", "松崎は日本にいる", ((0, 2, "PER"), (3, 5, "LOC")))
    # ▁ 松 崎 は 日本 に いる
    offsets = ((0, 1), (0, 1), (1, 2), (2, 3), (3, 5), (5, 6), (6, 8))

    def test_table_of_the_notebook(self) -> None:
        names = RECIPES["tsmatz"].labels
        labels = [names[number] for number in characters(self.row, self.offsets, self.ids)]
        self.assertEqual(labels, "PER PER PER O LOC O O".split())

    def test_the_largest_id_of_a_piece_wins(self) -> None:
        row = Text("f:1", "abcd", ((0, 1, "PER"), (1, 2, "EVT"), (2, 3, "ORG")))
        self.assertEqual(characters(row, ((0, 4), (2, 4), (3, 4), (4, 4)), self.ids), [8, 2, 0, 0])

    def test_b_and_i_of_a_text(self) -> None:
        self.assertEqual(all_pieces_of_text(self.row, self.offsets, IDS), [1, 2, 2, 0, 3, 0, 0])


if __name__ == "__main__":
    unittest.main()
