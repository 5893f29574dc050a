# SPDX-License-Identifier: Apache-2.0
"""Windows, and entities of pieces."""

import unittest

import torch
from support import TINY, sentences
from transformers import pipeline

from finetuning.prediction import Checkpoint, windows
from finetuning.rows import Text, Words
from finetuning.scoring import scores


class Windows(unittest.TestCase):
    def test_as_the_core_has_them(self) -> None:
        # The example of src/text/windows.h.
        self.assertEqual(windows(10, 8), [((0, 6), (0, 5)), ((4, 10), (5, 10))])

    def test_each_piece_is_owned_once(self) -> None:
        for count in range(1, 60):
            owned = [at for _, (begin, end) in windows(count, 12) for at in range(begin, end)]
            self.assertEqual(owned, list(range(count)))


class Predictions(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.checkpoint = Checkpoint(TINY, torch.device("cpu"))

    def test_entities_are_those_of_the_pipeline(self) -> None:
        ner = pipeline(
            "token-classification",
            model=self.checkpoint.model,
            tokenizer=self.checkpoint.tokenizer,
            aggregation_strategy="simple",
            device=-1,
        )
        count = 0
        for row in sentences(40, 5):
            text = " ".join(word for word, _ in row)
            expected = [
                # transformers 4 begins an entity at the blank before it, with this tokenizer.
                (each["start"] + (text[each["start"]] == " "), each["end"], each["entity_group"])
                for each in ner(text)
            ]
            self.assertEqual(self.checkpoint.spans(Text("f:1", text, ()), 128), expected)
            count += len(expected)
        self.assertGreater(count, 40)

    def test_a_long_text_has_a_label_everywhere(self) -> None:
        row = Words("f:1", ("Emma", "visited", "Paris") * 100, ("O",) * 300)
        tags = self.checkpoint.tags(row, 128)
        self.assertEqual(len(tags), 300)
        self.assertGreater(tags[150:].count("B-LOC"), 40)

    def test_a_text_without_pieces(self) -> None:
        self.assertEqual(self.checkpoint.tags(Words("f:1", ("\u200b",), ("O",)), 128), ["O"])


class Scores(unittest.TestCase):
    def test_labels_without_prefix_are_runs(self) -> None:
        gold = [["ORG", "ORG", "O", "ORG-P", "EVT", "EVT"]]
        self.assertEqual(scores(gold, gold)["f1"], 1.0)
        # Two of three; seqeval itself would see no ORG, and two of EVT.
        found = scores(gold, [["ORG", "O", "O", "ORG-P", "EVT", "EVT"]])
        self.assertAlmostEqual(found["f1"], 2 / 3)
        self.assertAlmostEqual(found["accuracy"], 5 / 6)

    def test_the_example_of_seqevals_readme(self) -> None:
        gold = [["O", "O", "O", "B-MISC", "I-MISC", "I-MISC", "O"], ["B-PER", "I-PER", "O"]]
        found = [["O", "O", "B-MISC", "I-MISC", "I-MISC", "I-MISC", "O"], ["B-PER", "I-PER", "O"]]
        self.assertEqual(scores(gold, found)["f1"], 0.5)

    def test_nothing_found_is_zero(self) -> None:
        expected = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "accuracy": 0.5}
        self.assertEqual(scores([["B-A", "O"]], [["O", "O"]]), expected)


if __name__ == "__main__":
    unittest.main()
