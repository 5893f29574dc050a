# SPDX-License-Identifier: Apache-2.0
"""Files, options and labels together; and what is refused before anything is trained."""

import json
import pathlib
import sys
import tempfile
import unittest

from finetuning.command import Command
from finetuning.corpora import read_corpora
from finetuning.errors import CommandError, DataError, FinetuneError, UsageError
from finetuning.options import read_options
from finetuning.output import CHECKPOINTS, open_output

CONLL = "Emma B-PER\nzingt O\n\n"
STOCKMARK = [{"curid": "1", "text": "鈴木は", "entities": [{"name": "鈴木", "span": [0, 2], "type": "人名"}]}]


class WithFiles(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, content: str | bytes, name: str = "train.txt") -> str:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def options(self, content: str | bytes, *more: str):
        file = self.file(content)
        return read_options(["--train", file, "--dev", file, "--output", str(self.folder / "out"), *more])

    def corpora(self, content: str | bytes, *more: str):
        return read_corpora(self.options(content, *more))


class Corpora(WithFiles):
    def test_conll_has_the_labels_of_its_recipe(self) -> None:
        corpora = self.corpora(CONLL)
        self.assertEqual(corpora.labels[:3], ("O", "B-PER", "I-PER"))
        self.assertEqual(len(corpora.labels), 9)
        self.assertEqual(self.corpora(CONLL, "--recipe", "conll02").labels[0], "B-LOC")

    def test_other_encodings(self) -> None:
        text = "Köln B-LOC\n"
        self.assertEqual(
            self.corpora(text.encode("latin-1"), "--encoding", "iso-8859-1").train[0].words, ("Köln",)
        )
        self.assertEqual(self.corpora(text.encode("utf-16")).train[0].words, ("Köln",))
        self.assertEqual(self.corpora(b"\xef\xbb\xbf" + text.encode()).train[0].words, ("Köln",))
        with self.assertRaisesRegex(
            DataError, r"train.txt:2: expected text in utf-8 .*the byte 0xF6 at offset 5"
        ):
            self.corpora(b"a O\nK\xf6ln B-LOC\n")
        with self.assertRaisesRegex(DataError, r"train.txt:2: expected text, found NUL"):
            self.corpora("a O\n\0 O\n")

    def test_label2id_gives_the_order(self) -> None:
        ids = self.file('{"O": 0, "B-PER": 1}', "label.json")
        corpora = self.corpora('{"tokens": ["Emma", "zingt"], "tags": [1, 0]}', "--label2id", ids)
        self.assertEqual(corpora.labels, ("O", "B-PER", "I-PER"))  # I-PER may be a piece's
        with self.assertRaisesRegex(UsageError, r"expected all labels of the data, found none of B-LOC"):
            self.corpora("Emma B-LOC\n", "--label2id", ids)

    def test_stockmark_types_get_the_systems_names(self) -> None:
        corpora = self.corpora(json.dumps(STOCKMARK), "--recipe", "tsmatz")
        self.assertEqual(corpora.train[0].spans, ((0, 2, "PER"),))
        self.assertEqual(corpora.labels, tuple("O PER ORG ORG-P ORG-O LOC INS PRD EVT".split()))
        self.assertEqual(corpora.mapping["人名"], "PER")

    def test_mapping(self) -> None:
        corpora = self.corpora("Emma B-PERSON\nBos I-PERSON\n", "--mapping", "PERSON=PER")
        self.assertEqual(corpora.train[0].tags, ("B-PER", "I-PER"))
        for text in ("A", "A=", "A=B,B=C"):
            with self.subTest(text), self.assertRaisesRegex(UsageError, "--mapping: expected"):
                self.options(CONLL, "--mapping", text)

    def test_what_does_not_go_together_is_refused(self) -> None:
        stockmark = json.dumps(STOCKMARK)
        for content, more, message in (
            (
                CONLL,
                ["--align", "characters"],
                r"--align characters: expected --align first or all for words",
            ),
            (stockmark, [], r"--align first: expected --align characters or all for a text with spans"),
            (CONLL, ["--crf"], r"--crf: expected --align all, .* found first"),
            ("Emma PER\n", ["--recipe", "tner"], r"--crf: expected the labels O, B-… and I-…, found PER"),
            ("zingt O\n", [], r"expected an entity, found none in 2 rows"),
            (CONLL, ["--encoding", "latin-13x"], r"--encoding: expected a name as iso-8859-1"),
            (CONLL, ["--max-length", "2"], r"--max-length: expected 3 or more, found 2"),
        ):
            with self.subTest(more), self.assertRaisesRegex(UsageError, message):
                self.corpora(content, *more)
        for content, message in (
            ("\n\n", r"train.txt:1: expected a row with labels, found none"),
            (
                '{"text": "a", "entities": []}\n{"tokens": ["a"], "tags": ["O"]}',
                r"train.txt:2: expected what",
            ),
        ):
            with self.subTest(content), self.assertRaisesRegex(DataError, message):
                self.corpora(content)
        missing = ["--train", "none", "--dev", "none", "--output", "o"]
        with self.assertRaisesRegex(FinetuneError, r"none: expected a file that can be read"):
            read_corpora(read_options(missing))

    def test_crf_labels_the_specials(self) -> None:
        self.assertTrue(self.options(CONLL, "--recipe", "tner").recipe.labels_specials)
        self.assertFalse(self.options(CONLL, "--recipe", "tner", "--no-crf").recipe.labels_specials)


class Output(WithFiles):
    def open(self, *more: str) -> None:
        options = self.options(CONLL, *more)
        open_output(options, read_corpora(options))

    def test_a_folder_with_files_is_left_alone(self) -> None:
        self.open()
        self.open()  # of the first run no epoch is there
        epoch = self.folder / "out" / CHECKPOINTS / "checkpoint-1"
        epoch.mkdir()
        with self.assertRaisesRegex(UsageError, r"expected a new or an empty folder, .*--resume goes on"):
            self.open()
        epoch.rmdir()
        (self.folder / "out" / "config.json").touch()
        with self.assertRaisesRegex(UsageError, r"expected a new or an empty folder, found .*out$"):
            self.open()

    def test_resuming_needs_the_same_run(self) -> None:
        with self.assertRaisesRegex(
            UsageError, r"--resume: expected an interrupted run in .*out, found none"
        ):
            self.open("--resume")
        self.open()
        self.open("--resume")
        with self.assertRaisesRegex(UsageError, r"--resume: expected seed 42, as before, found 7"):
            self.open("--resume", "--seed", "7")


class TheCommand(unittest.TestCase):
    def test_what_is_not_there(self) -> None:
        with self.assertRaisesRegex(CommandError, r"found no xlmr-no such thing.*--command"):
            Command.find("'xlmr-no such thing' tag")
        with self.assertRaisesRegex(CommandError, r"found no an empty text"):
            Command.find("")

    def test_what_fails_says_why(self) -> None:
        python = Command([sys.executable, "-c"])
        with self.assertRaisesRegex(CommandError, r"expected exit status 0, found 3:\nbecause"):
            python.run("import sys; print('because', file=sys.stderr); sys.exit(3)")
        with self.assertRaisesRegex(CommandError, r"expected one JSON value, found 'x"):
            python.json("print('x')")
        self.assertEqual(python.json("print([1])"), [1])


if __name__ == "__main__":
    unittest.main()
