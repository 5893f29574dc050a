# SPDX-License-Identifier: Apache-2.0
"""Whole runs, from files to the folder, with the command xlmr-ner of this checkout.

The figures of a checkpoint are those of the Trainer's last evaluation, of transformers on the folder,
and of `xlmr-ner eval`: within 0.001 of each other in float32.
"""

import json
import pathlib
import shlex
import sys
import tempfile
import unittest

import torch
from safetensors.torch import load_file
from support import TINY, conll, jsonl, stockmark
from transformers import AutoModelForTokenClassification, AutoTokenizer

from finetuning import run as runs
from finetuning.errors import CommandError
from finetuning.options import read_options
from finetuning.output import CHECKPOINTS
from finetuning.training import Trainer

WITH_CRF = ["--recipe", "tner", "--epochs", "3", "--rate", "0.01", "--batch", "8"]
JAPANESE = ["--recipe", "tsmatz", "--epochs", "3", "--rate", "0.01", "--batch", "8"]
FIRST = ["--recipe", "conll03", "--epochs", "2", "--rate", "0.02", "--batch", "8"]


def table(card: str, header: str) -> list[list[str]]:
    """The cells of the table whose header begins so."""
    lines = card[card.index(f"| {header}") :].split("\n\n")[0].strip().split("\n")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if ":-" not in line]


class Run(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        torch.set_num_threads(1)

    def files(self, train: str, dev: str, suffix: str = ".conll") -> list[str]:
        result = []
        for name, text in (("train", train), ("dev", dev)):
            (self.folder / f"{name}{suffix}").write_text(text, "utf-8")
            result += [f"--{name}", str(self.folder / f"{name}{suffix}")]
        return result

    def run_in(self, name: str, *options: str) -> tuple[pathlib.Path, str, list[str]]:
        """The folder, the card, and what was said."""
        out = self.folder / name
        said: list[str] = []
        runs.run(read_options([*options, "--base", str(TINY), "--cpu", "--output", str(out)]), said.append)
        self.assertFalse((out / CHECKPOINTS).exists())
        return out, (out / "README.md").read_text("utf-8"), said

    def check_figures(self, card: str) -> float:
        """The F1 of all readers agree, and say something; gives that of transformers."""
        _, theirs, ours, quantised = table(card, "Read by")
        self.assertEqual(theirs[0], "transformers, float32")
        self.assertEqual(ours[0], "xlmr-ner, float32")
        self.assertEqual(quantised[0], "xlmr-ner, q8")
        f1 = float(theirs[3])
        self.assertAlmostEqual(float(ours[3]), f1, delta=0.001)
        self.assertAlmostEqual(float(quantised[3]), f1, delta=0.1)
        self.assertGreater(f1, 0.3)
        self.assertLess(f1, 0.99)
        return f1

    def test_first_pieces_are_what_the_trainer_counts(self) -> None:
        files = self.files(conll(90, 1), conll(50, 2))
        out, card, _ = self.run_in("out", *files, *FIRST, "--language", "en", "--license", "mit")
        header, first, last = table(card, "Training Loss")
        columns = "Training Loss|Epoch|Step|Validation Loss|Precision|Recall|F1|Accuracy"
        self.assertEqual(header, columns.split("|"))
        self.assertEqual(first[:3], ["No log", "1.0", "12"])  # of 90 rows, 8 a step
        self.assertEqual(last[:3], ["No log", "2.0", "24"])
        self.assertAlmostEqual(float(last[6]), self.check_figures(card), delta=0.001)
        self.assertIn("language:\n- en\nlicense: mit\n", card)
        self.assertIn("fine-tuned version of `tiny` on the train.conll dataset", card)
        self.assertIn("`aggregation_strategy: 'first'`", card)
        self.assertNotIn("More information needed", card)
        self.assertNotIn(str(self.folder), card)
        names = {"config.json", "model.safetensors", "model.q8.safetensors", "tokenizer.json"}
        self.assertLessEqual(names, {file.name for file in out.iterdir()})
        modes = {oct((out / name).stat().st_mode) for name in names}
        self.assertEqual(len(modes), 1)  # what one user may read another one may

    def test_tner_with_a_crf(self) -> None:
        out, card, _ = self.run_in("out", *self.files(conll(90, 1), conll(50, 2)), *WITH_CRF)
        self.check_figures(card)
        config = json.loads((out / "config.json").read_text("utf-8"))
        self.assertEqual(config["architectures"], ["XLMRobertaForTokenClassification"])
        self.assertEqual(len(config["crf_state_dict"]["_constraint_mask"]), len(config["id2label"]) + 2)
        self.assertFalse([name for name in load_file(out / "model.safetensors") if "crf" in name])
        self.assertEqual(AutoModelForTokenClassification.from_pretrained(out).config.num_labels, 7)
        self.assertEqual(AutoTokenizer.from_pretrained(out).model_max_length, 128)

    def test_stockmark(self) -> None:
        files = self.files(json.dumps(stockmark(60, 1)), json.dumps(stockmark(40, 2)), ".json")
        out, card, _ = self.run_in("out", *files, *JAPANESE)
        self.assertEqual(table(card, "Training Loss")[0][-2:], ["Validation Loss", "F1"])
        self.check_figures(card)
        config = json.loads((out / "config.json").read_text("utf-8"))
        self.assertEqual(list(config["id2label"].values())[3], "ORG-P")

    def test_spans_in_utf16_units(self) -> None:
        files = self.files(jsonl(90, 1), jsonl(50, 2), ".jsonl")
        options = ["--align", "all", "--crf", "--epochs", "3", "--rate", "0.01", "--batch", "8"]
        _, card, _ = self.run_in("out", *files, *options)
        self.check_figures(card)

    def test_an_interrupted_run_is_resumed_and_ends_as_if_nothing_had_been(self) -> None:
        files = self.files(conll(40, 1), conll(20, 2))
        whole, card, _ = self.run_in("whole", *files, *FIRST)
        step = Trainer.training_step
        count = 0

        def interrupted(*args, **rest):
            nonlocal count
            count += 1
            if count > 7:  # of 5 an epoch
                raise KeyboardInterrupt
            return step(*args, **rest)

        Trainer.training_step = interrupted
        try:
            with self.assertRaises(KeyboardInterrupt):
                self.run_in("cut", *files, *FIRST)
        finally:
            Trainer.training_step = step
        self.assertEqual(count, 8)
        failing = self.folder / "failing.py"
        failing.write_text("import sys; sys.exit(sys.argv[1:] != ['--version'])", "utf-8")
        with self.assertRaisesRegex(CommandError, r"failing.py convert .*: expected exit status 0, found 1"):
            command = shlex.join([sys.executable, str(failing)])
            self.run_in("cut", *files, *FIRST, "--resume", "--command", command)
        cut, resumed, _ = self.run_in("cut", *files, *FIRST, "--resume")
        for name, value in load_file(whole / "model.safetensors").items():
            self.assertTrue(torch.equal(value, load_file(cut / "model.safetensors")[name]), name)
        self.assertEqual(table(resumed, "Training Loss"), table(card, "Training Loss"))


if __name__ == "__main__":
    unittest.main()
