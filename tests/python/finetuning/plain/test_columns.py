# SPDX-License-Identifier: Apache-2.0
"""Words in columns, as CoNLL and WikiANN have them."""

import unittest

from finetuning.columns import read_columns
from finetuning.errors import DataError
from finetuning.rows import Words


class ReadColumns(unittest.TestCase):
    def test_conll_2003_whose_iob1_becomes_iob2(self) -> None:
        text = (
            "-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\n\n"
            "Peter NNP I-NP I-PER\nBlackburn NNP I-NP I-PER\nMary NNP I-NP B-PER\n"
        )
        self.assertEqual(
            read_columns("eng.train", text),
            [
                Words("eng.train:3", ("EU", "rejects"), ("B-ORG", "O")),
                Words("eng.train:6", ("Peter", "Blackburn", "Mary"), ("B-PER", "I-PER", "B-PER")),
            ],
        )

    def test_wikiann_whose_words_lose_their_language(self) -> None:
        [row] = read_columns("he.txt", "he:ירושלים\tB-LOC\nhe:a:b\tO\n")
        self.assertEqual(row, Words("he.txt:1", ("ירושלים", "a:b"), ("B-LOC", "O")))

    def test_words_with_a_colon_in_conll_stay(self) -> None:
        [row] = read_columns("f", "en:Paris B-LOC\n12:30 O\n")
        self.assertEqual(row.words, ("en:Paris", "12:30"))

    def test_tabs_separate_where_there_is_one(self) -> None:
        [row] = read_columns("f", "New York\tB-work of art\r\nin\tO\r\n")
        self.assertEqual(row, Words("f:1", ("New York", "in"), ("B-work of art", "O")))

    def test_comments_and_ranges_of_conllu_are_no_words(self) -> None:
        text = "# sent_id = 1\n" + "".join(
            f"{at}\t{word}\t_\t_\t_\t_\t_\t_\t_\tO\n" for at, word in (("1-2", "zum"), ("1", "zu"))
        )
        [row] = read_columns("f", text)
        self.assertEqual(row, Words("f:3", ("1",), ("O",)))

    def test_a_hash_is_a_word_where_blanks_separate(self) -> None:
        [row] = read_columns("f", "a O\n# O\n")
        self.assertEqual(row.words, ("a", "#"))

    def test_other_schemes_stay(self) -> None:
        [row] = read_columns("f", "a S-PER\nb I-PER\n")
        self.assertEqual(row.tags, ("S-PER", "I-PER"))

    def test_errors_name_the_line(self) -> None:
        for text, message in (
            ("a O\nb\n", r"f:2: expected a word and its tag, found 'b'"),
            ("a x O\n\nb O\n", r"f:3: expected 3 columns, as before, found 2"),
            ("a\tO\nb\t\n", r"f:2: expected a tag in the last column, found ''"),
        ):
            with self.subTest(text), self.assertRaisesRegex(DataError, message):
                read_columns("f", text)
        with self.assertRaisesRegex(DataError, r"f:2: expected a word as he:ירושלים, found 'b'"):
            read_columns("f", "he:a\tO\nb\tO\n", wikiann=True)


if __name__ == "__main__":
    unittest.main()
