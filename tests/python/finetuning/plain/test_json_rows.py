# SPDX-License-Identifier: Apache-2.0
"""Rows as JSON: T-NER's, those of the package datasets, spans, Stockmark's."""

import json
import unittest

from finetuning.errors import DataError
from finetuning.json_rows import json_values, read_ids, read_value
from finetuning.rows import Text, Words


def read(text: str, ids: dict[int, str] | None = None, points: bool = False) -> list:
    return [row for place, value in json_values("f", text) for row in read_value(place, value, ids, points)]


class Rows(unittest.TestCase):
    # What the card of T-NER's model shows: its ids are in no order.
    IDS = read_ids("label.json", '{"O": 0, "B-ORG": 1, "B-MISC": 2, "B-PER": 3, "I-PER": 4}')

    def test_tner(self) -> None:
        row = Words("f:1", ("Emma", "Bos", "zingt"), ("B-PER", "I-PER", "O"))
        self.assertEqual(read('{"tokens": ["Emma", "Bos", "zingt"], "tags": [3, 4, 0]}\n', self.IDS), [row])

    def test_many_sentences_in_one_value(self) -> None:
        rows = read('{"tokens": [["Emma"], ["Hoi", "!"]], "tags": [[3], [0, 0]]}', self.IDS)
        self.assertEqual([row.tags for row in rows], [("B-PER",), ("O", "O")])

    def test_wikiann_of_the_package_datasets(self) -> None:
        [row] = read('{"tokens": ["ירושלים"], "ner_tags": [5], "langs": ["he"], "spans": ["LOC: ירושלים"]}')
        self.assertEqual(row.tags, ("B-LOC",))

    def test_stockmark_in_one_list_has_its_lines(self) -> None:
        value = [
            {
                "curid": "1",
                "text": "鈴木は熊本県に",
                "entities": [{"name": "鈴木", "span": [0, 2], "type": "人名"}],
            },
            {
                "curid": "2",
                "text": "𠮷野家",
                "entities": [{"name": "𠮷野家", "span": [0, 3], "type": "法人名"}],
            },
        ]
        rows = read(json.dumps(value, ensure_ascii=False, indent=1))
        self.assertEqual(
            rows,
            [
                Text("f:2", "鈴木は熊本県に", ((0, 2, "人名"),)),
                Text("f:16", "𠮷野家", ((0, 3, "法人名"),)),
            ],
        )

    def test_spans_count_utf16_units_unless_told(self) -> None:
        text = '{"text": "🚀 Emma", "entities": [[%d, %d, "PER"]]}'
        self.assertEqual(read(text % (3, 7))[0].spans, ((2, 6, "PER"),))
        self.assertEqual(read(text % (2, 6), points=True)[0].spans, ((2, 6, "PER"),))
        [row] = read('{"text": "Emma", "label": [{"start": 0, "end": 4, "label": "PER"}]}')
        self.assertEqual(row.spans, ((0, 4, "PER"),))

    def test_errors_name_the_line(self) -> None:
        for text, message in (
            (
                '{"tokens": ["a"], "tags": [9]}',
                r"f:1: tags\[0\]: expected an id of label2id, .* 0 to 4, found 9",
            ),
            ('{"tokens": ["a", "b"], "tags": [0]}', r"f:1: expected 2 tags, as there are tokens, found 1"),
            (
                '{"tokens": ["a"], "tags": [true]}',
                r"tags\[0\]: expected a tag as B-PER, or its id, found True",
            ),
            ('{"text": "a", "entities": []}\n{"a"}', r"f:2: expected a JSON value a line"),
            ('[{"text": "a", "entities": []}\n{"text": "b"}]', r"f:2: expected , or \], found '\{'"),
            ('[\n{"text": "a", "entities": []},', r"f:2: expected a value or \], found the end of the file"),
            ('{"text": 1, "entities": []}', r"f:1: text: expected a string, found 1"),
            ('{"text": "a"}', r"f:1: entities: expected a list, found None"),
            (
                '{"text": "ab", "entities": [[0, 3, "X"]]}',
                r"expected an offset within 2 UTF-16 units, found 3",
            ),
            ('{"text": "🚀b", "entities": [[1, 3, "X"]]}', r"expected an offset between characters, found 1"),
            (
                '{"text": "ab", "entities": [[1, 1, "X"]]}',
                r"expected a span within 2 characters, found 1 to 1",
            ),
            (
                '{"text": "ab", "entities": [[0, 2, "X"], [1, 2, "Y"]]}',
                r"expected entities that do not overlap",
            ),
            (
                '{"text": "ab", "entities": [{"name": "b", "span": [0, 1], "type": "X"}]}',
                r"expected 'b' at 0 to 1, found 'a'",
            ),
            ("[1]", r"f:1: expected an object with tokens and tags, or with a text and entities, found 1"),
        ):
            with self.subTest(text), self.assertRaisesRegex(DataError, message):
                read(text, self.IDS)
        with self.assertRaisesRegex(DataError, r"expected a tag as B-PER, or --label2id FILE with the ids"):
            read('{"tokens": ["a"], "tags": [1]}')

    def test_ids_are_those_from_zero_and_each_of_one_tag(self) -> None:
        for text, message in (
            ("{", r"label.json:1: expected JSON"),
            ("[]", r"expected tags and their ids"),
            ('{"O": "0"}', r"expected a whole number for O, found '0'"),
            ('{"O": 0, "B-A": 0}', r"expected an id of its own for each tag, found 0 for O and B-A"),
            ('{"O": 0, "B-A": 2}', r"expected the ids 0 to 1, found \[0, 2\]"),
        ):
            with self.subTest(text), self.assertRaisesRegex(DataError, message):
                read_ids("label.json", text)
        self.assertEqual(read_ids("config.json", '{"label2id": {"O": 0}}'), {0: "O"})


if __name__ == "__main__":
    unittest.main()
