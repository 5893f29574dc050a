# SPDX-License-Identifier: Apache-2.0
"""Tags and label sets."""

import unittest

from finetuning.recipes import RECIPES
from finetuning.rows import Text, Words
from finetuning.tags import character_tags, in_iob2, inside, labels_of, ordered


class Tags(unittest.TestCase):
    def test_iob2_of_iob1(self) -> None:
        for tags, expected in (
            ("I-A I-A O I-B I-A", "B-A I-A O B-B B-A"),
            ("B-A I-A B-A", "B-A I-A B-A"),
            ("PER PER O", "PER PER O"),
            ("I-", "B-"),
        ):
            self.assertEqual(in_iob2(tags.split()), tuple(expected.split()))

    def test_what_goes_on_is_inside(self) -> None:
        self.assertEqual(
            [inside(tag) for tag in ("B-A-B", "I-A", "O", "ORG-P")], ["I-A-B", "I-A", "O", "ORG-P"]
        )

    def test_characters_keep_adjacent_entities_apart(self) -> None:
        tags = character_tags(6, ((0, 2, "A"), (2, 3, "A"), (4, 6, "ORG-P")))
        self.assertEqual(tags, ["B-A", "I-A", "B-A", "O", "B-ORG-P", "I-ORG-P"])

    def test_labels_have_an_inside_of_each_type(self) -> None:
        rows = [Words("f:1", ("a", "b"), ("B-A", "O")), Text("f:2", "ab", ((0, 1, "C"),))]
        self.assertEqual(labels_of(rows, prefixed=True), {"O", "B-A", "I-A", "B-C", "I-C"})
        self.assertEqual(labels_of(rows[1:], prefixed=False), {"O", "C"})

    def test_order(self) -> None:
        known = RECIPES["conll03"].labels
        self.assertEqual(ordered({"O", "B-LOC", "I-LOC"}, known, False), list(known))
        other = {"O", "B-X", "I-X", "B-A", "I-A"}
        self.assertEqual(ordered(other, known, False), ["O", "B-A", "I-A", "B-X", "I-X"])
        self.assertEqual(ordered(other, known, True), ["B-A", "B-X", "I-A", "I-X", "O"])
        self.assertEqual(ordered({"O", "PER", "ORG-P"}, (), False), ["O", "ORG-P", "PER"])


class Recipes(unittest.TestCase):
    """What the cards print."""

    def test_labels(self) -> None:
        self.assertEqual(RECIPES["tsmatz"].labels, tuple("O PER ORG ORG-P ORG-O LOC INS PRD EVT".split()))
        self.assertEqual(RECIPES["wikiann"].labels, tuple("O B-PER I-PER B-ORG I-ORG B-LOC I-LOC".split()))

    def test_hyperparameters(self) -> None:
        for name, expected in (("tsmatz", (5e-5, 12, 5, 42)), ("wikiann", (2e-5, 3, 100, 42))):
            recipe = RECIPES[name]
            self.assertEqual((recipe.rate, recipe.batch, recipe.epochs, recipe.seed), expected)
        self.assertEqual(RECIPES["tsmatz"].metrics, ("f1",))
        self.assertEqual(RECIPES["wikiann"].metrics, ("precision", "recall", "f1", "accuracy"))


if __name__ == "__main__":
    unittest.main()
